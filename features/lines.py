"""Lines: which line breaks end a paragraph, and which only wrap it.

Nothing here is decided line by line in Python: whole batches of breaks are weighed at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scorer.features.batch import Batch
from scorer.features.characters import Bits, is_lower, is_one_of, is_space, is_upper
from scorer.features.tokens import Offsets

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # what str.splitlines takes for a line end
_ITEMS = "•▪◦‣●○■□➢➤►·*–—->#|"
_STOPS = '.!?:;…”"’)'
_MIN_WIDTH, _MAX_WIDTH = 40, 100
_MANY = 0.6  # share of the breaks of a wrapped article that stand at the margin


@dataclass(frozen=True, slots=True)
class Lines:
    """Paragraphs of a batch. `start`, `end`: int64 (L,), without the break. `wraps`: int64 (W,).

    Every article has at least one paragraph, which may be empty. `wraps` are the line breaks that
    stand inside a paragraph. `space`: bool (N,), whether each code point is white space. `solid`:
    int64, the offsets of the others.
    """

    start: Offsets
    end: Offsets
    wraps: Offsets
    space: Bits
    solid: Offsets


@dataclass(frozen=True, slots=True)
class _Physical:
    """Lines as they stand. All int64 or bool (B,), one for each line break that ends a line.

    `length` counts no white space at the end. `first`, `last`: offsets of the first and last solid
    character. `word`: length of the first word. `closes`: the break ends an article.
    """

    length: Offsets
    first: Offsets
    last: Offsets
    word: Offsets
    indent: Offsets
    closes: Bits


def find_lines(batch: Batch) -> Lines:
    """Paragraphs of every article. No articles: none."""
    codes = batch.codes
    space = is_space(codes)
    solid, white = np.flatnonzero(~space), np.flatnonzero(space)
    breaks = _breaks(batch, white)
    wraps = _is_wrap(batch, _measure(batch, breaks, solid, white))
    end = breaks[~wraps]
    start = np.concatenate([np.zeros(1, np.int64), end + 1])[:-1]
    return Lines(start, end, breaks[wraps], space, solid)


def _breaks(batch: Batch, white: Offsets) -> Offsets:
    """Line breaks; of a carriage return and a line feed, the line feed."""
    codes = batch.codes
    at = white[is_one_of(codes[white], _BREAKS)]
    half = (codes[at] == 0x0D) & (codes[np.minimum(at + 1, codes.size - 1)] == 0x0A)
    whole: Offsets = at[~half]
    return whole


def _measure(batch: Batch, breaks: Offsets, solid: Offsets, white: Offsets) -> _Physical:
    start = np.concatenate([np.zeros(1, np.int64), breaks + 1])[:-1]
    low, high = np.searchsorted(solid, start), np.searchsorted(solid, breaks)
    full = high > low
    padded = np.append(solid, 0)
    first = np.where(full, padded[low], start)
    last = np.where(full, padded[high - 1], start)
    word_end = white[np.searchsorted(white, first)]
    closes = np.zeros(breaks.size, dtype=np.bool_)
    closes[np.searchsorted(breaks, batch.article_start[1:] - 1)] = True
    length = np.where(full, last + 1 - start, 0)
    return _Physical(length, first, last, word_end - first, first - start, closes)


def _is_wrap(batch: Batch, lines: _Physical) -> Bits:
    """Whether each break only wraps a paragraph; bool (B,).

    A block of lines is wrapped text when every line but the last is so full that the first word of
    the next would not have fitted, and some line goes on in lower case. In an article where most
    breaks are of that kind, so is every break after a full line.
    """
    out = np.zeros(lines.length.size, dtype=np.bool_)
    may, goes_on = _candidates(batch, lines)
    at = np.flatnonzero(may)
    if not goes_on.any():
        return out
    needed = lines.length[at] + 1 + lines.word[at + 1]
    block = np.cumsum(np.concatenate([[True], np.diff(at) > 1])) - 1
    widest = np.maximum(lines.length[at], lines.length[at + 1])
    fits = needed < _largest(block, widest)[block] - 1
    loose = _any(block, fits)[block]
    out[at] = _any(block, goes_on[at])[block] & ~loose
    article = np.searchsorted(batch.article_start, lines.first[at], "right")
    article -= article[0]
    out[at] |= _at_margin(article, needed, lines.length[at], goes_on[at])
    return out


def _candidates(batch: Batch, lines: _Physical) -> tuple[Bits, Bits]:
    """Whether each break may wrap, and whether the next line then goes on in lower case."""
    codes, length = batch.codes, lines.length
    may = np.zeros(length.size, dtype=np.bool_)
    goes_on = may.copy()
    if length.size < 2:
        return may, goes_on
    upper, lower = length[:-1], length[1:]
    head, end = codes[lines.first[1:]], codes[lines.last[:-1]]
    may[:-1] = (upper >= _MIN_WIDTH) & (upper <= _MAX_WIDTH) & (lower > 0) & (lower <= _MAX_WIDTH)
    deeper = lines.indent[1:] > lines.indent[:-1]
    may[:-1] &= ~lines.closes[:-1] & ~_is_item(batch, lines.first[1:]) & ~(deeper & is_upper(head))
    goes_on[:-1] = may[:-1] & is_lower(head) & ~is_one_of(end, _STOPS)
    return may, goes_on


def _is_item(batch: Batch, first: Offsets) -> Bits:
    """Whether lines open with a bullet, or a small number and ")" ."""
    codes = batch.codes
    second = codes[np.minimum(first + 1, codes.size - 1)]
    third = codes[np.minimum(first + 2, codes.size - 1)]
    marked = (second == 0x29) | (is_one_of(second, "0123456789") & (third == 0x29))
    item: Bits = is_one_of(codes[first], _ITEMS) | marked
    return item


def _at_margin(article: Offsets, needed: Offsets, length: Offsets, goes_on: Bits) -> Bits:
    """In wrapped articles, whether the break stands where the next word would not have fitted."""
    width = _largest(article, np.where(goes_on, length, 0))[article]
    full = needed >= width - 1
    count, at_margin, low = (np.bincount(article, x) for x in (None, full, goes_on & full))
    wrapped = (low >= 3) & (at_margin >= _MANY * count) & (low >= at_margin / 2)
    margin: Bits = full & wrapped[article] & (length <= width)
    return margin


def _largest(group: Offsets, values: Offsets) -> Offsets:
    """The largest value of each group; groups are numbered in order."""
    out = np.zeros(int(group[-1]) + 1, dtype=np.int64)
    np.maximum.at(out, group, values)
    return out


def _any(group: Offsets, values: Bits) -> Bits:
    found: Bits = np.bincount(group, values) > 0
    return found
