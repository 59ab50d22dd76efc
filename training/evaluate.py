"""Measure a head on rows that it was not trained on, next to the baseline on the same rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.models.card import Figure
from scorer.models.linear import expit
from scorer.training.baseline import baseline_decisions, baseline_held_out
from scorer.training.calibrate import (
    Judged,
    Sigmoid,
    choose_threshold,
    fit_sigmoid,
    judge_folds,
)
from scorer.training.catalogue import BY_NAME, MAIN
from scorer.training.labels import Labels
from scorer.training.metrics import METRICS, Bin, measure, reliability
from scorer.training.recipes import FOLDS, SEED
from scorer.training.split import folds, group, random_folds
from scorer.training.task import Task

# Words in a statement: bounds of the slices by length.
LENGTHS = ((1, 10), (10, 25), (25, 10_000))


@dataclass(frozen=True, slots=True)
class Outcome:
    """Rows judged without their own labels. `baseline` is None where none was asked for."""

    protocol: str
    metric: str
    labels: Labels
    judged: Judged
    groups: NDArray[np.int64]
    baseline: Judged | None = None

    def figures(self, published: float | None = None) -> list[Figure]:
        """The head's own metric first, then the others, each with its interval."""
        order = [self.metric, *(name for name in METRICS if name != self.metric)]
        return [self._figure(name, published if name == self.metric else None) for name in order]

    def slices(self) -> list[Figure]:
        """The head's metric by length of statement, where both labels occur."""
        words = np.array([len(text.split()) for text in self.labels.text])
        found = list[Figure]()
        for low, high in LENGTHS:
            rows = (words >= low) & (words < high)
            if len(set(self.labels.label[rows].tolist())) == 2:
                name = f"{low} to {high - 1} words" if high < 1000 else f"{low} words and more"
                found.append(self._part(rows, name)._figure(self.metric, None))
        return found

    def reliability(self) -> list[Bin]:
        """Predicted and observed shares by bin of probability."""
        return reliability(self.labels.label, self.judged.probability)

    def _part(self, rows: NDArray[np.bool_], name: str) -> Outcome:
        base = self.baseline
        cut = base and Judged(base.probability[rows], base.chosen[rows])
        own = Judged(self.judged.probability[rows], self.judged.chosen[rows])
        return Outcome(name, self.metric, self.labels.take(rows), own, self.groups[rows], cut)

    def _figure(self, metric: str, published: float | None) -> Figure:
        label, judged, base = self.labels.label, self.judged, self.baseline
        found = measure(metric, label, judged.probability, judged.chosen, self.groups)
        plain = METRICS[metric].function
        return Figure(
            metric,
            self.protocol,
            round(found.value, 4),
            round(found.low, 4),
            round(found.high, 4),
            len(label),
            round(plain(label, base.probability, base.chosen), 4) if base else None,
            published,
        )


@dataclass(frozen=True, slots=True)
class Trial:
    """What the protocols gave for one head: outcomes, and what calibrates the final model."""

    head: str
    outcomes: tuple[Outcome, ...]
    sigmoid: Sigmoid
    threshold: float

    def figures(self, published: float | None) -> tuple[Figure, ...]:
        """All figures of all protocols, with the published value of the head's own metric."""
        return tuple(figure for out in self.outcomes for figure in out.figures(published))


def try_head(task: Task) -> Trial:
    """Run the protocols of a head.

    Cross-validation over all rows, grouped by article; it calibrates the final model. Where there
    is a test split: fitted, calibrated and cut on the other rows. Where outlets are known: also by
    outlet, and at random as published figures were made.
    """
    main, decision = _cross(task, "cross-validation", folds(task.groups, task.labels.label, FOLDS))
    counted = main.labels.label
    sigmoid = fit_sigmoid(decision, counted)
    threshold = choose_threshold(sigmoid(decision), counted, task.metric)
    outcomes = [main]
    test = task.labels.where(BY_NAME[MAIN[task.head]].test or "\0") & task.counted
    if 0 < task.labels.label[test].sum() < test.sum():
        outcomes.append(_held_out(task, test))
    outlets = group(task.labels, ("article", "outlet"))
    if any(task.labels.outlet) and outlets.max() >= FOLDS:
        label = task.labels.label
        outcomes += [
            _cross(task, "cross-validation by outlet", folds(outlets, label, FOLDS))[0],
            _cross(task, "cross-validation at random", random_folds(label, FOLDS, SEED))[0],
        ]
    return Trial(task.head, tuple(outcomes), sigmoid, threshold)


def judge_labels(probability: NDArray[np.float64], labels: Labels, cut: float) -> Outcome:
    """Judge given probabilities of rows that the model has not seen; no baseline."""
    metric = BY_NAME[MAIN[labels.head]].metric
    judged = Judged(probability, np.asarray(probability >= cut))
    return Outcome(labels.corpus, metric, labels, judged, group(labels))


def _cross(
    task: Task, protocol: str, place: NDArray[np.int64]
) -> tuple[Outcome, NDArray[np.float64]]:
    own, label = task.counted, task.labels.label
    decision = task.held_out(place)[own]
    plain = baseline_held_out(task.labels.take(own), place[own])
    judged, base = (
        judge_folds(values, label[own], place[own], task.metric) for values in (decision, plain)
    )
    labels, groups = task.labels.take(own), task.groups[own]
    return Outcome(protocol, task.metric, labels, judged, groups, base), decision


def _held_out(task: Task, test: NDArray[np.bool_]) -> Outcome:
    """Fit on the rows that share no group with the test rows."""
    learn = task.take(~np.isin(task.groups, task.groups[test]))
    place = folds(learn.groups, learn.labels.label, FOLDS)
    known = learn.labels.take(learn.counted)
    labels = task.labels.take(test)
    decisions = (
        (learn.held_out(place)[learn.counted], learn.fit().decide(task.design.take(test))),
        (baseline_held_out(known, place[learn.counted]), baseline_decisions(known, labels)),
    )
    judged, base = (_judge(a, b, known, task.metric) for a, b in decisions)
    return Outcome("held-out split", task.metric, labels, judged, task.groups[test], base)


def _judge(
    known: NDArray[np.float64], new: NDArray[np.float64], labels: Labels, metric: str
) -> Judged:
    """Calibrate and cut new decisions by held-out decisions on labelled rows."""
    sigmoid = fit_sigmoid(known, labels.label)
    cut = choose_threshold(sigmoid(known), labels.label, metric)
    probability = expit(sigmoid.slope * new + sigmoid.offset)
    return Judged(probability, np.asarray(probability >= cut))
