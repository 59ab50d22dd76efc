"""Folds that keep together what belongs together: articles, outlets, near-duplicates."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from scorer.training.labels import Labels

Groups = NDArray[np.int64]

WORD = re.compile(r"[^\W_]+")
SHINGLE = 4
# Two statements are near-duplicates when they share this part of all their shingles.
SHARED = 0.6
# A shingle in more statements than this is a phrase of the trade; it makes no pair by itself.
COMMON = 200
# Two articles are near-duplicates when this part of the shorter one's statements are, lines that
# stand in more than `BOILERPLATE` articles ("You may opt out at any time.") left aside.
SAME_ARTICLE, BOILERPLATE = 0.2, 5


def group(labels: Labels, by: Sequence[str] = ("article",)) -> Groups:
    """Group numbers from 0, (N,) int64: statements of one number must stay in one fold.

    `by` may hold `article` and `outlet`. Articles that share many near-duplicates stay together,
    and so do near-duplicates among rows whose article is not known.
    """
    sets = _Sets(len(labels))
    if "outlet" in by:
        sets.join_equal(labels.outlet)
    clusters = _clusters(labels.text)
    if "article" not in by:
        sets.join_equal([str(cluster) for cluster in clusters])
        return sets.numbers()
    loose = zip(labels.article_id, clusters, strict=True)
    names = [article or f"\0{cluster}" for article, cluster in loose]
    sets.join_equal(names)
    for one, other in _same_articles(names, clusters):
        sets.join(one, other)
    return sets.numbers()


def _clusters(texts: Sequence[str]) -> Groups:
    """A number for each text, the same for near-duplicates."""
    sets = _Sets(len(texts))
    for one, other in near_duplicates(texts):
        sets.join(one, other)
    return sets.numbers()


def _same_articles(names: Sequence[str], clusters: Groups) -> list[tuple[int, int]]:
    """Pairs of rows, one of each article, for articles that share many clusters."""
    first = dict[str, int]()
    held: defaultdict[str, set[int]] = defaultdict(set)
    holders: defaultdict[int, set[str]] = defaultdict(set)
    for row, (name, cluster) in enumerate(zip(names, clusters.tolist(), strict=True)):
        first.setdefault(name, row)
        held[name].add(cluster)
        holders[cluster].add(name)
    shared = Counter(
        pair
        for articles in holders.values()
        if len(articles) <= BOILERPLATE
        for pair in combinations(sorted(articles), 2)
    )
    return [
        (first[one], first[other])
        for (one, other), count in shared.items()
        if count >= SAME_ARTICLE * min(len(held[one]), len(held[other]))
    ]


def folds(groups: Groups, label: NDArray[np.int8], count: int, seed: int = 0) -> Groups:
    """A fold from 0 to `count` - 1 for every row, (N,) int64; groups stay whole.

    Groups are dealt out by falling size, each to the fold where it keeps rows and positives most
    even; a hash of seed and group decides the order of equals, so that it never depends on the
    machine.
    """
    rows = np.bincount(groups)
    positives = np.bincount(groups, weights=label)
    order = sorted(range(len(rows)), key=lambda g: (-int(rows[g]), _hash(f"{seed}:{g}")))
    want = np.array([len(label), max(int(label.sum()), 1)]) / count
    load, place = np.zeros((count, 2)), np.zeros(len(rows), dtype=np.int64)
    for number in order:
        size = np.array([rows[number], positives[number]])
        cost = (((load + size) / want) ** 2).sum(axis=1) - ((load / want) ** 2).sum(axis=1)
        place[number] = int(np.argmin(cost))
        load[place[number]] += size
    return place[groups]


def random_folds(label: NDArray[np.int8], count: int, seed: int = 0) -> Groups:
    """Stratified folds that ignore groups: only to compare with figures published that way."""
    return folds(np.arange(len(label)), label, count, seed)


def near_duplicates(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of near-duplicate texts (not all of them: enough to join each cluster).

    Texts with fewer than `SHINGLE` + 1 words count only when they are equal word for word.
    """
    pairs = list[tuple[int, int]]()
    first = dict[frozenset[int], int]()
    shingles = [_shingles(text) for text in texts]
    for row, found in enumerate(shingles):
        if found in first:
            pairs.append((first[found], row))
        else:
            first[found] = row
    return pairs + _overlaps({row: shingles[row] for row in first.values()})


def fingerprints(texts: Sequence[str]) -> NDArray[np.uint32]:
    """A number for the words of each text, whatever their case and punctuation; (N,) uint32."""
    words = (" ".join(WORD.findall(text.casefold())) for text in texts)
    return np.array([_hash(run) & 0xFFFFFFFF for run in words], dtype=np.uint32)


def drop_known(texts: Sequence[str], known: Iterable[str]) -> NDArray[np.bool_]:
    """Mask of the texts that have no near-duplicate in `known`, (N,) bool."""
    others = list(known)
    sets = _Sets(len(texts) + len(others))
    for one, other in near_duplicates([*texts, *others]):
        sets.join(one, other)
    numbers = sets.numbers()
    return ~np.isin(numbers[: len(texts)], numbers[len(texts) :])


def _overlaps(shingles: dict[int, frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs of different texts that share enough of their shingles."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for row, found in shingles.items():
        if len(found) > 1:
            for shingle in found:
                holders[shingle].append(row)
    pairs = list[tuple[int, int]]()
    for row, found in shingles.items():
        shared: defaultdict[int, int] = defaultdict(int)
        for shingle in found:
            held = holders[shingle]
            for other in held if 1 < len(held) <= COMMON else ():
                if other < row:
                    shared[other] += 1
        for other, count in shared.items():
            union = len(found) + len(shingles[other]) - count
            if count >= SHARED * union:
                pairs.append((other, row))
    return pairs


def _shingles(text: str) -> frozenset[int]:
    words = WORD.findall(text.casefold())
    if len(words) <= SHINGLE:
        return frozenset([_hash(" ".join(words) or text)])
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
    return frozenset(_hash(run) for run in runs)


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


class _Sets:
    """Disjoint sets of rows."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parent[second] = first

    def join_equal(self, column: Sequence[str]) -> None:
        """Join the rows with the same value; "" is no value."""
        seen = dict[str, int]()
        for row, value in enumerate(column):
            if value:
                self.join(seen.setdefault(value, row), row)

    def numbers(self) -> Groups:
        """Set numbers from 0 in order of first appearance, (size,) int64."""
        known = dict[int, int]()
        roots = (self._root(row) for row in range(len(self._parent)))
        return np.array([known.setdefault(root, len(known)) for root in roots], dtype=np.int64)

    def _root(self, row: int) -> int:
        while self._parent[row] != row:
            self._parent[row] = self._parent[self._parent[row]]
            row = self._parent[row]
        return row
