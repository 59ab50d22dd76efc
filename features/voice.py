"""Voice: whose words a statement or a marker is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.features.catalogue import Candidates
from scorer.features.reading import Reading
from scorer.features.relations import P
from scorer.features.spans import SpanTable
from scorer.features.spoken import Attributions
from scorer.features.tokens import Offsets

NARRATOR, QUOTED, REPORTED, MIXED = range(4)
_MAIN_SHARE = 0.4  # content must hold this share of a statement's other words to be its main clause
_LEAD = 60  # code points that may stand before the subject of the main clause ("On Tuesday, …")
_FRAGMENT = 3  # quoted words that leave a statement `reported`


@dataclass(frozen=True, slots=True)
class Voices:
    """Voice of each statement, int8 (S,), and its outermost attribution, int64 (S,), -1 if none."""

    voice: NDArray[np.int8]
    attribution: Offsets


class _Words:
    """Counts of words and quoted words between offsets, for arrays of offsets."""

    def __init__(self, reading: Reading) -> None:
        self.start = reading.token_start
        inside = reading.quotes.inside(self.start)
        self.quoted = np.concatenate([np.zeros(1, np.int64), np.cumsum(inside)])

    def count(self, start: Offsets, end: Offsets) -> tuple[Offsets, Offsets]:
        """Words, and quoted words, of each stretch; 0 for an empty one."""
        a = np.searchsorted(self.start, start)
        b = np.maximum(np.searchsorted(self.start, end), a)
        return b - a, self.quoted[b] - self.quoted[a]


def statement_voices(reading: Reading, found: Attributions) -> Voices:
    """Decide voice and outermost attribution of every statement."""
    size = reading.statement_start.size
    words = _Words(reading)
    main = _main(reading, found, words)
    voice = np.full(size, NARRATOR, dtype=np.int8)
    spoken = np.flatnonzero(main >= 0)
    r = found.relations
    start = np.maximum(reading.statement_start[spoken], r.content_start[main[spoken]])
    end = np.minimum(reading.statement_end[spoken], r.content_end[main[spoken]])
    said, quoted = words.count(start, end)
    voice[spoken] = np.where(quoted >= said, QUOTED, np.where(quoted <= _FRAGMENT, REPORTED, MIXED))
    first, last = reading.first_token, reading.last_token
    whole = (words.quoted[last] - words.quoted[first] == last - first) & (last > first)
    voice[whole & (main < 0)] = QUOTED
    return Voices(voice, main)


def _main(reading: Reading, found: Attributions, words: _Words) -> Offsets:
    """The outermost attribution that covers the main clause of each statement, or -1.

    Outermost is the one whose content holds the others; side by side, the first in the text. An
    outlet that only relays gives way to whoever speaks through it.
    """
    main = np.full(reading.statement_start.size, -1, dtype=np.int64)
    owner, statement = _pairs(reading, found)
    good = _covers(reading, found, words, owner, statement)
    r = found.relations
    relays = found.relays_only.tolist()
    at = np.where(r.cue_start >= 0, r.cue_start, r.content_start).tolist()
    begin, end = r.content_start.tolist(), r.content_end.tolist()
    for number, s in zip(owner[good].tolist(), statement[good].tolist(), strict=True):
        current = int(main[s])
        if current < 0:
            main[s] = number
        elif relays[current] != relays[number]:
            main[s] = number if relays[current] else current
        elif begin[number] <= at[current] < end[number]:
            main[s] = number
    return main


def _pairs(reading: Reading, found: Attributions) -> tuple[Offsets, Offsets]:
    """Every attribution that can be a main clause with every statement that its content touches."""
    r = found.relations
    number = np.flatnonzero(found.speech & ~r.embedded)
    starts = reading.statement_start
    first = np.maximum(np.searchsorted(starts, r.content_start[number], "right") - 1, 0)
    count = np.maximum(np.searchsorted(starts, r.content_end[number]) - first, 0)
    owner = np.repeat(number, count)
    step = np.arange(owner.size) - np.repeat(np.cumsum(count) - count, count)
    return owner, np.repeat(first, count) + step


def _covers(
    reading: Reading, found: Attributions, words: _Words, owner: Offsets, statement: Offsets
) -> NDArray[np.bool_]:
    """Whether each content holds the main clause of the statement beside it."""
    r = found.relations
    start, end = reading.statement_start[statement], reading.statement_end[statement]
    begin, stop = r.content_start[owner], r.content_end[owner]
    total, _ = words.count(start, end)
    said, _ = words.count(np.maximum(start, begin), np.minimum(end, stop))
    for a, b in (
        (found.source_start[owner], found.source_end[owner]),
        (r.cue_start[owner], r.cue_end[owner]),
    ):
        outside = (a >= start) & (a < end) & ~((a >= begin) & (a < stop))
        total = total - np.where(outside, words.count(a, b)[0], 0)
    source = found.source_start[owner]
    leads = (source >= start) & (source - start <= _LEAD) & (r.pattern[owner] != P["prep"])
    leads &= r.cue_start[owner] >= found.source_end[owner]
    leads |= begin <= start  # “…,” he said: what opens the statement is its main clause
    covers: NDArray[np.bool_] = (said > 0) & ((said >= _MAIN_SHARE * total) | leads)
    return covers


def span_table(reading: Reading, spoken: Attributions, found: Candidates) -> SpanTable:
    """Spans with statement, voice and attribution, sorted by (statement, start, end, marker)."""
    statement = np.searchsorted(reading.statement_start, found.start, "right") - 1
    inside = statement >= 0
    if statement.size and reading.statement_end.size:
        inside &= found.end <= reading.statement_end[np.maximum(statement, 0)]
    order = np.lexsort((found.marker, found.end, found.start, statement))
    order = order[inside[order]]
    start, end = found.start[order], found.end[order]
    quoted = reading.quotes.inside(start)
    owner = _owners(reading, spoken, statement[order], (start, end), quoted)
    voice = np.where(quoted, QUOTED, np.where(owner >= 0, REPORTED, NARRATOR)).astype(np.int8)
    numbers: list[int] = order.tolist()
    notes = [found.note[i] for i in numbers]
    return SpanTable(
        statement[order], start, end, found.marker[order].astype(np.int16), voice, owner, notes
    )


def _owners(
    reading: Reading,
    spoken: Attributions,
    statement: Offsets,
    span: tuple[Offsets, Offsets],
    quoted: NDArray[np.bool_],
) -> Offsets:
    """The innermost attribution whose content holds each span, -1 for none. int64 (M,).

    Contents are painted on the tokens from the largest to the smallest.
    """
    (start, end), r = span, spoken.relations
    speaks = ~spoken.relays_only & (r.pattern != P["adverb"])
    number = np.flatnonzero(speaks)
    order = number[np.argsort(r.content_start[number] - r.content_end[number], kind="stable")]
    first = np.searchsorted(reading.token_start, r.content_start[order]).tolist()
    last = np.searchsorted(reading.token_start, r.content_end[order]).tolist()
    speech = spoken.speech[order].tolist()
    paint = np.full(reading.token_start.size + 1, -1, dtype=np.int64)
    objects = paint.copy()
    for k, a, b, says in zip(order.tolist(), first, last, speech, strict=True):
        (paint if says else objects)[a:b] = k
    at = np.searchsorted(reading.token_start, start)
    at -= np.searchsorted(reading.token_start, end) == at  # signs go with the word before them
    at = np.maximum(at, reading.first_token[statement])
    owner = np.where(quoted & (objects[at] >= 0), objects[at], paint[at])
    if len(spoken):
        held = (r.content_start[owner] <= start) & (end <= r.content_end[owner])
        owner[~held] = -1
    return owner
