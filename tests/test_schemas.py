"""Every breach of the contract is found, and all of them are told at once."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from scorer.errors import InputError, SchemaError
from scorer.results import TABLES, Results, Table
from scorer.results.example import results
from scorer.schemas import contract, failures, labels, page, validate, validate_results

DOCS = Path(__file__).parents[1] / "docs"


def changed(name: str, **cells: tuple[int, Any]) -> Table:
    """The example's table with one cell changed per column given as (row, value)."""
    table = results().tables()[name]
    values = {column.name: table[column.name].copy() for column in table.COLUMNS}
    for column, (row, value) in cells.items():
        values[column][row] = value
    return type(table)(**values)


def complaint(name: str, **cells: tuple[int, Any]) -> str:
    with pytest.raises(SchemaError) as caught:
        validate(changed(name, **cells))
    return str(caught.value)


def complaint_across(name: str, **cells: tuple[int, Any]) -> str:
    tables: dict[str, Any] = {name: changed(name, **cells)}
    with pytest.raises(SchemaError) as caught:
        validate_results(dataclasses.replace(results(), **tables))
    return str(caught.value)


def test_the_example_keeps_the_contract() -> None:
    validate_results(results())


def test_empty_tables_keep_the_contract() -> None:
    validate_results(Results.empty())


@pytest.mark.parametrize(
    ("table", "column", "row", "value"),
    [
        ("articles", "status", 0, "done"),
        ("articles", "language", 0, "english"),
        ("articles", "n_chars", 0, -1),
        ("articles", "propaganda", 0, 1.01),
        ("articles", "article_id", 1, "port/fire.txt"),
        ("articles", "message", 1, None),
        ("articles", "title", 0, ""),
        ("articles", "propaganda_low", 0, 0.2),
        ("articles", "n_narrator", 0, 5),
        ("articles", "model", 0, None),
        ("statements", "voice", 0, "Narrator"),
        ("statements", "stance", 2, "agrees"),
        ("statements", "source_kind", 2, "minister"),
        ("statements", "source_state", 2, "Russia"),
        ("statements", "propaganda", 0, float("nan")),
        ("statements", "uncertainty", 0, -0.1),
        ("statements", "reliability", 2, float("inf")),
        ("statements", "statement_id", 1, 0),
        ("statements", "end", 0, 0),
        ("statements", "text", 0, "Minister"),
        ("statements", "text", 0, 7),
        ("statements", "techniques", 0, ("a;b",)),
        ("statements", "markers", 0, ("",)),
        ("statements", "relay", 2, None),
        ("attributions", "type", 0, "reported"),
        ("attributions", "cue", 0, None),
        ("attributions", "cue_start", 0, -1),
        ("attributions", "source_end", 1, 500),
        ("attributions", "content_start", 0, -1),
        ("attributions", "content_end", 0, 3),
        ("markers", "category", 0, "tone"),
        ("markers", "end", 0, 500),
        ("sources", "role", 0, "witness"),
        ("sources", "kind", 0, None),
        ("sources", "n_doubted", 0, 3),
        ("sources", "propaganda", 0, float("nan")),
    ],
)
def test_each_breach_is_found(table: str, column: str, row: int, value: Any) -> None:
    told = complaint(table, **{column: (row, value)})
    assert f"table {table}" in told
    assert f"column {column}, row" in told


def test_all_breaches_are_told_at_once_with_row_and_value() -> None:
    told = complaint("statements", voice=(0, "nobody"), propaganda=(3, 1.5), speaker=(2, ""))
    assert "column voice, row 0: 'nobody' must be one of narrator, quoted" in told
    assert "column propaganda, row 3: 1.5 must be between 0 and 1" in told
    assert "column speaker, row 2: '' must be text" in told


def test_a_marker_must_not_overlap_itself() -> None:
    table = results().markers.take([3, 3])
    values = {column.name: table[column.name].copy() for column in table.COLUMNS}
    values["start"][1] += 1
    values["text"][1] = values["text"][1][1:]
    with pytest.raises(SchemaError, match="must not overlap itself"):
        validate(type(table)(**values))
    values["marker"][1] = "hedge"
    validate(type(table)(**values))


def test_an_article_that_was_not_scored_has_no_scores() -> None:
    assert "column status, row 1: 'empty' must be scored" in complaint("articles", bias=(1, 0.5))


@pytest.mark.parametrize(
    ("table", "column", "row", "value", "must"),
    [
        ("statements", "article_id", 3, "elsewhere.txt", "must stand in articles"),
        ("markers", "statement_id", 0, 7, "must stand in statements"),
        ("markers", "statement_id", 0, 1, "must be in its statement"),
        ("attributions", "statement_id", 0, 7, "must stand in statements"),
        ("sources", "article_id", 0, "elsewhere.txt", "must stand in articles"),
        ("articles", "n_statements", 0, 5, "must be 4"),
        ("articles", "n_narrator", 0, 1, "must be 2"),
        ("statements", "statement_id", 3, 9, "must be 3"),
        ("statements", "start", 1, 3, "must follow the last end"),
    ],
)
def test_tables_must_agree(table: str, column: str, row: int, value: Any, must: str) -> None:
    assert must in complaint_across(table, **{column: (row, value)})


