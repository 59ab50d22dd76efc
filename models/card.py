"""The model card: what a model is, what it was trained on, how good it is, what it is not for."""

from __future__ import annotations

import hashlib
import json
import types
from dataclasses import asdict, dataclass, fields, is_dataclass
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from scorer.errors import ArtefactError

FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value with its 95 % interval and the baseline on the same rows."""

    metric: str
    protocol: str
    value: float
    low: float
    high: float
    rows: int
    baseline: float | None = None
    published: float | None = None


@dataclass(frozen=True, slots=True)
class Data:
    """One corpus that a head was trained on, with the terms it carries."""

    corpus: str
    role: str
    rows: int
    positive: int
    licence: str
    terms: str
    reference: str


@dataclass(frozen=True, slots=True)
class Calibration:
    """How decisions became calibrated log-odds: `slope * decision + offset`.

    Both are already folded into the weights; they are recorded for the reader of the card.
    """

    method: Literal["sigmoid", "none"]
    slope: float
    offset: float
    rows: int


@dataclass(frozen=True, slots=True)
class HeadCard:
    """Everything about one head."""

    head: str
    question: str
    threshold: float
    threshold_metric: str
    calibration: Calibration
    recipe: dict[str, str]
    data: tuple[Data, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight file, its SHA-256 digest, and the shape and dtype of each array in it."""

    file: str
    sha256: str
    shapes: dict[str, tuple[int, ...]]
    dtypes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """`card.json`. Holds no date and no path, so that the same training gives the same card."""

    format_version: int
    name: str
    version: str
    command: str
    seed: int
    features: str
    buckets: int
    weights: Weights
    heads: tuple[HeadCard, ...]
    intended_use: tuple[str, ...]
    not_for: tuple[str, ...]
    known_failures: tuple[str, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical card. It covers the weights through their digest."""
        return hashlib.sha256(to_json(self).encode()).hexdigest()

    @property
    def model(self) -> str:
        """Name and short digest, as written in the `model` column."""
        return f"{self.name}@{self.digest[:12]}"

    def head(self, name: str) -> HeadCard:
        """The card of one head. Raises `ArtefactError` when the model has no such head."""
        for head in self.heads:
            if head.head == name:
                return head
        known = ", ".join(head.head for head in self.heads)
        raise ArtefactError(f"model {self.name} has no head {name!r}; it has: {known}")


def to_json(card: Card) -> str:
    """The card as canonical JSON: sorted keys, two spaces, a line feed at the end."""
    return json.dumps(asdict(card), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def from_json(text: str, where: str) -> Card:
    """Read a card, checking names and types of every field. `where` is used in messages."""
    try:
        raw: Any = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ArtefactError(f"{where}: not valid JSON ({error}); train or fetch again") from error
    version = _object(raw, where).get("format_version")
    if version != FORMAT_VERSION:
        raise ArtefactError(
            f"{where}: format version {version!r}, this release reads {FORMAT_VERSION}; "
            "train the model again or install the release that wrote it"
        )
    return _read(Card, raw, where)


T = TypeVar("T")


def _object(raw: object, where: str) -> dict[str, object]:
    if not isinstance(raw, dict):
        raise ArtefactError(f"{where}: expected an object, found {type(raw).__name__}")
    return cast("dict[str, object]", raw)


def _read(kind: type[T], given: object, where: str) -> T:
    raw = _object(given, where)
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    missing, unknown = sorted(set(names) - set(raw)), sorted(set(raw) - set(names))
    if missing or unknown:
        raise ArtefactError(f"{where}: missing {missing}, unknown {unknown}; train it again")
    return kind(**{name: _value(hints[name], raw[name], f"{where}.{name}") for name in names})


def _value(hint: Any, raw: object, where: str) -> Any:
    """Convert one JSON value to the annotated type, or say where it does not fit."""
    origin, args = get_origin(hint), get_args(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _read(hint, raw, where)
    if origin is tuple and isinstance(raw, list):
        items = cast("list[object]", raw)
        return tuple(_value(args[0], item, f"{where}[{i}]") for i, item in enumerate(items))
    if origin is dict:
        pairs = _object(raw, where).items()
        return {key: _value(args[1], item, f"{where}.{key}") for key, item in pairs}
    if origin is types.UnionType:
        return None if raw is None else _value(args[0], raw, where)
    return _plain(hint, raw, where)


def _plain(hint: Any, raw: object, where: str) -> Any:
    if hint is float and isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return float(raw)
    if (hint in (int, str) and type(raw) is hint) or raw in get_args(hint):
        return raw
    raise ArtefactError(f"{where}: {raw!r} does not fit {hint}; train or fetch it again")
