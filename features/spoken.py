"""Attributions with their speakers, as arrays and as rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from scorer.features.relations import PATTERNS, STANCES, TYPES, Relations
from scorer.features.speaker import Speaker
from scorer.features.tokens import Offsets
from scorer.features.wordtable import Mask


@dataclass(frozen=True, slots=True)
class Attribution:
    """One relation as a row. Offsets into the batch text, -1 where missing."""

    type: str
    statement: int
    cue_start: int
    cue_end: int
    source_start: int
    source_end: int
    content_start: int
    content_end: int
    stance: str
    pattern: str
    speaker: Speaker
    relay: Speaker | None
    relay_start: int
    relay_end: int


@dataclass(frozen=True, slots=True)
class Attributions:
    """R relations with their speakers, sorted by (statement, cue).

    `relations`: the arrays. `source_start`, `source_end`: int64 (R,) offsets, -1 where nobody is
    named. `speakers`, `relays`: who they are. `relay_start`, `relay_end`: where a relay is named.
    `relays_only`: bool (R,), an outlet that only passes on what others say here. `speech`: bool
    (R,), the content is what was said or thought; false for the object of "criticised".
    """

    relations: Relations
    source_start: Offsets
    source_end: Offsets
    speakers: list[Speaker]
    relays: list[Speaker | None]
    relay_start: Offsets
    relay_end: Offsets
    relays_only: Mask
    speech: Mask
    names: tuple[str | None, ...] = field(default=())

    def __len__(self) -> int:
        return len(self.speakers)

    def __iter__(self) -> Iterator[Attribution]:
        return (self[i] for i in range(len(self)))

    def __getitem__(self, number: int) -> Attribution:
        """One relation as a row."""
        r = self.relations
        return Attribution(
            TYPES[int(r.type[number])],
            int(r.statement[number]),
            int(r.cue_start[number]),
            int(r.cue_end[number]),
            int(self.source_start[number]),
            int(self.source_end[number]),
            int(r.content_start[number]),
            int(r.content_end[number]),
            STANCES[int(r.stance[number])],
            PATTERNS[int(r.pattern[number])],
            self.speakers[number],
            self.relays[number],
            int(self.relay_start[number]),
            int(self.relay_end[number]),
        )
