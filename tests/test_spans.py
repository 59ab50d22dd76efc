"""Spans: of overlapping ones of a marker, the longest that do not overlap stay."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scorer.features.spans import longest

Span = tuple[int, int, int]  # marker, start, end


def kept(spans: list[Span]) -> list[Span]:
    columns = np.array(spans, dtype=np.int64).reshape(-1, 3).T
    return [spans[i] for i in longest(*columns).tolist()]


some_spans = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 30), st.integers(1, 8)).map(
        lambda t: (t[0], t[1], t[1] + t[2])
    ),
    max_size=25,
)


def overlap(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


@given(some_spans)
def test_no_marker_overlaps_itself_and_nothing_is_lost_for_nothing(spans: list[Span]) -> None:
    chosen = kept(spans)
    assert not any(overlap(one, other) for i, one in enumerate(chosen) for other in chosen[i + 1 :])
    for span in spans:  # what is left out overlaps a span that is kept and at least as long
        assert any(
            span == c or (overlap(span, c) and c[2] - c[1] >= span[2] - span[1]) for c in chosen
        )


@given(some_spans)
def test_they_come_in_order_whatever_order_they_had(spans: list[Span]) -> None:
    chosen = kept(spans)
    assert chosen == sorted(chosen)
    assert kept(sorted(spans)) == chosen
    assert kept(spans[::-1]) == chosen


def test_the_longest_then_the_first() -> None:
    assert kept([(0, 0, 2), (0, 1, 5), (0, 4, 6)]) == [(0, 1, 5)]
    assert kept([(0, 0, 3), (0, 2, 5), (0, 4, 7)]) == [(0, 0, 3), (0, 4, 7)]
    assert kept([(1, 0, 3), (0, 2, 5)]) == [(0, 2, 5), (1, 0, 3)]
    assert kept([(0, 0, 3), (0, 3, 5)]) == [(0, 0, 3), (0, 3, 5)]


def test_equal_spans_count_once() -> None:
    assert kept([(0, 0, 3)] * 4) == [(0, 0, 3)]


def test_none() -> None:
    assert kept([]) == []
