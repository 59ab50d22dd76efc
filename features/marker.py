"""What a marker is: frozen data, one file each under `markers/`.

The shape follows proselint's checks (a check is data with its provenance in it) and
presidio's recognisers (every result names the rule that made it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from scorer.features.reading import Hit, Reading

__all__ = ["CATEGORIES", "Category", "Find", "Found", "Hit", "Keep", "Marker"]

Category = Literal["sourcing", "hedging", "stance", "persuasion", "style"]
CATEGORIES: tuple[Category, ...] = ("sourcing", "hedging", "stance", "persuasion", "style")


class Found(NamedTuple):
    """A span found by a rule: half-open code-point offsets into `reading.text`."""

    start: int
    end: int
    note: str | None = None


Keep = Callable[[Reading, Hit], bool]
Find = Callable[[Reading], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Marker:
    """One entry of the catalogue.

    Phrases come from `seeds/lexicons/<id>.csv` when that file exists; `keep` then judges each hit
    in its context. `find` adds spans that no word list can describe. `hits` are example texts with
    the expected spans between ⟦ and ⟧; `misses` are texts in which this marker must find nothing.
    `techniques` are the names of SemEval-2020 task 11 and SemEval-2023 task 3 it maps to.
    """

    id: str
    category: Category
    summary: str
    finds: str
    matters: str
    false_alarms: tuple[str, ...]
    references: tuple[str, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    keep: Keep | None = None
    find: Find | None = None
    techniques: tuple[str, ...] = ()
