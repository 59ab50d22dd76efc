"""The compiled catalogue: all lexicons in one table, all rules in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from scorer.features.constraints import Constraints, compile_constraints
from scorer.features.lexicon import Hits, Lexicon, compile_lexicon
from scorer.features.marker import Found, Hit, Marker
from scorer.features.markers import load_markers
from scorer.features.phrases import PhraseRow, read_lexicon
from scorer.features.reading import Reading, token_view
from scorer.features.spans import longest
from scorer.features.tokens import Offsets
from scorer.seeds.files import folder


@dataclass(frozen=True, slots=True)
class Candidates:
    """Spans before their voice is known; sorted by (marker, start). Arrays (M,)."""

    marker: Offsets
    start: Offsets
    end: Offsets
    note: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Markers with their compiled phrases. `owner`: int64 (R,), the marker of each lexicon row."""

    markers: tuple[Marker, ...]
    rows: tuple[PhraseRow, ...]
    lexicon: Lexicon
    constraints: Constraints
    owner: Offsets

    def find(self, reading: Reading) -> Candidates:
        """All marker spans of a reading."""
        hits = self._lexical(reading)
        marker = self.owner[hits.row]
        start, end = reading.token_start[hits.first], reading.token_end[hits.last - 1]
        ruled = [(m, f) for m, rule in enumerate(self.markers) if rule.find for f in rule.find(reading)]
        notes: list[str | None] = [*([None] * hits.first.size), *(f.note for _, f in ruled)]
        marker = np.concatenate([marker, np.array([m for m, _ in ruled], dtype=np.int64)])
        start = np.concatenate([start, np.array([f.start for _, f in ruled], dtype=np.int64)])
        end = np.concatenate([end, np.array([f.end for _, f in ruled], dtype=np.int64)])
        keep = longest(marker, start, end)
        return Candidates(
            marker[keep], start[keep], end[keep], tuple(notes[i] for i in keep.tolist())
        )

    def _lexical(self, reading: Reading) -> Hits:
        hits = self.lexicon.find(token_view(reading))
        good = self.constraints.test(reading, hits)
        hits = Hits(*(column[good] for column in hits))
        owners = self.owner[hits.row]
        keep = np.ones(owners.size, dtype=np.bool_)
        for number, marker in enumerate(self.markers):
            if marker.keep is None:
                continue
            for i in np.flatnonzero(owners == number).tolist():
                row = self.rows[int(hits.row[i])]
                hit = Hit(int(hits.first[i]), int(hits.last[i]), row.kind)
                keep[i] = marker.keep(reading, hit)
        return Hits(*(column[keep] for column in hits))


def compile_catalogue(markers: Sequence[Marker]) -> Catalogue:
    """Compile markers and their lexicons. Raises InputError for a row that cannot be read."""
    rows: list[PhraseRow] = []
    owner: list[int] = []
    for number, marker in enumerate(markers):
        path = folder() / "lexicons" / f"{marker.id}.csv"
        if path.exists():
            found = read_lexicon(path)
            rows += found
            owner += [number] * len(found)
    return Catalogue(
        tuple(markers),
        tuple(rows),
        compile_lexicon(rows),
        compile_constraints(rows),
        np.array(owner, dtype=np.int64),
    )


@cache
def default_catalogue() -> Catalogue:
    """The shipped catalogue, compiled once a process."""
    return compile_catalogue(load_markers())


__all__ = ["Candidates", "Catalogue", "Found", "compile_catalogue", "default_catalogue"]
