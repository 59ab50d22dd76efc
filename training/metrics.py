"""Metrics of probabilities and decisions, with bootstrap intervals over whole articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bits = NDArray[np.int8]
# label (N,), probability (N,), chosen (N,) bool
Metric = Callable[[Bits, Floats, NDArray[np.bool_]], float]

BINS = 10


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bin:
    """One bar of a reliability table: rows with a probability in [low, high)."""

    low: float
    high: float
    rows: int
    predicted: float
    observed: float


@dataclass(frozen=True, slots=True)
class Named:
    """A metric with its name for tables; `up`: higher is better."""

    title: str
    function: Metric
    up: bool = True


def f1(label: Bits, probability: Floats, chosen: NDArray[np.bool_]) -> float:
    """F1 of the positive class; 0 where nothing is positive and nothing chosen."""
    return _f1(label == 1, chosen)


def macro_f1(label: Bits, probability: Floats, chosen: NDArray[np.bool_]) -> float:
    """Mean of the F1 of both classes."""
    return (_f1(label == 1, chosen) + _f1(label == 0, ~chosen)) / 2


def _f1(true: NDArray[np.bool_], chosen: NDArray[np.bool_]) -> float:
    total = int(true.sum()) + int(chosen.sum())
    return 2 * int((true & chosen).sum()) / total if total else 0.0


def auc(label: Bits, probability: Floats, chosen: NDArray[np.bool_]) -> float:
    """Area under the ROC curve, ties counted half; nan with one class only."""
    positive = int(label.sum())
    negative = len(label) - positive
    if not positive or not negative:
        return float("nan")
    _, place, size = np.unique(probability, return_inverse=True, return_counts=True)
    rank = (np.cumsum(size) - (size - 1) / 2)[place]
    above = float(rank[label == 1].sum()) - positive * (positive + 1) / 2
    return above / (positive * negative)


def average_precision(label: Bits, probability: Floats, chosen: NDArray[np.bool_]) -> float:
    """Mean precision over the positives, by falling probability; nan without positives."""
    if not label.any():
        return float("nan")
    values, place = np.unique(-probability, return_inverse=True)
    hits = np.cumsum(np.bincount(place, weights=label, minlength=len(values)))
    seen = np.cumsum(np.bincount(place, minlength=len(values)))
    gained = np.diff(hits, prepend=0.0)
    return float((gained * hits / seen).sum() / hits[-1])


def brier(label: Bits, probability: Floats, chosen: NDArray[np.bool_]) -> float:
    """Mean squared error of the probabilities."""
    return float(np.mean((probability - label) ** 2))


def ece(label: Bits, probability: Floats, chosen: NDArray[np.bool_]) -> float:
    """Expected calibration error over ten bins of equal width."""
    bins = reliability(label, probability)
    return sum(b.rows * abs(b.predicted - b.observed) for b in bins) / len(label)


METRICS = {
    "f1": Named("F1", f1),
    "macro_f1": Named("macro-F1", macro_f1),
    "auc": Named("AUC", auc),
    "average_precision": Named("average precision", average_precision),
    "brier": Named("Brier", brier, up=False),
    "ece": Named("ECE", ece, up=False),
}


def reliability(label: Bits, probability: Floats) -> list[Bin]:
    """Predicted and observed share of positives in each filled bin."""
    place = np.minimum((probability * BINS).astype(np.int64), BINS - 1)
    return [
        Bin(
            number / BINS,
            (number + 1) / BINS,
            int(rows.sum()),
            float(probability[rows].mean()),
            float(label[rows].mean()),
        )
        for number in range(BINS)
        if (rows := place == number).any()
    ]


def measure(
    metric: str,
    label: Bits,
    probability: Floats,
    chosen: NDArray[np.bool_],
    group: NDArray[np.int64],
    *,
    draws: int = 1000,
    seed: int = 0,
) -> Interval:
    """A metric with its 95 % interval. Whole groups (articles) are drawn with replacement."""
    function = METRICS[metric].function
    value = function(label, probability, chosen)
    order: NDArray[np.int64] = np.argsort(group, kind="stable").astype(np.int64)
    ends: list[int] = (np.flatnonzero(np.diff(group[order])) + 1).tolist()
    parts: list[NDArray[np.int64]] = [order[a:b] for a, b in pairwise([0, *ends, len(order)])]
    random = np.random.default_rng(seed)
    drawn = list[float]()
    for _ in range(draws):
        picked = random.integers(0, len(parts), len(parts))
        rows: NDArray[np.int64] = np.concatenate([parts[int(i)] for i in picked])
        drawn.append(function(label[rows], probability[rows], chosen[rows]))
    low, high = np.nanquantile(drawn, [0.025, 0.975])
    return Interval(value, float(low), float(high))
