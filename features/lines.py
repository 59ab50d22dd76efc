"""Lines: which line breaks end a paragraph, and which only wrap it.

Nothing here is decided line by line in Python: whole batches of breaks are weighed at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scorer.features.batch import Batch
from scorer.features.characters import Bits, is_blank, is_lower, is_one_of, is_upper
from scorer.features.tokens import Offsets

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # what str.splitlines takes for a line end
_BULLETS, _DASHES = "•▪◦‣●○■□➢➤►>#|", "–—-*·"
_STOPS = '.!?:;…”"’)'
_MIN_WIDTH, _MAX_WIDTH = 40, 100
_LONGEST = 30  # characters of a word; what is longer is an address and stands alone
_SLACK = 4  # how far from the margin a full line may end
_LOW = 0.75  # the same, of the width, for a line that goes on in lower case
_MANY = 0.6  # share of the breaks of a wrapped article that stand at the margin


@dataclass(frozen=True, slots=True)
class Lines:
    """Paragraphs of a batch. `start`, `end`: int64 (L,), without the break. `wraps`: int64 (W,).

    Every article has at least one paragraph, which may be empty. `wraps` are the line breaks that
    stand inside a paragraph. `space`: bool (N,), whether each code point is blank. `solid`: int64,
    the offsets of the others.
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
    space = is_blank(codes)
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
    if not goes_on.any():
        return out
    at = np.flatnonzero(may)
    length, low = lines.length[at], goes_on[at]
    needed = length + 1 + lines.word[at + 1]
    block = np.cumsum((np.diff(at, prepend=at[0]) > 1).astype(np.int64))
    widest = _largest(block, np.maximum(length, lines.length[at + 1]))[block]
    loose = _any(block, ~_is_full(needed, widest, low))
    out[at] = (_any(block, low) & ~loose)[block]
    article = np.searchsorted(batch.article_start, lines.first[at], "right")
    article -= article[0]
    width = _largest(article, np.where(low, length, 0))
    full = _is_full(needed, width[article], low) & (length <= width[article])
    out[at] |= full & _is_wrapped(article, full, low)[article]
    return out


def _is_full(needed: Offsets, width: Offsets, low: Bits) -> Bits:
    """Whether the next word would not have fitted; more is forgiven where it is in lower case."""
    full: Bits = needed >= np.where(low, (_LOW * width).astype(np.int64), width - _SLACK)
    return full


def _is_wrapped(article: Offsets, full: Bits, low: Bits) -> Bits:
    """Whether most breaks of each article stand at the margin, and enough go on in lower case."""
    count, at_margin, lower = (np.bincount(article, x) for x in (None, full, low & full))
    wrapped: Bits = (lower >= 2) & (at_margin >= _MANY * count) & (lower >= at_margin / 3)
    return wrapped


def _candidates(batch: Batch, lines: _Physical) -> tuple[Bits, Bits]:
    """Whether each break may wrap, and whether the next line then goes on in lower case."""
    codes, length = batch.codes, lines.length
    may = np.zeros(length.size, dtype=np.bool_)
    goes_on = may.copy()
    if length.size < 2:
        return may, goes_on
    upper, lower = length[:-1], length[1:]
    head, end = codes[lines.first[1:]], codes[lines.last[:-1]]
    stops = is_one_of(end, _STOPS)
    may[:-1] = (upper >= _MIN_WIDTH) & (upper <= _MAX_WIDTH) & (lower > 0) & (lower <= _MAX_WIDTH)
    deeper = lines.indent[1:] > lines.indent[:-1]
    may[:-1] &= lines.word[1:] <= _LONGEST
    may[:-1] &= ~lines.closes[:-1] & ~_is_item(batch, lines, stops) & ~(deeper & is_upper(head))
    goes_on[:-1] = may[:-1] & is_lower(head) & ~stops
    return may, goes_on


def _is_item(batch: Batch, lines: _Physical, stops: Bits) -> Bits:
    """Whether lines open with a bullet or a small number and ")"; bool (B-1,), from the second on.

    A dash opens an item only after a line that has ended or is an item itself.
    """
    codes = batch.codes
    first = lines.first[1:]
    second = codes[np.minimum(first + 1, codes.size - 1)]
    third = codes[np.minimum(first + 2, codes.size - 1)]
    marked = (second == 0x29) | (is_one_of(second, "0123456789") & (third == 0x29))
    dash = is_one_of(codes[lines.first], _DASHES)
    dashed = dash[1:] & (stops | dash[:-1])
    item: Bits = is_one_of(codes[first], _BULLETS) | marked | dashed
    return item


def _largest(group: Offsets, values: Offsets) -> Offsets:
    """The largest value of each group; groups are numbered in order."""
    out = np.zeros(int(group[-1]) + 1, dtype=np.int64)
    np.maximum.at(out, group, values)
    return out


def _any(group: Offsets, values: Bits) -> Bits:
    found: Bits = np.bincount(group, values) > 0
    return found
