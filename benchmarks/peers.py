"""The yardstick: hashed word n-grams and logistic regression, as many set it up.

It gets statements that are cut already and returns probabilities only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import numpy as np

from scorer.training.corpora.seed import read_seed
from scorer.training.labels import HEADS

FIVE_PAIRS = "HashingVectorizer(ngram_range=(1, 2)) + 5 LogisticRegression"
ONE_PAIRS = "HashingVectorizer(ngram_range=(1, 2)) + LogisticRegression"
ONE_WORDS = "HashingVectorizer() + LogisticRegression"


def peers(statements: Sequence[str]) -> dict[str, Callable[[], object]]:
    """What to call for the probabilities of all statements, by the name of the method."""
    return {
        FIVE_PAIRS: _predictor(statements, HEADS, (1, 2)),
        ONE_PAIRS: _predictor(statements, HEADS[:1], (1, 2)),
        ONE_WORDS: _predictor(statements, HEADS[:1], (1, 1)),
    }


def _predictor(
    statements: Sequence[str], heads: Sequence[str], words: tuple[int, int]
) -> Callable[[], object]:
    text: Any = import_module("sklearn.feature_extraction.text")  # has no types
    vectorizer = text.HashingVectorizer(ngram_range=words)
    models = [_fitted(vectorizer, head) for head in heads]

    def predict() -> object:
        matrix = vectorizer.transform(statements)
        return np.column_stack([model.predict_proba(matrix)[:, 1] for model in models])

    return predict


def _fitted(vectorizer: Any, head: str) -> Any:
    """A model of the seed statements: how well it predicts does not matter here, it is timed."""
    linear: Any = import_module("sklearn.linear_model")
    labels = read_seed(head)
    return linear.LogisticRegression().fit(vectorizer.transform(labels.text), labels.label)
