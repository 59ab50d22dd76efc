"""The public door: load once, score many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scorer.engine import Engine
from scorer.errors import InputError
from scorer.features.extract import Extractor
from scorer.models import store
from scorer.results import Article, Results


@dataclass(frozen=True, slots=True)
class StatementScores(Mapping[str, NDArray[np.float64]]):
    """Probabilities of S statements, by head: `scores["propaganda"]` is float64 (S,)."""

    heads: tuple[str, ...]
    probability: NDArray[np.float64]

    def __getitem__(self, head: str) -> NDArray[np.float64]:
        """Probabilities of one head, row for row. KeyError for a head the model has not."""
        if head not in self.heads:
            raise KeyError(f"no head {head!r}; the model has {', '.join(self.heads)}")
        return self.probability[:, self.heads.index(head)]

    def __iter__(self) -> Iterator[str]:
        """Names of the heads."""
        return iter(self.heads)

    def __len__(self) -> int:
        """Number of heads."""
        return len(self.heads)


class Scorer:
    """Scores news texts. The scores describe language and sourcing, not truth.

    >>> scorer = Scorer.load()
    >>> results = scorer.score_texts(["“We will rebuild,” the mayor said on Tuesday."])
    >>> results.statements["voice"].tolist(), results.statements["speaker"].tolist()
    (['quoted'], ['the mayor'])
    """

    def __init__(self, engine: Engine) -> None:
        """Wrap an engine; use `Scorer.load`."""
        self._engine = engine

    @classmethod
    def load(
        cls, name_or_path: str | Path = "default", *, registry: str | Path | None = None
    ) -> Scorer:
        """Load a model by name or folder, and optionally own registry rows from a CSV.

        Raises ArtefactError for a model that is missing or not to be trusted, InputError for bad
        registry rows.
        """
        extractor = Extractor.load(Path(registry) if registry is not None else None)
        return cls(Engine(extractor, store.load(name_or_path)))

    @property
    def model(self) -> str:
        """Name and digest of the model, as in the `model` column of the articles table."""
        return self._engine.model.card.model

    @property
    def thresholds(self) -> dict[str, float]:
        """Decision threshold of each head, chosen on validation folds."""
        heads = self._engine.model.heads
        return dict(zip(heads.heads, heads.thresholds.tolist(), strict=True))

    def score_texts(self, texts: Sequence[str], ids: Sequence[str] | None = None) -> Results:
        """Score article texts. `ids` must be unique; they default to "0", "1", …

        Raises InputError when the number of ids differs or one repeats. No texts: empty tables.
        """
        names = [str(i) for i in range(len(texts))] if ids is None else list(ids)
        if len(names) != len(texts):
            raise InputError(f"{len(texts)} texts but {len(names)} ids; give one id a text")
        return self.score_articles(
            Article(article_id=name, text=text) for name, text in zip(names, texts, strict=True)
        )

    def score_articles(self, articles: Iterable[Article]) -> Results:
        """Score articles with their metadata. Raises InputError when an article id repeats."""
        return self._engine.score(_unique(articles))

    def score_statements(
        self, texts: Sequence[str], article_ids: Sequence[str] | None = None
    ) -> StatementScores:
        """Score strings that are statements already, row for row.

        `article_ids` says which belong together; the shipped features look at one statement alone,
        so it changes nothing yet. Raises InputError when the number of article ids differs.
        """
        if article_ids is not None and len(article_ids) != len(texts):
            raise InputError(
                f"{len(texts)} texts but {len(article_ids)} article ids; give one id a text"
            )
        heads = self._engine.model.heads.heads
        return StatementScores(heads, self._engine.score_statements(texts))


def _unique(articles: Iterable[Article]) -> Iterator[Article]:
    seen: set[str] = set()
    for article in articles:
        if article.article_id in seen:
            raise InputError(f"article id {article.article_id!r} stands twice; ids must be unique")
        seen.add(article.article_id)
        yield article
