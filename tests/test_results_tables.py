"""Tables keep what they are given, and give it back in every form."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import numpy as np
import pandas as pd
import pytest

from scorer.errors import InputError, SchemaError
from scorer.features.marker import CATEGORIES as FEATURE_CATEGORIES
from scorer.results import TABLES, Articles, Attributions, Markers, Results, Statements, Table
from scorer.results.example import EMPTY, SCORED, TEXT, results
from scorer.results.vocabulary import CATEGORIES


def columns(table: Table) -> dict[str, Any]:
    return {column.name: table[column.name] for column in table.COLUMNS}


def test_types_inside_are_those_of_the_contract() -> None:
    expected = {"str": "O", "int": "i", "float": "f", "timestamp": "M", "strlist": "O"}
    for table in [*results().tables().values(), *Results.empty().tables().values()]:
        kinds = {c.name: table[c.name].dtype.kind for c in table.COLUMNS}
        assert kinds == {c.name: expected[c.kind] for c in table.COLUMNS}


def test_offsets_of_the_example_are_its_text() -> None:
    example = results()
    for table in (example.statements, example.markers):
        for row in table.rows():
            assert TEXT[row.start : row.end] == row.text
    for row in example.attributions.rows():
        assert TEXT[row.cue_start : row.cue_end] == row.cue


def test_missing_values_are_null_in_rows_and_records() -> None:
    record = results().articles.records()[1]
    assert record["article_id"] == EMPTY
    assert record["title"] is None
    assert record["published"] is None
    assert record["propaganda"] is None
    row = list(results().articles.rows())[1]
    assert row.published is None
    assert row.propaganda is None


def test_missing_offsets_are_null() -> None:
    values = columns(results().attributions) | {"cue_start": [None, 203], "cue": [None, "claimed"]}
    table = Attributions(**values)
    assert table["cue_start"].tolist() == [-1, 203]
    assert table.records()[0]["cue_start"] is None
    assert pd.isna(table.to_pandas()["cue_start"][0])


def test_zero_is_not_missing() -> None:
    record = results().articles.records()[0]
    assert record["share_anonymous"] == 0.0
    assert results().statements.records()[0]["start"] == 0


def test_records_hold_plain_json_values() -> None:
    record = results().statements.records()[3]
    assert record["markers"] == ["doubting_cue", "unsubstantiated_claim", "hearsay"]
    assert type(record["start"]) is int
    assert type(record["propaganda"]) is float
    assert results().articles.records()[0]["published"] == "2024-03-26T09:30:00Z"


def test_times_are_kept_in_utc() -> None:
    moscow = datetime(2024, 3, 26, 12, 30, tzinfo=timezone(timedelta(hours=3)))
    table = Articles(**columns(results().articles) | {"published": [moscow, None]})
    assert next(table.rows()).published == datetime(2024, 3, 26, 9, 30)
    assert moscow.astimezone(UTC).hour == 9


def test_concat_take_and_split_put_back_together() -> None:
    example = results()
    whole = Results.concat(list(example.split()))
    for name, table in example.tables().items():
        assert whole.tables()[name].records() == table.records()
    backwards = example.statements.take([3, 0])
    assert backwards["statement_id"].tolist() == [3, 0]
    narrator = example.statements.take(example.statements["voice"] == "narrator")
    assert len(narrator) == 2
    assert len(example.statements.take([])) == 0


def test_split_gives_articles_without_statements_too() -> None:
    parts = list(results().split())
    assert [part.articles["article_id"][0] for part in parts] == [SCORED, EMPTY]
    assert len(parts[1].statements) == 0


def test_concat_of_nothing_is_empty() -> None:
    for kind in TABLES.values():
        assert len(kind.concat([])) == 0
        assert kind.empty().records() == []


def test_columns_are_those_asked_for() -> None:
    values = columns(results().markers)
    with pytest.raises(SchemaError, match="note"):
        Markers(**{name: array for name, array in values.items() if name != "note"})
    with pytest.raises(SchemaError, match="colour"):
        Markers(**values | {"colour": values["note"]})
    with pytest.raises(SchemaError, match="length"):
        Markers(**values | {"note": ["one"]})
    with pytest.raises(SchemaError, match="no column 'colour'"):
        results().markers["colour"]


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("start", [0.5, 1, 2, 3]),
        ("start", np.array([0.5, 1, 2, 3])),
        ("propaganda", ["high", 0, 0, 0]),
        ("techniques", ["slogan", "slogan", "slogan", "slogan"]),
    ],
)
def test_values_of_the_wrong_kind_are_refused(column: str, values: Any) -> None:
    with pytest.raises(SchemaError, match=column):
        Statements(**columns(results().statements) | {column: values})


def test_pandas_frames_hold_the_same_values() -> None:
    frame = results().statements.to_pandas()
    assert list(frame.columns) == [column.name for column in Statements.COLUMNS]
    assert frame["markers"][3] == ["doubting_cue", "unsubstantiated_claim", "hearsay"]
    assert frame["speaker"][0] is None
    assert results().articles.to_pandas()["published"].dtype == "datetime64[us]"


def test_changing_a_frame_leaves_the_table_alone() -> None:
    table = results().statements
    frame = table.to_pandas()
    frame.loc[0, "start"] = 99
    assert table["start"][0] == 0


def test_arrow_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match="pip install pyarrow"):
        results().statements.to_arrow()


def test_arrow_tables_hold_the_same_values() -> None:
    pytest.importorskip("pyarrow")
    for table in results().tables().values():
        arrow = table.to_arrow()
        assert arrow.column_names == [column.name for column in table.COLUMNS]
        times = {column.name for column in table.COLUMNS if column.kind == "timestamp"}
        for ours, theirs in zip(table.records(), arrow.to_pylist(), strict=True):
            assert {k: v for k, v in ours.items() if k not in times} == {
                k: v for k, v in theirs.items() if k not in times
            }


def test_arrow_replaces_lone_surrogates() -> None:
    pytest.importorskip("pyarrow")
    values = columns(results().markers) | {"note": ["a\ud800b", None, None, None]}
    assert Markers(**values).to_arrow()["note"].to_pylist()[0] == "a\ufffdb"


def test_results_import_neither_pandas_nor_pandera() -> None:
    code = "import sys, scorer.results.example as e; e.results(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"pandas", "pandera", "pyarrow", "sklearn"}.isdisjoint(done.stdout.split())


def test_categories_are_those_of_the_catalogue() -> None:
    assert tuple(CATEGORIES) == FEATURE_CATEGORIES


def test_results_are_five_tables_in_the_order_of_the_contract() -> None:
    assert [field.name for field in dataclasses.fields(Results)] == list(TABLES)
