"""BABE SG2 (Spinde et al. 2021): news sentences that experts called biased or not."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from scorer.errors import InputError
from scorer.training.corpora.read import choice, read_text
from scorer.training.labels import Labels, build

FILE = "final_labels_SG2.csv"
COLUMNS = ("text", "news_link", "outlet", "label_bias")
LABELS = {"Biased": 1, "Non-biased": 0, "No agreement": -1}


def read_babe(folder: Path) -> Labels:
    """One row a sentence. The sentence without agreement is left out; article id is the link."""
    path = folder / FILE
    rows = list(csv.DictReader(io.StringIO(read_text(path), newline=""), delimiter=";"))
    if not rows or any(name not in rows[0] for name in COLUMNS):
        raise InputError(f"{path}: line 1: expected the columns {', '.join(COLUMNS)}")
    for number, row in enumerate(rows, start=2):
        if any(row[name] is None for name in COLUMNS):
            raise InputError(f"{path}: row {number}: too few fields")
        choice(row["label_bias"], LABELS, path, number)
    kept = [row for row in rows if LABELS[row["label_bias"]] >= 0]
    return build(
        "bias",
        "babe",
        [row["text"].strip() for row in kept],
        [LABELS[row["label_bias"]] for row in kept],
        article_id=[row["news_link"].strip() for row in kept],
        outlet=[row["outlet"].strip() for row in kept],
    )
