"""Wikipedia statements that editors tagged as biased, and neutral ones (Hube and Fetahu 2019)."""

from __future__ import annotations

from pathlib import Path

from scorer.errors import InputError
from scorer.training.corpora.read import read_lines
from scorer.training.labels import Labels, build, join

# `cw-hard` is drawn from articles on contested topics and is the honest contrast.
FILES = {
    "statements_biased": 1,
    "statements_neutral_cw-hard": 0,
    "statements_neutral_type_balanced": 0,
}


def read_wikipedia_bias(folder: Path) -> Labels:
    """One row a statement; the split column says which file it came from."""
    return join([_read(folder / name, label) for name, label in FILES.items()], "wikipedia_bias")


def _read(path: Path, label: int) -> Labels:
    text = [line.strip() for line in read_lines(path) if line.strip()]
    if not text:
        raise InputError(f"{path}: no statements in it")
    return build("bias", "wikipedia_bias", text, [label] * len(text), split=path.name)
