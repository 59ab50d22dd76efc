"""Who is said to have said what, in what words, through whom."""

from __future__ import annotations

import re

import pytest

from scorer.features.batch import make_batch
from scorer.features.extract import Extractor
from scorer.features.spoken import Attribution

ARTICLES = (
    "Trump tells in Reno",
    "“The bridge is closed,” Anna Keller said. “It will open in May and not before.”",
    "“It was a joke and nothing else at all.” The fair was held on Sunday, according to",
    "Boris Meyer said:",
    "“Nobody is hurt,” he said. Reuters reported that she said the road was closed",
    "Sanders winning streak continues",
    "And Boris Meyer",
    "“We have been here since the first day of the war.”",
)


def found(extractor: Extractor, text: str) -> list[Attribution]:
    return list(extractor.prepare(make_batch([text])).attributions)


def one(extractor: Extractor, text: str) -> Attribution:
    """The only attribution of a text."""
    (row,) = found(extractor, text)
    return row


def taken(text: str, start: int, end: int) -> str | None:
    return text[start:end] if start >= 0 else None


@pytest.mark.parametrize(
    ("kind", "marked"),
    [
        ("direct", "<“The bridge is closed,”> [Anna Keller] {said}."),
        ("direct", "<“The bridge is closed,”> {said} [Anna Keller]."),
        ("direct", "[Anna Keller] {said}, <“The bridge is closed.”>"),
        ("direct", '[Anna Keller] {said}: <"The bridge is closed.">'),
        ("indirect", "[Anna Keller] {said} <that the bridge was closed.>"),
        ("indirect", "<The bridge is closed>, [Anna Keller] {said} on Monday."),
        ("indirect", "{According to} [Anna Keller], <the bridge was closed.>"),
        ("indirect", "<The bridge was closed>, {according to} [Anna Keller]."),
        ("indirect", "[Anna Keller] {told} reporters <that the bridge was closed.>"),
        ("indirect", "[Keller]{:} <bridge closed until May>"),
        ("indirect", "The deal was {described} by [critics] <as a disaster for the region.>"),
        ("mixed", "[Anna Keller] {said} <the road is “not safe” for trucks.>"),
        ("indirect", "[Anna Keller, a spokeswoman for the city], {said} <that it was closed.>"),
    ],
)
def test_source_cue_and_content(extractor: Extractor, kind: str, marked: str) -> None:
    text = re.sub(r"[][{}<>]", "", marked)
    row = one(extractor, text)
    expected = [re.search(mark, marked) for mark in (r"\[(.*)\]", r"\{(.*)\}", r"<(.*)>")]
    assert [found and found[1] for found in expected] == [
        taken(text, row.source_start, row.source_end),
        taken(text, row.cue_start, row.cue_end),
        taken(text, row.content_start, row.content_end),
    ]
    assert row.type == kind


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Putin’s claim that the attackers fled is not supported.", "Vladimir Putin"),
        ("Putin made the unsubstantiated claim that the attackers fled.", "Vladimir Putin"),
        ("The mayor of Kyiv, Vitali Klitschko, said the bridge was closed.", "Vitali Klitschko"),
        ("Anna Keller claimed the bridge was closed.", "Anna Keller"),
        ("TASS reported that the attackers had been arrested.", "TASS"),
    ],
)
def test_speaker(extractor: Extractor, text: str, speaker: str) -> None:
    row = one(extractor, text)
    assert row.speaker.name == speaker
    assert row.relay is None


def test_a_pronoun_is_the_last_person_who_spoke(extractor: Extractor) -> None:
    text = "Anna Keller said the bridge was closed. “It will open in May,” she said."
    assert [row.speaker.name for row in found(extractor, text)] == ["Anna Keller"] * 2


def test_a_pronoun_without_antecedent_is_unknown(extractor: Extractor) -> None:
    text = "“It will open in May,” she said."
    row = one(extractor, text)
    assert text[row.source_start : row.source_end] == "she"
    assert (row.speaker.name, row.speaker.kind) == (None, "unknown")


@pytest.mark.parametrize(
    "text",
    ["It is alleged that the bridge was closed.", "Reports circulated that the bridge was closed."],
)
def test_nobody_is_named(extractor: Extractor, text: str) -> None:
    row = one(extractor, text)
    assert (row.source_start, row.source_end) == (-1, -1)
    assert (row.speaker.name, row.speaker.kind) == (None, "anonymous")


