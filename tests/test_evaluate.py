"""Metrics against scikit-learn, intervals, outcomes, training on one's own labels."""

from __future__ import annotations

import csv
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from scorer.errors import InputError
from scorer.models.store import load
from scorer.training import api, tables
from scorer.training.calibrate import Judged
from scorer.training.corpora.seed import read_seed
from scorer.training.diagram import reliability_svg
from scorer.training.evaluate import Outcome, judge_labels
from scorer.training.labels import build
from scorer.training.metrics import METRICS, measure, reliability

reference: Any = import_module("sklearn.metrics")
Sample = tuple[NDArray[np.int8], NDArray[np.float64], NDArray[np.bool_]]


def sample(size: int = 500, seed: int = 0) -> Sample:
    random = np.random.default_rng(seed)
    probability = np.round(random.random(size), 2)  # rounded, so that there are ties
    label = (random.random(size) < probability).astype(np.int8)
    return label, probability, probability >= 0.4


def test_metrics_agree_with_scikit_learn() -> None:
    label, probability, chosen = sample()
    ours = {name: metric.function(label, probability, chosen) for name, metric in METRICS.items()}
    assert ours["f1"] == pytest.approx(reference.f1_score(label, chosen))
    assert ours["macro_f1"] == pytest.approx(reference.f1_score(label, chosen, average="macro"))
    assert ours["auc"] == pytest.approx(reference.roc_auc_score(label, probability))
    assert ours["average_precision"] == pytest.approx(
        reference.average_precision_score(label, probability)
    )
    assert ours["brier"] == pytest.approx(reference.brier_score_loss(label, probability))


def test_calibration_error_is_the_weighted_gap() -> None:
    label = np.array([1, 0, 1, 1], dtype=np.int8)
    probability = np.array([0.05, 0.05, 1.0, 0.95])
    found = METRICS["ece"].function(label, probability, probability >= 0.5)
    assert found == pytest.approx(0.5 * 0.45 + 0.5 * 0.025)
    assert [b.rows for b in reliability(label, probability)] == [2, 2]


def test_intervals_hold_the_value_and_widen_when_rows_hang_together() -> None:
    label, probability, chosen = sample()
    alone = measure("f1", label, probability, chosen, np.arange(500), draws=300)
    same = np.repeat(np.arange(10), 50)
    together = measure("f1", *sample_by_group(), same, draws=300)
    assert alone.low < alone.value < alone.high
    assert together.high - together.low > 1.5 * (alone.high - alone.low)


def sample_by_group() -> Sample:
    """Ten groups, all right or all wrong."""
    label = np.tile(np.array([0, 1], dtype=np.int8), 250)
    right = np.repeat(np.arange(10) % 2 == 0, 50)
    probability = np.where(right, label, 1 - label).astype(float)
    return label, probability, probability >= 0.5


def test_slices_leave_out_lengths_with_one_label() -> None:
    texts = ["one two", "one", "a " * 12, "b " * 12]
    labels = build("bias", "x", texts, [0, 1, 1, 1])
    probability = np.array([0.1, 0.9, 0.8, 0.7])
    judged = Judged(probability, probability > 0.5)
    outcome = Outcome("p", "f1", labels, judged, np.arange(4))
    assert [figure.protocol for figure in outcome.slices()] == ["1 to 9 words"]
    assert outcome.figures(0.8)[0].published == 0.8
    assert outcome.figures()[0].baseline is None


def test_a_diagram_shows_every_bin() -> None:
    label, probability, _ = sample()
    drawn = reliability_svg("a < b", reliability(label, probability))
    assert drawn.count("<circle") == 10
    assert "a &lt; b" in drawn


def test_tables_are_padded() -> None:
    text = tables.in_columns([("a", "long cell")], ("head", "b"))
    assert text == "head  b\na     long cell\n"
    assert tables.in_markdown([("1",)], ("x",)) == "| x |\n| --- |\n| 1 |\n"


def write_labels(path: Path, rows: slice) -> Path:
    seed = read_seed("subjectivity").take(np.arange(504)[rows])
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label", "article_id"])
        writer.writerows(zip(seed.text, seed.label.tolist(), seed.article_id, strict=True))
    return path


def test_a_head_is_trained_and_measured_on_ones_own_labels(tmp_path: Path) -> None:
    learn = write_labels(tmp_path / "learn.csv", slice(0, 400))
    card = api.train(learn, "subjectivity", tmp_path / "mine")
    again = api.train(learn, "subjectivity", tmp_path / "again" / "mine")
    assert card.digest == again.digest
    assert load(tmp_path / "mine").card == card
    figures = {(f.protocol, f.metric): f for f in card.heads[0].figures}
    assert figures["cross-validation", "auc"].value > 0.75
    assert figures["cross-validation", "macro_f1"].baseline is not None

    said = list[str]()
    labels = write_labels(tmp_path / "new.csv", slice(380, 504))
    outcome = api.evaluate(tmp_path / "mine", labels, say=said.append)
    assert said == ["20 rows left out: the model was trained on them"]
    assert len(outcome.labels) == 104
    assert outcome.figures()[0].value > 0.6
    text = api.outcome_text(outcome)
    assert "macro-F1" in text
    assert "observed" in text
    with pytest.raises(InputError, match="trained on every row"):
        api.evaluate(tmp_path / "mine", learn)


def test_a_model_with_several_heads_asks_which(tmp_path: Path) -> None:
    labels = write_labels(tmp_path / "some.csv", slice(0, 50))
    with pytest.raises(InputError, match="choose one with --head: propaganda"):
        api.evaluate("default", labels)


def test_too_few_articles_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"label 0 stands in 2 independent groups"):
        api.train(write_labels(tmp_path / "few.csv", slice(0, 16)), "subjectivity", tmp_path / "m")
    assert not (tmp_path / "m").exists()


def test_the_shipped_model_does_better_than_chance_on_the_seed_statements(tmp_path: Path) -> None:
    outcome = api.evaluate(
        "default", write_labels(tmp_path / "s.csv", slice(0, 504)), "subjectivity"
    )
    assert judge_labels(outcome.judged.probability, outcome.labels, 0.5).metric == "macro_f1"
    auc = next(figure for figure in outcome.figures() if figure.metric == "auc")
    assert auc.low > 0.6
