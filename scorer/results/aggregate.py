"""Means and shares over the statements of each article."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
_Z90 = 1.6448536269514722  # two-sided 90 % of the normal distribution


@dataclass(frozen=True, slots=True)
class Groups:
    """S statements in A articles. `start`: int64 (A+1,), the first statement of each article."""

    start: NDArray[np.int64]

    def sum(self, values: NDArray[np.generic]) -> Floats:
        """Sum over each article, float64 (A,); 0 for one without statements.

        Each article is summed by itself, so that the bits do not depend on its neighbours.
        """
        out = np.zeros(self.start.size - 1, dtype=np.float64)
        filled = np.flatnonzero(np.diff(self.start) > 0)
        if filled.size:
            out[filled] = np.add.reduceat(values.astype(np.float64), self.start[:-1][filled])
        return out

    def mean(self, values: Floats, of: Mask | None = None) -> Floats:
        """Mean over the statements in `of`, NaN where there are none. float64 (A,)."""
        chosen = np.ones(values.size, dtype=np.bool_) if of is None else of
        count = self.sum(chosen)
        total = self.sum(np.where(chosen, values, 0.0))
        mean: Floats = np.divide(total, count, out=np.full(count.size, np.nan), where=count > 0)
        return mean

    def share(self, mask: Mask) -> Floats:
        """Share of each article's statements, NaN where it has none."""
        return self.mean(mask.astype(np.float64))

    def interval(self, probability: Floats, of: Mask) -> tuple[Floats, Floats]:
        """90 % interval of the share of statements that are positive, given their probabilities.

        The share is a mean of independent Bernoulli variables, so its variance is Σp(1-p)/n²; the
        normal approximation is cut to [0, 1]. NaN where there are no statements.
        """
        mean = self.mean(probability, of)
        count = self.sum(of)
        variance = self.sum(np.where(of, probability * (1.0 - probability), 0.0))
        width = _Z90 * np.divide(
            np.sqrt(variance), count, out=np.full(count.size, np.nan), where=count > 0
        )
        return np.clip(mean - width, 0.0, 1.0), np.clip(mean + width, 0.0, 1.0)
