"""Means, shares and intervals over the statements of each article."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from scorer.results.aggregate import Floats, Groups

NAN = float("nan")
# Four articles: two statements, none, three, none.
GROUPS = Groups(np.array([0, 2, 2, 5, 5], dtype=np.int64))
VALUES = np.array([0.2, 0.4, 1.0, 0.0, 0.5])


def same(found: Floats, expected: list[float]) -> None:
    np.testing.assert_allclose(found, expected, rtol=1e-12, equal_nan=True)


def test_sum() -> None:
    same(GROUPS.sum(VALUES), [0.6, 0, 1.5, 0])
    same(GROUPS.sum(VALUES > 0.3), [1, 0, 2, 0])


def test_mean() -> None:
    same(GROUPS.mean(VALUES), [0.3, NAN, 0.5, NAN])
    chosen = np.array([False, False, True, True, False])
    same(GROUPS.mean(VALUES, chosen), [NAN, NAN, 0.5, NAN])


def test_mean_looks_only_at_what_is_chosen() -> None:
    values = np.array([NAN, 0.4, NAN, 0.0, 0.5])
    same(GROUPS.mean(values, ~np.isnan(values)), [0.4, NAN, 0.25, NAN])


def test_share() -> None:
    same(GROUPS.share(VALUES > 0.3), [0.5, NAN, 2 / 3, NAN])


def test_no_articles_and_no_statements() -> None:
    none = Groups(np.zeros(1, dtype=np.int64))
    assert none.mean(np.empty(0)).shape == (0,)
    empty = Groups(np.zeros(3, dtype=np.int64))
    same(empty.mean(np.empty(0)), [NAN, NAN])
    same(empty.sum(np.empty(0)), [0, 0])


def test_interval_of_one_statement() -> None:
    group = Groups(np.array([0, 1], dtype=np.int64))
    low, high = group.interval(np.array([0.5]), np.array([True]))
    same(low, [0.0])
    same(high, [1.0])


def test_interval_holds_the_mean_and_shrinks_with_the_number_of_statements() -> None:
    widths: list[float] = []
    for size in (10, 100, 1000):
        group = Groups(np.array([0, size], dtype=np.int64))
        low, high = group.interval(np.full(size, 0.3), np.ones(size, dtype=np.bool_))
        assert low[0] < 0.3 < high[0]
        widths.append(float(high[0] - low[0]))
    assert widths[1] / widths[2] == pytest.approx(10**0.5)
    assert widths[0] > widths[1]


def test_interval_covers_as_often_as_it_says() -> None:
    random = np.random.default_rng(3)
    probability = random.uniform(0.1, 0.7, size=60)
    group = Groups(np.array([0, 60], dtype=np.int64))
    low, high = group.interval(probability, np.ones(60, dtype=np.bool_))
    shares = (random.random((4000, 60)) < probability).mean(axis=1)
    covered = float(((shares >= low[0]) & (shares <= high[0])).mean())
    assert covered == pytest.approx(0.9, abs=0.025)


def test_no_interval_without_statements() -> None:
    low, high = GROUPS.interval(VALUES, np.zeros(5, dtype=np.bool_))
    assert np.isnan(low).all()
    assert np.isnan(high).all()


def test_an_article_has_the_same_bits_beside_any_neighbours() -> None:
    random = np.random.default_rng(4)
    values = random.random(1000)
    ends = np.concatenate([[0], np.sort(random.choice(1000, 40, replace=False)), [1000]])
    together = Groups(ends.astype(np.int64)).mean(values)
    alone = [
        Groups(np.array([0, b - a], dtype=np.int64)).mean(values[a:b])[0]
        for a, b in pairwise(ends.tolist())
    ]
    assert_array_equal(together, np.array(alone))
