"""The sources table: who speaks, or passes on, in each article."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import fsum, isnan
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scorer.features.extract import Extraction
from scorer.features.relations import STANCES
from scorer.features.speaker import Speaker
from scorer.results import Sources, Statements


class SourceRows(NamedTuple):
    """The table, and the number of distinct sources of each article, int64 (A,)."""

    table: Sources
    counts: NDArray[np.int64]


@dataclass(slots=True)
class _Source:
    speaker: Speaker
    statements: set[int] = field(default_factory=set[int])
    doubted: set[int] = field(default_factory=set[int])
    denied: set[int] = field(default_factory=set[int])


Key = tuple[int, str, str, str | None]  # article, role, name, registry id


def source_rows(
    extraction: Extraction, statements: Statements, start: NDArray[np.int64]
) -> SourceRows:
    """One row per article, source and role, in order of first appearance."""
    found = _collect(extraction)
    keys = sorted(
        found, key=lambda key: (key[0], min(found[key].statements), key[1:3], key[3] or "")
    )
    columns = _Columns(statements)
    ids = extraction.reading.batch.ids
    rows = [_row(key, found[key], ids[key[0]], columns) for key in keys]
    table = Sources(**{c.name: [row[c.name] for row in rows] for c in Sources.COLUMNS})
    counts = np.zeros(start.size - 1, dtype=np.int64)
    for article, _name, _id in {(key[0], key[2], key[3]) for key in keys}:
        counts[article] += 1
    return SourceRows(table, counts)


class _Columns:
    """Columns of the statements as lists: single values are asked for, many times."""

    def __init__(self, statements: Statements) -> None:
        self.quoted: list[bool] = (statements["voice"] == "quoted").tolist()
        self.propaganda: list[float] = statements["propaganda"].tolist()
        self.reliability: list[float] = statements["reliability"].tolist()
        self.corroborated = ["corroboration" in markers for markers in statements["markers"]]


def _collect(extraction: Extraction) -> dict[Key, _Source]:
    """Sources with the statements they speak in: those they own, and those with their cue."""
    found: dict[Key, _Source] = {}
    owned: dict[int, list[int]] = {}
    for statement, number in enumerate(extraction.voices.attribution.tolist()):
        owned.setdefault(number, []).append(statement)
    spoken = extraction.attributions
    where = spoken.relations.statement
    articles = extraction.reading.statements.article[where].tolist()
    stances: list[int] = spoken.relations.stance.tolist()
    only = spoken.relays_only.tolist()
    for number, statement in enumerate(where.tolist()):
        here = {statement, *owned.get(number, ())}
        parts = (("speaker", None if only[number] else spoken.speakers[number]),
                 ("relay", spoken.relays[number]))  # fmt: skip
        for role, who in parts:
            if who is not None and who.name is not None:
                key = (articles[number], role, who.name, who.id)
                _add(found.setdefault(key, _Source(who)), here, STANCES[stances[number]])
    return found


def _add(source: _Source, statements: set[int], stance: str) -> None:
    source.statements |= statements
    if stance == "doubts":
        source.doubted |= statements
    if stance == "denies":
        source.denied |= statements


def _row(key: Key, source: _Source, article: str, columns: _Columns) -> dict[str, object]:
    here = sorted(source.statements)
    known = [columns.reliability[s] for s in here if not isnan(columns.reliability[s])]
    return {
        "article_id": article,
        "source": key[2],
        "source_id": key[3],
        "role": key[1],
        "kind": source.speaker.kind or "unknown",
        "state": source.speaker.state,
        "ownership": source.speaker.ownership,
        "n_statements": len(here),
        "n_quoted": sum(columns.quoted[s] for s in here),
        "n_doubted": len(source.doubted),
        "n_denied": len(source.denied),
        "n_corroborated": sum(columns.corroborated[s] for s in here),
        "propaganda": fsum(columns.propaganda[s] for s in here) / len(here),
        "reliability": fsum(known) / len(known) if known else None,
    }
