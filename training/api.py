"""What the verbs `train` and `evaluate` call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scorer.errors import InputError
from scorer.features.extract import Extractor
from scorer.models.card import Card
from scorer.models.store import load, read_card, save
from scorer.training import default, tables
from scorer.training.catalogue import BY_NAME, MAIN
from scorer.training.diagram import reliability_svg
from scorer.training.evaluate import Outcome, judge_labels
from scorer.training.gate import FLOORS, Floors, card_figures, key, read_floors
from scorer.training.labels import Labels, read_labels
from scorer.training.own import train_labels
from scorer.training.split import fingerprints

Say = Callable[[str], None]
# What the table shows of each protocol, besides the metric of the head.
SHOWN = ("f1", "macro_f1", "auc", "ece")


def train(labels: Path, head: str, out: Path) -> Card:
    """Train one head on a labels table, write the model folder, return its card."""
    packed = train_labels(read_labels(labels, head), out.resolve().name, Extractor.load())
    save(out, packed.card, packed.weights)
    return packed.card


def train_default(corpora: Path, out: Path, say: Say = lambda text: None) -> Card:
    """Train the shipped model: all heads, on all corpora under a folder."""
    return default.train_default(corpora, out, say)


def evaluate(
    model: str | Path, labels: Path, head: str | None = None, say: Say = lambda text: None
) -> Outcome:
    """Judge labelled statements with a model. Rows that it was trained on are left out."""
    loaded = load(model)
    heads = loaded.heads.heads
    if head is None and len(heads) != 1:
        raise InputError(f"the model has several heads; choose one with --head: {', '.join(heads)}")
    wanted = loaded.card.head(heads[0] if head is None else head)
    table = _unseen(read_labels(labels, wanted.head), loaded.seen, say)
    matrix = Extractor.load().matrix(table.text)
    probability = loaded.heads.probability(matrix)[:, heads.index(wanted.head)]
    return judge_labels(probability, table, wanted.threshold)


def _unseen(table: Labels, seen: NDArray[np.uint32], say: Say) -> Labels:
    """The rows whose words are not those of a training row."""
    new = ~np.isin(fingerprints(table.text), seen)
    if not new.any():
        raise InputError(f"{table.corpus}: the model was trained on every row; give it others")
    if not new.all():
        say(f"{int((~new).sum())} rows left out: the model was trained on them")
    return table.take(new)


def evaluate_default(model: str | Path, corpora: Path, say: Say = lambda text: None) -> str:
    """Run the protocols of the shipped model anew on its corpora; the table of figures.

    The heads are fitted by the recipes of this release on rows apart from those they are measured
    on: the shipped weights themselves have seen all rows. `model` names the card whose figures the
    last column compares with.
    """
    card = read_card(model)
    before: Floors = {key(head, figure): figure.value for head, figure in card_figures(card)}
    trials = default.try_default(corpora, say)
    found = [
        (trial.head, figure)
        for trial in trials
        for figure in trial.figures(BY_NAME[MAIN[trial.head]].published)
        if figure.metric in SHOWN
    ]
    rows = tables.figure_rows(found, read_floors() if FLOORS.exists() else {})
    told = [before.get(key(head, figure)) for head, figure in found]
    cells = [
        (*row, "" if value is None else f"{value:.3f}")
        for row, value in zip(rows, told, strict=True)
    ]
    return tables.in_columns(cells, (*tables.HEADER, "on the card"))


def outcome_text(outcome: Outcome) -> str:
    """Figures, slices by length, and the reliability table of an outcome, as text."""
    head = outcome.labels.head
    figures = [(head, figure) for figure in (*outcome.figures(), *outcome.slices())]
    parts = (
        tables.in_columns(tables.figure_rows(figures, {})),
        tables.in_columns(tables.reliability_rows(outcome.reliability()), tables.RELIABILITY),
    )
    return "\n".join(parts)


def outcome_svg(outcome: Outcome) -> str:
    """The reliability diagram of an outcome."""
    return reliability_svg(f"{outcome.labels.head}: {outcome.protocol}", outcome.reliability())
