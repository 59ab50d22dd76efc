"""CLEF CheckThat! 2024 task 1, English: sentences of US presidential debates worth checking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from scorer.errors import InputError
from scorer.training.corpora.read import choice, read_lines, unquote
from scorer.training.labels import Labels, build, join

FILES = {"train": "train.tsv", "dev": "dev.tsv", "dev_test": "dev-test.tsv"}
HEADER = "Sentence_id\tText\tclass_label"
LABELS = {"Yes": 1, "No": 0}
# A record that follows another one on the same line: its id stands right after a label.
FUSED = re.compile(r"(?<=\t)(Yes|No)(?=\d+\t)")
# Marks that were escaped twice: a backslash, then any number of quotation marks.
ESCAPED = re.compile(r'\\+"*')


def read_checkthat_checkworthiness(folder: Path) -> Labels:
    """One row a sentence. Splits: train, dev, dev_test."""
    parts = [_read(folder / name, split) for split, name in FILES.items()]
    return join(parts, "checkthat_checkworthiness")


def _read(path: Path, split: str) -> Labels:
    lines = read_lines(path)
    if not lines or lines[0] != HEADER:
        raise InputError(f"{path}: line 1: expected {HEADER!r}")
    text, label = list[str](), list[int]()
    for number, record in _records(lines):
        parts = record.split("\t")
        if len(parts) != 3:
            raise InputError(f"{path}: line {number}: {len(parts)} fields, expected 3")
        text.append(ESCAPED.sub('"', unquote(parts[1])).strip())
        label.append(choice(parts[2], LABELS, path, number))
    return build("checkworthiness", "checkthat_checkworthiness", text, label, split=split)


def _records(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Records with their line number. Line 16,877 of train holds two that lost their line end."""
    for number, line in enumerate(lines[1:], start=2):
        for record in FUSED.sub("\\1\n", line).split("\n"):
            yield number, record
