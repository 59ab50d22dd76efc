"""The public door. What the shipped model is needed for is skipped until there is one."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

import scorer
from scorer import schemas
from scorer.api import Scorer
from scorer.errors import ArtefactError, InputError
from scorer.models import store
from scorer.results import Article

TEXTS = ["“We will rebuild,” the mayor said on Tuesday.", "", "The road is long and it is closed."]
HEADS = ["propaganda", "bias", "subjectivity", "checkworthiness", "uncertainty"]
shipped = pytest.mark.skipif(
    "default" not in store.names(), reason="no model is shipped under models/artefacts/default yet"
)


def test_public_names_are_loaded_on_first_use() -> None:
    assert scorer.Scorer is Scorer
    assert scorer.Article is Article
    for name in scorer.__all__:
        assert getattr(scorer, name).__name__ == name
    with pytest.raises(AttributeError, match="nonsense"):
        scorer.nonsense  # noqa: B018


def test_ids_are_kept_or_counted(random_scorer: Scorer) -> None:
    results = random_scorer.score_texts(TEXTS)
    schemas.validate_results(results)
    assert results.articles["article_id"].tolist() == ["0", "1", "2"]
    named = random_scorer.score_texts(TEXTS, ids=["c", "a", "b"])
    assert named.articles["article_id"].tolist() == ["c", "a", "b"]
    assert named.statements["article_id"].tolist() == ["c", "b"]


def test_articles_are_scored_like_texts(random_scorer: Scorer) -> None:
    articles = (Article(str(number), text) for number, text in enumerate(TEXTS))
    results = random_scorer.score_articles(articles)
    expected = random_scorer.score_texts(TEXTS)
    for name, table in expected.tables().items():
        assert results.tables()[name].records() == table.records()


def test_ids_must_be_unique(random_scorer: Scorer) -> None:
    with pytest.raises(InputError, match="'a' stands twice"):
        random_scorer.score_texts(TEXTS, ids=["a", "b", "a"])
    with pytest.raises(InputError, match="'a' stands twice"):
        random_scorer.score_articles([Article("a", "One."), Article("a", "Two.")])


def test_ids_must_be_as_many_as_texts(random_scorer: Scorer) -> None:
    with pytest.raises(InputError, match="3 texts but 1 ids"):
        random_scorer.score_texts(TEXTS, ids=["a"])
    with pytest.raises(InputError, match="3 texts but 1 article ids"):
        random_scorer.score_statements(TEXTS, article_ids=["a"])


def test_statements_by_head(random_scorer: Scorer) -> None:
    scores = random_scorer.score_statements(TEXTS)
    assert list(scores) == HEADS
    assert len(scores) == 5
    for head in HEADS:
        assert scores[head].dtype == np.float64
        assert scores[head].shape == (3,)
    with pytest.raises(KeyError, match="propaganda"):
        scores["nonsense"]


def test_statements_row_for_row(random_scorer: Scorer) -> None:
    scores = random_scorer.score_statements(TEXTS, article_ids=["a", "a", "b"])
    backwards = random_scorer.score_statements(TEXTS[::-1])
    np.testing.assert_array_equal(scores["bias"], backwards["bias"][::-1])
    assert random_scorer.score_statements([])["propaganda"].shape == (0,)


def test_no_texts(random_scorer: Scorer) -> None:
    assert [len(t) for t in random_scorer.score_texts([]).tables().values()] == [0] * 5


def test_thresholds_and_model(random_scorer: Scorer) -> None:
    assert list(random_scorer.thresholds) == HEADS
    assert random_scorer.thresholds["propaganda"] == pytest.approx(0.2)
    assert random_scorer.model.startswith("random@")
    results = random_scorer.score_texts(TEXTS)
    assert set(results.articles["model"]) == {random_scorer.model}


def test_a_missing_model_is_told() -> None:
    with pytest.raises(ArtefactError, match="no-such-model"):
        Scorer.load("no-such-model")


IMPORTS = """
import sys
import numpy as np
from scorer.api import Scorer
from scorer.engine import Engine
from scorer.features.extract import Extractor
from scorer.models.linear import LinearHeads
from scorer.models.store import Model

extractor = Extractor.load()
matrix = extractor.matrix(["Hello."])
heads = ("propaganda", "bias", "subjectivity", "checkworthiness", "uncertainty")
weights = LinearHeads(
    heads, np.ones((matrix.buckets, 6), np.float32), np.zeros((len(matrix.names), 5)),
    matrix.names, np.zeros(5), np.full(5, 0.5),
)
class Card:
    model = "none"
model = Model(Card, weights, np.empty(0, np.uint32))
Scorer(Engine(extractor, model)).score_texts(["The bridge is closed, he said."])
print(*sys.modules)
"""


def test_scoring_does_not_import_what_is_slow() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "scorer.engine.tables" in loaded
    assert {"sklearn", "scipy", "pandas", "pandera", "pyarrow"}.isdisjoint(loaded)


@shipped
def test_the_shipped_model() -> None:
    loaded = Scorer.load()
    results = loaded.score_texts(TEXTS)
    schemas.validate_results(results)
    assert list(loaded.thresholds) == HEADS
    assert all(0 < value < 1 for value in loaded.thresholds.values())
    assert results.statements["speaker"].tolist() == ["the mayor", None]


@shipped
def test_the_shipped_model_knows_hate_from_weather() -> None:
    scores = Scorer.load().score_statements(
        [
            "These vermin and their corrupt lackeys will destroy everything our nation stands for!",
            "The bridge was closed on Monday because of heavy snow.",
        ]
    )
    assert scores["propaganda"][0] > scores["propaganda"][1]
    assert scores["subjectivity"][0] > scores["subjectivity"][1]
