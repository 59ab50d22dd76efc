"""Whose words a statement is, and whose a marker is."""

from __future__ import annotations

import pytest

from scorer.engine import Engine
from scorer.features.batch import make_batch
from scorer.features.extract import Extractor
from scorer.features.spans import VOICES
from scorer.results import Article


def voices(extractor: Extractor, text: str) -> list[str]:
    return [VOICES[v] for v in extractor.extract(make_batch([text])).voices.voice.tolist()]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("“The bridge is closed,” Anna Keller said.", "quoted"),
        ("Anna Keller said: “The bridge is closed.”", "quoted"),
        ("“The bridge is closed until May.”", "quoted"),
        ("Anna Keller said that the bridge was closed.", "reported"),
        ("Anna Keller said the road is “not safe” for trucks.", "reported"),
        ("Anna Keller said the road is “not very safe” for trucks.", "reported"),
        ("According to Anna Keller, the bridge was closed.", "reported"),
        ("It is alleged that the bridge was closed.", "reported"),
        ("The bridge was closed, TASS reported.", "reported"),
        ("Anna Keller denied that the bridge was closed.", "reported"),
        ("Anna Keller did not deny that the bridge was closed.", "reported"),
        ("Anna Keller said the road is “not safe for trucks” until May.", "mixed"),
        ("The bridge was closed on Monday.", "narrator"),
        ("Putin’s claim that the attackers fled is not supported.", "narrator"),
        ("The “bridge” was closed on Monday.", "narrator"),
        ("The deal was described by critics as a disaster for the region.", "narrator"),
        ("A TASS correspondent was arrested in Oslo on Monday.", "narrator"),
    ],
)
def test_voice_of_a_statement(extractor: Extractor, text: str, voice: str) -> None:
    assert voices(extractor, text) == [voice]


def test_words_around_a_quotation_are_the_narrators(extractor: Extractor) -> None:
    text = "The bridge is a disgrace. “It is closed,” Anna Keller said. Nobody came."
    assert voices(extractor, text) == ["narrator", "quoted", "narrator"]


def test_the_outermost_attribution_gives_the_speaker(engine: Engine) -> None:
    text = "Anna Keller said that Boris Meyer claimed that the bridge was closed."
    results = engine.score([Article("a", text)])
    assert len(results.attributions) == 2
    (row,) = results.statements.rows()
    assert (row.speaker, row.cue, row.stance) == ("Anna Keller", "said", "neutral")


def test_side_by_side_the_first_gives_the_speaker(engine: Engine) -> None:
    text = "Anna Keller said the bridge was closed, and Boris Meyer said the road was open."
    (row,) = engine.score([Article("a", text)]).statements.rows()
    assert row.speaker == "Anna Keller"


def test_an_outlet_that_relays_is_not_the_speaker(engine: Engine) -> None:
    text = "BELTA reported that Lukashenko said the attackers had tried to enter Belarus."
    (row,) = engine.score([Article("a", text)]).statements.rows()
    assert (row.speaker, row.relay, row.relay_state) == ("Alexander Lukashenko", "Belta", "BY")


def markers(engine: Engine, text: str) -> list[tuple[str, str, str | None]]:
    rows = engine.score([Article("a", text)]).markers.rows()
    return [(row.marker, row.voice, row.speaker) for row in rows]


def test_a_marker_in_a_quotation_is_its_speakers(engine: Engine) -> None:
    text = "“Idiots run this city,” Anna Keller said. Idiots run this city."
    assert markers(engine, text) == [
        ("name_calling", "quoted", "Anna Keller"),
        ("name_calling", "narrator", None),
    ]


def test_a_marker_in_reported_speech_is_its_speakers(engine: Engine) -> None:
    text = "Anna Keller said the idiots were gone."
    assert markers(engine, text) == [("name_calling", "reported", "Anna Keller")]


def test_a_marker_in_the_cue_is_the_narrators(engine: Engine) -> None:
    text = "“The bridge is closed,” Anna Keller insisted."
    assert markers(engine, text) == [("doubting_cue", "narrator", None)]


def test_what_the_narrator_says_of_a_claim_is_the_narrators(engine: Engine) -> None:
    text = "Putin repeated the unsubstantiated claim that the attackers had fled to Ukraine."
    found = markers(engine, text)
    assert ("unsubstantiated_claim", "narrator", None) in found


def test_a_source_named_at_the_end_is_the_narrators(engine: Engine) -> None:
    text = "The attackers fled, Putin said, according to Russian state media, TASS."
    assert ("state_media_source", "narrator", None) in markers(engine, text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Stop this now!!!” Anna Keller said.", "Anna Keller"),
        ("Stop this now!!! Anna Keller said it was over.", None),
    ],
)
def test_signs_belong_to_whoever_says_the_words_before(
    engine: Engine, text: str, speaker: str | None
) -> None:
    (found,) = (m for m in markers(engine, text) if m[0] == "exclamation")
    assert found[2] == speaker
