"""Exports are complete, checked first, safe to open, and always the same bytes."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.errors import InputError, SchemaError
from scorer.exporters import as_csv, export, formats
from scorer.results import TABLES, Results, Sources
from scorer.results.example import EMPTY, SCORED, results
from scorer.results.storage import without_surrogates


def exported(form: str, given: Results | None = None, table: str | None = None) -> bytes:
    out = io.BytesIO()
    export(results() if given is None else given, form, out, table)
    return out.getvalue()


def with_source(name: Any, **more: Any) -> Results:
    example = results()
    values = {column.name: example.sources[column.name].copy() for column in Sources.COLUMNS}
    values["source"][0] = name
    for column, value in more.items():
        values[column][0] = value
    return dataclasses.replace(example, sources=Sources(**values))


def cells(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_json_is_one_object_with_every_row() -> None:
    found = json.loads(exported("json"))
    assert list(found) == list(TABLES)
    assert found == {name: table.records() for name, table in results().tables().items()}


def test_jsonl_has_one_article_a_line() -> None:
    lines = [json.loads(line) for line in exported("jsonl").splitlines()]
    assert [line["articles"][0]["article_id"] for line in lines] == [SCORED, EMPTY]
    assert all(list(line) == list(TABLES) for line in lines)
    whole = json.loads(exported("json"))
    assert {name: lines[0][name] + lines[1][name] for name in TABLES} == whole


@pytest.mark.parametrize("name", TABLES)
def test_csv_has_every_row_and_column(name: str) -> None:
    table = results().tables()[name]
    found = cells(exported("csv", table=name))
    assert len(found) == len(table)
    assert list(found[0]) == [column.name for column in table.COLUMNS]


def test_csv_values_are_readable_again() -> None:
    row = cells(exported("csv"))[3]
    assert row["markers"] == "doubting_cue;unsubstantiated_claim;hearsay"
    assert row["relay"] == ""
    assert float(row["propaganda"]) == 0.48
    assert cells(exported("csv", table="articles"))[0]["published"] == "2024-03-26T09:30:00Z"


@pytest.mark.parametrize("form", formats())
def test_the_same_results_give_the_same_bytes(form: str) -> None:
    assert exported(form) == exported(form)
    assert exported(form).endswith(b"\n")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_no_nan_in_json(form: str) -> None:
    assert b"NaN" not in exported(form)
    assert b"NaT" not in exported(form)


def test_no_articles_give_valid_exports() -> None:
    empty = Results.empty()
    assert json.loads(exported("json", empty)) == {name: [] for name in TABLES}
    assert exported("jsonl", empty) == b""
    assert cells(exported("csv", empty)) == []


@pytest.mark.parametrize("form", formats())
def test_nothing_is_written_of_results_that_break_the_contract(form: str) -> None:
    out = io.BytesIO()
    with pytest.raises(SchemaError, match="column role, row 0"):
        export(with_source("A", role="witness"), form, out)
    assert out.getvalue() == b""


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_lone_surrogates_survive_in_json(form: str) -> None:
    data = exported(form, with_source("a\ud800b"))
    assert json.loads(data.splitlines()[0] if form == "jsonl" else data)["sources"][0][
        "source"
    ] == ("a\ud800b")


def test_lone_surrogates_become_the_replacement_character_in_csv() -> None:
    assert cells(exported("csv", with_source("a\ud800b"), "sources"))[0]["source"] == "a\ufffdb"


@pytest.mark.parametrize("odd", ["\u2028", "\u2029", "\x85", "\x9b", "\x7f", "\x1b", "\n"])
def test_one_line_stays_one_line_and_terminals_are_left_alone(odd: str) -> None:
    text = exported("jsonl", with_source(f"a{odd}b")).decode("utf-8")
    assert len(text.splitlines()) == 2
    assert odd == "\n" or odd not in text
    assert json.loads(text.splitlines()[0])["sources"][0]["source"] == f"a{odd}b"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_formulas_are_neutralised_in_csv(start: str) -> None:
    formula = f'{start}HYPERLINK("http://x","y")'
    row = cells(exported("csv", with_source(formula), "sources"))[0]
    assert row["source"] == "'" + formula


def test_formulas_in_lists_are_neutralised_too() -> None:
    example = results()
    values = {c.name: example.statements[c.name].copy() for c in example.statements.COLUMNS}
    values["techniques"][0] = ("=1+1", "slogan")
    given_ = dataclasses.replace(example, statements=type(example.statements)(**values))
    assert cells(exported("csv", given_))[0]["techniques"] == "'=1+1;slogan"


def test_numbers_are_not_touched() -> None:
    assert cells(exported("csv"))[0]["start"] == "0"


@given(st.text(st.characters() | st.sampled_from("'=+-@\t\r\n\",;"), min_size=1))
def test_every_text_can_be_taken_back_from_csv(text: str) -> None:
    out = io.BytesIO()
    values = {c.name: [getattr(row, c.name) for row in results().sources.rows()] for c in COLUMNS}
    as_csv.write(Sources(**values | {"source": [text, "B"]}), out)
    cell = cells(out.getvalue())[0]["source"]
    taken = cell[1:] if cell[:1] == "'" and as_csv.FORMULA.match(cell) else cell
    assert taken == without_surrogates(text)


COLUMNS = Sources.COLUMNS


def test_wrong_choices_are_explained() -> None:
    with pytest.raises(InputError, match="no format 'xml': choose one of csv, json, jsonl"):
        exported("xml")
    with pytest.raises(InputError, match="no table 'words': choose one of articles"):
        exported("csv", table="words")
    with pytest.raises(InputError, match="json holds all tables"):
        exported("json", table="markers")
