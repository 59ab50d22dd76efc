"""Voice: whose words a statement or a marker is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scorer.features.catalogue import Candidates
from scorer.features.reading import Reading
from scorer.features.spans import SpanTable

NARRATOR, QUOTED, REPORTED, MIXED = range(4)


def statement_voices(reading: Reading) -> NDArray[np.int8]:
    """int8 (S,): index into VOICES."""
    inside = reading.quotes.inside(reading.token_start).astype(np.float64)
    total = np.concatenate([np.zeros(1), np.cumsum(inside)])
    count = reading.last_token - reading.first_token
    share = (total[reading.last_token] - total[reading.first_token]) / np.maximum(count, 1)
    return np.where(share > 0.5, QUOTED, NARRATOR).astype(np.int8)


def span_table(reading: Reading, found: Candidates) -> SpanTable:
    """Spans with their statement, voice and attribution, sorted by (statement, start, end, marker)."""
    statement = np.searchsorted(reading.statement_start, found.start, "right") - 1
    inside = (statement >= 0) & (found.end <= reading.statement_end[np.maximum(statement, 0)])
    order = np.lexsort((found.marker, found.end, found.start, statement))
    order = order[inside[order]]
    voice = np.where(reading.quotes.inside(found.start), QUOTED, NARRATOR).astype(np.int8)
    return SpanTable(
        statement[order],
        found.start[order],
        found.end[order],
        found.marker[order].astype(np.int16),
        voice[order],
        np.full(order.size, -1, dtype=np.int64),
        [found.note[i] for i in order.tolist()],
    )
