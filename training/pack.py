"""Put fitted heads and their trials together as a model with its card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.features.matrix import BUCKETS, GRAMS_PER_TOKEN
from scorer.models.card import FORMAT_VERSION, Calibration, Card, Data, Figure, HeadCard
from scorer.models.store import pack
from scorer.training import prose
from scorer.training.calibrate import Sigmoid
from scorer.training.fit import Line, Recipe, assemble
from scorer.training.labels import CLASSES
from scorer.training.recipes import SEED
from scorer.training.sparse import Floats

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Fitted:
    """One head, ready to be packed."""

    head: str
    metric: str
    recipe: Recipe
    line: Line
    sigmoid: Sigmoid
    threshold: float
    rows: int
    data: tuple[Data, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """A model that can be saved: `store.save(folder, card, weights)`."""

    card: Card
    weights: bytes


def pack_model(
    name: str,
    command: str,
    heads: Sequence[Fitted],
    idf: Floats,
    names: tuple[str, ...],
    *,
    seen: NDArray[np.uint32],
) -> Packed:
    """Assemble the heads, describe them, and round the weights to what is stored."""
    linear = assemble(
        [head.head for head in heads],
        [head.line for head in heads],
        [head.sigmoid for head in heads],
        [head.threshold for head in heads],
        idf=idf,
        names=names,
    )
    weights, described = pack(linear, seen)
    card = Card(
        FORMAT_VERSION,
        name,
        VERSION,
        command,
        SEED,
        f"hashed words, word pairs, prefixes and suffixes ({GRAMS_PER_TOKEN} a token);"
        f" {len(names)} named features",
        BUCKETS,
        described,
        tuple(_head_card(head) for head in heads),
        prose.INTENDED_USE,
        prose.NOT_FOR,
        prose.KNOWN_FAILURES,
    )
    return Packed(card, weights)


def _head_card(head: Fitted) -> HeadCard:
    sigmoid = head.sigmoid
    return HeadCard(
        head.head,
        prose.QUESTIONS.get(head.head, " or ".join(CLASSES[head.head])),
        head.threshold,
        head.metric,
        Calibration("sigmoid", round(sigmoid.slope, 6), round(sigmoid.offset, 6), head.rows),
        {name: _said(value) for name, value in asdict(head.recipe).items()},
        head.data,
        head.figures,
    )


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)  # pyright: ignore
