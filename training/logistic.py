"""Logistic regression from scikit-learn, behind one typed function."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scorer.training.sparse import Csr, Floats

_linear: Any = importlib.import_module("sklearn.linear_model")

TOLERANCE, ITERATIONS = 1e-4, 2000


@dataclass(frozen=True, slots=True)
class Fitted:
    """What scikit-learn found: weights (columns,), bias; and its estimator, to compare with."""

    weights: Floats
    bias: float
    estimator: Any


def fit_logistic(
    columns: Csr | Floats,
    label: NDArray[np.int8],
    weight: Floats,
    strength: float,
    balanced: bool = False,
) -> Fitted:
    """Fit with an L2 penalty of `1 / strength`; the bias is not penalised. Needs both classes."""
    estimator = _linear.LogisticRegression(
        C=strength,
        class_weight="balanced" if balanced else None,
        solver="lbfgs",
        tol=TOLERANCE,
        max_iter=ITERATIONS,
    )
    estimator.fit(columns, label, sample_weight=weight)
    return Fitted(np.asarray(estimator.coef_[0]), float(estimator.intercept_[0]), estimator)
