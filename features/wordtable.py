"""Small word lists as a table that one gather looks up for all tokens of a batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.features.tokens import Hashes, hash_words

Mask = NDArray[np.bool_]

_BITS = 15
_SHIFT = np.uint64(64 - _BITS)


@dataclass(frozen=True, slots=True)
class WordTable:
    """Words with a number each, at places given by the top bits of their multiplied hashes.

    The multiplier is chosen so that no two words share a place: one look-up decides.
    """

    multiplier: np.uint64
    hash: Hashes  # (2**15,)
    value: NDArray[np.uint8]  # (2**15,)

    def values(self, hashes: Hashes, missing: int = 0) -> NDArray[np.uint8]:
        """The number of each word, `missing` for one not in the table. uint8, same shape."""
        place = ((hashes * self.multiplier) >> _SHIFT).astype(np.intp)
        found = self.value.take(place)
        found[self.hash.take(place) != hashes] = missing
        return found

    def holds(self, hashes: Hashes) -> Mask:
        """Whether each word is in the table. bool, same shape."""
        place = ((hashes * self.multiplier) >> _SHIFT).astype(np.intp)
        held: Mask = self.hash.take(place) == hashes
        return held


def word_table(words: Sequence[str], values: Sequence[int] | None = None) -> WordTable:
    """A table of up to a few hundred distinct words; values are 0 to 255, 1 by default."""
    hashes = hash_words(list(words))
    numbers = np.array(values if values is not None else [1] * len(hashes), dtype=np.uint8)
    multiplier = np.uint64(0x9E3779B97F4A7C15)
    while True:
        place = ((hashes * multiplier) >> _SHIFT).astype(np.intp)
        if np.unique(place).size == np.unique(hashes).size:
            break
        multiplier = np.uint64(
            (int(multiplier) * 0xD1342543DE82EF95 + 2) & (2**64 - 1)
        ) | np.uint64(1)
    table = np.zeros(1 << _BITS, dtype=np.uint64)
    value = np.zeros(1 << _BITS, dtype=np.uint8)
    table[place], value[place] = hashes, numbers
    return WordTable(multiplier, table, value)
