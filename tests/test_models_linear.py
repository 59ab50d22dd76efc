"""Linear heads: sums, norms, alignment by name, contributions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from scorer.errors import ArtefactError
from scorer.features.matrix import Matrix
from scorer.models import linear
from scorer.models.linear import LinearHeads, expit

BUCKETS, HEADS, NAMES = 64, ("a", "b"), ("x", "y", "z")


def heads() -> LinearHeads:
    random = np.random.default_rng(1)
    table = random.normal(size=(BUCKETS, 3))
    table[:, -1] **= 2
    table[:8] = 0
    dense = random.normal(size=(3, 2))
    return LinearHeads(HEADS, table, dense, NAMES, np.array([0.1, -0.2]), np.array([0.5, 0.5]))


def matrix(rows: list[list[int]], seed: int = 0) -> Matrix:
    start = np.cumsum([0, *map(len, rows)]).astype(np.int64)
    bucket = np.array([b for row in rows for b in row], dtype=np.int32)
    dense = np.random.default_rng(seed).random((len(rows), 3)).astype(np.float32)
    return Matrix(start, bucket, dense, NAMES, BUCKETS)


def by_hand(model: LinearHeads, data: Matrix, row: int) -> NDArray[np.float64]:
    buckets = data.bucket[data.start[row] : data.start[row + 1]]
    norm = sum(float(model.table[b, -1]) for b in buckets) ** 0.5
    hashed = sum((model.table[b, :-1] for b in buckets), np.zeros(2)) / (norm or 1.0)
    dense: NDArray[np.float64] = data.dense[row].astype(np.float64) @ model.dense
    return np.asarray(hashed + dense + model.bias)


def test_decisions_are_what_the_formula_says() -> None:
    data = matrix([[9, 9, 30], [], [1, 2], [63], []])
    found = heads().decision(data)
    wanted = np.array([by_hand(heads(), data, row) for row in range(5)])
    np.testing.assert_allclose(found, wanted, atol=1e-12)


def test_a_row_without_weight_has_dense_features_and_bias_only() -> None:
    data = matrix([[], [1, 2, 3]])
    wanted = data.dense.astype(float) @ heads().dense + heads().bias
    np.testing.assert_allclose(heads().decision(data), wanted, atol=1e-12)


def test_no_statements_give_no_rows() -> None:
    assert heads().probability(matrix([])).shape == (0, 2)


@given(
    st.lists(st.lists(st.integers(0, BUCKETS - 1), max_size=9), min_size=1, max_size=40),
    st.data(),
)
def test_a_statement_scores_the_same_bits_in_every_batch(
    rows: list[list[int]], data: st.DataObject
) -> None:
    whole = matrix(rows)
    first = data.draw(st.integers(0, len(rows) - 1))
    last = data.draw(st.integers(first + 1, len(rows)))
    low, high = whole.start[first], whole.start[last]
    start = whole.start[first : last + 1] - low
    part = Matrix(start, whole.bucket[low:high], whole.dense[first:last], NAMES, BUCKETS)
    model = replace(heads(), table=heads().table.astype(np.float32))
    np.testing.assert_array_equal(model.decision(part), model.decision(whole)[first:last])


def test_chunks_do_not_change_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    data = matrix([[i % BUCKETS for i in range(n)] for n in (0, 5, 1, 0, 12, 3, 0)])
    wanted = heads().decision(data)
    monkeypatch.setattr(linear, "CHUNK", 4)
    np.testing.assert_array_equal(heads().decision(data), wanted)


@pytest.mark.parametrize("row", [0, 1, 2])
def test_contributions_sum_to_the_decision(row: int) -> None:
    data = matrix([[9, 9, 30], [], [1, 40]])
    decision = heads().decision(data)[row, 1]
    terms = heads().contributions(data, row, "b")
    assert sum(term.value for term in terms) == pytest.approx(decision, abs=1e-9)
    sizes = [abs(term.value) for term in terms]
    assert sizes == sorted(sizes, reverse=True)


def test_contributions_of_one_word_are_added_up() -> None:
    data = matrix([[9, 10, 9]])
    terms = heads().contributions(data, 0, "a", ["war", "(bias) of", "war"])
    assert sorted(term.name for term in terms if term.name in {"war", "(bias) of"}) == [
        "(bias) of",
        "war",
    ]
    with pytest.raises(ValueError, match="2 words for 3 occurrences"):
        heads().contributions(data, 0, "a", ["war", "war"])


def test_features_are_aligned_by_name() -> None:
    data = matrix([[9]])
    swapped = Matrix(data.start, data.bucket, data.dense[:, [2, 0, 1]], ("z", "x", "y"), BUCKETS)
    np.testing.assert_allclose(heads().decision(swapped), heads().decision(data), atol=1e-12)


def test_an_unknown_feature_weighs_nothing_and_is_reported() -> None:
    data = matrix([[9]])
    wider = np.column_stack([data.dense, [[7.0]]]).astype(np.float32)
    more = Matrix(data.start, data.bucket, wider, (*NAMES, "marker:new"), BUCKETS)
    np.testing.assert_allclose(heads().decision(more), heads().decision(data), atol=1e-12)
    assert heads().align(more.names).ignored == ("marker:new",)
    assert heads().align(NAMES).ignored == ()


def test_a_missing_feature_is_an_error_with_both_lists() -> None:
    with pytest.raises(ArtefactError, match=r"lack y, z .* have new"):
        heads().align(("x", "new"))


def test_another_number_of_buckets_is_an_error() -> None:
    data = matrix([[9]])
    with pytest.raises(ArtefactError, match="128 buckets, the model 64"):
        heads().decision(Matrix(data.start, data.bucket, data.dense, NAMES, 128))


def test_an_unknown_head_is_an_error() -> None:
    with pytest.raises(ArtefactError, match="no head 'c'; this model has: a, b"):
        heads().contributions(matrix([[9]]), 0, "c")


def test_expit_never_overflows() -> None:
    with np.errstate(all="raise"):
        found = expit(np.array([-1e4, -1.0, 0.0, 1.0, 1e4]))
    np.testing.assert_allclose(found, [0, 0.26894142, 0.5, 0.73105858, 1], atol=1e-8)
