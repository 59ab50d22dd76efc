"""Look-up tables over code points: word characters, folding, hash codes.

Tables cover the Basic Multilingual Plane; code points above it are looked up one distinct value
at a time. Folding is one code point to one code point, so offsets never move (`"İ".lower()` has
two).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

BMP = 0x10000
_ASTRAL_BASE = np.uint64(0x51_7C_C1_B7_27_22_0A_95)


def fold_character(character: str) -> str:
    """Lower case of one character when that is one character, else the character itself."""
    if character in "’ʼ＇":
        return "'"
    lower = character.lower()
    return lower if len(lower) == 1 else character


def _is_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def _mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Finaliser of splitmix64 (Steele, Lea and Flood 2014): spreads close inputs apart."""
    mixed = (values + np.uint64(0x9E3779B97F4A7C15)) * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


@cache
def word_table() -> NDArray[np.bool_]:
    """bool (65536,): letters, digits and combining marks."""
    table = np.zeros(BMP, dtype=np.bool_)
    table[:] = [_is_word(chr(code)) for code in range(BMP)]
    return table


@cache
def fold_table() -> NDArray[np.uint16]:
    """uint16 (65536,): the folded code point of each code point."""
    folded = (fold_character(chr(code)) for code in range(BMP))
    return np.fromiter((ord(c) if ord(c) < BMP else 0 for c in folded), np.uint16, BMP)


@cache
def upper_table() -> NDArray[np.bool_]:
    """bool (65536,): upper-case and title-case letters."""
    return np.fromiter((chr(c).isupper() or chr(c).istitle() for c in range(BMP)), np.bool_, BMP)


@cache
def space_table() -> NDArray[np.bool_]:
    """bool (65536,): white space."""
    return np.fromiter((chr(c).isspace() for c in range(BMP)), np.bool_, BMP)


def is_one_of(codes: NDArray[np.uint32], characters: str) -> NDArray[np.bool_]:
    """Whether each code point is one of a few characters. Shape kept."""
    return _set_table(characters)[np.minimum(codes, BMP - 1)]


@cache
def _set_table(characters: str) -> NDArray[np.bool_]:
    table = np.zeros(BMP, dtype=np.bool_)
    table[[ord(c) for c in characters]] = True
    return table


@cache
def code_table() -> NDArray[np.uint64]:
    """uint64 (65536,): a random-looking number for each folded code point."""
    return _mix(fold_table().astype(np.uint64))


def is_word(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether each code point belongs to a word. Shape kept, empty stays empty."""
    return _lookup(codes, word_table(), _is_word)


def is_space(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether each code point is white space. Shape kept."""
    return space_table()[np.minimum(codes, BMP - 1)]


def is_upper(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether each code point is an upper-case letter. Shape kept."""
    return _lookup(codes, upper_table(), lambda c: c.isupper() or c.istitle())


def fold_codes(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Folded code points; those above the BMP stay as they are. Shape kept."""
    folded = fold_table()[np.minimum(codes, BMP - 1)].astype(np.uint32)
    return np.where(codes < BMP, folded, codes)


def hash_codes(codes: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """The random-looking number of each folded code point. Shape kept."""
    if codes.size == 0 or int(codes.max()) < BMP:
        return code_table()[codes]
    out = code_table()[np.minimum(codes, BMP - 1)]
    high = codes >= BMP
    distinct, inverse = np.unique(codes[high], return_inverse=True)
    folded = np.array([ord(fold_character(chr(int(c)))) for c in distinct], dtype=np.uint64)
    out[high] = (_mix(folded) ^ _ASTRAL_BASE)[inverse]
    return out


def fold(text: str) -> str:
    """Fold a string character by character; the length stays."""
    lower = text.lower()
    if len(lower) == len(text) and text.isascii():
        return lower
    return "".join(map(fold_character, text))


def _lookup(
    codes: NDArray[np.uint32], table: NDArray[np.bool_], test: Callable[[str], bool]
) -> NDArray[np.bool_]:
    if codes.size == 0 or int(codes.max()) < BMP:
        return table[codes]
    out = table[np.minimum(codes, BMP - 1)]
    high = codes >= BMP
    distinct, inverse = np.unique(codes[high], return_inverse=True)
    out[high] = np.array([test(chr(int(c))) for c in distinct])[inverse]
    return out
