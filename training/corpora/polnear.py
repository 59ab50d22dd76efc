"""PolNeAR (Newell et al. 2018): who said what in political news, in brat standoff format."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from scorer.errors import InputError
from scorer.training.corpora.read import read_lines, read_text

SPLITS = ("train", "dev")
# `T1<tab>Source 10 20;25 30<tab>surface`. Where a surface form holds line breaks it runs on over
# lines of its own, which match neither pattern and are passed over.
SPAN = re.compile(r"(T\d+)\t(\S+) ((?:\d+ \d+)(?:;\d+ \d+)*)(?:\t|$)")
EVENT = re.compile(r"E\d+\t(Attribution|Attribution-no-source):(T\d+)((?: \S+:T\d+)*)\s*$")
ROLES = {"Source", "Cue", "Content"}

Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution. Each role is a tuple of half-open spans, in text order; () where absent.

    A discontinuous role has several spans. `annotator` tells apart the annotators of one article.
    """

    annotator: str
    source: Pieces
    cue: Pieces
    content: Pieces


@dataclass(frozen=True, slots=True)
class Attributed:
    """One article with the relations of all of its annotators."""

    article_id: str
    split: str
    text: str
    annotators: tuple[str, ...]
    relations: tuple[Relation, ...]


def read_polnear(folder: Path) -> list[Attributed]:
    """All articles of train and dev, by split and name."""
    articles = list[Attributed]()
    for split in SPLITS:
        files = _annotations(folder / split / "attributions")
        for path in sorted((folder / split / "text").glob("*.txt")):
            articles.append(_article(path, split, files.get(path.stem, {})))
    if not articles:
        raise InputError(f"{folder}: no train/text/*.txt; is this the PolNeAR corpus?")
    return articles


def _annotations(folder: Path) -> dict[str, dict[str, Path]]:
    """Annotation files by article name and annotator: `<article>_<annotator>.ann`."""
    found: defaultdict[str, dict[str, Path]] = defaultdict(dict)
    for path in sorted(folder.glob("*.ann")):
        article, _, annotator = path.stem.rpartition("_")
        found[article][annotator] = path
    return found


def _article(path: Path, split: str, files: dict[str, Path]) -> Attributed:
    if not files:
        raise InputError(f"{path}: no annotation file for this article")
    text = read_text(path)
    relations = [r for who, file in files.items() for r in _relations(file, who, len(text))]
    return Attributed(path.stem, split, text, tuple(files), tuple(relations))


def _relations(path: Path, annotator: str, length: int) -> list[Relation]:
    lines = read_lines(path)
    spans = dict(_span(m, path, n, length) for n, m in _matches(SPAN, lines))
    relations = list[Relation]()
    for number, match in _matches(EVENT, lines):
        roles: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for role, key in re.findall(r" (\S+?)\d*:(T\d+)", match[3]):
            if role not in ROLES or key not in spans:
                raise InputError(f"{path}: line {number}: {role}:{key} is not a known span")
            roles[role] += spans[key]
        parts = (tuple(sorted(roles[role])) for role in ("Source", "Cue", "Content"))
        relations.append(Relation(annotator, *parts))
    return relations


def _matches(pattern: re.Pattern[str], lines: list[str]) -> list[tuple[int, re.Match[str]]]:
    found = ((number, pattern.match(line)) for number, line in enumerate(lines, start=1))
    return [(number, match) for number, match in found if match]


def _span(match: re.Match[str], path: Path, number: int, length: int) -> tuple[str, Pieces]:
    pieces = tuple((int(a), int(b)) for a, b in re.findall(r"(\d+) (\d+)", match[3]))
    if any(not start < end <= length for start, end in pieces):
        raise InputError(f"{path}: line {number}: span outside the text of {length} characters")
    return match[1], pieces
