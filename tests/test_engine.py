"""Texts to tables: they keep their contracts, in any order and any company."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import numpy as np
import pytest

from scorer import schemas
from scorer.engine import MAX_CHARS, Engine, batches
from scorer.results import Article, Results

NEWS = (
    "Bridge closed until May\n\nThe bridge was closed on Monday. “It is a disgrace,” Anna Keller, "
    "the mayor, said. She told Reuters that it would open in May.\n\nKeller said: “We are sorry."
    "\n\n“We will rebuild.”"
)
RELAYED = (
    "The attackers fled towards Ukraine, Putin said, according to Russian state media, TASS. Putin "
    "made the unsubstantiated claim that Ukraine was behind it. Kyiv denied that it was involved."
)
NARRATED = "The road is long. It was closed on Monday, as it often is in the winter months."
TEXTS = {
    "news": NEWS,
    "empty": "",
    "relayed": RELAYED,
    "space": " \n\t\n",
    "narrated": NARRATED,
    "signs": "?! … ***",
    "german": "Die Brücke wurde am Montag gesperrt, weil ein Pfeiler gerissen war. Der "
    "Bürgermeister sagte, die Arbeiten würden bis Mai dauern und die Kosten seien noch offen.",
    "open": "“We have been here since the first day of the war",
    "headline": "Trump tells in Reno",
    "quotation": "“Nobody is hurt and the bridge is safe,” he said. “It is open to everyone now.”",
    "astral": "😀 “The bridge 🌉 is closed,” Anna Keller said. İzmir’s mayor said it was “open”.",
    "marks": "“““",
    "boilerplate": "Copyright 2020 The Daily. All rights reserved.",
}


def articles(*names: str) -> list[Article]:
    return [Article(name, TEXTS[name]) for name in names or TEXTS]


def rows(results: Results) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Rows by table and article."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for name, table in results.tables().items():
        for record in table.records():
            found.setdefault((name, record["article_id"]), []).append(record)
    return found


@pytest.fixture(scope="module")
def results(engine: Engine) -> Results:
    return engine.score(articles())


def test_tables_keep_their_contracts(results: Results) -> None:
    schemas.validate_results(results)


def test_articles_stand_in_the_order_given(engine: Engine, results: Results) -> None:
    assert results.articles["article_id"].tolist() == list(TEXTS)
    backwards = engine.score(articles()[::-1])
    assert backwards.articles["article_id"].tolist() == list(TEXTS)[::-1]


def test_offsets_point_at_what_is_written(results: Results) -> None:
    for row in (*results.statements.rows(), *results.markers.rows()):
        assert TEXTS[row.article_id][row.start : row.end] == row.text
    for row in results.attributions.rows():
        text = TEXTS[row.article_id]
        if row.cue is not None:
            assert text[row.cue_start : row.cue_end] == row.cue
        if row.source is not None:
            assert text[row.source_start : row.source_end] == row.source
        assert 0 <= row.content_start < row.content_end <= len(text)


def test_why_an_article_was_not_scored(results: Results) -> None:
    status = {row.article_id: row.status for row in results.articles.rows()}
    empty = dict.fromkeys(("empty", "space", "signs", "marks"), "empty")
    assert status == dict.fromkeys(TEXTS, "scored") | empty | {"german": "not_english"}
    for row in results.articles.rows():
        assert (row.message is None) == (row.status == "scored")
        if row.status != "scored":
            assert (row.n_statements, row.n_sources, row.propaganda) == (0, 0, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", TEXTS["german"]),
        ("ru", "Мост закрыли в понедельник, потому что треснула опора. Ремонт продлится до мая."),
        (
            "fr",
            "Le pont a été fermé lundi parce qu'un pilier s'était fissuré. Le maire a déclaré que "
            "les travaux dureraient jusqu'en mai.",
        ),
    ],
)
def test_other_languages_are_named(engine: Engine, language: str, text: str) -> None:
    (row,) = engine.score([Article("a", text)]).articles.rows()
    assert (row.status, row.language) == ("not_english", language)
    assert f"'{language}'" in row.message
    assert row.n_chars == len(text)


def test_a_text_over_the_limit(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "MAX_CHARS", len(NARRATED))
    over = Article("over", NARRATED + ".")
    found = engine.score([over, Article("at", NARRATED)])
    schemas.validate_results(found)
    assert found.articles["status"].tolist() == ["too_large", "scored"]
    assert "split" in next(found.articles.rows()).message
    assert MAX_CHARS >= 1_000_000


def test_trouble_of_the_reader_is_passed_on(engine: Engine) -> None:
    broken = Article("b", "", status="unreadable", message="no text in any known encoding")
    found = engine.score([broken, Article("a", NARRATED)])
    schemas.validate_results(found)
    first, second = found.articles.rows()
    assert (first.status, first.message) == ("unreadable", "no text in any known encoding")
    assert second.status == "scored"


def test_nothing_in_nothing_out(engine: Engine) -> None:
    found = engine.score([])
    assert all(len(table) == 0 for table in found.tables().values())
    schemas.validate_results(found)


@pytest.mark.parametrize("name", list(TEXTS))
def test_an_article_alone_has_the_same_rows(engine: Engine, results: Results, name: str) -> None:
    together = {key: value for key, value in rows(results).items() if key[1] == name}
    assert rows(engine.score(articles(name))) == together


@pytest.mark.parametrize("size", [1, 100, 1000, 1 << 18])
def test_tables_do_not_depend_on_the_size_of_the_batch(
    engine: Engine, results: Results, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(batches, "BATCH_CHARS", size)
    again = engine.score(articles())
    for name, table in results.tables().items():
        assert again.tables()[name].records() == table.records()


def test_tables_do_not_depend_on_the_neighbours(engine: Engine, results: Results) -> None:
    random = np.random.default_rng(5)
    for _ in range(5):
        order = random.permutation(list(TEXTS)).tolist()
        assert rows(engine.score(articles(*order))) == rows(results)


def test_metadata_is_kept(engine: Engine) -> None:
    article = Article(
        "a", NARRATED, title="Road", url="https://tass.com/x", published=datetime(2024, 3, 26)
    )
    (row,) = engine.score([article]).articles.rows()
    assert (row.title, row.url, row.outlet) == ("Road", "https://tass.com/x", "tass")
    assert row.published == datetime(2024, 3, 26)
    assert (row.n_chars, row.language, row.model) == (len(NARRATED), "en", engine.model.card.model)


def test_article_figures_come_from_its_statements(results: Results) -> None:
    (row,) = (r for r in results.articles.rows() if r.article_id == "news")
    mine = [r for r in results.statements.rows() if r.article_id == "news"]
    narrator = [r.propaganda for r in mine if r.voice == "narrator"]
    others = [r.propaganda for r in mine if r.voice != "narrator"]
    assert (row.n_statements, row.n_narrator) == (len(mine), len(narrator))
    assert row.propaganda == pytest.approx(np.mean(narrator))
    assert row.propaganda_low <= row.propaganda <= row.propaganda_high
    assert row.propaganda_quoted == pytest.approx(np.mean(others))
    assert row.checkworthiness == pytest.approx(np.mean([r.checkworthiness for r in mine]))
    assert row.share_attributed == pytest.approx(len(others) / len(mine))


def test_sources_of_an_article(results: Results) -> None:
    found = {(r.source, r.role): r for r in results.sources.rows() if r.article_id == "relayed"}
    assert set(found) == {("Vladimir Putin", "speaker"), ("TASS", "relay"), ("Kyiv", "speaker")}
    putin, tass = found["Vladimir Putin", "speaker"], found["TASS", "relay"]
    assert (putin.kind, putin.state, putin.n_statements, putin.n_doubted) == (
        "government", "RU", 2, 1,
    )  # fmt: skip
    assert (tass.source_id, tass.kind) == ("tass", "state_media")
    assert tass.ownership == "state_controlled"
    assert found["Kyiv", "speaker"].n_denied == 1


def test_state_media_and_doubt_lower_reliability(results: Results) -> None:
    first, second, third = (r for r in results.statements.rows() if r.article_id == "relayed")
    assert (first.relay, first.relay_id, first.relay_state) == ("TASS", "tass", "RU")
    assert first.reliability < third.reliability
    assert second.reliability < third.reliability
    assert "state_media_source" in first.markers
    assert "unsubstantiated_claim" in second.markers


def test_statements_as_rows(engine: Engine) -> None:
    texts = [NARRATED, "", "?!", "“It is closed,” he said.", "Мост закрыт"]
    scores = engine.score_statements(texts)
    assert scores.shape == (len(texts), 5)
    assert ((scores >= 0) & (scores <= 1)).all()
    for row, text in enumerate(texts):
        np.testing.assert_array_equal(engine.score_statements([text])[0], scores[row])
    assert engine.score_statements([]).shape == (0, 5)


@pytest.mark.parametrize("size", [1, 100])
def test_statement_rows_do_not_depend_on_the_size_of_the_batch(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    texts = list(TEXTS.values())
    expected = engine.score_statements(texts)
    monkeypatch.setattr(batches, "BATCH_CHARS", size)
    np.testing.assert_array_equal(engine.score_statements(texts), expected)
