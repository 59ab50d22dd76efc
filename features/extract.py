"""The one door of the features floor: texts in; statements, attributions, spans and matrix out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


from scorer.features.attribution import Attributor
from scorer.features.batch import Batch, make_batch
from scorer.features.catalogue import Catalogue, default_catalogue
from scorer.features.matrix import Matrix, build_matrix
from scorer.features.reading import Reading, read
from scorer.features.spans import SpanTable
from scorer.features.voice import Voices, span_table, statement_voices
from scorer.seeds.registry import Registry


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the features floor says of a batch."""

    reading: Reading
    spans: SpanTable
    voices: Voices
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Extractor:
    """The compiled tables, loaded once: catalogue of markers, attribution cues, registry."""

    catalogue: Catalogue
    attributor: Attributor
    registry: Registry

    @classmethod
    def load(cls, registry: Path | None = None) -> Extractor:
        """Compile the tables. `registry`: a CSV of own rows. Raises InputError for bad rows."""
        known = Registry.load(registry)
        return cls(default_catalogue(), Attributor.load(known), known)

    def prepare(self, batch: Batch, *, as_statements: bool = False) -> Reading:
        """Read a batch: statements, quotations and attributions."""
        reading = read(batch, as_statements=as_statements)
        reading.attributions = self.attributor.find(reading)
        return reading

    def extract(self, batch: Batch, *, as_statements: bool = False) -> Extraction:
        """Everything the features floor finds in a batch."""
        reading = self.prepare(batch, as_statements=as_statements)
        voices = statement_voices(reading)
        spans = span_table(reading, self.catalogue.find(reading))
        ids = tuple(marker.id for marker in self.catalogue.markers)
        matrix = build_matrix(reading, spans, voices.voice, ids)
        return Extraction(reading, spans, voices, matrix)

    def matrix(self, texts: Sequence[str]) -> Matrix:
        """Features of texts that are statements already, one row each."""
        return self.extract(make_batch(texts), as_statements=True).matrix
