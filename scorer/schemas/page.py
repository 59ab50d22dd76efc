"""`docs/tables.md`: the contracts as a page to read."""

from __future__ import annotations

from typing import Any

from scorer.results import TABLES, Column, Table, vocabulary
from scorer.results.example import results
from scorer.schemas import contract, labels

HEAD = """\
# The tables

This page is generated: `scorer schema --format markdown > docs/tables.md`.

Scoring gives five tables. The columns stand in the order shown, none is left out and none is
added; every export is checked against the same contract before it is written
(`scorer schema` prints it as JSON Schema).

- Offsets count code points of the article text exactly as read, from 0, and are half-open:
  `text[start:end]` is the span. A byte order mark is not part of the text.
- Every `float` is a probability or a share between 0 and 1; every `int` is 0 or more.
- What is missing is null: `null` in JSON, an empty cell in CSV, `None`, `NaN` or `NaT` in Python.
  It is never 0 or an empty text.
- Times are UTC.
- Lists (`list[str]`) are arrays in JSON and are joined with `;` in CSV.

`scorer score --format` gives the tables as

- `json`: one object with a list of rows for each table.
- `jsonl`: one line for each article, which is the `json` object of that article alone.
- `csv`: one table (`--table`, `statements` unless given), UTF-8. A text that a spreadsheet would
  run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line end) gets an apostrophe in
  front. So does a text that begins with apostrophes and then such a sign: take one apostrophe
  away from every cell that begins so, and you have the text as it was.

A lone surrogate, which UTF-8 cannot hold, is kept as an escape in JSON and becomes U+FFFD in CSV
and Arrow tables.

The scores describe language and sourcing. They do not say whether something is true.

The example values come from a made-up article.
"""
KINDS = {"strlist": "list[str]"}


def page() -> str:
    """The whole page, ending in a newline."""
    tables = [_table(kind) for kind in TABLES.values()]
    return "\n".join([HEAD, *tables, _labels(), _words()])


def section(name: str) -> str:
    """The part of the page on one table; `InputError` for an unknown name."""
    return _labels() if name == labels.NAME else _table(contract.find(name))


def _table(kind: type[Table]) -> str:
    example = results().tables()[kind.NAME].records()
    rows = [_row(column, _example(column, example)) for column in kind.COLUMNS]
    head = ["| column | type | meaning | example |", "|---|---|---|---|"]
    key = ", ".join(f"`{name}`" for name in kind.KEY)
    lines = [f"## {kind.NAME}", "", kind.__doc__ or "", f"No two rows agree in {key}.", ""]
    return "\n".join([*lines, *head, *rows, ""])


def _labels() -> str:
    rows = [
        f"| {column.name} | {'yes' if column.name in labels.NEEDED else 'no'} | {column.meaning} |"
        for column in labels.COLUMNS
    ]
    lines = [f"## {labels.NAME}", "", labels.MEANING, "Columns may stand in any order.", ""]
    return "\n".join([*lines, "| column | needed | meaning |", "|---|---|---|", *rows, ""])


def _row(column: Column, example: str) -> str:
    kind = KINDS.get(column.kind, column.kind) + (", nullable" if column.nullable else "")
    return f"| {column.name} | {kind} | {column.meaning} | {example} |"


def _example(column: Column, records: list[dict[str, Any]]) -> str:
    """A value of the fullest row, or of another where that has none."""
    fullest = sorted(records, key=lambda record: list(record.values()).count(None))
    values = [record[column.name] for record in fullest if record[column.name] not in (None, [])]
    value: Any = values[0] if values else ""
    text = "; ".join(value) if column.kind == "strlist" else str(value)
    return text if len(text) <= 40 else text[:37] + "…"


def _words() -> str:
    groups = {
        "status": vocabulary.STATUSES,
        "voice": vocabulary.VOICES,
        "stance": vocabulary.STANCES,
        "type (of an attribution)": vocabulary.TYPES,
        "role": vocabulary.ROLES,
        "category": vocabulary.CATEGORIES,
        "source_kind, kind": vocabulary.SOURCE_KINDS,
    }
    parts = [_group(name, words) for name, words in groups.items()]
    return "\n".join(["## Words", "", *parts])


def _group(name: str, words: dict[str, str]) -> str:
    rows = [f"| `{word}` | {meaning} |" for word, meaning in words.items()]
    return "\n".join([f"### {name}", "", "| value | meaning |", "|---|---|", *rows, ""])
