"""JSON lines: for each article one line, which is the JSON object of that article alone.

So every line keeps the same contract as the `json` format, with one row in `articles`.
"""

from __future__ import annotations

from typing import BinaryIO

from scorer.exporters import as_json
from scorer.results import Results

ONE_TABLE = False


def write(results: Results, out: BinaryIO) -> None:
    """One line per article, in the order of `articles`; no articles give no bytes."""
    for article in results.split():
        out.write(as_json.line(article) + b"\n")
