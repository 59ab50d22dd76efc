"""Tokens and their hashes, for a whole batch at once.

A token is a run of letters, digits and combining marks; apostrophes and hyphens separate tokens, so
that "so-called" and "so called", "don't" and "don’t" are the same two tokens. A token's hash is a
polynomial of its folded code points, taken from one prefix sum over the batch: with
S[i] = Σ_{j<i} r(c_j)·P^j (mod 2^64) the token [a, b) has (S[b] - S[a])·P^-a, since P is odd and so
has an inverse modulo 2^64.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from scorer.features import characters

Offsets = NDArray[np.int64]
Hashes = NDArray[np.uint64]

_P = 0x9DDFEA08EB382D69
_P_INVERSE = pow(_P, -1, 1 << 64)
_CHAIN = np.uint64(0xC2B2AE3D27D4EB4F)
_SHIFT = np.uint64(32)
_SHIFT_2 = np.uint64(29)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_CACHED_POWERS = 1 << 21


@dataclass(frozen=True, slots=True)
class Tokens:
    """`start`, `end`: int64 (T,) code-point offsets; `hash`: uint64 (T,). Empty text: T = 0.

    `prefix4` and `suffix3` are hashes of the first four and last three code points of each token
    (of the whole token where it is shorter), salted so that they never equal token hashes.
    """

    start: Offsets
    end: Offsets
    hash: Hashes
    prefix4: Hashes
    suffix3: Hashes


def tokenise(codes: NDArray[np.uint32]) -> Tokens:
    """Tokens of a uint32 array of code points."""
    start, end = word_bounds(codes)
    sums, inverse = _prefix_sums(codes)
    whole = _span_hash(sums, inverse, start, end)
    prefix = _span_hash(sums, inverse, start, np.minimum(start + 4, end))
    suffix = _span_hash(sums, inverse, np.maximum(end - 3, start), end)
    return Tokens(start, end, whole, prefix ^ np.uint64(0x5BD1E995), suffix ^ np.uint64(0x1B873593))


def word_bounds(codes: NDArray[np.uint32]) -> tuple[Offsets, Offsets]:
    """Half-open bounds of the runs of word characters, each int64 (T,)."""
    inside = np.zeros(codes.size + 2, dtype=np.int8)
    inside[1:-1] = characters.is_word(codes)
    edges = np.flatnonzero(np.diff(inside))
    return edges[0::2], edges[1::2]


def hash_words(words: list[str]) -> Hashes:
    """Hashes of single words as `tokenise` gives them, uint64 (len(words),)."""
    text = "".join([word + " " for word in words])
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    end = np.cumsum(lengths + 1) - 1
    sums, inverse = _prefix_sums(codes)
    return _span_hash(sums, inverse, end - lengths, end)


def chain(left: Hashes, right: Hashes) -> Hashes:
    """Hash of an n-gram from the hash of its first n-1 tokens and that of its last token."""
    mixed = (left ^ (left >> _SHIFT)) * _CHAIN + right
    mixed ^= mixed >> _SHIFT_2
    return mixed


def distinct(values: Offsets) -> Offsets:
    """Sorted values, each once. Far faster than `np.unique`, which hashes."""
    ordered = np.sort(values)
    return ordered[np.diff(ordered, prepend=-1) != 0] if ordered.size else ordered


def contains(table: Hashes, values: Hashes) -> NDArray[np.bool_]:
    """Whether each value is in a sorted table; bool, shape of `values`. Faster than `np.isin`."""
    if not table.size:
        return np.zeros(values.shape, dtype=np.bool_)
    at = np.minimum(np.searchsorted(table, values), table.size - 1)
    found: NDArray[np.bool_] = table[at] == values
    return found


def _prefix_sums(codes: NDArray[np.uint32]) -> tuple[Hashes, Hashes]:
    powers, inverse = _powers(codes.size)
    sums = np.zeros(codes.size + 1, dtype=np.uint64)
    values = characters.hash_codes(codes)
    values *= powers[: codes.size]
    np.cumsum(values, out=sums[1:])
    return sums, inverse


def _span_hash(sums: Hashes, inverse: Hashes, start: Offsets, end: Offsets) -> Hashes:
    value = (sums[end] - sums[start]) * inverse[start]
    value ^= value >> _SHIFT
    value *= _SPREAD
    value ^= value >> _SHIFT_2
    return value


def _powers(size: int) -> tuple[Hashes, Hashes]:
    """P^j and P^-j for j < size. Small sizes share one cached table; a huge text gets its own."""
    if size <= _CACHED_POWERS:
        return _cached_powers(1 << max(12, (size - 1).bit_length()))
    return _make_powers(size)


@lru_cache(maxsize=2)
def _cached_powers(size: int) -> tuple[Hashes, Hashes]:
    return _make_powers(size)


def _make_powers(size: int) -> tuple[Hashes, Hashes]:
    return _power_series(_P, size), _power_series(_P_INVERSE, size)


def _power_series(base: int, size: int) -> Hashes:
    series = np.full(size, base, dtype=np.uint64)
    if size:
        series[0] = 1
    return np.multiply.accumulate(series)
