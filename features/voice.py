"""Voice: whose words a statement or a marker is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.features.attribution import Attribution
from scorer.features.catalogue import Candidates
from scorer.features.reading import Reading
from scorer.features.spans import SpanTable
from scorer.features.tokens import Offsets

NARRATOR, QUOTED, REPORTED, MIXED = range(4)
_MAIN_SHARE = 0.4  # content must hold this share of a statement's other words to be its main clause
_LEAD = 8  # words that may stand before the subject of the main clause ("On Tuesday, …")
_FRAGMENT = 3  # quoted words that leave a statement `reported`


@dataclass(frozen=True, slots=True)
class Voices:
    """Voice of each statement, int8 (S,), and its outermost attribution, int64 (S,), -1 if none."""

    voice: NDArray[np.int8]
    attribution: Offsets


def statement_voices(reading: Reading) -> Voices:
    """Decide voice and outermost attribution of every statement."""
    size = reading.statement_start.size
    main = np.full(size, -1, dtype=np.int64)
    voice = np.full(size, NARRATOR, dtype=np.int8)
    if not size:
        return Voices(voice, main)
    counter = _Counter(reading)
    _choose_main(reading, counter, main)
    for s in np.flatnonzero(main >= 0).tolist():
        voice[s] = _voice(reading, counter, s, reading.attributions[int(main[s])])
    wholly = counter.wholly_quoted() & (main < 0)
    voice[wholly] = QUOTED
    return Voices(voice, main)


def _choose_main(reading: Reading, counter: _Counter, main: Offsets) -> None:
    """The outermost attribution that covers the main clause of each statement.

    Outermost is the one whose content holds the others; side by side, the first in the text. An
    outlet that only relays gives way to whoever speaks through it.
    """
    attributions = reading.attributions
    starts = reading.statement_start
    for number, attribution in enumerate(attributions):
        if attribution.embedded or not attribution.speech:
            continue
        first = int(np.searchsorted(starts, attribution.content_start, "right")) - 1
        last = int(np.searchsorted(starts, attribution.content_end))
        for s in range(max(first, 0), last):
            current = attributions[int(main[s])] if main[s] >= 0 else None
            if counter.covers(s, attribution) and _precedes(attribution, current):
                main[s] = number


def _precedes(new: Attribution, current: Attribution | None) -> bool:
    if current is None or current.relays_only != new.relays_only:
        return current is None or current.relays_only
    at = current.cue_start if current.cue_start >= 0 else current.content_start
    return new.content_start <= at < new.content_end


class _Counter:
    """Counts of words and quoted words between offsets."""

    def __init__(self, reading: Reading) -> None:
        inside = reading.quotes.inside(reading.token_start)
        self._quoted = np.concatenate([np.zeros(1, np.int64), np.cumsum(inside)])
        self._reading = reading

    def _token(self, offset: int) -> int:
        return int(np.searchsorted(self._reading.token_start, offset))

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Words, and quoted words, between two offsets."""
        a, b = self._token(start), self._token(end)
        return max(b - a, 0), max(int(self._quoted[b] - self._quoted[a]), 0) if b > a else 0

    def covers(self, s: int, attribution: Attribution) -> bool:
        """Whether the content holds the main clause of statement `s`."""
        start, end = int(self._reading.statement_start[s]), int(self._reading.statement_end[s])
        words, _ = self.between(start, end)
        said, _ = self.between(
            max(start, attribution.content_start), min(end, attribution.content_end)
        )
        for a, b in (
            (attribution.source_start, attribution.source_end),
            (attribution.cue_start, attribution.cue_end),
        ):
            if start <= a < end and not attribution.content_start <= a < attribution.content_end:
                words -= self.between(a, b)[0]
        return said > 0 and (said >= _MAIN_SHARE * words or self._leads(start, attribution))

    def _leads(self, start: int, attribution: Attribution) -> bool:
        """Whether the source opens the statement, so that the cue is its main verb."""
        if attribution.source_start < start or attribution.cue_start < attribution.source_end:
            return False
        before = self._reading.text[start : attribution.source_start]
        return len(before.split()) <= _LEAD and before.count(",") <= 1

    def wholly_quoted(self) -> NDArray[np.bool_]:
        """Statements all of whose words stand in quotation marks, bool (S,)."""
        first, last = self._reading.first_token, self._reading.last_token
        whole: NDArray[np.bool_] = self._quoted[last] - self._quoted[first] == last - first
        return whole & (last > first)


def _voice(reading: Reading, counter: _Counter, s: int, attribution: Attribution) -> int:
    start = max(int(reading.statement_start[s]), attribution.content_start)
    end = min(int(reading.statement_end[s]), attribution.content_end)
    words, quoted = counter.between(start, end)
    if quoted >= words:
        return QUOTED
    return REPORTED if quoted <= _FRAGMENT else MIXED


def span_table(reading: Reading, found: Candidates) -> SpanTable:
    """Spans with their statement, voice and attribution, sorted by (statement, start, end, marker)."""
    statement = np.searchsorted(reading.statement_start, found.start, "right") - 1
    inside = (statement >= 0) & (found.start >= 0)
    inside &= found.end <= reading.statement_end[np.maximum(statement, 0)] if statement.size else inside
    order = np.lexsort((found.marker, found.end, found.start, statement))
    order = order[inside[order]]
    start = found.start[order]
    quoted = reading.quotes.inside(start)
    owner = _owners(reading.attributions, start, found.end[order], quoted)
    voice = np.where(quoted, QUOTED, np.where(owner >= 0, REPORTED, NARRATOR)).astype(np.int8)
    return SpanTable(
        statement[order],
        start,
        found.end[order],
        found.marker[order].astype(np.int16),
        voice,
        owner,
        [found.note[i] for i in order.tolist()],
    )


def _owners(
    attributions: Sequence[Attribution], start: Offsets, end: Offsets, quoted: NDArray[np.bool_]
) -> Offsets:
    """The innermost attribution whose content holds each span, -1 for none. int64 (M,)."""
    owner = np.full(start.size, -1, dtype=np.int64)
    by_size = sorted(
        range(len(attributions)),
        key=lambda k: attributions[k].content_start - attributions[k].content_end,
    )
    for number in by_size:  # larger contents first, so that inner ones overwrite them
        attribution = attributions[number]
        if attribution.relays_only or attribution.pattern == "adverb":
            continue
        first = int(np.searchsorted(start, attribution.content_start))
        last = int(np.searchsorted(start, attribution.content_end))
        if first >= last:
            continue
        held = end[first:last] <= attribution.content_end
        if not attribution.speech:
            held &= quoted[first:last]
        owner[first:last][held] = number
    return owner
