"""Linear heads over hashed n-grams and named dense features, applied with numpy only.

All heads share one table, so that a statement costs one gather and one segment sum. Row `b` of the
table holds what one occurrence of bucket `b` adds to each head before normalisation, and in its
last column what it adds to the squared length of the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scorer.errors import ArtefactError

if TYPE_CHECKING:
    from scorer.features.matrix import Matrix

Floats = NDArray[np.float64]

# Occurrences gathered at once: the temporary array stays below 4 MB for five heads.
CHUNK = 1 << 16
# Dense rows multiplied at once, padded: a row then gets the same bits in every batch.
BLOCK = 256


class Term(NamedTuple):
    """What one feature adds to a decision, in log-odds."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class LinearHeads:
    """H heads. `decision` is in calibrated log-odds.

    table: (buckets, H + 1) float32 or float64; dense: (K, H) float64, row k belongs to
    `names[k]`; bias, thresholds: (H,) float64; thresholds cut the probability. `ignored` lists
    features of the matrix that this model has never seen.
    """

    heads: tuple[str, ...]
    table: NDArray[np.floating[Any]]
    dense: Floats
    names: tuple[str, ...]
    bias: Floats
    thresholds: Floats
    ignored: tuple[str, ...] = ()

    def align(self, names: Sequence[str]) -> LinearHeads:
        """The same heads with dense weights in the order of `names`, chosen by name.

        A name that the model has not seen weighs nothing and is listed in `ignored`. A name that
        the model needs and `names` lacks raises `ArtefactError`.
        """
        wanted = tuple(names)
        if wanted == self.names:
            return self
        place = {name: row for row, name in enumerate(self.names)}
        unknown = tuple(name for name in wanted if name not in place)
        missing = tuple(name for name in self.names if name not in set(wanted))
        if missing:
            raise ArtefactError(
                f"the features lack {_listed(missing)} which the model needs "
                f"(and have {_listed(unknown)} which it does not know); "
                "use the release that trained the model, or train it again"
            )
        padded = np.vstack([self.dense, np.zeros((1, len(self.heads)))])
        rows = [place.get(name, -1) for name in wanted]
        return replace(self, dense=padded[rows], names=wanted, ignored=unknown)

    def decision(self, matrix: Matrix) -> Floats:
        """Calibrated log-odds, (S, H) float64; (0, H) for no statements.

        A statement without n-grams has dense features and bias only.
        """
        fitted = self._checked(matrix)
        out = np.empty((len(matrix.start) - 1, len(self.heads)))
        for first, last in _chunks(matrix.start):
            out[first:last] = fitted._hashed(matrix, first, last)
            out[first:last] += _product(matrix.dense[first:last], fitted.dense)
        return out + self.bias

    def probability(self, matrix: Matrix) -> Floats:
        """Calibrated probabilities in [0, 1], (S, H) float64."""
        return expit(self.decision(matrix))

    def contributions(
        self, matrix: Matrix, row: int, head: str, words: Sequence[str] | None = None
    ) -> list[Term]:
        """What each feature adds to `decision[row, head]`, largest first; the sum is the decision.

        `words` names the n-gram occurrences of the row (one each, in the order of
        `matrix.bucket`); without it they are called `#bucket`. Occurrences of one name are added
        up. The bias is the term `(bias)`. Features that add exactly nothing are left out.
        """
        fitted = self._checked(matrix)
        column = self._column(head)
        first, last = int(matrix.start[row]), int(matrix.start[row + 1])
        buckets = matrix.bucket[first:last]
        spelled = [f"#{bucket}" for bucket in buckets] if words is None else words
        if len(spelled) != len(buckets):
            raise ValueError(f"{len(spelled)} words for {len(buckets)} occurrences")
        gathered = self.table[buckets].astype(np.float64)
        values = gathered[:, column] * _inverse_root(gathered[:, -1].sum(keepdims=True))
        dense = matrix.dense[row].astype(np.float64) * fitted.dense[:, column]
        sums = {"(bias)": float(self.bias[column])}
        for name, value in (
            *zip(spelled, values, strict=True),
            *zip(matrix.names, dense, strict=True),
        ):
            sums[name] = sums.get(name, 0.0) + float(value)
        terms = [Term(name, value) for name, value in sums.items() if value != 0.0]
        return sorted(terms, key=lambda term: (-abs(term.value), term.name))

    def _column(self, head: str) -> int:
        if head not in self.heads:
            raise ArtefactError(f"no head {head!r}; this model has: {', '.join(self.heads)}")
        return self.heads.index(head)

    def _checked(self, matrix: Matrix) -> LinearHeads:
        if matrix.buckets != len(self.table):
            raise ArtefactError(
                f"the features use {matrix.buckets} buckets, the model {len(self.table)}; "
                "use the release that trained the model, or train it again"
            )
        return self.align(matrix.names)

    def _hashed(self, matrix: Matrix, first: int, last: int) -> Floats:
        """Share of the n-grams in the decisions of rows `first` to `last`."""
        start = matrix.start[first : last + 1]
        filled = np.flatnonzero(np.diff(start))
        out = np.zeros((last - first, len(self.heads)))
        if filled.size:
            # take is twice as fast as indexing, and refuses a bucket out of range
            gathered = self.table.take(matrix.bucket[start[0] : start[-1]], axis=0)
            sums = np.add.reduceat(gathered, start[filled] - start[0], axis=0).astype(np.float64)
            out[filled] = sums[:, :-1] * _inverse_root(sums[:, -1:])
        return out


def expit(values: Floats) -> Floats:
    """The logistic function, without overflow: (1 + tanh(x / 2)) / 2."""
    return 0.5 + 0.5 * np.tanh(0.5 * values)


def _inverse_root(squared: Floats) -> Floats:
    """1 / sqrt(x), and 0 where x is 0: a row whose n-grams all weigh nothing adds nothing."""
    root: Floats = np.sqrt(squared)
    return np.divide(1.0, root, out=np.zeros(root.shape), where=root > 0)


def _chunks(start: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Runs of whole rows with at most CHUNK occurrences each (one row may be longer)."""
    first, rows = 0, len(start) - 1
    while first < rows:
        reach = int(start[first]) + CHUNK
        last = int(start.searchsorted(reach, side="right")) - 1
        last = min(max(last, first + 1), first + CHUNK, rows)
        yield first, last
        first = last


def _product(dense: NDArray[np.float32], weights: Floats) -> Floats:
    """`dense @ weights` in blocks of fixed shape.

    BLAS may add in another order for another number of rows; fixed blocks keep a statement's
    score the same in whatever batch it is read.
    """
    out = np.empty((len(dense), weights.shape[1]))
    block = np.zeros((BLOCK, weights.shape[0]))
    for first in range(0, len(dense), BLOCK):
        part = dense[first : first + BLOCK]
        block[: len(part)] = part
        out[first : first + BLOCK] = (block @ weights)[: len(part)]
    return out


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) if names else "none"
