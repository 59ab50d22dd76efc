"""Spans of evidence: which marker, where, whose words."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.features.tokens import Offsets

VOICES = ("narrator", "quoted", "reported", "mixed")


@dataclass(frozen=True, slots=True)
class SpanTable:
    """M spans sorted by (statement, start, end, marker).

    `statement`, `start`, `end`: int64 (M,), offsets into the batch text. `marker`: int16, number in
    the catalogue. `voice`: int8, index into VOICES. `attribution`: int64, the attribution whose
    content holds the span, -1 for the narrator. `note`: one string or None each.
    """

    statement: Offsets
    start: Offsets
    end: Offsets
    marker: NDArray[np.int16]
    voice: NDArray[np.int8]
    attribution: Offsets
    note: Sequence[str | None]

    def __len__(self) -> int:
        return int(self.start.size)


def longest(marker: Offsets, start: Offsets, end: Offsets) -> Offsets:
    """Numbers of the spans to keep so that no marker overlaps itself: the longest, then the first.

    int64, increasing order of (marker, start). Empty in, empty out.
    """
    order = np.lexsort((-end, start, marker))
    kept: list[int] = []
    group: list[int] = []
    reach, current = -1, -1
    markers, starts, ends = marker.tolist(), start.tolist(), end.tolist()
    for i in order.tolist():
        if markers[i] != current or starts[i] >= reach:
            kept += _pick(group, starts, ends)
            group, reach, current = [], -1, markers[i]
        group.append(i)
        reach = max(reach, ends[i])
    kept += _pick(group, starts, ends)
    return np.array(kept, dtype=np.int64)


def _pick(group: list[int], starts: list[int], ends: list[int]) -> list[int]:
    """Of overlapping spans, the longest that do not overlap, in text order."""
    if len(group) < 2:
        return group
    chosen: list[tuple[int, int, int]] = []  # (start, end, number), sorted
    for i in sorted(group, key=lambda i: (starts[i] - ends[i], starts[i])):
        at = bisect(chosen, (starts[i],))
        free = at == 0 or chosen[at - 1][1] <= starts[i]
        if free and (at == len(chosen) or ends[i] <= chosen[at][0]):
            chosen.insert(at, (starts[i], ends[i], i))
    return [i for _, _, i in chosen]
