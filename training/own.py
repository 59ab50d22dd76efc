"""Train one head on a labels table of one's own."""

from __future__ import annotations

import numpy as np

from scorer.errors import InputError
from scorer.features.extract import Extractor
from scorer.models.card import Data
from scorer.training.catalogue import BY_NAME, MAIN
from scorer.training.evaluate import Trial, try_head
from scorer.training.fit import Recipe
from scorer.training.labels import Labels
from scorer.training.pack import Fitted, Packed, pack_model
from scorer.training.recipes import FOLDS
from scorer.training.sparse import build_design, inverse_frequencies
from scorer.training.split import fingerprints, group
from scorer.training.task import Task
from scorer.training.vectors import no_vectors

COMMAND = "scorer train LABELS --head HEAD -o DIR"
# No word vectors: a labels table is seldom large enough to learn any.
RECIPE = Recipe(vectors=0.0, donors=0.0)


def train_labels(labels: Labels, name: str, extractor: Extractor) -> Packed:
    """Fit, calibrate and measure a head by grouped cross-validation, and pack the model.

    Raises `InputError` when there are too few articles with and without the label for that.
    """
    groups = group(labels)
    _check(labels, groups)
    matrix = extractor.matrix(labels.text)
    idf = inverse_frequencies([matrix])
    metric = BY_NAME[MAIN[labels.head]].metric
    design = build_design(matrix, idf)
    vectors = no_vectors(matrix.buckets)
    own = np.ones(len(labels), dtype=np.bool_)
    task = Task(labels.head, metric, RECIPE, labels, design, own, groups, vectors, ())
    head = _fitted(task, try_head(task))
    return pack_model(name, COMMAND, [head], idf, matrix.names, seen=fingerprints(labels.text))


def _fitted(task: Task, trial: Trial) -> Fitted:
    labels = task.labels
    data = Data(
        labels.corpus,
        "labels of the head",
        len(labels),
        labels.positive,
        "not stated",
        "Set by whoever owns the labels.",
        "a labels table",
    )
    return Fitted(
        task.head,
        task.metric,
        task.recipe,
        task.fit(),
        trial.sigmoid,
        trial.threshold,
        len(labels),
        (data,),
        trial.figures(published=None),
    )


def _check(labels: Labels, groups: np.ndarray[tuple[int], np.dtype[np.int64]]) -> None:
    """Each fold needs both classes, so each class needs as many groups as there are folds."""
    for value in (0, 1):
        found = len(np.unique(groups[labels.label == value]))
        if found < FOLDS:
            raise InputError(
                f"{labels.corpus}: label {value} stands in {found} independent groups of rows "
                f"(articles, near-duplicates); {FOLDS} are needed to measure the model honestly"
            )
