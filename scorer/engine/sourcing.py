"""What each statement's sourcing amounts to: flags and reliability."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.features.extract import Extraction, Extractor
from scorer.features.relations import STANCES
from scorer.results.reliability import Sourcing, reliability

Mask = NDArray[np.bool_]
_NONE = ""


@dataclass(frozen=True, slots=True)
class Sourced:
    """Per statement, all (S,). `reliability`: float64, NaN where it is not defined."""

    attributed: Mask
    anonymous: Mask
    state_controlled: Mask
    unsubstantiated: Mask
    hedged: Mask
    reliability: NDArray[np.float64]


def sourced(extraction: Extraction, extractor: Extractor) -> Sourced:
    """Flags and reliability of every statement. No statements: empty arrays."""
    has = _Markers(extraction, extractor)
    main = extraction.voices.attribution
    found = extraction.attributions
    spoken = main >= 0
    kind = _codes([s.kind for s in found.speakers], main)
    relay = _codes([r.kind if r else None for r in found.relays], main)
    state = _codes([s.state for s in found.speakers], main)
    relay_state = _codes([r.state if r else None for r in found.relays], main)
    stance = np.where(spoken, found.relations.stance[main] if len(found) else -1, -1)
    named = _codes(list(found.names), main) != _NONE
    flags = {name: has(name) for name in ("unsubstantiated_claim", "hearsay", "corroboration")}
    columns = (kind, state, relay, relay_state, stance, *flags.values())
    return Sourced(
        attributed=named & (kind != "anonymous"),
        anonymous=(kind == "anonymous") | has("anonymous_source"),
        state_controlled=(kind == "state_media")
        | (relay == "state_media")
        | has("state_media_source"),
        unsubstantiated=flags["unsubstantiated_claim"],
        hedged=has("hedge"),
        reliability=_reliabilities(columns),
    )


def _codes(values: list[str | None], number: NDArray[np.int64]) -> NDArray[np.str_]:
    """`values[number]` as text, "" for None and for -1."""
    padded = np.array([*(v or _NONE for v in values), _NONE])
    return padded[number]


def _reliabilities(columns: tuple[NDArray[np.generic], ...]) -> NDArray[np.float64]:
    """Reliability of each statement; equal sourcing is worked out once."""
    known: dict[tuple[object, ...], float] = {}
    out: list[float] = []
    for row in zip(*(column.tolist() for column in columns), strict=True):
        if row not in known:
            kind, state, relay, relay_state, stance, unsubstantiated, hearsay, corroborated = row
            sourcing = Sourcing(
                kind or None,
                state or None,
                relay or None,
                relay_state or None,
                STANCES[stance] if stance >= 0 else None,
                corroborated,
                unsubstantiated,
                hearsay,
            )
            known[row] = reliability(sourcing)
        out.append(known[row])
    return np.array(out, dtype=np.float64)


class _Markers:
    """Which statements have a marker."""

    def __init__(self, extraction: Extraction, extractor: Extractor) -> None:
        self._spans = extraction.spans
        self._size = extraction.reading.statement_start.size
        self._ids = {marker.id: i for i, marker in enumerate(extractor.catalogue.markers)}

    def __call__(self, marker: str) -> Mask:
        """Bool (S,); all false where the catalogue has no such marker."""
        mask = np.zeros(self._size, dtype=np.bool_)
        if marker in self._ids:
            mask[self._spans.statement[self._spans.marker == self._ids[marker]]] = True
        return mask
