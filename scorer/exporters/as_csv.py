"""CSV: one table, UTF-8, with a header.

- What is missing is an empty cell; the contract has no empty texts.
- Lists are joined with `;`; no id holds one.
- A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab, a
  line end, or one of the signs in full width) gets an apostrophe in front. So does a text that
  begins with apostrophes and then such a sign: taking one apostrophe away from every cell that
  begins so gives back the text.
- A lone surrogate, which UTF-8 lacks, becomes U+FFFD.
"""

from __future__ import annotations

import re
from typing import Any, BinaryIO

from scorer.results import Table
from scorer.results.storage import without_surrogates

ONE_TABLE = True
FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
QUOTED = re.compile('[",\r\n]')


def write(table: Table, out: BinaryIO) -> None:
    """The header and one row per row; lines end in a line feed."""
    header = [column.name for column in table.COLUMNS]
    rows = (record.values() for record in table.records())
    for row in (header, *rows):
        out.write((",".join(_cell(value) for value in row) + "\n").encode("utf-8"))


def _cell(value: Any) -> str:
    """One cell, in quotation marks where it has to be.

    The csv module of Python 3.11 leaves a lone carriage return bare, which its own reader takes
    for a line end.
    """
    text = _text(value)
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(value)
    return _safe(value if isinstance(value, str) else ";".join(value))


def _safe(text: str) -> str:
    text = without_surrogates(text)
    return "'" + text if FORMULA.match(text) else text
