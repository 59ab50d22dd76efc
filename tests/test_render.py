"""What people see: everything in its place, within the width, and nothing that does harm."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest
from rich.cells import cell_len

from scorer.features.markers import load_markers
from scorer.render import lookup, page, screen
from scorer.render.safe import HARMFUL
from scorer.results import Articles, Results, Table
from scorer.results.example import results
from scorer.seeds.registry import Registry

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def one() -> Results:
    return next(results().split())


def with_cells(table: Table, **cells: Any) -> Any:
    """The table with the first value of each named column replaced."""
    values = {column.name: table[column.name].copy() for column in table.COLUMNS}
    for column, value in cells.items():
        values[column][0] = value
    return type(table)(**values)


def test_a_page_shows_scores_sources_and_statements_with_markers_in_place() -> None:
    shown = page(one(), colour=False, columns=80)
    assert re.search(r"propaganda +0\.11 +█+░+ +90 % interval 0\.02–0\.36", shown)
    assert re.search(r"reliability +0\.41", shown)
    assert re.search(r"Sava \(relay\) +state_media +XX +1 +0 +0 +0\.62 +0\.46", shown)
    assert re.search(r"2 quoted · Pavel Orlin \(government, XX\) via Sava +0\.62", shown)
    assert re.search(r"3 reported · Pavel Orlin .* doubts \(claimed\) +0\.48", shown)
    assert "the [state_media_source: state news agency Sava]." in shown
    assert "[unsubstantiated_claim: [doubting_cue: claimed] without evidence]" in shown
    assert "techniques: appeal_to_fear" in shown


def test_a_page_says_what_the_scores_are_not() -> None:
    for given_ in (one(), results()):
        assert "They do not say what is true." in page(given_, colour=False, columns=80)


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
@pytest.mark.parametrize("colour", [False, True])
def test_pages_fit_their_width(columns: int, colour: bool) -> None:
    for given_ in (one(), results()):
        shown = ANSI.sub("", page(given_, colour=colour, columns=columns))
        assert max(cell_len(text) for text in shown.splitlines()) <= columns


def test_wide_characters_and_long_words_fit_too() -> None:
    wide = with_cells(one().sources, source="外務省報道官" * 20)
    long = with_cells(one().statements, text="x" * 500)
    given_ = dataclasses.replace(one(), sources=wide, statements=long)
    shown = page(given_, colour=False, columns=80)
    assert max(cell_len(text) for text in shown.splitlines()) <= 80
    assert shown.replace("\n", "").replace(" ", "").count("x") >= 500


def test_colours_show_the_same_without_brackets() -> None:
    shown = page(one(), colour=True, columns=80)
    assert "\x1b[1;36mstate news agency Sava\x1b[0m" in shown
    bare = ANSI.sub("", shown)
    assert "told\n     the state news agency Sava." in bare
    assert "markers: doubting_cue · unsubstantiated_claim · hearsay" in bare


def test_without_colour_there_are_no_escape_sequences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b" not in page(one(), colour=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;36m" in page(one(), colour=True)


def test_columns_of_the_environment_are_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert screen.width() == 60
    assert max(map(len, page(one(), colour=False).splitlines())) <= 60
    for columns, expected in (("7", 40), ("500", 100), ("many", 80), ("", 80)):
        monkeypatch.setenv("COLUMNS", columns)
        assert screen.width() == expected


def test_an_article_that_was_not_scored_says_why() -> None:
    shown = page(list(results().split())[1], colour=False)
    assert "Not scored, empty: the file holds no text" in shown
    assert "0.00" not in shown


def test_a_score_that_is_missing_is_a_dash_and_not_a_zero() -> None:
    nothing = with_cells(
        one().articles, propaganda=float("nan"), propaganda_low=float("nan"), bias=float("nan")
    )
    shown = page(dataclasses.replace(one(), articles=nothing), colour=False)
    assert re.search(r"propaganda +–\n", shown)
    assert re.search(r"bias +–\n", shown)


def listed(*articles: tuple[str, float | None]) -> list[str]:
    """The ids in the order in which a list of these articles shows them."""
    parts = [
        with_cells(one().articles, article_id=name, propaganda=score, title=None)
        for name, score in ((name, float("nan") if s is None else s) for name, s in articles)
    ]
    shown = page(
        dataclasses.replace(Results.empty(), articles=Articles.concat(parts)), colour=False
    )
    return [text.split()[-1] for text in shown.splitlines() if text.endswith(".txt")]


def test_several_articles_stand_one_a_line_worst_first() -> None:
    assert listed(("a.txt", 0.1), ("b.txt", 0.9), ("c.txt", None), ("d.txt", 0.5)) == [
        "b.txt",
        "d.txt",
        "a.txt",
        "c.txt",
    ]


def test_equal_articles_stand_by_name() -> None:
    assert listed(("b.txt", 0.5), ("a.txt", 0.5)) == ["a.txt", "b.txt"]


def test_a_list_counts_what_was_not_scored_and_says_why() -> None:
    shown = page(results(), colour=False)
    assert shown.startswith("1 of 2 articles scored (1 empty)\n")
    assert "  port/notes.txt: empty: the file holds no text\n" in shown


def test_long_names_keep_to_their_line() -> None:
    long = with_cells(results().articles, title="Port burns " * 30)
    shown = page(dataclasses.replace(results(), articles=long), colour=False, columns=80)
    assert sum("Port burns" in text for text in shown.splitlines()) == 1


HOSTILE = "\x1b[2J\x1b]0;pwned\x07\x9b31m\u202egnp.exe\u2066\x00\ud800\r\n"


def test_nothing_from_outside_reaches_the_terminal_as_a_command() -> None:
    example = one()
    text = HOSTILE + example.statements["text"][0]
    hostile = dataclasses.replace(
        example,
        articles=with_cells(
            example.articles, title=HOSTILE, article_id=HOSTILE, url=HOSTILE, model=HOSTILE
        ),
        statements=with_cells(
            example.statements.take([3]), text=text, speaker=HOSTILE, cue=HOSTILE, relay=HOSTILE
        ),
        sources=with_cells(example.sources, source=HOSTILE, state=HOSTILE),
    )
    failed = with_cells(results().articles.take([1]), message=HOSTILE, article_id=HOSTILE)
    several = Articles.concat([hostile.articles, failed])
    for given_ in (
        hostile,
        dataclasses.replace(hostile, articles=failed),
        dataclasses.replace(hostile, articles=several),
    ):
        shown = page(given_, colour=False)
        assert not HARMFUL.search(shown.replace("\n", ""))
        assert r"\x1b[2J" in shown


def test_markup_of_the_screen_library_is_plain_text() -> None:
    odd = with_cells(one().articles, title="[bold]:smile: [/nothing] [link=x]")
    shown = page(dataclasses.replace(one(), articles=odd), colour=False)
    assert shown.startswith("[bold]:smile: [/nothing] [link=x]\n")


@pytest.mark.parametrize("found", load_markers(), ids=lambda marker: marker.id)
def test_every_marker_has_a_page(found: Any) -> None:
    shown = screen.printed(lookup.marker(found), 80, colour=False)
    flat = " ".join(shown.split())
    assert " ".join(found.summary.split()) in flat
    assert all(" ".join(example.split()) in flat for example in found.hits[:3])
    assert max(map(cell_len, shown.splitlines())) <= 80


def test_the_catalogue_lists_every_marker() -> None:
    shown = screen.printed(lookup.catalogue(load_markers()), 80, colour=False)
    assert all(f"  {marker.id} " in shown for marker in load_markers())


def test_registry_entries_show_state_control_and_who_says_so() -> None:
    shown = screen.printed(lookup.entities(Registry.load().find("TASS")), 80, colour=False)
    assert re.search(r"state control +yes", shown)
    assert re.search(r"state +RU", shown)
    assert re.search(r"source +\S", shown)
