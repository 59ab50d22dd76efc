"""The five tables of the output, column by column: the contract in one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Self

from scorer.results.columns import LANGUAGE, STATE, count, moment, share, text, words
from scorer.results.table import Table
from scorer.results.vocabulary import (
    CATEGORIES,
    ROLES,
    SOURCE_KINDS,
    STANCES,
    STATUSES,
    TYPES,
    VOICES,
)


class Articles(Table):
    """One row per article, scored or not."""

    NAME = "articles"
    KEY = ("article_id",)
    COLUMNS = (
        text("article_id", "path below the input root, or the id given with the text"),
        text("title", "headline, where the input has one", nullable=True),
        text("url", "address, where the input has one", nullable=True),
        moment("published", "time of publication, UTC, where the input has it", nullable=True),
        text("outlet", "registry id of the outlet, by domain or masthead", nullable=True),
        text("language", "detected language, ISO 639-1", nullable=True, pattern=LANGUAGE),
        text("status", "`scored`, or why the article was not", allowed=STATUSES),
        text("message", "what is wrong, where the article was not scored", nullable=True),
        count("n_chars", "length of the text in code points"),
        count("n_statements", "rows of this article in `statements`"),
        count("n_narrator", "of these, those in the narrator's own voice"),
        share(
            "propaganda",
            "expected share of narrator statements that use at least one propaganda technique",
            nullable=True,
        ),
        share("propaganda_low", "lower end of the 90 % interval of that share", nullable=True),
        share("propaganda_high", "upper end of the 90 % interval of that share", nullable=True),
        share("propaganda_quoted", "the same share, of quoted or reported words", nullable=True),
        share("bias", "mean bias of the narrator's statements", nullable=True),
        share("subjectivity", "mean subjectivity of the narrator's statements", nullable=True),
        share("checkworthiness", "mean check-worthiness of all statements", nullable=True),
        share("uncertainty", "mean uncertainty of the narrator's statements", nullable=True),
        share("reliability", "how well the article is sourced; 0 is worst", nullable=True),
        share("share_attributed", "share of statements with a source", nullable=True),
        share("share_anonymous", "share of statements whose source is not named", nullable=True),
        share(
            "share_state_controlled",
            "share of statements that come from or through an outlet under state control",
            nullable=True,
        ),
        share(
            "share_unsubstantiated",
            "share of statements that speak of an unsubstantiated claim",
            nullable=True,
        ),
        share("share_hedged", "share of statements with a hedge", nullable=True),
        count("n_sources", "distinct speakers and relays"),
        text("model", "name and digest of the model that scored the article"),
    )


class Statements(Table):
    """One row per statement, in text order; bylines and other boilerplate are left out."""

    NAME = "statements"
    KEY = ("article_id", "statement_id")
    COLUMNS = (
        text("article_id", "the article"),
        count("statement_id", "number of the statement in its article, from 0"),
        count("start", "first code point in the article text"),
        count("end", "code point after the last"),
        text("text", "the statement as written"),
        text("voice", "who speaks: the narrator or a source, and how", allowed=VOICES),
        text("speaker", "whose words these are, as a name known in the article", nullable=True),
        text("speaker_id", "registry id of the speaker", nullable=True),
        text("source_kind", "what kind of source it is", nullable=True, allowed=SOURCE_KINDS),
        text("source_state", "state the source speaks for", nullable=True, pattern=STATE),
        text("relay", "outlet that passed the words on", nullable=True),
        text("relay_id", "registry id of that outlet", nullable=True),
        text("relay_state", "state that controls that outlet", nullable=True, pattern=STATE),
        text("cue", "the attributing word or phrase as written", nullable=True),
        text("stance", "what the cue says of the content", nullable=True, allowed=STANCES),
        share("propaganda", "probability that it uses a propaganda technique"),
        share("bias", "probability that its wording is biased"),
        share("subjectivity", "probability that it states an opinion or a feeling"),
        share("checkworthiness", "probability that it makes a claim worth checking"),
        share("uncertainty", "probability that it marks its content as uncertain"),
        words("techniques", "persuasion techniques above their thresholds"),
        share(
            "reliability",
            "how well it is sourced; null where nobody is named and nothing is claimed",
            nullable=True,
        ),
        words("markers", "ids of the markers in it, in text order"),
    )


class Attributions(Table):
    """One row per relation between a source, a cue and what is said."""

    NAME = "attributions"
    KEY = (
        "article_id",
        "statement_id",
        "cue_start",
        "source_start",
        "content_start",
        "content_end",
    )
    COLUMNS = (
        text("article_id", "the article"),
        count("statement_id", "the statement in which the cue stands"),
        text("type", "whether the words themselves are given", allowed=TYPES),
        text("cue", "the cue as written; a bare quotation has none", nullable=True),
        count("cue_start", "first code point of the cue", nullable=True),
        count("cue_end", "code point after the cue", nullable=True),
        text("source", "the source as written; null where nobody is named", nullable=True),
        count("source_start", "first code point of the source", nullable=True),
        count("source_end", "code point after the source", nullable=True),
        count("content_start", "first code point of what is said; may be another statement's"),
        count("content_end", "code point after what is said"),
        text("stance", "what the cue says of the content", allowed=STANCES),
        text("speaker", "the source resolved to a name known in the article", nullable=True),
        text("speaker_id", "registry id of the speaker", nullable=True),
        text("source_kind", "what kind of source it is", nullable=True, allowed=SOURCE_KINDS),
        text("source_state", "state the source speaks for", nullable=True, pattern=STATE),
        text("relay", "outlet that passed the words on", nullable=True),
        text("relay_id", "registry id of that outlet", nullable=True),
        text("relay_state", "state that controls that outlet", nullable=True, pattern=STATE),
    )


class Markers(Table):
    """One row per marked span. Several markers may overlap; one never overlaps itself."""

    NAME = "markers"
    KEY = ("article_id", "marker", "start")
    COLUMNS = (
        text("article_id", "the article"),
        count("statement_id", "the statement that holds the span"),
        text("marker", "id of the marker (`scorer markers`)"),
        text("category", "category of the marker", allowed=CATEGORIES),
        count("start", "first code point in the article text"),
        count("end", "code point after the last"),
        text("text", "the span as written"),
        text("voice", "in whose voice the span stands", allowed=VOICES),
        text("speaker", "whose words they are", nullable=True),
        text("note", "more on the span: an outlet id, a state", nullable=True),
    )


class Sources(Table):
    """One row per article, source and role."""

    NAME = "sources"
    KEY = ("article_id", "source", "source_id", "role")
    COLUMNS = (
        text("article_id", "the article"),
        text("source", "name of the source"),
        text("source_id", "registry id of the source", nullable=True),
        text("role", "whether it speaks or passes on", allowed=ROLES),
        text("kind", "what kind of source it is", allowed=SOURCE_KINDS),
        text("state", "state the source speaks for", nullable=True, pattern=STATE),
        text("ownership", "who owns the outlet, by the registry", nullable=True),
        count("n_statements", "statements it speaks or passes on"),
        count("n_quoted", "of these, those in quotation marks"),
        count("n_doubted", "of these, those the narrator doubts"),
        count("n_denied", "of these, those in which the source denies something"),
        count("n_corroborated", "of these, those that somebody else confirms"),
        share("propaganda", "mean propaganda of its statements"),
        share("reliability", "mean reliability of its statements", nullable=True),
    )


TABLES: dict[str, type[Table]] = {
    table.NAME: table for table in (Articles, Statements, Attributions, Markers, Sources)
}


@dataclass(frozen=True, slots=True)
class Results:
    """The five tables of one or more articles."""

    articles: Articles
    statements: Statements
    attributions: Attributions
    markers: Markers
    sources: Sources

    @classmethod
    def empty(cls) -> Self:
        """The results of no articles."""
        return cls(
            Articles.empty(),
            Statements.empty(),
            Attributions.empty(),
            Markers.empty(),
            Sources.empty(),
        )

    @classmethod
    def concat(cls, parts: Sequence[Self]) -> Self:
        """The rows of all parts in their order; no parts give empty tables."""
        return cls(
            Articles.concat([part.articles for part in parts]),
            Statements.concat([part.statements for part in parts]),
            Attributions.concat([part.attributions for part in parts]),
            Markers.concat([part.markers for part in parts]),
            Sources.concat([part.sources for part in parts]),
        )

    def tables(self) -> dict[str, Table]:
        """The tables by name, in the order of the contract."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def split(self) -> Iterator[Self]:
        """The results of each article by itself, in the order of `articles`."""
        places = {name: _places(table) for name, table in self.tables().items()}
        for article_id in self.articles["article_id"]:
            parts = {
                name: table.take(places[name].get(article_id, []))
                for name, table in self.tables().items()
            }
            yield type(self)(**parts)  # type: ignore[arg-type]


def _places(table: Table) -> dict[str, list[int]]:
    """The row numbers of each article."""
    places: dict[str, list[int]] = {}
    for row, article_id in enumerate(table["article_id"]):
        places.setdefault(article_id, []).append(row)
    return places
