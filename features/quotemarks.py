"""Double marks and guillemets: which open, which close, which belong together."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scorer.features.batch import Batch
from scorer.features.characters import is_one_of
from scorer.features.statements import Statements
from scorer.features.tokens import Offsets

_FAMILIES = ('“”„‟"', "«»", "「」", "『』", "〝〞")
_DOUBLE = "".join(_FAMILIES)
_FAMILY = {mark: family[0] for family in _FAMILIES for mark in family} | {"``": "`", "''": "`"}
_OPENERS = ("“", "„", "‟", "「", "『", "〝", "``")
_CLOSERS = ("”", "」", "』", "〞", "''")
_TEX = re.compile(r"``(?:(?!``|''|\n\s*\n).)*''", re.DOTALL)  # old wire copy: ``no,'' he said
_DEPTH = 4  # marks of different kinds that stand open at a time
BEFORE_OPEN = '([{—–-―/“"«…'


class Span(NamedTuple):
    """A quotation: the words, the words with their marks, and what is known of it."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    single: bool
    closed: bool
    goes_on: bool


class _Marks(NamedTuple):
    """Marks in text order. `line`, `statement`, `article`: the number of each."""

    text: str
    at: list[int]
    mark: list[str]
    line: list[int]
    statement: list[int]
    article: list[int]
    line_end: list[int]
    statement_end: list[int]


def double_spans(batch: Batch, statements: Statements) -> list[Span]:
    """Quotations in double marks and guillemets."""
    marks = _double_marks(batch, statements)
    spans: list[Span] = []
    stack: list[int] = []
    for k, line in enumerate(marks.line):
        if stack and line != marks.line[stack[-1]]:
            spans += [_unclosed(marks, j, k) for j in stack]
            stack.clear()
        depth = _matching(marks, stack, k)
        if depth < 0:
            if len(stack) < _DEPTH and _can_open(marks, k):
                stack.append(k)
        elif not _opens_again(marks, stack[depth], k):
            if marks.at[k] > marks.at[stack[depth]] + 1:
                spans.append(_closed(marks, stack[depth], k))
            spans += [_unclosed(marks, j, k) for j in stack[depth + 1 :]]
            del stack[depth:]
        else:
            if not _is_nested(marks, k):
                spans += [_unclosed(marks, j, k) for j in stack[depth:]]
                del stack[depth:]
            stack.append(k)
    return spans + [_unclosed(marks, j, len(marks.at)) for j in stack]


def _double_marks(batch: Batch, statements: Statements) -> _Marks:
    at = _without_runs(batch.codes, np.flatnonzero(is_one_of(batch.codes, _DOUBLE)))
    mark = [batch.text[i] for i in at.tolist()]
    if "``" in batch.text:
        both = sorted([*zip(at.tolist(), mark, strict=True), *_tex_marks(batch)])
        at, mark = np.array([i for i, _ in both], dtype=np.int64), [m for _, m in both]
    return _Marks(
        batch.text,
        at.tolist(),
        mark,
        (np.searchsorted(statements.line_start, at, "right") - 1).tolist(),
        (np.searchsorted(statements.start, at, "right") - 1).tolist(),
        np.searchsorted(batch.article_start, at, "right").tolist(),
        statements.line_end.tolist(),
        statements.end.tolist(),
    )


def _tex_marks(batch: Batch) -> list[tuple[int, str]]:
    """Pairs of `` and '', within articles."""
    spans = [match.span() for match in _TEX.finditer(batch.text)]
    articles = np.searchsorted(batch.article_start, np.array(spans).reshape(-1, 2), "right")
    inside = (articles[:, 0] == articles[:, 1]).tolist()
    pairs = [span for span, kept in zip(spans, inside, strict=True) if kept]
    return [mark for start, end in pairs for mark in ((start, "``"), (end - 2, "''"))]


def _without_runs(codes: NDArray[np.uint32], at: Offsets) -> Offsets:
    """Of three or more equal marks in a row, the first and the last: they quote nothing."""
    again = (np.diff(at) == 1) & (codes[at[1:]] == codes[at[:-1]])
    inner = np.zeros(at.size, dtype=np.bool_)
    inner[1:-1] = again[1:] & again[:-1]
    kept: Offsets = at[~inner]
    return kept


def _matching(marks: _Marks, stack: list[int], k: int) -> int:
    """Place in the stack of the open mark that mark `k` can close; -1: none."""
    family = _FAMILY[marks.mark[k]]
    for depth in range(len(stack) - 1, -1, -1):
        if _FAMILY[marks.mark[stack[depth]]] == family:
            return depth
    return -1


def _around(marks: _Marks, k: int) -> tuple[str, str]:
    """The characters before and after a mark; a space at the ends of the text."""
    at, text = marks.at[k], marks.text
    after = at + len(marks.mark[k])
    return text[at - 1 : at] or " ", text[after : after + 1] or " "


def _can_open(marks: _Marks, k: int) -> bool:
    mark = marks.mark[k]
    if mark in _OPENERS or mark == "«":
        return True
    before, after = _around(marks, k)
    free = before.isspace() or before in BEFORE_OPEN
    return free and (after.isalnum() if mark in _CLOSERS else not after.isspace())


def _opens_again(marks: _Marks, j: int, k: int) -> bool:
    """Whether mark `k` opens a quotation although `j` of the same family stands open."""
    opened, mark = marks.mark[j], marks.mark[k]
    before, after = _around(marks, k)
    opening = before.isspace() and after.isalnum()
    if opened == "„" and mark == "“":
        return opening
    return mark in _OPENERS or (opening and (mark == '"' or mark == opened == "«"))


def _is_nested(marks: _Marks, k: int) -> bool:
    """Whether two closing marks follow on the line: one for this mark, one for the outer one."""
    following = marks.mark[k + 1 : k + 3]
    same_line = len(following) == 2 and marks.line[k + 2] == marks.line[k]
    return same_line and all(mark in _CLOSERS for mark in following)


def _closed(marks: _Marks, j: int, k: int) -> Span:
    at, end = marks.at[j], marks.at[k]
    start = at + len(marks.mark[j])
    return Span(start, end, at, end + len(marks.mark[k]), False, True, False)


def _unclosed(marks: _Marks, j: int, k: int) -> Span:
    """A quotation without its closing mark, `k` being the next mark.

    It ends with its paragraph when the next paragraph opens with a mark (the usual way to quote
    several paragraphs) or when its mark is a directed one; a stray straight mark ends with its
    statement.
    """
    at, line_end = marks.at[j], marks.line_end[marks.line[j]]
    following = marks.at[k] if k < len(marks.at) else len(marks.text)
    goes_on = (
        k < len(marks.at)
        and marks.line[k] != marks.line[j]
        and marks.article[k] == marks.article[j]
        and not marks.text[line_end:following].strip()
    )
    end = line_end
    if not goes_on and marks.mark[j] == '"' and marks.statement[j] >= 0:
        statement_end = marks.statement_end[marks.statement[j]]
        end = statement_end if statement_end > at else line_end
    end = min(end, following)
    return Span(at + len(marks.mark[j]), end, at, end, False, False, goes_on)