def test_one_error_covers_several_tables() -> None:
    tables: dict[str, Any] = {
        "markers": changed("markers", voice=(0, "x")),
        "sources": changed("sources", role=(0, "x")),
    }
    with pytest.raises(SchemaError) as caught:
        validate_results(dataclasses.replace(results(), **tables))
    assert "table markers" in str(caught.value)
    assert "table sources" in str(caught.value)


def test_lone_surrogates_do_not_break_the_check() -> None:
    validate(changed("sources", source=(0, "a\ud800b")))
    assert "must be one of" in complaint("sources", role=(0, "\ud800"))
    assert complaint("sources", role=(0, "\ud800")).encode("ascii")


def test_rows_of_one_failure_are_drawn_together() -> None:
    wrong = [failures.Failure("a", row, "1", "must be 0") for row in (7, 1, 2, 3)]
    assert failures.message("t", wrong) == "t: 1 problem(s)\n  column a, rows 1-3, 7: 1 must be 0"


def test_a_message_stays_readable() -> None:
    wrong = [failures.Failure("a", row, str(row), "must be 0") for row in range(5000)]
    told = failures.message("t", wrong)
    assert told.count("\n") <= failures.LINES + 1
    assert told.endswith("and 4000 more")


def labelled(**columns: Any) -> pd.DataFrame:
    return pd.DataFrame({"text": ["One.", "Two."], "label": [0, 1]} | columns)


def test_good_labels_pass() -> None:
    labels.validate(labelled(), "x.csv")
    labels.validate(labelled(label=["0", 1.0], weight=[0.5, None], split=[None, "dev"]), "x.csv")
    labels.validate(labelled(label=["left", "right"]), "x.csv", ("left", "right"))
    labels.validate(labelled()[["label", "text"]], "x.csv")


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("text", ["One.", " "]),
        ("text", ["One.", None]),
        ("label", [0, 2]),
        ("label", [0, None]),
        ("label", ["0", "yes"]),
        ("label", [0, 0.5]),
        ("article_id", ["a", ""]),
        ("weight", [1, -1]),
        ("weight", [1, float("inf")]),
        ("weight", ["1", "heavy"]),
    ],
)
def test_a_bad_label_is_told_by_file_row_and_column(column: str, values: list[Any]) -> None:
    with pytest.raises(SchemaError, match=f"x.csv.*\n  column {column}, row 2:"):
        labels.validate(labelled(**{column: values}), "x.csv")


def test_all_bad_labels_are_told_at_once() -> None:
    frame = labelled(label=["no", "1"], weight=[1, -2]).rename(columns={"text": "sentence"})
    with pytest.raises(SchemaError) as caught:
        labels.validate(frame, "x.csv")
    for part in ("column text", "'sentence'", "column label, row 1", "column weight, row 2"):
        assert part in str(caught.value)


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """The part of JSON Schema that our contracts use, for one scalar or list."""
    kinds: list[str] = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    python = {"string": str, "integer": int, "number": float, "array": list, "null": type(None)}
    if not any(type(value) is python[kind] for kind in kinds):
        return False
    in_words = value in schema.get("enum", [value])
    low, high = schema.get("minimum", value), schema.get("maximum", value)
    return in_words and (not isinstance(value, float) or low <= value <= high)


@pytest.mark.parametrize("name", TABLES)
def test_records_fit_the_json_contract(name: str) -> None:
    schema = json.loads(contract.to_json(name))
    cells = schema["items"]["properties"]
    for record in results().tables()[name].records():
        assert list(record) == schema["items"]["required"]
        for column, value in record.items():
            assert fits(value, cells[column]), (column, value)


def test_the_contract_of_everything_holds_every_table() -> None:
    whole = json.loads(contract.to_json())
    assert whole["required"] == list(TABLES)
    assert whole["properties"]["markers"] == contract.table("markers")
    assert contract.table("labels")["items"]["required"] == ["text", "label"]


def test_unknown_tables_are_named_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="choose one of articles, statements"):
        contract.to_json("sentences")


def test_the_page_of_the_tables_is_current() -> None:
    written = (DOCS / "tables.md").read_text(encoding="utf-8")
    assert written == page.page(), "run: scorer schema --format markdown > docs/tables.md"


def test_numbers_in_messages_are_plain() -> None:
    assert failures.shown(np.int64(3)) == "3"
    assert failures.shown("x" * 100).endswith("...")
