"""Features of statements: names, bounds, and nothing from the neighbours."""

from __future__ import annotations

import numpy as np
import pytest

from scorer.features.batch import make_batch
from scorer.features.extract import Extractor
from scorer.features.matrix import BUCKETS, GRAMS_PER_TOKEN, Matrix
from scorer.features.spans import VOICES

TEXTS = (
    "“The bridge is closed,” Anna Keller said.",
    "",
    "Idiots run this CITY!!!",
    "?!",
    "In 2014, 1,200 people (or $5 million) — who knows?",
    "  The claim was baseless: it is alleged that he lied…  ",
)


def column(matrix: Matrix, name: str) -> list[float]:
    values: list[float] = matrix.dense[:, matrix.names.index(name)].tolist()
    return values


def test_shapes_and_types(extractor: Extractor) -> None:
    matrix = extractor.matrix(TEXTS)
    assert len(matrix) == len(TEXTS)
    assert matrix.start.dtype == np.int64
    assert matrix.bucket.dtype == np.int32
    assert matrix.dense.dtype == np.float32
    assert matrix.dense.shape == (len(TEXTS), len(matrix.names))
    assert matrix.start[0] == 0
    assert matrix.start[-1] == matrix.bucket.size


def test_names_are_unique_and_cover_the_catalogue(extractor: Extractor) -> None:
    names = extractor.matrix(["One."]).names
    assert len(set(names)) == len(names)
    for marker in extractor.catalogue.markers:
        assert f"marker:{marker.id}:narrator" in names
        assert f"marker:{marker.id}:spoken" in names
    assert extractor.matrix([]).names == names


def test_buckets_are_in_range_and_four_a_word(extractor: Extractor) -> None:
    matrix = extractor.matrix(TEXTS)
    assert matrix.buckets == BUCKETS
    assert matrix.bucket.min() >= 0
    assert matrix.bucket.max() < BUCKETS
    words = [7, 0, 4, 0, 10, 10]
    assert np.diff(matrix.start).tolist() == [GRAMS_PER_TOKEN * n for n in words]


def test_dense_features_are_scaled(extractor: Extractor) -> None:
    dense = extractor.matrix([*TEXTS, "WHO KNOWS? " * 400]).dense
    assert np.isfinite(dense).all()
    assert dense.min() >= 0.0
    assert dense.max() <= 1.0


@pytest.mark.parametrize("text", ["", "   "])
def test_a_statement_without_words_has_only_its_voice(extractor: Extractor, text: str) -> None:
    matrix = extractor.matrix([text])
    assert matrix.bucket.size == 0
    assert column(matrix, "voice:narrator") == [1.0]
    assert matrix.dense.sum() == 1.0


def test_rows_do_not_depend_on_their_neighbours(extractor: Extractor) -> None:
    together = extractor.matrix(TEXTS)
    for row, text in enumerate(TEXTS):
        alone = extractor.matrix([text])
        np.testing.assert_array_equal(together.dense[row], alone.dense[0])
        part = together.bucket[together.start[row] : together.start[row + 1]]
        np.testing.assert_array_equal(part, alone.bucket)


def test_capitals_and_quotation_marks_do_not_change_the_words(extractor: Extractor) -> None:
    plain, curly = extractor.matrix(["don't say so-called", "DON’T say so called"]).bucket.reshape(
        2, -1
    )
    np.testing.assert_array_equal(plain, curly)


def test_word_order_counts(extractor: Extractor) -> None:
    matrix = extractor.matrix(["dog bites man", "man bites dog"])
    first, second = matrix.bucket.reshape(2, -1)
    assert sorted(first) != sorted(second)
    assert set(first[::GRAMS_PER_TOKEN]) == set(second[::GRAMS_PER_TOKEN])


def test_numbers_of_one_length_are_one_word(extractor: Extractor) -> None:
    first, second, longer = extractor.matrix(["1914", "2024", "20244"]).bucket[::GRAMS_PER_TOKEN]
    assert first == second != longer


def test_markers_count_by_who_speaks(extractor: Extractor) -> None:
    texts = ["Idiots run this city.", "“Idiots run this city,” Anna Keller said."]
    matrix = extractor.matrix(texts)
    assert column(matrix, "marker:name_calling:narrator") == pytest.approx([1 / 3, 0])
    assert column(matrix, "marker:name_calling:spoken") == pytest.approx([0, 1 / 3])


def test_voice_is_one_of_four(extractor: Extractor) -> None:
    matrix = extractor.extract(make_batch(TEXTS), as_statements=True).matrix
    voices = np.array([column(matrix, f"voice:{voice}") for voice in VOICES])
    assert voices.sum(axis=0).tolist() == [1.0] * len(TEXTS)
    assert column(matrix, "voice:quoted")[0] == 1.0


def test_signs_are_counted_up_to_four(extractor: Extractor) -> None:
    matrix = extractor.matrix(["No!", "No!!!!!!", "No."])
    assert column(matrix, "sign:exclamation") == [0.25, 1.0, 0.0]
