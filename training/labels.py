"""Labelled statements: the input of training, whatever file they came from."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scorer.errors import InputError

# Class names that stand for 1 and 0 besides "1" and "0", compared without regard to case.
CLASSES: dict[str, tuple[str, str]] = {
    "propaganda": ("propaganda", "non-propaganda"),
    "bias": ("biased", "non-biased"),
    "subjectivity": ("subj", "obj"),
    "checkworthiness": ("yes", "no"),
    "uncertainty": ("uncertain", "certain"),
}
HEADS = tuple(CLASSES)
COLUMNS = ("text", "label", "article_id", "outlet", "split", "weight")
# A message lists this many bad rows in full and counts the rest.
LISTED = 20


@dataclass(frozen=True, slots=True)
class Labels:
    """N labelled statements of one head, in text order within an article.

    label: (N,) int8, 0 or 1; weight: (N,) float64 > 0. article_id, outlet and split are "" where
    they are not known. `corpus` says where the rows came from.
    """

    head: str
    corpus: str
    text: tuple[str, ...]
    label: NDArray[np.int8]
    article_id: tuple[str, ...]
    outlet: tuple[str, ...]
    split: tuple[str, ...]
    weight: NDArray[np.float64]

    def __len__(self) -> int:
        """Number of statements."""
        return len(self.text)

    @property
    def positive(self) -> int:
        """Number of statements with label 1."""
        return int(self.label.sum())

    def take(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> Labels:
        """The given rows, in the given order. A boolean mask or row numbers."""
        index = np.flatnonzero(rows) if rows.dtype == np.bool_ else rows
        pick = index.tolist()
        return Labels(
            self.head,
            self.corpus,
            tuple(self.text[i] for i in pick),
            self.label[index],
            tuple(self.article_id[i] for i in pick),
            tuple(self.outlet[i] for i in pick),
            tuple(self.split[i] for i in pick),
            self.weight[index],
        )

    def where(self, *splits: str) -> NDArray[np.bool_]:
        """Mask of the rows of these splits, (N,) bool."""
        return np.array([split in splits for split in self.split], dtype=np.bool_)


def build(
    head: str,
    corpus: str,
    text: Sequence[str],
    label: Iterable[bool | int],
    *,
    article_id: Sequence[str] | None = None,
    outlet: Sequence[str] | None = None,
    split: Sequence[str] | str = "",
) -> Labels:
    """Labels with weight 1; columns that are not given are empty."""
    empty = ("",) * len(text)
    values = np.array([int(value) for value in label], dtype=np.int8)
    splits = (split,) * len(text) if isinstance(split, str) else tuple(split)
    lengths = {len(text), len(values), len(splits), len(article_id or text), len(outlet or text)}
    if len(lengths) > 1:
        raise ValueError(f"columns of different lengths: {sorted(lengths)}")
    ids, outlets = tuple(article_id or empty), tuple(outlet or empty)
    return Labels(head, corpus, tuple(text), values, ids, outlets, splits, np.ones(len(text)))


def join(parts: Sequence[Labels], corpus: str) -> Labels:
    """Several tables of one head as one, under the name `corpus`."""
    heads = {part.head for part in parts}
    if len(heads) != 1:
        raise ValueError(f"cannot join labels of {sorted(heads)}")
    return Labels(
        heads.pop(),
        corpus,
        tuple(text for part in parts for text in part.text),
        np.concatenate([part.label for part in parts]),
        tuple(value for part in parts for value in part.article_id),
        tuple(value for part in parts for value in part.outlet),
        tuple(value for part in parts for value in part.split),
        np.concatenate([part.weight for part in parts]),
    )


def read_labels(path: Path, head: str) -> Labels:
    """Read a labels table (`.csv`, or `.tsv` with the same quoting).

    Columns: text, label (0/1 or the class names of the head), and optionally article_id, outlet,
    split, weight. Every bad row is reported at once, by file, line and column.
    """
    if head not in CLASSES:
        raise InputError(f"unknown head {head!r}; choose one of: {', '.join(HEADS)}")
    rows, problems = _rows(path), list[str]()
    labels = [_label(row, head, path, line, problems) for line, row in rows]
    weights = [_weight(row, path, line, problems) for line, row in rows]
    texts = [_text(row, path, line, problems) for line, row in rows]
    if problems:
        raise InputError(_summary(problems))
    if not rows:
        raise InputError(f"{path}: no rows; a labels table needs a header and at least one row")
    columns = {name: [row.get(name) or "" for _, row in rows] for name in COLUMNS[2:5]}
    table = build(
        head,
        path.stem,
        texts,
        labels,
        article_id=columns["article_id"],
        outlet=columns["outlet"],
        split=columns["split"],
    )
    table.weight[:] = weights
    return table


def _rows(path: Path) -> list[tuple[int, Mapping[str, str]]]:
    """Rows with the line number each ends on; checks the header."""
    csv.field_size_limit(1 << 24)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, delimiter="\t" if path.suffix == ".tsv" else ",")
            header = list(reader.fieldnames or ())
            _check_header(header, path)
            return [(reader.line_num, row) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read as a labels table ({error})") from error


def _check_header(header: list[str], path: Path) -> None:
    missing = [name for name in COLUMNS[:2] if name not in header]
    unknown = [name for name in header if name not in COLUMNS]
    twice = sorted({name for name in header if header.count(name) > 1})
    if missing or unknown or twice:
        raise InputError(
            f"{path}: line 1: missing columns {missing}, unknown {unknown}, twice {twice}; "
            f"a labels table has {', '.join(COLUMNS)} (text and label are required)"
        )


def _text(row: Mapping[str, str], path: Path, line: int, problems: list[str]) -> str:
    text = row.get("text") or ""
    if None in row:  # csv.DictReader keeps surplus fields under the key None
        problems.append(f"{path}: line {line}: more fields than the header has")
    elif not text.strip():
        problems.append(f"{path}: line {line}: text: empty")
    return text


def _label(row: Mapping[str, str], head: str, path: Path, line: int, problems: list[str]) -> int:
    value = (row.get("label") or "").strip().lower()
    yes, no = CLASSES[head]
    if value in {"1", yes}:
        return 1
    if value not in {"0", no}:
        problems.append(f"{path}: line {line}: label: {value!r} is not 0, 1, {no} or {yes}")
    return 0


def _weight(row: Mapping[str, str], path: Path, line: int, problems: list[str]) -> float:
    raw = row.get("weight") or "1"
    try:
        weight = float(raw)
    except ValueError:
        weight = float("nan")
    if not 0 < weight < float("inf"):
        problems.append(f"{path}: line {line}: weight: {raw!r} is not a positive number")
    return weight


def _summary(problems: list[str]) -> str:
    shown = "\n".join(problems[:LISTED])
    more = f"\n… and {len(problems) - LISTED} more" if len(problems) > LISTED else ""
    return f"{len(problems)} bad values, nothing was trained:\n{shown}{more}"
