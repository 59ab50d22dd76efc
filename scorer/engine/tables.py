"""From an extraction and probabilities to the five tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from scorer.engine.sources import source_rows
from scorer.engine.sourcing import Sourced, sourced
from scorer.features.extract import Extraction, Extractor
from scorer.features.relations import STANCES, TYPES
from scorer.features.spans import VOICES
from scorer.features.speaker import Speaker
from scorer.features.spoken import Attributions as Spoken
from scorer.results import Article, Articles, Attributions, Markers, Results, Statements
from scorer.results.aggregate import Groups
from scorer.results.columns import Column
from scorer.seeds.registry import Registry

Objects = NDArray[np.object_]
HEADS = ("propaganda", "bias", "subjectivity", "checkworthiness", "uncertainty")
_VOICES = np.array(VOICES, dtype=object)
_NARRATOR = VOICES.index("narrator")
_SPEAKER = {"speaker": "name", "speaker_id": "id", "source_kind": "kind", "source_state": "state"}
_RELAY = {"relay": "name", "relay_id": "id", "relay_state": "state"}


@dataclass(frozen=True, slots=True)
class Scored:
    """An extraction of A articles with S statements, and its probabilities (S, H)."""

    extraction: Extraction
    heads: tuple[str, ...]
    probability: NDArray[np.float64]
    extractor: Extractor

    def head(self, name: str) -> NDArray[np.float64]:
        """Probabilities of one head, (S,)."""
        return self.probability[:, self.heads.index(name)]


def tables(checked: Sequence[tuple[Article, str | None]], scored: Scored, model: str) -> Results:
    """The five tables; articles that were not scored have a row in the first only."""
    reading = scored.extraction.reading
    start = np.searchsorted(
        reading.statements.article, np.arange(len(reading.batch.ids) + 1)
    ).astype(np.int64)
    facts = sourced(scored.extraction, scored.extractor)
    statements = _statements(scored, facts, start)
    sources = source_rows(scored.extraction, statements, start)
    measured = _measured(scored, facts, Groups(start), sources.counts)
    return Results(
        articles=_articles(checked, scored.extractor.registry, measured, model),
        statements=statements,
        attributions=_attributions(scored, start),
        markers=_markers(scored, start),
        sources=sources.table,
    )


def _statements(scored: Scored, facts: Sourced, start: NDArray[np.int64]) -> Statements:
    reading = scored.extraction.reading
    where = reading.statements
    ids = np.array(reading.batch.ids, dtype=object)
    base = reading.batch.article_start[where.article]
    main = scored.extraction.voices.attribution
    spoken = scored.extraction.attributions
    bounds = spoken.relations.cue_start, spoken.relations.cue_end
    return Statements(
        article_id=ids[where.article],
        statement_id=np.arange(where.start.size) - start[where.article],
        start=where.start - base,
        end=where.end - base,
        text=_slices(reading.text, where.start, where.end),
        voice=_VOICES[scored.extraction.voices.voice],
        **_speaker_columns(spoken, main),
        cue=_cut(reading.text, *(np.append(b, -1)[main] for b in bounds)),  # -1 picks the last
        stance=_pick(np.array(STANCES, dtype=object)[spoken.relations.stance], main),
        **{head: scored.head(head) for head in HEADS},
        techniques=[()] * where.start.size,
        reliability=facts.reliability,
        markers=_marker_lists(scored),
    )


def _speaker_columns(found: Spoken, number: NDArray[np.int64]) -> dict[str, Objects]:
    """Columns of speaker and relay for attributions by number, None for -1."""
    columns: dict[str, Objects] = {}
    for names, who in ((_SPEAKER, found.speakers), (_RELAY, found.relays)):
        places: dict[Speaker | None, int] = {}
        code = np.array([places.setdefault(w, len(places)) for w in who], dtype=np.int64)
        for column, part in names.items():
            values = [getattr(w, part) if w else None for w in places]
            columns[column] = _pick(np.array([*values, None], dtype=object)[code], number)
    return columns


def _pick(values: Objects, number: NDArray[np.int64]) -> Objects:
    """`values[number]`, None where the number is -1."""
    padded = np.empty(values.size + 1, dtype=object)
    padded[:-1] = values
    padded[-1] = None
    return padded[number]


def _cut(text: str, start: NDArray[np.int64], end: NDArray[np.int64]) -> list[str | None]:
    """Slices of the text, None where the start is -1."""
    pairs = zip(start.tolist(), end.tolist(), strict=True)
    return [text[a:b] if a >= 0 else None for a, b in pairs]


def _slices(text: str, start: NDArray[np.int64], end: NDArray[np.int64]) -> list[str]:
    return [text[a:b] for a, b in zip(start.tolist(), end.tolist(), strict=True)]


def _marker_lists(scored: Scored) -> list[tuple[str, ...]]:
    """Ids of the markers of each statement, in text order."""
    spans = scored.extraction.spans
    ids = np.array([marker.id for marker in scored.extractor.catalogue.markers], dtype=object)
    names = ids[spans.marker].tolist()
    bounds = np.searchsorted(spans.statement, np.arange(len(scored.probability) + 1)).tolist()
    return [tuple(names[a:b]) for a, b in pairwise(bounds)]


def _attributions(scored: Scored, start: NDArray[np.int64]) -> Attributions:
    reading, found = scored.extraction.reading, scored.extraction.attributions
    r = found.relations
    article = reading.statements.article[r.statement]
    base = reading.batch.article_start[article]
    ids = np.array(reading.batch.ids, dtype=object)
    bounds = {
        "cue": (r.cue_start, r.cue_end),
        "source": (found.source_start, found.source_end),
        "content": (r.content_start, r.content_end),
    }
    offsets = {
        f"{part}_{side}": _relative(values, base)
        for part, pair in bounds.items()
        for side, values in zip(("start", "end"), pair, strict=True)
    }
    return Attributions(
        article_id=ids[article],
        statement_id=r.statement - start[article],
        type=np.array(TYPES, dtype=object)[r.type],
        cue=_cut(reading.text, *bounds["cue"]),
        source=_cut(reading.text, *bounds["source"]),
        **offsets,
        stance=np.array(STANCES, dtype=object)[r.stance],
        **_speaker_columns(found, np.arange(len(found))),
    )


def _relative(absolute: NDArray[np.int64], base: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.where(absolute >= 0, absolute - base, -1)


def _markers(scored: Scored, start: NDArray[np.int64]) -> Markers:
    reading, spans = scored.extraction.reading, scored.extraction.spans
    article = reading.statements.article[spans.statement]
    base = reading.batch.article_start[article]
    markers = scored.extractor.catalogue.markers
    ids = np.array([marker.id for marker in markers], dtype=object)
    categories = np.array([marker.category for marker in markers], dtype=object)
    names = np.array(scored.extraction.attributions.names, dtype=object)
    return Markers(
        article_id=np.array(reading.batch.ids, dtype=object)[article],
        statement_id=spans.statement - start[article],
        marker=ids[spans.marker],
        category=categories[spans.marker],
        start=spans.start - base,
        end=spans.end - base,
        text=_slices(reading.text, spans.start, spans.end),
        voice=_VOICES[spans.voice],
        speaker=_pick(names, spans.attribution),
        note=list(spans.note),
    )


def _articles(
    checked: Sequence[tuple[Article, str | None]],
    registry: Registry,
    measured: dict[str, NDArray[np.generic]],
    model: str,
) -> Articles:
    """The articles table; `measured` has a row for each article that was scored."""
    good = np.array([a.status is None for a, _ in checked], dtype=np.bool_)
    columns = {
        c.name: _fill(c, measured[c.name], good) for c in Articles.COLUMNS if c.name in measured
    }
    articles = [a for a, _ in checked]
    listed = [registry.outlet_by_domain(a.url) if a.url else None for a in articles]
    return Articles(
        article_id=[a.article_id for a in articles],
        title=[a.title for a in articles],
        url=[a.url for a in articles],
        published=[a.published for a in articles],
        outlet=[a.outlet or (o.id if o else None) for a, o in zip(articles, listed, strict=True)],
        language=[language for _, language in checked],
        status=[a.status or "scored" for a in articles],
        message=[a.message for a in articles],
        n_chars=[len(a.text) for a in articles],
        model=[model] * len(articles),
        **columns,
    )


def _measured(
    scored: Scored, facts: Sourced, groups: Groups, sources: NDArray[np.int64]
) -> dict[str, NDArray[np.generic]]:
    narrator = scored.extraction.voices.voice == _NARRATOR
    propaganda = scored.head("propaganda")
    low, high = groups.interval(propaganda, narrator)
    return {
        "n_statements": np.diff(groups.start),
        "n_narrator": groups.sum(narrator).astype(np.int64),
        "propaganda": groups.mean(propaganda, narrator),
        "propaganda_low": low,
        "propaganda_high": high,
        "propaganda_quoted": groups.mean(propaganda, ~narrator),
        "bias": groups.mean(scored.head("bias"), narrator),
        "subjectivity": groups.mean(scored.head("subjectivity"), narrator),
        "checkworthiness": groups.mean(scored.head("checkworthiness")),
        "uncertainty": groups.mean(scored.head("uncertainty"), narrator),
        "reliability": groups.mean(facts.reliability, ~np.isnan(facts.reliability)),
        "share_attributed": groups.share(facts.attributed),
        "share_anonymous": groups.share(facts.anonymous),
        "share_state_controlled": groups.share(facts.state_controlled),
        "share_unsubstantiated": groups.share(facts.unsubstantiated),
        "share_hedged": groups.share(facts.hedged),
        "n_sources": sources,
    }


def _fill(
    column: Column, values: NDArray[np.generic], good: NDArray[np.bool_]
) -> NDArray[np.generic]:
    """Values of the scored articles in the rows of all: 0 or NaN for those not scored."""
    empty = 0 if column.kind == "int" else np.nan
    out = np.full(good.size, empty, dtype=np.int64 if column.kind == "int" else np.float64)
    out[good] = values
    return out
