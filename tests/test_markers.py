"""Every marker's own examples, and what holds for all of them."""

from __future__ import annotations

from functools import cache

import pytest

from scorer.features.batch import make_batch
from scorer.features.catalogue import Catalogue, default_catalogue
from scorer.features.extract import Extractor
from scorer.features.marker import CATEGORIES, Marker
from scorer.features.markers import load_markers
from scorer.features.reading import Reading, read

extractor = cache(Extractor.load)
MARKERS = load_markers()
HITS = [(marker, text) for marker in MARKERS for text in marker.hits]
MISSES = [(marker, text) for marker in MARKERS for text in marker.misses]


def expected_spans(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Text without ⟦ and ⟧, and the spans they stood around."""
    text, spans, start = "", [], 0
    for character in marked:
        if character == "⟦":
            start = len(text)
        elif character == "⟧":
            spans.append((start, len(text)))
        else:
            text += character
    return text, spans


def found_spans(catalogue: Catalogue, marker_id: str, text: str) -> list[tuple[int, int]]:
    """What one marker finds in a text."""
    found = catalogue.find(read_text(text))
    names = [catalogue.markers[m].id for m in found.marker.tolist()]
    spans = zip(names, found.start.tolist(), found.end.tolist(), strict=True)
    return [(start, end) for name, start, end in spans if name == marker_id]


def read_text(text: str) -> Reading:
    """A text with everything a marker may look at."""


    return extractor().prepare(make_batch([text]))


@pytest.mark.parametrize(("marker", "text"), HITS, ids=lambda v: v.id if isinstance(v, Marker) else v[:40])
def test_example_is_found(marker: Marker, text: str) -> None:
    plain, spans = expected_spans(text)
    assert spans, "a hit example needs a span between ⟦ and ⟧"
    found = found_spans(default_catalogue(), marker.id, plain)
    assert [plain[a:b] for a, b in found] == [plain[a:b] for a, b in spans]
    assert found == spans


@pytest.mark.parametrize(("marker", "text"), MISSES, ids=lambda v: v.id if isinstance(v, Marker) else v[:40])
def test_near_miss_is_not_found(marker: Marker, text: str) -> None:
    found = found_spans(default_catalogue(), marker.id, text)
    assert [text[a:b] for a, b in found] == []


@pytest.mark.parametrize("marker", MARKERS, ids=lambda m: m.id)
def test_marker_is_documented(marker: Marker) -> None:
    assert marker.category in CATEGORIES
    assert len(marker.hits) >= 5
    assert len(marker.misses) >= 5
    for text in (marker.summary, marker.finds, marker.matters, *marker.false_alarms, *marker.references):
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
        "unsubstantiated_claim anonymous_source vague_attribution state_media_source denial corroboration "
        "hedge hearsay doubting_cue narrative_framing scare_quotes loaded_language name_calling absolute"
    )
    assert set(wanted.split()) <= {marker.id for marker in MARKERS}


def test_empty_text_has_no_spans() -> None:
    found = default_catalogue().find(read(make_batch([""])))
    assert found.start.size == 0
