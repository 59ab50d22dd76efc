"""Compiled phrase tables: look-up of n-gram hashes over a whole batch.

Phrases lie in sorted arrays of 64-bit hashes, one per length. The first token (or pair of tokens)
of every position is tested against a bit map; what passes is searched, and followed token by token.
Cost depends on the text and the hits, not on the number of phrases. Every hit is compared with the
text, character by character, before it counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scorer.features.batch import code_points
from scorer.features.characters import fold_codes
from scorer.features.hashindex import HashIndex, bloom, bloom_slot, hash_index
from scorer.features.phrases import MAX_TOKENS, PhraseRow, expand
from scorer.features.tokens import Hashes, Offsets, chain, hash_words

_NONE = np.empty(0, dtype=np.int64)


class Hits(NamedTuple):
    """H hits sorted by (first, last, row): tokens `first` to `last` (half-open), lexicon row.

    All int64 (H,). `skipped`: how many adverbs stand between the tokens of the phrase.
    """

    first: Offsets
    last: Offsets
    row: Offsets
    skipped: Offsets


class TokenView(NamedTuple):
    """What a look-up needs to know of the T tokens of a batch.

    `codes` uint32 (N,); `start`, `end` int64 (T,); `hash` uint64 (T,); `group` int64 (T,): the
    statement of each token, negative for none; `breaks` int64 (T,): running count of gaps that end
    a phrase (a comma, a full stop), the gap before token i counted in `breaks[i]`; `adverb` bool
    (T,).
    """

    codes: NDArray[np.uint32]
    start: Offsets
    end: Offsets
    hash: Hashes
    group: Offsets
    breaks: Offsets
    adverb: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Level:
    """Phrases of one length, sorted by hash: `row` and `phrase` of each.

    For each distinct hash, its first entry and their number. `prefix`: starts of longer phrases.
    """

    distinct: HashIndex
    first: Offsets
    count: Offsets
    row: Offsets
    phrase: Offsets
    prefix: HashIndex


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases compiled by `compile_lexicon` or `compile_phrases`."""

    levels: tuple[_Level, ...]
    single_bloom: NDArray[np.bool_]
    pair_bloom: NDArray[np.bool_]
    phrase_start: Offsets  # into phrase_word, (P+1,)
    phrase_word: Offsets  # the words of all phrases, by their numbers in the vocabulary
    word_start: Offsets  # into word_codes, (W+1,)
    word_codes: NDArray[np.uint32]

    @property
    def size(self) -> int:
        """Number of phrases after expansion."""
        return self.phrase_start.size - 1

    def find(self, view: TokenView, starts: NDArray[np.bool_] | None = None) -> Hits:
        """All phrase hits, those over skipped adverbs too. No tokens: no hits.

        `starts`: bool (T,), tokens at which a phrase may start; then no adverbs are skipped.
        """
        everything = np.arange(view.hash.size, dtype=np.int64)
        at = everything if starts is None else np.flatnonzero(starts)
        parts = [self._look_up(view, everything, at, singles=True)]
        if starts is None:
            kept = np.flatnonzero(~view.adverb)
            parts.append(_spread(self._look_up(view, kept, _before_gaps(kept), singles=False)))
        first, last, row, skipped = (np.concatenate(column) for column in zip(*parts, strict=True))
        order = np.lexsort((row, last, first))
        return Hits(first[order], last[order], row[order], skipped[order])

    def _look_up(self, view: TokenView, index: Offsets, at: Offsets, *, singles: bool) -> Hits:
        """Look up the tokens `index` (increasing numbers) as one sequence, from places `at`."""
        hashes = view.hash[index]
        found = [self._singles(hashes, at)] if singles else []
        at = at[: np.searchsorted(at, hashes.size - 1)]
        running = chain(hashes[at], hashes[at + 1])
        passed = np.flatnonzero(self.pair_bloom[bloom_slot(running)])
        at, running = at[passed], running[passed]
        whole = _unbroken(view, index[at], index[at + 1])
        at, running = at[whole], running[whole]
        for length in range(2, MAX_TOKENS + 1):
            found.append(self._match(length, at, running))
            more = (self.levels[length].prefix.find(running) >= 0) & (at + length < hashes.size)
            at, running = at[more], running[more]
            if not at.size:
                break
            running = chain(running, hashes[at + length])
        return self._verified(view, index, found)

    def _singles(self, hashes: Hashes, at: Offsets) -> tuple[Offsets, Offsets, int]:
        at = at[self.single_bloom[bloom_slot(hashes[at])]]
        return self._match(1, at, hashes[at])

    def _match(self, length: int, at: Offsets, hashes: Hashes) -> tuple[Offsets, Offsets, int]:
        """(positions, entries of the level, length); one pair for every entry with that hash."""
        level = self.levels[length]
        place = level.distinct.find(hashes)
        known = np.flatnonzero(place >= 0)
        at, place = at[known], place[known]
        left, count = level.first[place], level.count[place]
        shift = left - (np.cumsum(count) - count)
        entry: Offsets = np.repeat(shift, count) + np.arange(int(count.sum()), dtype=np.int64)
        return np.repeat(at, count), entry, length

    def _verified(
        self, view: TokenView, index: Offsets, found: Sequence[tuple[Offsets, Offsets, int]]
    ) -> Hits:
        firsts, lasts, rows, skips = [_NONE], [_NONE], [_NONE], [_NONE]
        for at, entry, length in found:
            first, final = index[at], index[at + length - 1]
            phrase = self.levels[length].phrase[entry]
            good = _unbroken(view, first, final)
            for k in range(length):
                good[good] = self._same_text(
                    view,
                    index[at[good] + k],
                    self.phrase_word[self.phrase_start[phrase[good]] + k],
                )
            firsts.append(first[good])
            lasts.append(final[good] + 1)
            rows.append(self.levels[length].row[entry[good]])
            skips.append(final[good] + 1 - first[good] - length)
        return Hits(*(np.concatenate(c).astype(np.int64) for c in (firsts, lasts, rows, skips)))

    def _same_text(self, view: TokenView, token: Offsets, word: Offsets) -> NDArray[np.bool_]:
        """Whether each token, folded, is that word of the vocabulary. bool (len(token),)."""
        size = self.word_start[word + 1] - self.word_start[word]
        same: NDArray[np.bool_] = (view.end[token] - view.start[token]) == size
        token, word, size = token[same], word[same], size[same]
        owner = np.repeat(np.arange(token.size), size)
        step = np.arange(owner.size) - np.repeat(np.cumsum(size) - size, size)
        written = fold_codes(view.codes[view.start[token][owner] + step])
        wrong = owner[written != self.word_codes[self.word_start[word][owner] + step]]
        equal = np.ones(token.size, dtype=np.bool_)
        equal[wrong] = False
        same[same] = equal
        return same


