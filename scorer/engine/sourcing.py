"""What each statement's sourcing amounts to: flags and reliability."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.features.extract import Extraction, Extractor
from scorer.results.reliability import Sourcing, reliability

Mask = NDArray[np.bool_]


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
    main = extraction.voices.attribution.tolist()
    found = [extraction.reading.attributions[m] if m >= 0 else None for m in main]
    kinds = np.array([a and a.speaker.kind for a in found], dtype=object)
    named = np.array([bool(a and a.speaker.name) for a in found], dtype=np.bool_)
    relay = np.array(
        [bool(a and a.relay and a.relay.kind == "state_media") for a in found], dtype=np.bool_
    )
    unsubstantiated, hearsay = has("unsubstantiated_claim"), has("hearsay")
    corroborated = has("corroboration")
    values = [
        reliability(
            Sourcing(
                a.speaker.kind if a else None,
                a.speaker.state if a else None,
                a.relay.kind if a and a.relay else None,
                a.relay.state if a and a.relay else None,
                a.stance if a else None,
                bool(corroborated[s]),
                bool(unsubstantiated[s]),
                bool(hearsay[s]),
            )
        )
        for s, a in enumerate(found)
    ]
    return Sourced(
        attributed=named & (kinds != "anonymous"),
        anonymous=(kinds == "anonymous") | has("anonymous_source"),
        state_controlled=(kinds == "state_media") | relay | has("state_media_source"),
        unsubstantiated=unsubstantiated,
        hedged=has("hedge"),
        reliability=np.array(values, dtype=np.float64),
    )


class _Markers:
    """Which statements have a marker."""

    def __init__(self, extraction: Extraction, extractor: Extractor) -> None:
        self._spans = extraction.spans
        self._size = extraction.reading.statement_start.size
        self._ids = {marker.id: i for i, marker in enumerate(extractor.catalogue.markers)}

    def __call__(self, marker: str) -> Mask:
        """bool (S,); all false where the catalogue has no such marker."""
        mask = np.zeros(self._size, dtype=np.bool_)
        if marker in self._ids:
            mask[self._spans.statement[self._spans.marker == self._ids[marker]]] = True
        return mask
