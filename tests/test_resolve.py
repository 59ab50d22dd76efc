"""Which person, body, state or outlet a source is."""

from __future__ import annotations

import pytest

from scorer.features.batch import make_batch
from scorer.features.extract import Extractor
from scorer.features.speaker import Speaker, common


def speakers(extractor: Extractor, text: str) -> list[Speaker]:
    return extractor.prepare(make_batch([text])).attributions.speakers


@pytest.mark.parametrize(
    ("source", "name", "kind", "state"),
    [
        ("Vladimir Putin", "Vladimir Putin", "government", "RU"),
        ("Putin", "Vladimir Putin", "government", "RU"),
        ("Russian President Vladimir Putin", "Vladimir Putin", "government", "RU"),
        ("The FBI", "FBI", "security_service", "US"),
        ("The U.S. Embassy", "US Embassy", "government", "US"),
        ("Moscow", "Moscow", "government", "RU"),
        ("Beijing", "Beijing", "government", "CN"),
        ("Ukrainian officials", "Ukrainian officials", "government", "UA"),
        ("The Islamic State", "Islamic State", "militant_group", None),
        ("TASS", "TASS", "state_media", "RU"),
        ("Reuters", "Reuters", "wire_agency", None),
        ("The economists", "The economists", "academic", None),
        ("The lawsuit", "The lawsuit", "document", None),
        ("The airline", "The airline", "company", None),
        ("The newspaper", "The newspaper", "commercial_media", None),
        ("Two witnesses", "Two witnesses", "anonymous", None),
        ("Russian police officials", "Russian police officials", "security_service", "RU"),
        ("The mayor", "The mayor", "government", None),
        ("Experts", "Experts", "anonymous", None),
        ("The carpenter", "The carpenter", "unknown", None),
        ("Anna Keller", "Anna Keller", "person", None),
    ],
)
def test_kinds_of_sources(
    extractor: Extractor, source: str, name: str, kind: str, state: str | None
) -> None:
    (speaker,) = speakers(extractor, f"{source} said that the bridge was closed.")
    assert (speaker.name, speaker.kind, speaker.state) == (name, kind, state)


def test_a_surname_is_the_person_of_the_first_mention(extractor: Extractor) -> None:
    text = "Anna Keller, the engineer, opened the fair. Keller said it would close in May."
    assert [s.name for s in speakers(extractor, text)] == ["Anna Keller"]


def test_an_office_stays_with_its_holder(extractor: Extractor) -> None:
    text = (
        "The mayor of Kyiv, Vitali Klitschko, said the bridge was closed. "
        "Klitschko said it would open in May."
    )
    first, second = speakers(extractor, text)
    assert first == second
    assert (first.name, first.kind) == ("Vitali Klitschko", "government")


def test_he_is_the_last_person_who_spoke(extractor: Extractor) -> None:
    text = (
        "Anna Keller and Boris Meyer arrived. Meyer said the bridge was closed. "
        "He said it would open in May."
    )
    assert [s.name for s in speakers(extractor, text)] == ["Boris Meyer"] * 2


def test_people_of_one_article_are_not_known_in_the_next(extractor: Extractor) -> None:
    texts = ["Anna Keller said the bridge was closed.", "Keller said so. He said it was open."]
    found = extractor.prepare(make_batch(texts)).attributions.speakers
    assert found[0].name == "Anna Keller"
    assert "Anna Keller" not in [s.name for s in found[1:]]


@pytest.mark.parametrize("word", ["they", "it", "we"])
def test_other_pronouns_are_nobody_we_know(extractor: Extractor, word: str) -> None:
    text = f"Anna Keller came. {word.capitalize()} told reporters that the bridge was closed."
    (speaker,) = speakers(extractor, text)
    assert (speaker.name, speaker.kind) == (None, "unknown")


def test_the_first_list_that_has_a_word_decides() -> None:
    assert common("sources at the bank", ["sources", "at", "the", "bank"]).kind == "anonymous"
    assert common("the bank", ["the", "bank"]).kind == "company"
    assert common("the paper’s media", ["media"]).is_outlet
