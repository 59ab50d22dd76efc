"""The one door of the features floor: texts in; statements, attributions, spans and matrix out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scorer.features.attribution import attribute
from scorer.features.batch import Batch, make_batch
from scorer.features.catalogue import Catalogue, default_catalogue
from scorer.features.cues import cue_table
from scorer.features.lexicon import Hits
from scorer.features.matrix import Matrix, build_matrix
from scorer.features.names import NameTable, find_names, name_table
from scorer.features.phrasebook import Phrasebook, compile_phrasebook
from scorer.features.reading import Reading, read
from scorer.features.spans import SpanTable
from scorer.features.spoken import Attributions
from scorer.features.syntax import analyse
from scorer.features.view import token_view
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
    """The compiled tables, loaded once."""

    catalogue: Catalogue
    names: NameTable
    registry: Registry
    phrases: Phrasebook

    @classmethod
    def load(cls, registry: Path | None = None) -> Extractor:
        """Compile the tables. `registry`: a CSV of own rows. Raises InputError for bad rows."""
        known = Registry.load(registry)
        catalogue, names = default_catalogue(), name_table(known)
        return cls(catalogue, names, known, compile_phrasebook(catalogue, cue_table(), names))

    def extract(self, batch: Batch, *, as_statements: bool = False) -> Extraction:
        """Everything the features floor finds in a batch."""
        reading, marker_hits = self._attributed(batch, as_statements)
        attributions = reading.attributions
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
        numbers: list[int] = found.marker.tolist()
        ids = [self.catalogue.markers[m].id for m in numbers]
        return list(zip(ids, found.start.tolist(), found.end.tolist(), strict=True))

    def matrix(self, texts: Sequence[str]) -> Matrix:
        """Features of texts that are statements already, one row each."""
        return self.extract(make_batch(texts), as_statements=True).matrix

    def _attributed(self, batch: Batch, as_statements: bool) -> tuple[Reading, Hits]:
        reading = read(batch, as_statements=as_statements)
        view = token_view(reading)
        markers, cues, names = self.phrases.find(reading, view)
        found = find_names(reading, names, self.names)
        syntax = analyse(reading, view)
        reading.attributions = attribute(reading, syntax, cues, found, self.registry)
        return reading, markers
