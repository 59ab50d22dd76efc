"""Statements: the sentences of an article body, with exact offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from scorer.features.batch import Batch
from scorer.features.boilerplate import keep_statements
from scorer.features.characters import Bits, is_one_of
from scorer.features.datelines import behind_bullets, behind_datelines
from scorer.features.lines import Lines, find_lines
from scorer.features.sentences import find_bounds
from scorer.features.tokens import Offsets, distinct

_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Statements:
    """S statements in text order: disjoint, trimmed, each with a word that is no number.

    `start`, `end`: int64 (S,) offsets into `batch.text`; `article`, `line`: int64 (S,), the article
    and the line (paragraph) of each. `line_start`, `line_end`: int64 (L,) bounds of all lines.
    """

    start: Offsets
    end: Offsets
    article: Offsets
    line: Offsets
    line_start: Offsets
    line_end: Offsets


def find_statements(batch: Batch) -> Statements:
    """Statements of every article. Boilerplate, and text without a word, give none."""
    lines = find_lines(batch)
    body = behind_datelines(batch, lines)
    bounds = find_bounds(batch, lines)
    bounds = bounds[bounds > body[np.searchsorted(lines.start, bounds, "right") - 1]]
    edges = distinct(np.concatenate([bounds, lines.start, body, batch.article_start[-1:]]))
    start, end = _trim(lines, edges[:-1], edges[1:])
    line = np.searchsorted(lines.start, start, "right") - 1
    keep = keep_statements(batch, lines, start, end, line) & (start >= body[line])
    start = behind_bullets(batch, start, end)
    keep &= _has_words(batch, start, end)
    start, end, line = start[keep], end[keep], line[keep]
    article = np.searchsorted(batch.article_start, start, "right") - 1
    return Statements(start, end, article, line, lines.start, lines.end)


def whole_texts(batch: Batch) -> Statements:
    """One statement per text: the texts are statements already. Empty texts stay, empty."""
    start, end = batch.article_start[:-1], batch.article_start[1:] - 1
    number = np.arange(start.size, dtype=np.int64)
    return Statements(start, end, number, number, start, end)


def _trim(lines: Lines, start: Offsets, end: Offsets) -> tuple[Offsets, Offsets]:
    """Without white space at the ends, and without empty pieces."""
    first = np.searchsorted(lines.solid, start)
    last = np.searchsorted(lines.solid, end)
    good = last > first
    return lines.solid[first[good]], lines.solid[last[good] - 1] + 1


def _has_words(batch: Batch, start: Offsets, end: Offsets) -> Bits:
    """Whether each piece has a word that is no number."""
    tokens = batch.tokens.start
    first, stop = np.searchsorted(tokens, start), np.searchsorted(tokens, end)
    found: Bits = stop > first
    at = np.flatnonzero(found)
    for i in at[is_one_of(batch.codes[tokens[first[at]]], "0123456789")].tolist():
        found[i] = _LETTER.search(batch.text, int(start[i]), int(end[i])) is not None
    return found
