"""Word vectors learnt from unlabelled text, used in training only.

Words that stand in the same contexts get similar vectors: positive pointwise mutual information of
a word with the words within `WINDOW` places before and after it, reduced by a singular value
decomposition (Levy, Goldberg and Dagan 2015). The mean vector of a statement is a linear function
of its n-grams, so that a head which uses it folds back into one weight per bucket: it costs nothing
when statements are scored, and lets rare words borrow weight from their neighbours.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scorer.features.matrix import GRAMS_PER_TOKEN, Matrix
from scorer.training.sparse import Csr, Floats, sparse

WINDOW, SIZE, LEAST, SMOOTHING = 8, 100, 4, 0.75

_extmath: Any = importlib.import_module("sklearn.utils.extmath")


@dataclass(frozen=True, slots=True)
class Vectors:
    """values: (n, k) float64, row i is the centred vector of bucket `bucket[i]`; bucket ascends.

    A bucket that is not listed has the vector 0.
    """

    bucket: NDArray[np.int64]
    values: Floats
    buckets: int

    @property
    def size(self) -> int:
        """Length of a vector."""
        return int(self.values.shape[1])

    def mean(self, hashed: Csr) -> Floats:
        """The vector of each statement, (N, k): the sum of its words' vectors in its row."""
        return np.asarray(hashed[:, self.bucket] @ self.values)

    def fold(self, weights: Floats) -> Floats:
        """Weights (k,) on the vector as weights on the buckets, (buckets,)."""
        out = np.zeros(self.buckets)
        out[self.bucket] = self.values @ weights
        return out


def no_vectors(buckets: int) -> Vectors:
    """Vectors of length 0, for training without unlabelled text."""
    return Vectors(np.zeros(0, dtype=np.int64), np.zeros((0, 0)), buckets)


def learn_vectors(matrices: Sequence[Matrix], seed: int, size: int = SIZE) -> Vectors:
    """Learn the vectors of all words that occur at least `LEAST` times in these statements."""
    buckets = matrices[0].buckets
    words = [matrix.bucket[::GRAMS_PER_TOKEN].astype(np.int64) for matrix in matrices]
    seen = np.bincount(np.concatenate(words), minlength=buckets)
    known = np.flatnonzero(seen >= LEAST)
    if len(known) <= size:
        return no_vectors(buckets)
    number = np.full(buckets, -1, dtype=np.int64)
    number[known] = np.arange(len(known))
    sequence = np.concatenate([_spaced(number[w], m) for w, m in zip(words, matrices, strict=True)])
    information = _information(_pairs(sequence, len(known)))
    left, values, _ = _extmath.randomized_svd(information, size, n_iter=3, random_state=seed)
    vectors = left * np.sqrt(values)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    return Vectors(known, np.asarray(vectors - vectors.mean(axis=0), dtype=np.float64), buckets)


def _spaced(words: NDArray[np.int64], matrix: Matrix) -> NDArray[np.int64]:
    """The words with `WINDOW` blanks (-1) after every statement, so that no pair crosses one."""
    lengths = np.diff(matrix.start) // GRAMS_PER_TOKEN
    statement = np.repeat(np.arange(len(lengths)), lengths)
    out = np.full(len(words) + WINDOW * len(lengths), -1, dtype=np.int64)
    out[np.arange(len(words)) + WINDOW * statement] = words
    return out


def _pairs(sequence: NDArray[np.int64], words: int) -> Csr:
    """How often a word stands before and after another, (words, 2 * words)."""
    total: Any = sparse.csr_matrix((words, 2 * words))
    for distance in range(1, WINDOW + 1):
        first, second = sequence[:-distance], sequence[distance:]
        both = (first >= 0) & (second >= 0)
        for rows, columns in _both_ways(first[both], second[both]):
            ones = np.ones(len(rows))
            total = total + sparse.csr_matrix((ones, (rows, columns)), shape=total.shape)
    return total


def _both_ways(
    first: NDArray[np.int64], second: NDArray[np.int64]
) -> Iterable[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Context columns: even ones for a word that follows, odd ones for a word that precedes."""
    return (first, 2 * second), (second, 2 * first + 1)


def _information(pairs: Csr) -> Csr:
    """Positive pointwise mutual information, with the frequency of contexts smoothed."""
    table = pairs.tocoo()
    word = np.asarray(pairs.sum(axis=1)).ravel()
    context = np.asarray(pairs.sum(axis=0)).ravel() ** SMOOTHING
    context /= context.sum()
    value = np.log(table.data / word[table.row] / context[table.col])
    kept = value > 0
    return sparse.csr_matrix((value[kept], (table.row[kept], table.col[kept])), shape=table.shape)
