"""Attribution: who is said to have said what."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.features.reading import Reading
from scorer.seeds.registry import Registry


@dataclass(slots=True)
class Attribution:
    """One relation of source, cue and content. Offsets into the batch text, -1 where missing."""

    type: str
    cue_start: int
    cue_end: int
    source_start: int
    source_end: int
    content_start: int
    content_end: int
    stance: str = "neutral"
    speaker: str | None = None
    speaker_id: str | None = None
    source_kind: str | None = None
    state: str | None = None
    relay: str | None = None
    outlet_id: str | None = None
    relay_state: str | None = None


@dataclass(frozen=True, slots=True)
class Attributor:
    registry: Registry

    @classmethod
    def load(cls, registry: Registry) -> Attributor:
        return cls(registry)

    def find(self, reading: Reading) -> tuple[Attribution, ...]:
        return ()
