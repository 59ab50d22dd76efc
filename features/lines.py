"""Line breaks: which end a paragraph, and which only wrap it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scorer.features.characters import is_upper, is_word
from scorer.features.tokens import Offsets

_MAX_WIDTH = 100
_MIN_WIDTH = 40
_BULLETS = np.array([ord(c) for c in "•▪◦‣●○■□➢➤►·*–—->#|"], dtype=np.uint32)


def hard_breaks(
    codes: NDArray[np.uint32], breaks: Offsets, ends: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Whether each line feed ends a paragraph; bool (len(breaks),).

    A block of lines (between empty lines) is wrapped text when every line but the last is so full
    that the first word of the next would not have fitted, lines are no longer than 100 characters,
    and some line goes on in lower case. Everything else is one paragraph a line. `ends`: bool, line
    feeds that end an article.
    """
    if breaks.size == 0:
        return np.zeros(0, dtype=np.bool_)
    start = np.concatenate([np.zeros(1, np.int64), breaks + 1])
    end = np.concatenate([breaks, np.array([codes.size], np.int64)])
    carriage = (end > start) & (codes[np.maximum(end - 1, 0)] == 0x0D)
    length = end - start - carriage
    candidate = _may_wrap(codes, start, length) & ~ends
    if not candidate.any():
        return np.ones(breaks.size, dtype=np.bool_)
    return _decide(codes, start, length, candidate)


def _may_wrap(codes: NDArray[np.uint32], start: Offsets, length: Offsets) -> NDArray[np.bool_]:
    """Per line feed: both lines have text, the upper is neither long nor short, the lower no item."""
    upper, lower = length[:-1], length[1:]
    head = codes[np.minimum(start[1:], codes.size - 1)]
    return (
        (upper >= _MIN_WIDTH)
        & (upper <= _MAX_WIDTH)
        & (lower > 0)
        & (lower <= _MAX_WIDTH)
        & ~np.isin(head, _BULLETS)
    )


def _decide(
    codes: NDArray[np.uint32], start: Offsets, length: Offsets, candidate: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    hard = np.ones(candidate.size, dtype=np.bool_)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], candidate.astype(np.int8), [0]])))
    for first, last in zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True):
        # lines first..last belong to one run; feeds first..last-1 are the candidates
        width = int(length[first : last + 1].max())
        if _is_wrapped(codes, start, length, first, last, width):
            hard[first:last] = False
    return hard


def _is_wrapped(
    codes: NDArray[np.uint32], start: Offsets, length: Offsets, first: int, last: int, width: int
) -> bool:
    goes_on = False
    for line in range(first, last):
        begin = int(start[line + 1])
        head = codes[begin : begin + int(length[line + 1])]
        word = _first_word(head)
        if int(length[line]) + 1 + word < width - 1:
            return False
        goes_on = goes_on or bool(is_word(head[:1])[0] and not is_upper(head[:1])[0])
    return goes_on


def _first_word(line: NDArray[np.uint32]) -> int:
    spaces = np.flatnonzero((line == 0x20) | (line == 0x09))
    return int(spaces[0]) if spaces.size else line.size
