"""The compiled catalogue: lexicons and rules together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from scorer.features import catalogue as module
from scorer.features.batch import make_batch
from scorer.features.catalogue import Catalogue, compile_catalogue
from scorer.features.cues import cue_table
from scorer.features.extract import Extractor
from scorer.features.lexicon import Hits
from scorer.features.marker import CATEGORIES, Found, Hit, Marker
from scorer.features.markers import load_markers
from scorer.features.phrasebook import Phrasebook, compile_phrasebook
from scorer.features.reading import Reading
from scorer.seeds.files import folder


def marker(name: str, **given: object) -> Marker:
    empty = ("", "", "", (), (), (), ())
    made: Marker = Marker(name, "style", *empty, **given)  # type: ignore[arg-type]
    return made


def test_every_lexicon_belongs_to_a_marker(extractor: Extractor) -> None:
    lexicons = {path.stem for path in (folder() / "lexicons").glob("*.csv")}
    assert lexicons <= {m.id for m in extractor.catalogue.markers}


def test_every_marker_finds_something(extractor: Extractor) -> None:
    with_rows = set(extractor.catalogue.marker_of.tolist())
    for number, made in enumerate(extractor.catalogue.markers):
        assert number in with_rows or made.find is not None


def test_phrases_belong_to_rows(extractor: Extractor) -> None:
    catalogue = extractor.catalogue
    assert len(catalogue.phrases) == len(catalogue.owners)
    assert set(catalogue.owners) == set(range(len(catalogue.rows)))
    assert catalogue.marker_of.shape == (len(catalogue.rows),)
    assert all(catalogue.phrases)


def test_markers_stand_by_category_and_id() -> None:
    places = [(CATEGORIES.index(m.category), m.id) for m in load_markers()]
    assert places == sorted(places)


def test_a_rule_and_its_note(extractor: Extractor) -> None:
    def find(reading: Reading) -> Iterator[Found]:
        at = reading.text.index("bridge")
        yield Found(at, at + 6, "a note")
        yield Found(at, at + 3)  # shorter, and overlaps

    catalogue = compile_catalogue([marker("no_such_lexicon", find=find)])
    reading = extractor.prepare(make_batch(["The bridge is closed."]))
    none = np.empty(0, dtype=np.int64)
    found = catalogue.find(reading, Hits(none, none, none, none))
    assert (found.start.tolist(), found.end.tolist()) == ([4], [10])
    assert found.note == ("a note",)


def test_keep_judges_every_hit_of_its_marker(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[str] = []

    def keep(reading: Reading, hit: Hit) -> bool:
        seen.append(reading.word(hit.first))
        return reading.is_capital(hit.first)

    source = folder() / "lexicons" / "absolute.csv"
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "mine.csv").write_bytes(source.read_bytes())
    monkeypatch.setattr(module, "folder", lambda: tmp_path)
    mine = compile_catalogue([marker("mine", keep=keep)])
    own = Extractor(mine, extractor.names, extractor.registry, _book(extractor, mine))
    assert own.markers("Nobody came. They found nobody.") == [("mine", 0, 6)]
    assert seen == ["nobody", "nobody"]


def _book(extractor: Extractor, mine: Catalogue) -> Phrasebook:
    return compile_phrasebook(mine, cue_table(), extractor.names)


def test_a_marker_never_overlaps_itself(extractor: Extractor) -> None:
    text = "There is absolutely no evidence at all, none whatsoever, not one shred of proof. " * 3
    reach: dict[str, int] = {}
    for name, start, end in sorted(extractor.markers(text)):
        assert start >= reach.get(name, 0)
        assert end > start
        reach[name] = end
    assert reach


def test_markers_of_a_text_do_not_depend_on_what_stands_beside_it(extractor: Extractor) -> None:
    text = "The claim was baseless. Everyone knows that it is always so."
    alone = extractor.markers(text)
    beside = extractor.markers(f"{text}\n\n{text}")
    shift = len(text) + 2
    assert [m for m in beside if m[1] < shift] == alone
    assert [(n, a - shift, b - shift) for n, a, b in beside if a >= shift] == alone
