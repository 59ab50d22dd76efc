"""Splits, fitting, calibration, word vectors."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from scorer.errors import InputError
from scorer.features.extract import Extractor
from scorer.features.matrix import GRAMS_PER_TOKEN, Matrix
from scorer.training.calibrate import Sigmoid, choose_threshold, fit_sigmoid, judge_folds
from scorer.training.corpora.seed import read_seed
from scorer.training.fit import Line, Recipe, assemble, fit_line, held_out
from scorer.training.labels import Labels, build
from scorer.training.logistic import fit_logistic
from scorer.training.sparse import build_design, inverse_frequencies
from scorer.training.split import drop_known, fingerprints, folds, group, near_duplicates
from scorer.training.vectors import Vectors, learn_vectors, no_vectors

BUCKETS = 32
LONG = "the minister told reporters that the new bridge would open before the end of the year"


@pytest.fixture(scope="module")
def seed() -> tuple[Labels, Matrix]:
    labels = read_seed("propaganda")
    return labels, Extractor.load().matrix(labels.text)


@pytest.mark.parametrize("vectors", [0.0, 0.5])
def test_our_heads_give_what_scikit_learn_gives(
    seed: tuple[Labels, Matrix], vectors: float
) -> None:
    """Parity at 1e-9, with tables of float64."""
    labels, matrix = seed
    idf = inverse_frequencies([matrix])
    design = build_design(matrix, idf)
    known = learn_vectors([matrix], 0, size=8) if vectors else no_vectors(matrix.buckets)
    donor = Line(np.full(matrix.buckets, 0.1), np.zeros(len(matrix.names)), 0.3)
    recipe = Recipe(vectors=vectors, donors=0.2)
    line = fit_line(design, labels, recipe, known, [donor])
    given = donor.decide(design)
    columns: NDArray[np.float64] = np.column_stack(
        [
            design.hashed.toarray(),
            vectors * known.mean(design.hashed),
            design.dense,
            0.2 * (given - given.mean()) / given.std(),
        ]
    )
    filled: NDArray[np.bool_] = np.abs(columns).sum(axis=0) > 0
    filled[matrix.buckets :] = True
    used = np.flatnonzero(filled)
    found = fit_logistic(columns[:, used], labels.label, labels.weight, recipe.strength)
    wanted = found.estimator.decision_function(columns[:, used])
    sigmoid = Sigmoid(1.3, -0.2)
    heads = assemble(["propaganda"], [line], [sigmoid], [0.5], idf=idf, names=matrix.names)
    ours = heads.decision(matrix)[:, 0]
    np.testing.assert_allclose(ours, 1.3 * line.decide(design) - 0.2, atol=1e-9)
    np.testing.assert_allclose(line.decide(design), wanted, atol=2e-3)


def test_parity_with_the_very_estimator(seed: tuple[Labels, Matrix]) -> None:
    labels, matrix = seed
    idf = inverse_frequencies([matrix])
    design = build_design(matrix, idf)
    found = fit_logistic(design.hashed, labels.label, labels.weight, 2.0)
    line = Line(found.weights, np.zeros(len(matrix.names)), found.bias)
    heads = assemble(
        ["propaganda"], [line], [Sigmoid(1.0, 0.0)], [0.5], idf=idf, names=matrix.names
    )
    wanted = found.estimator.predict_proba(design.hashed)[:, 1]
    np.testing.assert_allclose(heads.probability(matrix)[:, 0], wanted, atol=1e-9, rtol=0)


def test_one_class_is_an_error(seed: tuple[Labels, Matrix]) -> None:
    labels, matrix = seed
    some = labels.take(labels.label == 1)
    design = build_design(matrix, inverse_frequencies([matrix])).take(labels.label == 1)
    with pytest.raises(InputError, match="one label; training needs both classes"):
        fit_line(design, some, Recipe(), no_vectors(matrix.buckets))


def test_held_out_decisions_do_not_see_their_own_label(seed: tuple[Labels, Matrix]) -> None:
    labels, matrix = seed
    design = build_design(matrix, inverse_frequencies([matrix]))
    place = folds(group(labels), labels.label, 3)
    recipe, none = Recipe(vectors=0), no_vectors(matrix.buckets)
    before = held_out(design, labels, place, recipe, none)
    changed = np.where(place == 1, 1 - labels.label, labels.label).astype(np.int8)
    other = build("propaganda", "x", labels.text, changed.tolist())
    after = held_out(design, other, place, recipe, none)
    np.testing.assert_array_equal(before[place == 1], after[place == 1])
    assert not np.array_equal(before[place != 1], after[place != 1])


def test_groups_hold_articles_and_near_duplicates_together() -> None:
    texts = [LONG, "Short one.", LONG.upper() + "!", "Other words here.", "short one"]
    labels = build("bias", "x", texts, [0] * 5, article_id=["a", "b", "c", "b", ""])
    found = group(labels)
    assert found[0] == found[2]
    assert found[1] == found[3]
    assert len(set(found.tolist())) == 3 or found[4] == found[1]
    alone = group(build("bias", "x", texts, [0] * 5))
    assert alone[1] == alone[4] != alone[3]


def test_articles_that_share_one_line_of_many_stay_apart() -> None:
    lines = [f"statement number {n} speaks of nothing but itself and {n}" for n in range(12)]
    texts = [*lines[:6], "You may opt out at any time.", *lines[6:], "You may opt out at any time."]
    ids = ["a"] * 7 + ["b"] * 7
    found = group(build("propaganda", "x", texts, [0] * 14, article_id=ids))
    assert len(set(found.tolist())) == 2


def test_outlets_are_groups_when_asked() -> None:
    labels = build("bias", "x", ["a b", "c d", "e f"], [0] * 3, outlet=["o", "p", "o"])
    assert group(labels, ("outlet",))[0] == group(labels, ("outlet",))[2]
    assert len(set(group(labels).tolist())) == 3


def test_folds_keep_groups_whole_and_are_even() -> None:
    random = np.random.default_rng(0)
    groups = np.sort(random.integers(0, 60, 600))
    label = (random.random(600) < 0.3).astype(np.int8)
    found = folds(groups, label, 5)
    assert all(len(set(found[groups == g].tolist())) == 1 for g in set(groups.tolist()))
    assert np.ptp(np.bincount(found)) <= 20
    assert np.ptp([label[found == f].mean() for f in range(5)]) < 0.05
    np.testing.assert_array_equal(found, folds(groups, label, 5))


def test_near_duplicates_are_found_and_others_are_not() -> None:
    assert near_duplicates([LONG, LONG + " again", "quite another text of some length here"]) == [
        (0, 1)
    ]
    assert drop_known(["new text", LONG], [LONG.replace("reporters", "Reporters,")]).tolist() == [
        True,
        False,
    ]
    one, two, other = fingerprints(["Same words!", "same, WORDS", "words same"])
    assert one == two != other


def test_a_sigmoid_is_found_again() -> None:
    random = np.random.default_rng(0)
    decision = random.normal(size=20_000)
    label = (random.random(20_000) < Sigmoid(2.0, -1.0)(decision)).astype(np.int8)
    found = fit_sigmoid(decision, label)
    assert found.slope == pytest.approx(2.0, abs=0.1)
    assert found.offset == pytest.approx(-1.0, abs=0.1)


def test_the_threshold_is_the_best_cut() -> None:
    label = np.array([0, 0, 0, 1, 1], dtype=np.int8)
    cut = choose_threshold(np.array([0.1, 0.2, 0.29, 0.41, 0.9]), label, "f1")
    assert 0.29 < cut <= 0.41


def test_folds_are_judged_by_the_other_folds() -> None:
    random = np.random.default_rng(0)
    decision, place = random.normal(size=400), np.arange(400) % 4
    label = (decision + random.normal(size=400) > 0).astype(np.int8)
    before = judge_folds(decision, label, place, "f1")
    flipped = np.where(place == 0, 1 - label, label).astype(np.int8)
    after = judge_folds(decision, flipped, place, "f1")
    np.testing.assert_array_equal(before.probability[place == 0], after.probability[place == 0])
    np.testing.assert_array_equal(before.chosen[place == 0], after.chosen[place == 0])


def sentence_matrix(sentences: list[list[int]]) -> Matrix:
    """Words by number; the other n-grams of a token get buckets of their own."""
    bucket = np.array(
        [b for s in sentences for w in s for b in (w, *range(28, 28 + GRAMS_PER_TOKEN - 1))],
        dtype=np.int32,
    )
    start = np.cumsum([0, *(len(s) * GRAMS_PER_TOKEN for s in sentences)]).astype(np.int64)
    dense = np.zeros((len(sentences), 1), dtype=np.float32)
    return Matrix(start, bucket, dense, ("x",), BUCKETS)


def cosine(vectors: Vectors, one: int, other: int) -> float:
    rows: list[NDArray[np.float64]] = [
        vectors.values[int(np.flatnonzero(vectors.bucket == b)[0])] for b in (one, other)
    ]
    return float(rows[0] @ rows[1] / (np.linalg.norm(rows[0]) * np.linalg.norm(rows[1])))


def test_words_in_the_same_contexts_get_similar_vectors() -> None:
    random = np.random.default_rng(0)
    sentences = [
        [int(random.choice([1, 2])), *random.choice([5, 6, 7], 3).tolist()] for _ in range(80)
    ] + [[int(random.choice([3, 4])), *random.choice([8, 9, 10], 3).tolist()] for _ in range(80)]
    vectors = learn_vectors([sentence_matrix(sentences)], 0, size=4)
    assert cosine(vectors, 1, 2) > 0.5 > cosine(vectors, 1, 3)


def test_weights_on_vectors_fold_into_weights_on_words() -> None:
    data = sentence_matrix([[1, 2, 3], [4, 4], []])
    vectors = Vectors(np.array([1, 3, 4]), np.arange(6.0).reshape(3, 2), BUCKETS)
    design = build_design(data, np.ones(BUCKETS))
    weights = np.array([0.3, -2.0])
    np.testing.assert_allclose(
        design.hashed @ vectors.fold(weights), vectors.mean(design.hashed) @ weights, atol=1e-12
    )
    assert learn_vectors([data], 0).size == 0
