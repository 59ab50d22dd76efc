"""The engine: articles in batches through features, heads and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from scorer.engine.tables import Scored, tables
from scorer.features.batch import Batch, make_batch
from scorer.features.extract import Extractor
from scorer.features.language import languages
from scorer.models.store import Model
from scorer.results import Article, Results, Trouble

BATCH_CHARS = 1 << 18  # arrays of a batch then fit into a processor's cache
MAX_CHARS = 20_000_000


@dataclass(frozen=True, slots=True)
class Engine:
    """Scores articles with one extractor and one model."""

    extractor: Extractor
    model: Model
    label: str = field(init=False)  # of the model; its digest is worked out once

    def __post_init__(self) -> None:
        """Name the model."""
        object.__setattr__(self, "label", self.model.card.model)

    def score(self, articles: Iterable[Article]) -> Results:
        """The five tables of all articles, in their order. No articles: empty tables."""
        parts = [self.score_batch(batch) for batch in _batches(articles)]
        return Results.concat(parts) if parts else Results.empty()

    def score_batch(self, articles: Sequence[Article]) -> Results:
        """The five tables of a few articles that are looked at together."""
        checked, batch = _read(articles)
        extraction = self.extractor.extract(batch)
        heads = self.model.heads.align(extraction.matrix.names)
        probability = heads.probability(extraction.matrix)
        scored = Scored(extraction, heads.heads, probability, self.extractor)
        return tables(checked, scored, self.label)

    def score_statements(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Probabilities (S, H) of texts that are statements already, row for row."""
        parts = [self._probability(texts[a:b]) for a, b in _pieces(texts)]
        empty = np.empty((0, len(self.model.heads.heads)), dtype=np.float64)
        return np.concatenate([empty, *parts])

    def _probability(self, texts: Sequence[str]) -> NDArray[np.float64]:
        matrix = self.extractor.matrix(texts)
        return self.model.heads.align(matrix.names).probability(matrix)


def _read(articles: Sequence[Article]) -> tuple[list[tuple[Article, str | None]], Batch]:
    """Articles with their language, and a batch of those that can be scored.

    The others get a status and a message.
    """
    checked = [_checked(article) for article in articles]
    batch = _batch(checked)
    found = iter(languages(batch))
    out: list[tuple[Article, str | None]] = []
    for article in checked:
        language = next(found) if article.status is None else None
        out.append((_english(article, language), language))
    good = [article for article, _ in out]
    return out, batch if good == checked else _batch(good)


def _batch(articles: Sequence[Article]) -> Batch:
    good = [article for article in articles if article.status is None]
    return make_batch([a.text for a in good], [a.article_id for a in good])


def _checked(article: Article) -> Article:
    if article.status is not None:
        return article
    if not article.text.strip():
        return _refused(article, "empty", "the text is empty; nothing to score")
    if len(article.text) > MAX_CHARS:
        size = f"{len(article.text):,} characters, more than {MAX_CHARS:,}"
        return _refused(article, "too_large", f"{size}; split the text")
    return article


def _english(article: Article, language: str | None) -> Article:
    if article.status is not None or language == "en":
        return article
    if language is None:
        return _refused(article, "empty", "no words in the text; nothing to score")
    message = f"the text looks like language '{language}'; only English is scored"
    return _refused(article, "not_english", message)


def _refused(article: Article, status: Trouble, message: str) -> Article:
    return replace(article, status=status, message=message)


def _pieces(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Bounds of runs of texts, a few hundred thousand characters each."""
    start, size = 0, 0
    for number, text in enumerate(texts):
        size += len(text)
        if size >= BATCH_CHARS:
            yield start, number + 1
            start, size = number + 1, 0
    if start < len(texts):
        yield start, len(texts)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Articles in order, a few hundred thousand characters together."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if size >= BATCH_CHARS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
