"""Fit one head: scikit-learn finds the weights, and all that it used folds into one linear form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.errors import InputError
from scorer.models.linear import LinearHeads
from scorer.training.calibrate import Sigmoid
from scorer.training.labels import Labels
from scorer.training.logistic import fit_logistic
from scorer.training.sparse import Design, Floats, beside, used_columns
from scorer.training.vectors import Vectors


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a head is fitted.

    strength: inverse of the penalty. vectors, dense, donors: the scale of the word vectors, of the
    named features, and of the decisions of donors; a larger scale is penalised less, 0 leaves the
    block out. `donor_names` are corpora whose models help (transfer); `extra` are corpora of the
    same head whose rows are added to the training rows, and never measured on.
    """

    strength: float = 2.0
    vectors: float = 0.5
    dense: float = 1.0
    donors: float = 0.1
    donor_names: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    balanced: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A linear function of a design: hashed (buckets,), dense (K,), bias."""

    hashed: Floats
    dense: Floats
    bias: float

    def decide(self, design: Design) -> Floats:
        """Decisions in log-odds, (N,) float64."""
        return np.asarray(design.hashed @ self.hashed) + design.dense @ self.dense + self.bias

    def scaled(self, slope: float, offset: float) -> Line:
        """The line `slope * self + offset`."""
        return Line(self.hashed * slope, self.dense * slope, self.bias * slope + offset)


def fit_line(
    design: Design,
    labels: Labels,
    recipe: Recipe,
    vectors: Vectors,
    donors: Sequence[Line] = (),
) -> Line:
    """Fit a head. Raises `InputError` when one of the classes is missing."""
    if len(set(labels.label.tolist())) < 2:
        raise InputError(
            f"{labels.corpus}: all {len(labels)} rows have one label; training needs both classes"
        )
    given = [donor.decide(design) for donor in donors] if recipe.donors else []
    spread = np.array([_spread(values) for values in given]).reshape(-1, 2)
    helped = np.array(given).reshape(len(given), len(design)).T
    seen = used_columns(design.hashed)
    columns = beside(
        design.hashed[:, seen],
        [
            recipe.vectors * vectors.mean(design.hashed),
            recipe.dense * design.dense,
            recipe.donors * (helped - spread[:, 0]) / spread[:, 1],
        ],
    )
    found = fit_logistic(columns, labels.label, labels.weight, recipe.strength, recipe.balanced)
    sizes = (len(seen), vectors.size, design.dense.shape[1])
    own, meaning, named, help_ = np.split(found.weights, np.cumsum(sizes))
    hashed = vectors.fold(recipe.vectors * meaning)
    hashed[seen] += own
    line = Line(hashed, recipe.dense * named, found.bias)
    for donor, weight, (mean, deviation) in zip(donors, help_, spread, strict=False):
        share = recipe.donors * weight / deviation
        line = _sum(line, donor.scaled(share, -share * mean))
    return line


def held_out(
    design: Design,
    labels: Labels,
    folds: NDArray[np.int64],
    recipe: Recipe,
    vectors: Vectors,
    *,
    donors: Sequence[Line] = (),
) -> Floats:
    """Decisions on each fold by a line fitted on the other folds, (N,) float64."""
    out = np.empty(len(labels))
    for fold in np.unique(folds):
        test = folds == fold
        line = fit_line(design.take(~test), labels.take(~test), recipe, vectors, donors)
        out[test] = line.decide(design.take(test))
    return out


def assemble(
    heads: Sequence[str],
    lines: Sequence[Line],
    sigmoids: Sequence[Sigmoid],
    thresholds: Sequence[float],
    *,
    idf: Floats,
    names: tuple[str, ...],
) -> LinearHeads:
    """Calibrated heads in one table of float64: `idf * weight` of each head, then `idf²`."""
    ready = [
        line.scaled(sigmoid.slope, sigmoid.offset)
        for line, sigmoid in zip(lines, sigmoids, strict=True)
    ]
    table = np.column_stack([*(idf * line.hashed for line in ready), idf**2])
    return LinearHeads(
        heads=tuple(heads),
        table=table,
        dense=np.column_stack([line.dense for line in ready]),
        names=names,
        bias=np.array([line.bias for line in ready]),
        thresholds=np.array(thresholds, dtype=np.float64),
    )


def _spread(values: Floats) -> tuple[float, float]:
    """Mean and standard deviation; a constant has deviation 1."""
    deviation = float(values.std())
    return float(values.mean()), deviation if deviation > 0 else 1.0


def _sum(one: Line, other: Line) -> Line:
    return Line(one.hashed + other.hashed, one.dense + other.dense, one.bias + other.bias)
