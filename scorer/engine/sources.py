"""The sources table: who speaks, or passes on, in each article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scorer.features.attribution import Attribution
from scorer.features.extract import Extraction
from scorer.features.resolve import Speaker
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
    keys = sorted(found, key=lambda key: (key[0], min(found[key].statements), key[1:3], key[3] or ""))
    rows = [_row(key, found[key], extraction, statements) for key in keys]
    table = Sources(**{c.name: [row[c.name] for row in rows] for c in Sources.COLUMNS})
    counts = np.zeros(start.size - 1, dtype=np.int64)
    for article, _name, _id in {(key[0], key[2], key[3]) for key in keys}:
        counts[article] += 1
    return SourceRows(table, counts)


def _collect(extraction: Extraction) -> dict[Key, _Source]:
    """Sources with the statements they speak in: those they own, and those where their cue stands."""
    found: dict[Key, _Source] = {}
    owned: dict[int, list[int]] = {}
    for statement, number in enumerate(extraction.voices.attribution.tolist()):
        owned.setdefault(number, []).append(statement)
    for number, attribution in enumerate(extraction.reading.attributions):
        here = {attribution.statement, *owned.get(number, ())}
        if not attribution.relays_only:
            _add(found, extraction, "speaker", attribution.speaker, attribution, here)
        if attribution.relay is not None:
            _add(found, extraction, "relay", attribution.relay, attribution, here)
    return found


def _add(
    found: dict[Key, _Source],
    extraction: Extraction,
    role: str,
    speaker: Speaker,
    attribution: Attribution,
    statements: set[int],
) -> None:
    if speaker.name is None:
        return
    article = int(extraction.reading.statements.article[attribution.statement])
    source = found.setdefault((article, role, speaker.name, speaker.id), _Source(speaker))
    source.statements |= statements
    if attribution.stance == "doubts":
        source.doubted |= statements
    if attribution.stance == "denies":
        source.denied |= statements


def _row(
    key: Key, source: _Source, extraction: Extraction, statements: Statements
) -> dict[str, object]:
    here = np.array(sorted(source.statements), dtype=np.int64)
    values = statements["reliability"][here]
    known = values[~np.isnan(values)]
    corroborated = [s for s in here.tolist() if "corroboration" in statements["markers"][s]]
    return {
        "article_id": extraction.reading.batch.ids[key[0]],
        "source": key[2],
        "source_id": key[3],
        "role": key[1],
        "kind": source.speaker.kind or "unknown",
        "state": source.speaker.state,
        "ownership": source.speaker.ownership,
        "n_statements": here.size,
        "n_quoted": int(np.sum(statements["voice"][here] == "quoted")),
        "n_doubted": len(source.doubted),
        "n_denied": len(source.denied),
        "n_corroborated": len(corroborated),
        "propaganda": float(np.mean(statements["propaganda"][here])),
        "reliability": float(np.mean(known)) if known.size else None,
    }
