"""The yardstick: TF-IDF of word 1-2-grams and logistic regression, fitted on the same rows."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scorer.training.labels import Labels
from scorer.training.logistic import fit_logistic
from scorer.training.sparse import Floats

_text: Any = importlib.import_module("sklearn.feature_extraction.text")

STRENGTH = 4.0


def baseline_decisions(train: Labels, test: Labels) -> Floats:
    """Decisions on `test` of a baseline fitted on `train`, (N,) float64."""
    vectorizer = _text.TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    columns = vectorizer.fit_transform(train.text)
    found = fit_logistic(columns, train.label, train.weight, STRENGTH)
    return np.asarray(vectorizer.transform(test.text) @ found.weights) + found.bias


def baseline_held_out(labels: Labels, folds: NDArray[np.int64]) -> Floats:
    """Decisions on each fold by a baseline fitted on the other folds, (N,) float64."""
    out = np.empty(len(labels))
    for fold in np.unique(folds):
        test = folds == fold
        out[test] = baseline_decisions(labels.take(~test), labels.take(test))
    return out
