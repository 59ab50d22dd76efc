"""The compiled catalogue: all lexicons in one table, all rules in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from scorer.features.constraints import Constraints, compile_constraints
from scorer.features.lexicon import Hits
from scorer.features.marker import Hit, Marker
from scorer.features.markers import load_markers
from scorer.features.phrases import PhraseRow, expand, read_lexicon
from scorer.features.reading import Reading
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
    """Markers with their lexicon rows and phrases.

    `phrases[i]` belongs to row `owners[i]`; `marker_of`: int64 (R,), the marker of each row.
    """

    markers: tuple[Marker, ...]
    rows: tuple[PhraseRow, ...]
    phrases: tuple[tuple[str, ...], ...]
    owners: tuple[int, ...]
    constraints: Constraints
    marker_of: Offsets

    def find(self, reading: Reading, hits: Hits) -> Candidates:
        """All marker spans of a reading. `hits`: of the catalogue's phrases."""
        hits = self._kept(reading, hits)
        ruled = [
            (m, f) for m, rule in enumerate(self.markers) if rule.find for f in rule.find(reading)
        ]
        notes: list[str | None] = [*([None] * hits.first.size), *(f.note for _, f in ruled)]
        columns = (
            (self.marker_of[hits.row], [m for m, _ in ruled]),
            (reading.token_start[hits.first], [f.start for _, f in ruled]),
            (reading.token_end[hits.last - 1], [f.end for _, f in ruled]),
        )
        marker, start, end = (
            np.concatenate([lexical, np.array(rule, dtype=np.int64)]) for lexical, rule in columns
        )
        keep = longest(marker, start, end)
        kept: list[int] = keep.tolist()
        return Candidates(marker[keep], start[keep], end[keep], tuple(notes[i] for i in kept))

    def _kept(self, reading: Reading, hits: Hits) -> Hits:
        """Hits that their context columns and their marker's `keep` allow."""
        good = self.constraints.test(reading, hits)
        hits = Hits(*(column[good] for column in hits))
        owner = self.marker_of[hits.row]
        judged = np.array([m.keep is not None for m in self.markers], dtype=np.bool_)
        keep = np.ones(owner.size, dtype=np.bool_)
        at = np.flatnonzero(judged[owner])
        columns = (owner[at], hits.first[at], hits.last[at], hits.row[at])
        rows = zip(at.tolist(), *(column.tolist() for column in columns), strict=True)
        for i, marker, first, last, row in rows:
            test = self.markers[int(marker)].keep
            if test is not None and not test(reading, Hit(first, last, self.rows[int(row)].kind)):
                keep[i] = False
        return Hits(*(column[keep] for column in hits))


def compile_catalogue(markers: Sequence[Marker]) -> Catalogue:
    """Read and expand the lexicons. Raises InputError for a row that cannot be read."""
    rows: list[PhraseRow] = []
    marker_of: list[int] = []
    for number, marker in enumerate(markers):
        path = folder() / "lexicons" / f"{marker.id}.csv"
        if path.exists():
            found = read_lexicon(path)
            rows += found
            marker_of += [number] * len(found)
    pairs = [(phrase, number) for number, row in enumerate(rows) for phrase in expand(row)]
    return Catalogue(
        tuple(markers),
        tuple(rows),
        tuple(phrase for phrase, _ in pairs),
        tuple(number for _, number in pairs),
        compile_constraints(rows),
        np.array(marker_of, dtype=np.int64),
    )


@cache
def default_catalogue() -> Catalogue:
    """The shipped catalogue, compiled once a process."""
    return compile_catalogue(load_markers())
