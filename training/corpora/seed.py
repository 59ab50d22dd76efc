"""The project's own labelled examples, `seeds/statements.csv`: training works without a corpus."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from scorer.errors import InputError
from scorer.training.corpora.read import choice, read_text
from scorer.training.labels import HEADS, Labels, build

FILE = Path(__file__).parents[2] / "seeds" / "statements.csv"
LABELS = {"0": 0, "1": 1, "": -1}


def read_seed(head: str, path: Path = FILE) -> Labels:
    """The rows that have a label for `head`; an empty cell means that nobody decided."""
    rows = list(csv.DictReader(io.StringIO(read_text(path), newline="")))
    needed = ("article_id", "text", *HEADS)
    if not rows or any(name not in rows[0] for name in needed):
        raise InputError(f"{path}: line 1: expected the columns {', '.join(needed)}")
    if head not in HEADS:
        raise InputError(f"unknown head {head!r}; choose one of: {', '.join(HEADS)}")
    labels = [choice(row[head], LABELS, path, number) for number, row in enumerate(rows, start=2)]
    kept = [(row, label) for row, label in zip(rows, labels, strict=True) if label >= 0]
    return build(
        head,
        "seed",
        [row["text"] for row, _ in kept],
        [label for _, label in kept],
        article_id=[row["article_id"] for row, _ in kept],
    )
