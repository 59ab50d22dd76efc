"""Single quotation marks: which are no apostrophes, and which belong together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scorer.features.batch import Batch
from scorer.features.characters import is_one_of, is_space, is_word
from scorer.features.quotemarks import BEFORE_OPEN, Span
from scorer.features.statements import Statements
from scorer.features.tokens import Offsets

_CLOSERS = {"‘": "’'", "'": "'’", "‚": "‘’", "‹": "›"}
_CANDIDATES = 12  # closing marks that are weighed for one opening mark
_ELISIONS = ("em", "til", "tis", "twas", "cause", "n", "round", "bout")


def single_spans(batch: Batch, statements: Statements) -> list[Span]:
    """Quotations in single marks.

    A mark that is not closed in its paragraph counts only where the next paragraph opens with the
    same mark.
    """
    opening, closing = _single_marks(batch.codes)
    line = np.searchsorted(statements.line_start, opening, "right") - 1
    line_end = statements.line_end[line]
    first = np.searchsorted(closing, opening + 2).tolist()
    last = np.searchsorted(closing, line_end).tolist()
    opens, closes = opening.tolist(), closing.tolist()
    spans: list[Span] = []
    reach = -1
    for k, (at, stop) in enumerate(zip(opens, line_end.tolist(), strict=True)):
        if at < reach or _is_elision(batch.text, at):
            continue
        candidates = closes[first[k] : min(last[k], first[k] + _CANDIDATES)]
        following = opens[k + 1] if k + 1 < len(opens) else len(batch.text)
        close = _closing_mark(batch.text, at, candidates, following)
        if close >= 0:
            spans.append(Span(at + 1, close, at, close + 1, True, True, False))
            reach = close
        elif following > stop and _continues(batch, at, stop, following):
            spans.append(Span(at + 1, stop, at, stop, True, False, True))
            reach = stop
    return spans


def _single_marks(codes: NDArray[np.uint32]) -> tuple[Offsets, Offsets]:
    """Offsets of single marks that can open, and of those that can close."""
    marks = np.flatnonzero(is_one_of(codes, "‘’'‚‹›"))
    after = codes[marks + 1]  # there is one: a separator ends every article
    before = codes[marks - 1]
    before[marks == 0] = 0x20
    free = is_space(before) | is_one_of(before, BEFORE_OPEN)
    solid = is_word(after) | is_one_of(after, '“"[(…')
    ends = ~is_space(before) & ~is_word(after)
    opens = is_one_of(codes[marks], "".join(_CLOSERS))
    closes = is_one_of(codes[marks], "".join(_CLOSERS.values()))
    return marks[opens & free & solid], marks[closes & ends]


def _closing_mark(text: str, opened: int, candidates: list[int], following: int) -> int:
    """The mark that closes the one at `opened`; -1: none.

    The first after punctuation, else the first that is no plural possessive. A possible possessive
    ("the soldiers' ") closes when the next quotation opens before the next candidate.
    """
    fallback = -1
    closers = _CLOSERS[text[opened]]
    candidates = [at for at in candidates if text[at] in closers]
    for at, further in zip(candidates, [*candidates, len(text)][1:], strict=True):
        if text[at - 1] in ".,!?;…" or text[at + 1 : at + 2] in tuple('.,!?;:)”"'):
            return at
        if text[at - 1] != "s" or following < further:
            return at
        fallback = at if fallback < 0 else fallback
    return fallback


def _continues(batch: Batch, at: int, line_end: int, following: int) -> bool:
    """Whether the next paragraph of the same article opens with the same mark."""
    if (
        batch.text[following : following + 1] != batch.text[at]
        or batch.text[line_end:following].strip()
    ):
        return False
    one, other = np.searchsorted(batch.article_start, [at, following], "right")
    return bool(one == other)


def _is_elision(text: str, at: int) -> bool:
    """’em, 'til, the '90s: an apostrophe at the start of a word."""
    if text[at] == "‘" and not text[at + 1].isdigit():
        return False
    word = text[at + 1 : at + 8].split(" ", 1)[0].rstrip(".,!?'’").lower()
    return word[:1].isdigit() or word in _ELISIONS
