"""Relations of source, cue and content, as arrays."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from scorer.features.tokens import Offsets
from scorer.features.wordtable import Mask

PATTERNS = (
    "say", "tell", "ask", "think", "object", "describe", "noun", "prep", "adverb", "bare", "colon",
    "quote",
)  # fmt: skip
STANCES = ("neutral", "doubts", "endorses", "denies")
TYPES = ("direct", "indirect", "mixed")
DIRECT, INDIRECT, MIXED = range(3)
P = {name: number for number, name in enumerate(PATTERNS)}


@dataclass(frozen=True, slots=True)
class Relations:
    """R relations. All arrays (R,), int64 unless said; -1 stands for "none".

    `pattern`, `stance`, `type`: numbers in PATTERNS, STANCES, TYPES. `cue_*`, `content_*`: offsets.
    `source_*`, `told_*`: tokens (half-open) of the source, and of the recipient of "told X".
    `embedded`: bool, the cue stands in a noun phrase or a relative clause. `follows`: the relation
    whose speaker goes on in a quotation without a cue.
    """

    statement: Offsets
    pattern: Offsets
    stance: Offsets
    cue_start: Offsets
    cue_end: Offsets
    content_start: Offsets
    content_end: Offsets
    source_first: Offsets
    source_last: Offsets
    told_first: Offsets
    told_last: Offsets
    type: Offsets
    embedded: Mask
    follows: Offsets

    def __len__(self) -> int:
        return int(self.statement.size)

    def take(self, where: NDArray[np.generic]) -> Relations:
        """The relations at some places, in that order. `follows` is kept as it is."""
        return Relations(*(getattr(self, f.name)[where] for f in fields(self)))

    def with_follows(self, follows: Offsets) -> Relations:
        """The same with other links."""
        return replace(self, follows=follows)


def make(
    statement: Offsets, pattern: Offsets | int, content: tuple[Offsets, Offsets], **given: Offsets
) -> Relations:
    """Relations with -1 (or neutral) for all that is not given."""
    none = np.full(statement.size, -1, dtype=np.int64)
    columns: dict[str, NDArray[np.generic]] = {f.name: none for f in fields(Relations)}
    columns |= {
        "statement": statement,
        "pattern": none * 0 + pattern,
        "stance": none * 0,
        "type": none * 0 + INDIRECT,
        "embedded": np.zeros(statement.size, dtype=np.bool_),
        "content_start": content[0],
        "content_end": content[1],
        **given,
    }
    return Relations(**columns)  # type: ignore[arg-type]


def join(parts: list[Relations]) -> Relations:
    """All relations of several, one after the other."""
    return Relations(
        *(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Relations))
    )
