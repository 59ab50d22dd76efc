"""The one door of the features floor: texts in; statements, attributions, spans and matrix out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from scorer.features.attribution import Attributions, attribute
from scorer.features.batch import Batch, make_batch
from scorer.features.catalogue import Catalogue, default_catalogue
from scorer.features.cues import cue_table
from scorer.features.lexicon import Hits, Lexicon, compile_phrases
from scorer.features.matrix import Matrix, build_matrix
from scorer.features.names import NameTable, find_names, name_table
from scorer.features.reading import Reading, read, token_view
from scorer.features.spans import SpanTable
from scorer.features.syntax import analyse
from scorer.features.voice import Voices, span_table, statement_voices
from scorer.seeds.registry import Registry


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the features floor says of a batch."""

    reading: Reading
    attributions: Attributions
    spans: SpanTable
    voices: Voices
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Extractor:
    """The compiled tables, loaded once: markers, cues and names, in one lexicon.

    `bounds`: where the rows of markers, cues and names end among the rows of the lexicon.
    """

    catalogue: Catalogue
    names: NameTable
    registry: Registry
    lexicon: Lexicon
    bounds: tuple[int, int, int]

    @classmethod
    def load(cls, registry: Path | None = None) -> Extractor:
        """Compile the tables. `registry`: a CSV of own rows. Raises InputError for bad rows."""
        known = Registry.load(registry)
        catalogue, cues, names = default_catalogue(), cue_table(), name_table(known)
        markers, rows = len(catalogue.rows), len(set(cues.owners))
        owners = [
            *catalogue.owners,
            *(markers + n for n in cues.owners),
            *(markers + rows + n for n in range(len(names.phrases))),
        ]
        lexicon = compile_phrases([*catalogue.phrases, *cues.phrases, *names.phrases], owners)
        bounds = (markers, markers + rows, markers + rows + len(names.rows))
        return cls(catalogue, names, known, lexicon, bounds)

    def extract(self, batch: Batch, *, as_statements: bool = False) -> Extraction:
        """Everything the features floor finds in a batch."""
        reading, marker_hits = self._attributed(batch, as_statements)
        attributions = reading.attributions
        assert isinstance(attributions, Attributions)
        voices = statement_voices(reading, attributions)
        spans = span_table(reading, attributions, self.catalogue.find(reading, marker_hits))
        ids = tuple(marker.id for marker in self.catalogue.markers)
        matrix = build_matrix(reading, spans, voices.voice, ids)
        return Extraction(reading, attributions, spans, voices, matrix)

    def prepare(self, batch: Batch) -> Reading:
        """Read a batch: statements, quotations and attributions."""
        return self._attributed(batch, as_statements=False)[0]

    def markers(self, text: str) -> list[tuple[str, int, int]]:
        """Marker spans of one text, before anything else is known of them: (id, start, end)."""
        reading, hits = self._attributed(make_batch([text]), as_statements=False)
        found = self.catalogue.find(reading, hits)
        ids = [self.catalogue.markers[m].id for m in found.marker.tolist()]
        return list(zip(ids, found.start.tolist(), found.end.tolist(), strict=True))

    def matrix(self, texts: Sequence[str]) -> Matrix:
        """Features of texts that are statements already, one row each."""
        return self.extract(make_batch(texts), as_statements=True).matrix

    def _attributed(self, batch: Batch, as_statements: bool) -> tuple[Reading, Hits]:
        reading = read(batch, as_statements=as_statements)
        view = token_view(reading)
        hits = self.lexicon.find(view)
        markers, cues, names = self._split(hits)
        found = find_names(reading, names, self.names)
        syntax = analyse(reading, view)
        reading.attributions = attribute(reading, syntax, cues, found, self.registry)
        return reading, markers

    def _split(self, hits: Hits) -> tuple[Hits, Hits, Hits]:
        """Hits of markers, cues and names, each with the rows of its own table."""
        first, second, _ = self.bounds
        part = np.searchsorted(self.bounds, hits.row, "right")
        split = [Hits(*(column[part == k] for column in hits)) for k in range(3)]
        for k, offset in ((1, first), (2, second)):
            split[k] = split[k]._replace(row=split[k].row - offset)
        return split[0], split[1], split[2]
