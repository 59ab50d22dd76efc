"""Labels tables: reading, and all bad rows at once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from scorer.errors import InputError
from scorer.training.labels import build, join, read_labels


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_is_read_with_its_optional_columns(tmp_path: Path) -> None:
    path = write(
        tmp_path / "mine.csv",
        'text,label,outlet,weight\n"A, b",1,x.org,2\n"Two\nlines",Non-biased,,\nThird,BIASED,,1\n',
    )
    table = read_labels(path, "bias")
    assert table.text == ("A, b", "Two\nlines", "Third")
    assert table.label.tolist() == [1, 0, 1]
    assert table.weight.tolist() == [2, 1, 1]
    assert (table.outlet, table.corpus) == (("x.org", "", ""), "mine")


def test_tabs_separate_a_tsv(tmp_path: Path) -> None:
    table = read_labels(write(tmp_path / "t.tsv", "label\ttext\n0\tone, two\n"), "propaganda")
    assert table.text == ("one, two",)


def test_all_bad_rows_are_reported_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path / "bad.csv", "text,label,weight\ngood,1,1\n ,1,1\nx,maybe,1\ny,0,-3\nz,0,1,9\n"
    )
    with pytest.raises(InputError) as caught:
        read_labels(path, "bias")
    message = str(caught.value)
    assert "4 bad values, nothing was trained" in message
    assert f"{path}: line 3: text: empty" in message
    assert "line 4: label: 'maybe' is not 0, 1, non-biased or biased" in message
    assert "line 5: weight: '-3' is not a positive number" in message
    assert "line 6: more fields than the header has" in message


def test_many_bad_rows_are_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "bad.csv", "text,label\n" + "x,?\n" * 50)
    with pytest.raises(InputError, match="and 30 more"):
        read_labels(path, "bias")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("text\nx\n", r"missing columns \['label'\]"),
        ("text,label,colour\nx,1,red\n", r"unknown \['colour'\]"),
        ("text,label,text\nx,1,y\n", r"twice \['text'\]"),
        ("text,label\n", "no rows"),
        ("", "missing columns"),
    ],
)
def test_a_wrong_header_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_labels(write(tmp_path / "t.csv", text), "bias")


def test_a_missing_file_and_an_unknown_head_are_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_labels(tmp_path / "no.csv", "bias")
    with pytest.raises(InputError, match="unknown head 'truth'"):
        read_labels(tmp_path / "no.csv", "truth")


def test_rows_are_taken_and_joined_in_order() -> None:
    one = build("bias", "one", ["a", "b", "c"], [0, 1, 0], split=["x", "y", "x"])
    picked = one.take(one.where("x"))
    assert picked.text == ("a", "c")
    both = join([one.take(np.array([2, 0])), picked], "both")
    assert both.text == ("c", "a", "a", "c")
    assert (len(both), both.positive) == (4, 0)
    with pytest.raises(ValueError, match="cannot join"):
        join([one, build("propaganda", "p", ["a"], [0])], "mixed")
    with pytest.raises(ValueError, match="different lengths"):
        build("bias", "b", ["a"], [0, 1])
