"""The seed statements are numerous, varied, balanced and safe to split by group."""

import csv
import io
import re
from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest

PATH = Path(__file__).resolve().parents[1] / "seeds" / "statements.csv"
HEADS = ("propaganda", "bias", "subjectivity", "checkworthiness", "uncertainty")
COLUMNS = ["statement_id", "article_id", "text", *HEADS, "source"]
WORD = re.compile(r"\w+")
SHARED_WORDS = 6


def read_rows() -> list[dict[str, str]]:
    """Return the rows of the table; decoding errors are not hidden."""
    return list(csv.DictReader(io.StringIO(PATH.read_bytes().decode("utf-8"), newline="")))


ROWS = read_rows()


def word_runs(text: str, n: int) -> set[tuple[str, ...]]:
    """Return the case-folded runs of n words of a text; empty if it is shorter."""
    words = WORD.findall(text.casefold())
    return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}


def test_file_is_utf8_without_bom_and_with_unix_line_ends() -> None:
    raw = PATH.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert raw.decode("utf-8").splitlines()[0] == ",".join(COLUMNS)


def test_rows_are_complete_and_numbered_in_order() -> None:
    assert len(ROWS) >= 400
    assert [row["statement_id"] for row in ROWS] == [f"s{i:04d}" for i in range(1, len(ROWS) + 1)]
    for row in ROWS:
        assert list(row) == COLUMNS, row["statement_id"]
        assert row["text"] == row["text"].strip(), row["statement_id"]
        assert row["source"] == "written for this project", row["statement_id"]


def test_groups_are_many_and_small() -> None:
    sizes = Counter(row["article_id"] for row in ROWS)
    assert len(sizes) >= 40
    assert max(sizes.values()) <= len(ROWS) // 20


def test_texts_are_unique_and_of_varied_length() -> None:
    texts = [" ".join(WORD.findall(row["text"].casefold())) for row in ROWS]
    assert len(set(texts)) == len(texts)
    lengths = sorted(len(row["text"].split()) for row in ROWS)
    assert lengths[0] >= 4
    assert lengths[-1] <= 45
    assert lengths[len(lengths) * 3 // 4] - lengths[len(lengths) // 4] >= 5


@pytest.mark.parametrize("head", HEADS)
def test_every_head_has_both_classes_in_balance(head: str) -> None:
    counts = Counter(row[head] for row in ROWS)
    assert set(counts) == {"0", "1"}
    assert 0.25 <= counts["1"] / len(ROWS) <= 0.60


@pytest.mark.parametrize(("first", "second"), list(permutations(HEADS, 2)))
def test_heads_are_no_copies_of_each_other(first: str, second: str) -> None:
    apart = sum(row[first] == "1" and row[second] == "0" for row in ROWS)
    assert apart >= 25


def test_no_two_statements_share_a_run_of_words() -> None:
    owner: dict[tuple[str, ...], str] = {}
    shared: list[str] = []
    for row in ROWS:
        for run in word_runs(row["text"], SHARED_WORDS):
            if owner.setdefault(run, row["statement_id"]) != row["statement_id"]:
                shared.append(f"{owner[run]} {row['statement_id']}: {' '.join(run)}")
    assert shared == []


def test_shared_runs_are_seen_when_there_are_some() -> None:
    a, b = "One two, three four five SIX seven.", "Zero one two three four five six"
    assert word_runs(a, SHARED_WORDS) & word_runs(b, SHARED_WORDS)
    assert word_runs("too short", SHARED_WORDS) == set()
