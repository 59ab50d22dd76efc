"""Look-up tables over code points: word characters, folding, hash codes.

Tables cover the Basic Multilingual Plane; code points above it are looked up one distinct value
at a time. Folding is one code point to one code point, so offsets never move (`"İ".lower()` has
two).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
Bits = NDArray[np.bool_]
T = TypeVar("T", bound=np.generic)

BMP = 0x10000
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
_ASTRAL_BASE = np.uint64(0x51_7C_C1_B7_27_22_0A_95)


def fold_character(character: str) -> str:
    """Lower case of one character when that is one character, else the character itself."""
    if character in "’ʼ＇":
        return "'"
    lower = character.lower()
    return lower if len(lower) == 1 else character


def fold(text: str) -> str:
    """Fold a string character by character; the length stays."""
    return text.lower() if text.isascii() else "".join(map(fold_character, text))


def _is_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def _is_upper(character: str) -> bool:
    return character.isupper() or character.istitle()


def _is_blank(character: str) -> bool:
    return character.isspace() or character in INVISIBLE


@cache
def _bits(test: Callable[[str], bool]) -> Bits:
    """Array (65536,) of a test on single characters."""
    return np.fromiter((test(chr(code)) for code in range(BMP)), np.bool_, BMP)


@cache
def _set_table(characters: str) -> Bits:
    table = np.zeros(BMP, dtype=np.bool_)
    table[[ord(c) for c in characters]] = True
    return table


@cache
def _fold_table() -> Codes:
    """Array (65536,): the folded code point of each code point."""
    folded = (ord(fold_character(chr(code))) for code in range(BMP))
    return np.fromiter(folded, np.uint32, BMP)


@cache
def _hash_table() -> NDArray[np.uint64]:
    """Array (65536,): a random-looking number for each folded code point."""
    return _mix(_fold_table().astype(np.uint64))


def _mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Finaliser of splitmix64 (Steele, Lea and Flood 2014): spreads close inputs apart."""
    mixed = (values + np.uint64(0x9E3779B97F4A7C15)) * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


def is_one_of(codes: Codes, characters: str) -> Bits:
    """Whether each code point is one of a few characters of the BMP. Shape kept."""
    return look_up(_set_table(characters), codes)


def is_space(codes: Codes) -> Bits:
    """Whether each code point is white space. Shape kept."""
    return look_up(_bits(str.isspace), codes)


def is_blank(codes: Codes) -> Bits:
    """Whether each code point is white space or shows nothing: byte order marks, joiners."""
    return look_up(_bits(_is_blank), codes)


def is_word(codes: Codes) -> Bits:
    """Whether each code point is a letter, digit or combining mark. Shape kept."""
    return _test(codes, _is_word)


def is_upper(codes: Codes) -> Bits:
    """Whether each code point is an upper-case or title-case letter. Shape kept."""
    return _test(codes, _is_upper)


def is_lower(codes: Codes) -> Bits:
    """Whether each code point is a lower-case letter. Shape kept."""
    return _test(codes, str.islower)


def fold_codes(codes: Codes) -> Codes:
    """Folded code points. Shape kept."""
    return _with_astral(look_up(_fold_table(), codes), codes, _folded)


def hash_codes(codes: Codes) -> NDArray[np.uint64]:
    """The random-looking number of each folded code point. Shape kept."""
    return _with_astral(look_up(_hash_table(), codes), codes, _astral_hash)


def look_up(table: NDArray[T], codes: Codes) -> NDArray[T]:
    """Entries of a (65536,) table; code points above the BMP get its last entry. Shape kept.

    `take` that clips is three times as fast as indexing with uint32.
    """
    return table.take(codes, mode="clip")


def _with_astral(
    out: NDArray[T], codes: Codes, value: Callable[[list[str]], NDArray[T]]
) -> NDArray[T]:
    """Replace the entries of code points above the BMP by the values of their characters."""
    if codes.size and int(codes.max()) >= BMP:
        high = codes >= BMP
        distinct, inverse = np.unique(codes[high], return_inverse=True)
        out[high] = value([chr(code) for code in distinct.tolist()])[inverse]
    return out


def _test(codes: Codes, test: Callable[[str], bool]) -> Bits:
    def tested(characters: list[str]) -> Bits:
        return np.array([test(c) for c in characters], dtype=np.bool_)

    return _with_astral(look_up(_bits(test), codes), codes, tested)


def _folded(characters: list[str]) -> Codes:
    return np.array([ord(fold_character(c)) for c in characters], dtype=np.uint32)


def _astral_hash(characters: list[str]) -> NDArray[np.uint64]:
    return _mix(_folded(characters).astype(np.uint64)) ^ _ASTRAL_BASE
