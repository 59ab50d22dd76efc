"""Every marker's own examples, and what holds for all of them."""

from __future__ import annotations

from functools import cache

import pytest

from scorer.features.extract import Extractor
from scorer.features.marker import CATEGORIES, Marker
from scorer.features.markers import load_markers

extractor = cache(Extractor.load)
MARKERS = load_markers()
HITS = [(marker, text) for marker in MARKERS for text in marker.hits]
MISSES = [(marker, text) for marker in MARKERS for text in marker.misses]


def expected_spans(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Text without ⟦ and ⟧, and the spans they stood around."""
    text, start = "", 0
    spans: list[tuple[int, int]] = []
    for character in marked:
        if character == "⟦":
            start = len(text)
        elif character == "⟧":
            spans.append((start, len(text)))
        else:
            text += character
    return text, spans


def found_spans(marker_id: str, text: str) -> list[tuple[int, int]]:
    """What one marker finds in a text."""
    return [(start, end) for name, start, end in extractor().markers(text) if name == marker_id]


@pytest.mark.parametrize(
    ("marker", "text"), HITS, ids=lambda v: v.id if isinstance(v, Marker) else v[:40]
)
def test_example_is_found(marker: Marker, text: str) -> None:
    plain, spans = expected_spans(text)
    assert spans, "a hit example needs a span between ⟦ and ⟧"
    found = found_spans(marker.id, plain)
    assert [plain[a:b] for a, b in found] == [plain[a:b] for a, b in spans]
    assert found == spans


@pytest.mark.parametrize(
    ("marker", "text"), MISSES, ids=lambda v: v.id if isinstance(v, Marker) else v[:40]
)
def test_near_miss_is_not_found(marker: Marker, text: str) -> None:
    found = found_spans(marker.id, text)
    assert [text[a:b] for a, b in found] == []


@pytest.mark.parametrize("marker", MARKERS, ids=lambda m: m.id)
def test_marker_is_documented(marker: Marker) -> None:
    assert marker.category in CATEGORIES
    assert len(marker.hits) >= 5
    assert len(marker.misses) >= 5
    for text in (
        marker.summary,
        marker.finds,
        marker.matters,
        *marker.false_alarms,
        *marker.references,
    ):
        assert text.strip()
    assert "\n" not in marker.summary
    assert marker.false_alarms
    assert marker.references


def test_ids_are_unique_and_name_their_files() -> None:
    ids = [marker.id for marker in MARKERS]
    assert len(set(ids)) == len(ids)
    for marker in MARKERS:
        module = __import__(f"scorer.features.markers.{marker.id}", fromlist=["MARKER"])
        assert module.MARKER is marker


def test_first_set_is_there() -> None:
    wanted = (
        "unsubstantiated_claim anonymous_source vague_attribution state_media_source denial "
        "corroboration hedge hearsay doubting_cue narrative_framing scare_quotes loaded_language "
        "name_calling absolute"
    )
    assert set(wanted.split()) <= {marker.id for marker in MARKERS}


def test_empty_text_has_no_spans() -> None:
    assert extractor().markers("") == []
