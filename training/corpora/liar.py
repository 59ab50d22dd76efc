"""LIAR (Wang 2017): PolitiFact statements with six grades of truth.

Only the statement, the grade and the speaker are read. The count columns of the file hold the
speaker's record including the row itself, and so leak the label.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scorer.errors import InputError
from scorer.training.corpora.read import choice, read_lines

FILES = {"train": "train.tsv", "valid": "valid.tsv"}
GRADES = ("pants-fire", "false", "barely-true", "half-true", "mostly-true", "true")
RANK = {grade: rank for rank, grade in enumerate(GRADES)}
FIELDS = 14


@dataclass(frozen=True, slots=True)
class Rated:
    """One rated statement; `grade` runs from 0 (pants on fire) to 5 (true)."""

    text: str
    grade: int
    speaker: str
    split: str


def read_liar(folder: Path) -> list[Rated]:
    """All rows of train and valid, in file order."""
    return [row for split, name in FILES.items() for row in _read(folder / name, split)]


def _read(path: Path, split: str) -> list[Rated]:
    rows = list[Rated]()
    for number, line in enumerate(read_lines(path), start=1):
        parts = line.split("\t")
        if len(parts) != FIELDS:
            raise InputError(f"{path}: line {number}: {len(parts)} fields, expected {FIELDS}")
        rows.append(Rated(parts[2], choice(parts[1], RANK, path, number), parts[4], split))
    return rows
