"""Design matrices: what the heads compute, as sparse matrices that scikit-learn can fit.

scipy carries no types; it is used here and in `vectors.py` only, behind typed functions.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scorer.features.matrix import Matrix

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
# scipy.sparse.csr_matrix, whose package has no types.
Csr = Any

sparse: Any = importlib.import_module("scipy.sparse")

# A bucket seen in fewer statements than this weighs nothing and does not count in the norm.
LEAST = 2


@dataclass(frozen=True, slots=True)
class Design:
    """N statements. hashed: CSR (N, buckets), rows of length 1 or 0; dense: (N, K) float64."""

    hashed: Csr
    dense: Floats
    names: tuple[str, ...]

    def __len__(self) -> int:
        """Number of statements."""
        return len(self.dense)

    def take(self, rows: Rows | NDArray[np.bool_]) -> Design:
        """The given rows."""
        return Design(self.hashed[rows], self.dense[rows], self.names)


def counts(matrix: Matrix) -> Csr:
    """How often each bucket occurs in each statement, CSR (S, buckets) float64."""
    ones, columns = np.ones(len(matrix.bucket)), matrix.bucket.astype(np.int64)
    shape = (len(matrix.start) - 1, matrix.buckets)
    table = sparse.csr_matrix((ones, columns, matrix.start), shape=shape)
    table.sum_duplicates()
    return table


def frequencies(matrices: Sequence[Matrix]) -> tuple[Floats, int]:
    """In how many statements each bucket occurs, (buckets,) float64; number of statements."""
    total, rows = np.zeros(matrices[0].buckets), 0
    for matrix in matrices:
        total += np.bincount(counts(matrix).indices, minlength=matrix.buckets)
        rows += len(matrix.start) - 1
    return total, rows


def inverse_frequencies(matrices: Sequence[Matrix]) -> Floats:
    """`ln((1 + N) / (1 + df)) + 1` for each bucket, 0 where df < `LEAST`; (buckets,) float64.

    Rounded to what a half float keeps of its square, so that the stored model has the same norms.
    """
    found, rows = frequencies(matrices)
    idf = np.log((1.0 + rows) / (1.0 + found)) + 1.0
    squared = np.where(found >= LEAST, idf**2, 0.0)
    return np.sqrt(squared.astype(np.float16).astype(np.float64))


def build_design(matrix: Matrix, idf: Floats) -> Design:
    """Weight and normalise the n-grams the way the heads do.

    A row is divided by the root of the sum of idf² over its occurrences. A bucket that occurs twice
    counts twice there, not four times as in the usual L2 norm: one gather then gives sums and norm.
    """
    table = counts(matrix)
    squared = np.asarray(table @ (idf**2)).ravel()
    scale = np.where(squared > 0, 1.0 / np.sqrt(np.where(squared > 0, squared, 1.0)), 0.0)
    hashed = (sparse.diags(scale) @ table @ sparse.diags(idf)).tocsr()
    return Design(hashed, matrix.dense.astype(np.float64), matrix.names)


def used_columns(table: Csr) -> Rows:
    """Columns that hold anything, ascending."""
    return np.flatnonzero(np.bincount(table.indices, minlength=table.shape[1]))


def beside(hashed: Csr, blocks: Sequence[Floats]) -> Csr:
    """A sparse matrix with dense blocks to its right, as one CSR."""
    filled = [sparse.csr_matrix(block) for block in blocks if block.shape[1]]
    return sparse.hstack([hashed, *filled], format="csr") if filled else hashed


def above(designs: Sequence[Design]) -> Design:
    """Several designs with the same columns, one above the other."""
    names = {design.names for design in designs}
    if len(names) != 1:
        raise ValueError("designs with different columns cannot be joined")
    hashed = sparse.vstack([design.hashed for design in designs], format="csr")
    return Design(hashed, np.vstack([design.dense for design in designs]), names.pop())
