"""CoNLL-2010 shared task, Wikipedia sample (Farkas et al. 2010): sentences with weasel words."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from scorer.errors import InputError
from scorer.training.corpora.read import choice, read_text
from scorer.training.labels import Labels, build

FILE = "uncertainty.csv"
LABELS = {"1": 0, "-1": 1}  # as published: 1 certain, -1 uncertain
# Article and section titles stand among the certain sentences. They are short and have no end mark.
TITLE_WORDS = 8
END_MARKS = (".", "!", "?", ":", ";", '"', "”", "'", "’", ")")


def read_conll2010_weasel(folder: Path) -> Labels:
    """One row a sentence or title; the split column says which: `sentence` or `title`."""
    path = folder / FILE
    text, label = list[str](), list[int]()
    for number, row in enumerate(csv.reader(io.StringIO(read_text(path), newline="")), start=1):
        if len(row) != 2:
            raise InputError(f"{path}: row {number}: {len(row)} fields, expected 2")
        label.append(choice(row[0], LABELS, path, number))
        text.append(row[1].strip())
    splits = ["title" if is_title(line) else "sentence" for line in text]
    return build("uncertainty", "conll2010_weasel", text, label, split=splits)


def is_title(line: str) -> bool:
    """Whether a line looks like a title.

    >>> is_title("Prelingual deafness"), is_title("It is widely believed.")
    (True, False)
    """
    return len(line.split()) <= TITLE_WORDS and not line.endswith(END_MARKS)