def compile_lexicon(rows: Sequence[PhraseRow]) -> Lexicon:
    """Expand and hash all rows. Raises InputError for a row that cannot be read."""
    pairs = [(phrase, number) for number, row in enumerate(rows) for phrase in expand(row)]
    return compile_phrases([phrase for phrase, _ in pairs], [number for _, number in pairs])


def compile_phrases(
    phrases: Sequence[tuple[str, ...]], owners: Sequence[int] | None = None
) -> Lexicon:
    """Hash phrases given as folded tokens. `owners`: the row of each; by default its own number."""
    numbers: dict[str, int] = {}
    spelled = [numbers.setdefault(word, len(numbers)) for phrase in phrases for word in phrase]
    vocabulary = list(numbers)
    word = np.array(spelled, dtype=np.int64)
    words = hash_words(vocabulary)[word]
    lengths = np.fromiter(map(len, phrases), np.int64, len(phrases))
    start = _starts(lengths)
    chains = _chains(words, start[:-1], lengths)
    owner = np.arange(len(phrases)) if owners is None else np.array(owners, dtype=np.int64)
    levels = tuple(_level(n, lengths, chains, owner) for n in range(MAX_TOKENS + 1))
    pairs = chains[1][lengths >= 2]
    return Lexicon(
        levels,
        bloom(levels[1].distinct.keys),
        bloom(pairs),
        start,
        word,
        _starts([len(word) for word in vocabulary]),
        code_points("".join(vocabulary)),
    )


def _starts(lengths: Sequence[int] | Offsets) -> Offsets:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(np.asarray(lengths, np.int64))])


def _chains(words: Hashes, start: Offsets, lengths: Offsets) -> list[Hashes]:
    """chains[k][p]: hash of the first k+1 tokens of phrase p (valid where it is that long)."""
    running = words[start] if start.size else words[:0]
    chains = [running]
    for k in range(1, MAX_TOKENS):
        at = np.minimum(start + np.minimum(k, lengths - 1), max(words.size - 1, 0))
        running = chain(running, words[at])
        chains.append(running)
    return chains


def _level(n: int, lengths: Offsets, chains: list[Hashes], owner: Offsets) -> _Level:
    if n == 0:
        empty = np.empty(0, dtype=np.uint64)
        return _Level(hash_index(empty), _NONE, _NONE, _NONE, _NONE, hash_index(empty))
    here = np.flatnonzero(lengths == n)
    order = here[np.argsort(chains[n - 1][here], kind="stable")]
    prefix = np.unique(chains[n - 1][lengths > n])
    distinct, first, count = np.unique(chains[n - 1][order], return_index=True, return_counts=True)
    return _Level(hash_index(distinct), first, count, owner[order], order, hash_index(prefix))


def _unbroken(view: TokenView, first: Offsets, final: Offsets) -> NDArray[np.bool_]:
    """Whether nothing between two tokens ends a phrase, and both stand in one statement."""
    group = view.group[first]
    whole: NDArray[np.bool_] = (view.breaks[first] == view.breaks[final]) & (group >= 0)
    whole &= group == view.group[final]
    return whole


def _before_gaps(kept: Offsets) -> Offsets:
    """Places in `kept` from which a phrase can reach over a token that was left out."""
    reach = np.minimum(np.arange(kept.size) + MAX_TOKENS - 1, kept.size - 1)
    return np.flatnonzero(kept[reach] - kept > reach - np.arange(kept.size))


def _spread(hits: Hits) -> Hits:
    """Only the hits that jump over one or two adverbs."""
    good = (hits.skipped > 0) & (hits.skipped <= 2)
    return Hits(*(column[good] for column in hits))
