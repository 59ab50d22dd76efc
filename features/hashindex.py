"""Where a hash stands among many: an open-addressing table that numpy looks up for whole arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.features.tokens import Hashes, Offsets

_BLOOM_BITS = 20
_BLOOM_SHIFT = np.uint64(64 - _BLOOM_BITS)


@dataclass(frozen=True, slots=True)
class HashIndex:
    """K distinct hashes. `keys`: uint64 (K,). `table`: int32, the number of a key or -1.

    A key stands at the place given by its top bits, or up to `probes` - 1 places behind it. At most
    an eighth of the table is filled, so that few probes are needed.
    """

    keys: Hashes
    table: NDArray[np.int32]
    shift: np.uint64
    probes: int

    def find(self, hashes: Hashes) -> Offsets:
        """The number of each hash among the keys, -1 for one that is none. int64, same shape."""
        found = np.full(hashes.shape, -1, dtype=np.int64)
        if not self.keys.size:
            return found
        place = (hashes >> self.shift).astype(np.intp)
        for probe in range(self.probes):
            number = self.table.take(place + probe)
            right = np.flatnonzero(self.keys.take(number) == hashes)
            right = right[number[right] >= 0]
            found[right] = number[right]
        return found


def hash_index(keys: Hashes) -> HashIndex:
    """Index distinct hashes."""
    bits = max(10, int(keys.size).bit_length() + 3)
    shift = np.uint64(64 - bits)
    place = (keys >> shift).astype(np.intp)
    probes = 0
    waiting = np.arange(keys.size)
    table = np.full(1 << bits, -1, dtype=np.int32)
    spare = np.full(64, -1, dtype=np.int32)  # for keys at the very end of the table
    table = np.concatenate([table, spare])
    while waiting.size:
        at = place[waiting] + probes
        free = table[at] < 0
        _, first = np.unique(at[free], return_index=True)
        placed = np.flatnonzero(free)[first]
        table[at[placed]] = waiting[placed]
        waiting = np.delete(waiting, placed)
        probes += 1
        if probes > spare.size:
            raise ValueError("the hashes to index are not spread out")
    return HashIndex(keys, table, shift, probes)


def bloom_slot(hashes: Hashes) -> NDArray[np.int64]:
    """The place of each hash in a bit map, int64, same shape."""
    slots: NDArray[np.int64] = (hashes >> _BLOOM_SHIFT).astype(np.int64)
    return slots


def bloom(hashes: Hashes) -> NDArray[np.bool_]:
    """A bit map of hashes: most others fall on a place that is not set. bool (2**20,)."""
    bits = np.zeros(1 << _BLOOM_BITS, dtype=np.bool_)
    bits[bloom_slot(hashes)] = True
    return bits