@pytest.mark.parametrize(
    ("text", "speaker", "relay"),
    [
        (
            "The attackers fled towards Ukraine, Putin said, according to Russian state media, "
            "TASS.",
            "Vladimir Putin",
            ("TASS", "tass", "RU"),
        ),
        (
            "BELTA reported that Lukashenko said the attackers had tried to enter Belarus.",
            "Alexander Lukashenko",
            ("Belta", "belta", "BY"),
        ),
        (
            "“We know who did it,” Peskov told RIA Novosti on Friday.",
            "Dmitry Peskov",
            ("RIA Novosti", "ria_novosti", "RU"),
        ),
        (
            "The talks were over, Interfax reported, citing the Kremlin.",
            "Kremlin",
            ("Interfax", "interfax", None),
        ),
    ],
)
def test_relay(
    extractor: Extractor, text: str, speaker: str, relay: tuple[str, str, str | None]
) -> None:
    (row,) = (r for r in found(extractor, text) if r.speaker.name == speaker)
    assert row.relay is not None
    assert (row.relay.name, row.relay.id, row.relay.state) == relay
    assert text[row.relay_start : row.relay_end].endswith(("TASS", "BELTA", "Novosti", "Interfax"))


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said that the bridge was closed", "neutral"),
        ("claimed that the bridge was closed", "doubts"),
        ("insisted that the bridge was closed", "doubts"),
        ("admitted that the bridge was closed", "endorses"),
        ("denied that the bridge was closed", "denies"),
        ("did not deny that the bridge was closed", "neutral"),
        ("never denied that the bridge was closed", "neutral"),
        ("claimed responsibility for the attack", "neutral"),
    ],
)
def test_stance(extractor: Extractor, cue: str, stance: str) -> None:
    assert one(extractor, f"Anna Keller {cue}.").stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is closed. It will open in May. We are sorry,” Anna Keller said.",
        "Anna Keller said: “The bridge is closed.\n\n“It will open in May.\n\n“We are sorry.”",
        "“The bridge is closed.\n\n“It will open in May.\n\n“We are sorry,” Anna Keller said.",
        "“The bridge is closed. It will open in May,” Anna Keller said. “We are very sorry now.”",
    ],
)
def test_every_sentence_of_a_quotation_has_the_speaker(extractor: Extractor, text: str) -> None:
    extraction = extractor.extract(make_batch([text]))
    owners = extraction.voices.attribution.tolist()
    assert len(owners) == 3
    assert [extraction.attributions[n].speaker.name for n in owners] == ["Anna Keller"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "The report was on the table.",
        "His claims were many.",
        "A TASS correspondent was arrested in Oslo on Monday.",
        "The state of the union is strong.",
        "",
        "?!",
    ],
)
def test_no_attribution(extractor: Extractor, text: str) -> None:
    assert found(extractor, text) == []


def moved(row: Attribution, by: int, statements: int) -> tuple[object, ...]:
    """A row with its offsets and statement counted from elsewhere."""
    offsets = [
        row.cue_start, row.cue_end, row.source_start, row.source_end, row.content_start,
        row.content_end, row.relay_start, row.relay_end,
    ]  # fmt: skip
    rest = (row.type, row.stance, row.pattern, row.speaker, row.relay)
    return (row.statement - statements, *(n - by if n >= 0 else -1 for n in offsets), *rest)


@pytest.mark.parametrize("articles", [ARTICLES, ARTICLES[::-1], ARTICLES * 2])
def test_neighbours_in_the_batch_change_nothing(
    extractor: Extractor, articles: tuple[str, ...]
) -> None:
    reading = extractor.prepare(make_batch(articles))
    starts = reading.batch.article_start
    for number, text in enumerate(articles):
        first = int((reading.statements.article < number).sum())
        here = [
            moved(row, int(starts[number]), first)
            for row in reading.attributions
            if reading.statements.article[row.statement] == number
        ]
        assert here == [moved(row, 0, 0) for row in found(extractor, text)]


def test_content_is_not_the_quotation_that_another_paragraph_ends_with(
    extractor: Extractor,
) -> None:
    text = "Keller wrote a letter: “The bridge is closed.”\nTrump tells"
    rows = found(extractor, text)
    assert all(row.cue_start < text.index("Trump") for row in rows)
