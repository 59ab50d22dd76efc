"""Whatever the text: sound offsets, and the same rows beside any neighbours."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scorer import schemas
from scorer.engine import Engine
from scorer.features.batch import make_batch
from scorer.features.extract import Extractor
from scorer.models.store import Model
from scorer.results import Article, Results

shared = cache(Extractor.load)  # hypothesis would print a fixture, all of it
MARKS = [*"“”\"‘’'«»—(!?…"]
PIECES = st.one_of(
    st.sampled_from([*MARKS, " ", ". ", ", ", ": ", "\n", "\n\n", "\r\n", "\u2028"]),
    st.sampled_from([" said ", " told ", " claimed that ", " according to ", " he ", " by "]),
    st.sampled_from([" the claim that ", "’s claim that ", " adding that ", " did not deny "]),
    st.sampled_from([" was described by ", " it is alleged that ", " citing ", " made a "]),
    st.sampled_from(["Putin", "TASS", "Anna Keller", "Moscow", " who ", "Idiots", "STOP", "never"]),
    st.text(max_size=6),
)
TEXTS = st.lists(st.lists(PIECES, max_size=14).map("".join), max_size=4)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_offsets_of_attributions_stay_in_their_article(texts: list[str]) -> None:
    reading = shared().prepare(make_batch(texts))
    starts = reading.batch.article_start
    for row in reading.attributions:
        article = int(reading.statements.article[row.statement])
        low, high = int(starts[article]), int(starts[article + 1]) - 1
        assert low <= row.content_start < row.content_end <= high
        for start, end in (
            (row.cue_start, row.cue_end),
            (row.source_start, row.source_end),
            (row.relay_start, row.relay_end),
        ):
            assert (start, end) == (-1, -1) or low <= start < end <= high


def rows(results: Results, article: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of one article, by table."""
    return {
        name: [record for record in table.records() if record["article_id"] == article]
        for name, table in results.tables().items()
    }


def test_an_article_beside_any_neighbours(random_model: Model) -> None:
    engine = Engine(shared(), random_model)

    @settings(max_examples=40, deadline=None)
    @given(TEXTS)
    def check(texts: list[str]) -> None:
        articles = [Article(str(number), text) for number, text in enumerate(texts)]
        together = engine.score(articles)
        schemas.validate_results(together)
        for article in articles:
            alone = engine.score([article])
            assert rows(alone, article.article_id) == rows(together, article.article_id)

    check()
