"""CLEF CheckThat! 2023-25, subjectivity in news, English: SUBJ or OBJ."""

from __future__ import annotations

from pathlib import Path

from scorer.errors import InputError
from scorer.training.corpora.read import choice, read_lines, unquote
from scorer.training.labels import Labels, build, join

FILES = {"train": "train_en.tsv", "dev": "dev_en.tsv", "dev_test": "dev_test_en.tsv"}
HEADER = ["sentence_id", "sentence", "label"]
LABELS = {"SUBJ": 1, "OBJ": 0}


def read_checkthat_subjectivity(folder: Path) -> Labels:
    """One row a sentence. Splits: train, dev, dev_test."""
    parts = [_read(folder / name, split) for split, name in FILES.items()]
    return join(parts, "checkthat_subjectivity")


def _read(path: Path, split: str) -> Labels:
    """Fields after the label (`solved_conflict`, missing in some rows) are not needed."""
    lines = read_lines(path)
    if not lines or lines[0].split("\t")[:3] != HEADER:
        raise InputError(f"{path}: line 1: expected the columns {', '.join(HEADER)}")
    text, label = list[str](), list[int]()
    for number, line in enumerate(lines[1:], start=2):
        parts = line.split("\t")
        if not 3 <= len(parts) <= 4:
            raise InputError(f"{path}: line {number}: {len(parts)} fields, expected 3 or 4")
        text.append(unquote(parts[1]).strip())
        label.append(choice(parts[2], LABELS, path, number))
    return build("subjectivity", "checkthat_subjectivity", text, label, split=split)
