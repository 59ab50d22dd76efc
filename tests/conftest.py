"""What several tests need: the compiled tables, and a small model with random weights."""

from __future__ import annotations

import numpy as np
import pytest

from scorer.api import Scorer
from scorer.engine import Engine
from scorer.features.extract import Extractor
from scorer.models.card import Calibration, Card, HeadCard
from scorer.models.linear import LinearHeads
from scorer.models.store import Model, pack

HEADS = ("propaganda", "bias", "subjectivity", "checkworthiness", "uncertainty")


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor.load()


@pytest.fixture(scope="session")
def random_model(extractor: Extractor) -> Model:
    """Heads that mean nothing, for tests of all that does not depend on what they mean."""
    matrix = extractor.matrix(["Hello there."])
    random = np.random.default_rng(20)
    table = random.normal(size=(matrix.buckets, len(HEADS) + 1)).astype(np.float32)
    table[:, -1] = np.abs(table[:, -1]) + 0.1
    dense = random.normal(size=(len(matrix.names), len(HEADS)))
    heads = LinearHeads(
        HEADS, table, dense, matrix.names, np.full(len(HEADS), -1.0), np.linspace(0.2, 0.6, 5)
    )
    return Model(_card(heads), heads, np.empty(0, dtype=np.uint32))


@pytest.fixture(scope="session")
def engine(extractor: Extractor, random_model: Model) -> Engine:
    return Engine(extractor, random_model)


@pytest.fixture(scope="session")
def random_scorer(engine: Engine) -> Scorer:
    return Scorer(engine)


def _card(heads: LinearHeads) -> Card:
    _, weights = pack(heads, np.empty(0, dtype=np.uint32))
    cards = tuple(
        HeadCard(name, "?", 0.5, "f1", Calibration("none", 1.0, 0.0, 0), {}, (), ())
        for name in heads.heads
    )
    return Card(
        1, "random", "0", "tests", 20, "tests", len(heads.table), weights, cards, (), (), ()
    )
