"""JSON: one object with the five tables, each a list of rows."""

from __future__ import annotations

import json
from typing import BinaryIO

from scorer.results import Results, Table

ONE_TABLE = False
# Legal in JSON texts, but terminals obey the control characters U+007F to U+009F (JSON itself
# escapes the lower ones), and many readers end a line at the other two.
ESCAPES = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


def write(results: Results, out: BinaryIO) -> None:
    """One row a line, UTF-8, with a newline at the end."""
    tables = [f'"{name}":{_rows(table)}' for name, table in results.tables().items()]
    out.write(_encoded("{" + ",\n".join(tables) + "}\n"))


def line(results: Results) -> bytes:
    """The whole object on one line, without a newline."""
    tables = {name: table.records() for name, table in results.tables().items()}
    return _encoded(_dumped(tables))


def _rows(table: Table) -> str:
    return "[" + ",\n".join(_dumped(record) for record in table.records()) + "]"


def _dumped(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate(ESCAPES)


def _encoded(text: str) -> bytes:
    r"""UTF-8; a lone surrogate, which UTF-8 lacks, becomes its JSON escape (`\ud800`)."""
    return text.encode("utf-8", "backslashreplace")
