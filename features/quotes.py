"""Quotations: every kind of mark, unbalanced ones and those that run over paragraphs.

Marks are found on the whole batch; Python looks at each mark once, so time is linear in their
number. A straight or curly single mark counts only where it cannot be an apostrophe.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.features.batch import Batch
from scorer.features.characters import is_one_of, is_space, is_word
from scorer.features.statements import Statements
from scorer.features.tokens import Offsets

_DOUBLE = "“”„‟«»\"〝〞「」『』"
_OPENERS = "“„‟「『〝"
_CLOSERS = "”」』〞"
_SINGLE_OPEN = "‘'‚‹"
_SINGLE_CLOSE = "’'›"
_BEFORE_OPEN = "([{—–-/“\"«…"
_ELISIONS = ("em", "til", "tis", "twas", "cause", "n", "round", "bout")


@dataclass(frozen=True, slots=True)
class Quotes:
    """Q quotations sorted by start. All arrays (Q,).

    `start`, `end`: int64, the words inside the marks. `outer_start`, `outer_end`: the same with the
    marks. `level`: int8, 0 outermost. `single`: bool, single marks. `closed`: bool, the closing mark
    is there. `goes_on`: bool, the next paragraph opens with a mark and continues it.
    """

    start: Offsets
    end: Offsets
    outer_start: Offsets
    outer_end: Offsets
    level: NDArray[np.int8]
    single: NDArray[np.bool_]
    closed: NDArray[np.bool_]
    goes_on: NDArray[np.bool_]

    def inside(self, offset: Offsets) -> NDArray[np.bool_]:
        """Whether each offset lies in a quotation; bool, shape of `offset`."""
        top = np.flatnonzero(self.level == 0)
        at = np.searchsorted(self.outer_start[top], offset, "right") - 1
        if not top.size:
            return np.zeros(offset.shape, dtype=np.bool_)
        return (at >= 0) & (offset < self.outer_end[top][np.maximum(at, 0)])


@dataclass(slots=True)
class _Span:
    open: int
    start: int
    end: int
    close: int
    single: bool
    closed: bool = True
    goes_on: bool = False


def find_quotes(batch: Batch, statements: Statements) -> Quotes:
    """All quotations of the batch. No marks: Q = 0."""
    doubles = _doubles(batch, statements)
    spans = doubles + _singles(batch, statements)
    spans.sort(key=lambda s: (s.start, -s.end))
    table = np.array(
        [(s.start, s.end, s.open, s.close) for s in spans], dtype=np.int64
    ).reshape(-1, 4)
    flags = np.array(
        [(s.single, s.closed, s.goes_on) for s in spans], dtype=np.bool_
    ).reshape(-1, 3)
    starts, ends, opens, closes = table.T
    return Quotes(starts, ends, opens, closes, _levels(starts, ends), *flags.T)


def _levels(start: Offsets, end: Offsets) -> NDArray[np.int8]:
    if not start.size:
        return np.empty(0, dtype=np.int8)
    reach = np.maximum.accumulate(end)
    level = np.zeros(start.size, dtype=np.int8)
    level[1:] = start[1:] < reach[:-1]
    return level


def _doubles(batch: Batch, statements: Statements) -> list[_Span]:
    codes, text = batch.codes, batch.text
    marks = np.flatnonzero(is_one_of(codes, _DOUBLE))
    lines = np.searchsorted(statements.line_start, marks, "right") - 1
    spans: list[_Span] = []
    open_at, open_line = -1, -1
    for at, line in zip(marks.tolist(), lines.tolist(), strict=True):
        if open_at >= 0 and line != open_line:
            spans.append(_unclosed(batch, statements, open_at, open_line, at))
            open_at = -1
        if open_at < 0:
            if _can_open(text, at):
                open_at, open_line = at, line
        elif _reopens(text, at):
            spans.append(_unclosed(batch, statements, open_at, open_line, at))
            open_at = at
        else:
            spans.append(_Span(open_at, open_at + 1, at, at + 1, single=False))
            open_at = -1
    if open_at >= 0:
        spans.append(_unclosed(batch, statements, open_at, open_line, len(text)))
    return [span for span in spans if text[span.start : span.end].strip()]


def _can_open(text: str, at: int) -> bool:
    mark = text[at]
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    free = before.isspace() or before in _BEFORE_OPEN
    if mark in _OPENERS or mark in "«»":
        return True
    if mark in _CLOSERS:
        return free and after.isalnum()
    return free and not after.isspace()


def _reopens(text: str, at: int) -> bool:
    """Whether a mark inside an open quotation opens a new one: the old one was never closed."""
    mark = text[at]
    if mark in _OPENERS:
        return True
    before, after = text[at - 1], text[at + 1 : at + 2] or " "
    return mark == '"' and before.isspace() and after.isalnum()


def _unclosed(
    batch: Batch, statements: Statements, open_at: int, line: int, following: int
) -> _Span:
    """A quotation without its closing mark.

    It ends with its paragraph when the next paragraph opens with a mark (the usual way to quote
    several paragraphs) or when its mark is a directed one; a stray straight mark ends with its
    statement.
    """
    line_end = int(statements.line_end[line])
    gap = batch.text[line_end:following] if following > line_end else ""
    same_article = _article_of(batch, open_at) == _article_of(batch, following)
    goes_on = following >= line_end and same_article and not gap.strip()
    if goes_on or batch.text[open_at] != '"':
        end = min(line_end, following) if following > open_at else line_end
    else:
        number = int(np.searchsorted(statements.start, open_at, "right")) - 1
        number = max(0, min(number, statements.end.size - 1))
        end = int(statements.end[number]) if statements.end.size else line_end
        if end <= open_at:
            end = line_end
        end = min(end, following)
    return _Span(open_at, open_at + 1, end, end, single=False, closed=False, goes_on=goes_on)


def _article_of(batch: Batch, offset: int) -> int:
    return int(np.searchsorted(batch.article_start, offset, "right"))


def _singles(batch: Batch, statements: Statements) -> list[_Span]:
    codes, text = batch.codes, batch.text
    opening, closing = _single_marks(codes)
    lines = np.searchsorted(statements.line_start, opening, "right") - 1
    spans: list[_Span] = []
    reach = -1
    for at, line in zip(opening.tolist(), lines.tolist(), strict=True):
        if at < reach or _is_elision(text, at):
            continue
        first = int(np.searchsorted(closing, at + 2))
        last = int(np.searchsorted(closing, int(statements.line_end[line])))
        close = _closing_mark(text, closing, first, last)
        if close >= 0:
            spans.append(_Span(at, at + 1, close, close + 1, single=True))
            reach = close
    return spans


def _single_marks(codes: NDArray[np.uint32]) -> tuple[Offsets, Offsets]:
    """Offsets of single marks that can open, and of those that can close."""
    padded = np.concatenate([[0x20], codes, [0x20]]).astype(np.uint32)
    before, after = padded[:-2], padded[2:]
    opens = np.flatnonzero(is_one_of(codes, _SINGLE_OPEN))
    free = is_space(before[opens]) | is_one_of(before[opens], _BEFORE_OPEN)
    solid = is_word(after[opens]) | is_one_of(after[opens], "“\"[(…")
    closes = np.flatnonzero(is_one_of(codes, _SINGLE_CLOSE))
    ends = ~is_space(before[closes]) & ~is_word(after[closes])
    return opens[free & solid], closes[ends]


def _closing_mark(text: str, closing: Offsets, first: int, last: int) -> int:
    """The closing mark: the first after punctuation, else the first that is no plural possessive."""
    fallback = -1
    for at in closing[first : min(last, first + 12)].tolist():
        if text[at - 1] in ".,!?;…" or text[at + 1 : at + 2] in tuple(".,!?;:)”\""):
            return int(at)
        if text[at - 1] != "s":
            return int(at)
        fallback = at if fallback < 0 else fallback
    return int(fallback)


def _is_elision(text: str, at: int) -> bool:
    """’em, 'til, the '90s: an apostrophe at the start of a word."""
    if text[at] == "‘" and not text[at + 1].isdigit():
        return False
    word = text[at + 1 : at + 8].split(" ")[0].rstrip(".,!?'’").lower()
    return word[:1].isdigit() or word in _ELISIONS
