"""Quotations: every kind of mark, unbalanced ones and those that run over paragraphs.

Marks are found on the whole batch; Python looks at each mark once, so time is linear in their
number. A straight or curly single mark counts only where it cannot be an apostrophe.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.features.batch import Batch
from scorer.features.quotemarks import double_spans
from scorer.features.singlemarks import single_spans
from scorer.features.statements import Statements
from scorer.features.tokens import Offsets

_NOTHING = re.compile(r"[\s“”„‟\"‘’'«»]*")


@dataclass(frozen=True, slots=True)
class Quotes:
    """Q quotations sorted by start. All arrays (Q,).

    `start`, `end`: int64, the words inside the marks. `outer_start`, `outer_end`: the same with the
    marks. `level`: int8, 0 outermost. `single`: bool, single marks. `closed`: bool, the closing
    mark is there. `goes_on`: bool, the next paragraph opens with a mark and continues it.
    """

    start: Offsets
    end: Offsets
    outer_start: Offsets
    outer_end: Offsets
    level: NDArray[np.int8]
    single: NDArray[np.bool_]
    closed: NDArray[np.bool_]
    goes_on: NDArray[np.bool_]

    def inside(self, offset: Offsets) -> NDArray[np.bool_]:
        """Whether each offset lies in a quotation; bool, shape of `offset`."""
        top = np.flatnonzero(self.level == 0)
        at = np.searchsorted(self.outer_start[top], offset, "right") - 1
        if not top.size:
            return np.zeros(offset.shape, dtype=np.bool_)
        return (at >= 0) & (offset < self.outer_end[top][np.maximum(at, 0)])


def find_quotes(batch: Batch, statements: Statements) -> Quotes:
    """All quotations of the batch, none of them empty. No marks: Q = 0."""
    spans = double_spans(batch, statements) + single_spans(batch, statements)
    spans = [span for span in spans if not _NOTHING.fullmatch(batch.text, span.start, span.end)]
    spans.sort(key=lambda span: (span.start, -span.end))
    table = np.array([span[:4] for span in spans], dtype=np.int64).reshape(-1, 4)
    flags = np.array([span[4:] for span in spans], dtype=np.bool_).reshape(-1, 3)
    starts, ends, opens, closes = table.T
    return Quotes(starts, ends, opens, closes, _levels(starts, ends), *flags.T)


def _levels(start: Offsets, end: Offsets) -> NDArray[np.int8]:
    """1 for quotations inside another one, else 0."""
    level = np.zeros(start.size, dtype=np.int8)
    if start.size:
        level[1:] = start[1:] < np.maximum.accumulate(end)[:-1]
    return level
