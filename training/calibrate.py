"""From decisions to probabilities: a sigmoid fitted on held-out decisions (Platt 1999).

A sigmoid, not a step function: it folds into the weights, so that what a word adds to a score can
be told in log-odds that sum to the score.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.models.linear import expit
from scorer.training.logistic import fit_logistic
from scorer.training.metrics import METRICS
from scorer.training.sparse import Floats

# Next to no penalty on the slope: there are two parameters and many rows.
FREE = 1e6
GRID = np.round(np.arange(0.02, 0.981, 0.01), 2)


@dataclass(frozen=True, slots=True)
class Sigmoid:
    """`probability = expit(slope * decision + offset)`."""

    slope: float
    offset: float

    def __call__(self, decision: Floats) -> Floats:
        """Probabilities, same shape."""
        return expit(self.slope * decision + self.offset)


def fit_sigmoid(decision: Floats, label: NDArray[np.int8], weight: Floats | None = None) -> Sigmoid:
    """Fit on decisions of rows that the model was not trained on."""
    weights = np.ones(len(label)) if weight is None else weight
    found = fit_logistic(decision[:, None], label, weights, FREE)
    return Sigmoid(float(found.weights[0]), found.bias)


def choose_threshold(probability: Floats, label: NDArray[np.int8], metric: str) -> float:
    """The cut, in steps of 0.01, with the best value of a metric; the middle one of equals.

    Use it on held-out probabilities only.
    """
    score = METRICS[metric].function
    values = np.array([score(label, probability, np.asarray(probability >= cut)) for cut in GRID])
    best = np.flatnonzero(values >= values.max() - 1e-12)
    return float(GRID[best[len(best) // 2]])


@dataclass(frozen=True, slots=True)
class Judged:
    """Probabilities (N,) and decisions (N,) bool of rows, each made without its own label."""

    probability: Floats
    chosen: NDArray[np.bool_]


def judge_folds(
    decision: Floats, label: NDArray[np.int8], folds: NDArray[np.int64], metric: str
) -> Judged:
    """Calibrate and cut the held-out decisions of each fold by those of the other folds."""
    probability, chosen = np.empty(len(label)), np.zeros(len(label), dtype=np.bool_)
    for fold in np.unique(folds):
        test = folds == fold
        sigmoid = fit_sigmoid(decision[~test], label[~test])
        cut = choose_threshold(sigmoid(decision[~test]), label[~test], metric)
        probability[test] = sigmoid(decision[test])
        chosen[test] = probability[test] >= cut
    return Judged(probability, chosen)
