"""A small worked example: one scored article and one empty file.

The values are made up, not scored by a model. They show what each column holds, in
`docs/tables.md`, in docstrings and in tests.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, TypeVar

from scorer.results.table import Table
from scorer.results.tables import (
    Articles,
    Attributions,
    Markers,
    Results,
    Sources,
    Statements,
)

T = TypeVar("T", bound=Table)
STATEMENTS = (
    "Minister blames foreign agents for port fire",
    "Two cranes burned down in the port on Monday night.",
    "“This was sabotage by foreign agents,” Interior Minister Pavel Orlin told the state "
    "news agency Sava.",
    "He claimed without evidence that the opposition had reportedly paid the attackers.",
)
TEXT = STATEMENTS[0] + "\n\n" + " ".join(STATEMENTS[1:]) + "\n"
SCORED = "port/fire.txt"
EMPTY = "port/notes.txt"
ORLIN = {
    "speaker": "Pavel Orlin",
    "speaker_id": "pavel_orlin",
    "source_kind": "government",
    "source_state": "XX",
}
SAVA = {"relay": "Sava", "relay_id": "sava", "relay_state": "XX"}


def results() -> Results:
    """The five tables of the example; they keep the whole contract."""
    return Results(_articles(), _statements(), _attributions(), _markers(), _sources())


def _articles() -> Articles:
    scored = {
        "title": STATEMENTS[0],
        "url": "https://paper.example/port-fire",
        "published": datetime(2024, 3, 26, 9, 30, tzinfo=UTC),
        "language": "en",
        "status": "scored",
        "n_chars": len(TEXT),
        "n_statements": 4,
        "n_narrator": 2,
        "propaganda": 0.11,
        "propaganda_low": 0.02,
        "propaganda_high": 0.36,
        "propaganda_quoted": 0.55,
        "bias": 0.12,
        "subjectivity": 0.09,
        "checkworthiness": 0.58,
        "uncertainty": 0.06,
        "reliability": 0.41,
        "share_attributed": 0.5,
        "share_anonymous": 0.0,
        "share_state_controlled": 0.25,
        "share_unsubstantiated": 0.25,
        "share_hedged": 0.25,
        "n_sources": 2,
    }
    empty = {
        "status": "empty",
        "message": "the file holds no text",
        "n_chars": 0,
        "n_statements": 0,
        "n_narrator": 0,
        "n_sources": 0,
    }
    common = {"model": "example@0000000000000000"}
    rows = [{"article_id": SCORED} | scored, {"article_id": EMPTY} | empty]
    return _table(Articles, [common | row for row in rows])


def _statements() -> Statements:
    heads = ("propaganda", "bias", "subjectivity", "checkworthiness", "uncertainty", "reliability")
    values = (
        (0.17, 0.19, 0.14, 0.44, 0.05, None),
        (0.05, 0.05, 0.04, 0.61, 0.07, None),
        (0.62, 0.48, 0.57, 0.66, 0.08, 0.46),
        (0.48, 0.44, 0.33, 0.61, 0.71, 0.18),
    )
    more: tuple[dict[str, Any], ...] = (
        {"voice": "narrator"},
        {"voice": "narrator"},
        {"voice": "quoted", "cue": "told", "stance": "neutral"} | ORLIN | SAVA,
        {"voice": "reported", "cue": "claimed", "stance": "doubts"} | ORLIN,
    )
    techniques: tuple[tuple[str, ...], ...] = ((), (), ("appeal_to_fear",), ())
    claims = ("doubting_cue", "unsubstantiated_claim", "hearsay")
    markers: tuple[tuple[str, ...], ...] = ((), (), ("state_media_source",), claims)
    rows = [
        _span(text, text)
        | {"statement_id": number, "techniques": techniques[number], "markers": markers[number]}
        | dict(zip(heads, values[number], strict=True))
        | more[number]
        for number, text in enumerate(STATEMENTS)
    ]
    return _table(Statements, rows)


def _attributions() -> Attributions:
    told = _part("cue", 2, "told") | _part("source", 2, "Interior Minister Pavel Orlin")
    said = _part("content", 2, "This was sabotage by foreign agents,")
    claimed = _part("cue", 3, "claimed") | _part("source", 3, "He")
    claim = _part("content", 3, STATEMENTS[3][len("He claimed without evidence that ") : -1])
    rows: list[dict[str, Any]] = [
        {"type": "direct", "stance": "neutral"} | told | said | ORLIN | SAVA,
        {"type": "indirect", "stance": "doubts"} | claimed | claim | ORLIN,
    ]
    return _table(
        Attributions,
        [{"article_id": SCORED, "statement_id": 2 + n} | row for n, row in enumerate(rows)],
    )


def _markers() -> Markers:
    orlin = {"voice": "reported", "speaker": "Pavel Orlin"}
    narrator = {"voice": "narrator"}
    rows = [
        ("state_media_source", "sourcing", 2, "state news agency Sava", narrator | {"note": "XX"}),
        ("doubting_cue", "stance", 3, "claimed", narrator),
        ("unsubstantiated_claim", "sourcing", 3, "claimed without evidence", narrator),
        ("hearsay", "hedging", 3, "reportedly", orlin),
    ]
    return _table(
        Markers,
        [
            {"marker": marker, "category": category, "statement_id": statement}
            | _span(text, STATEMENTS[statement])
            | more
            for marker, category, statement, text, more in rows
        ],
    )


def _sources() -> Sources:
    counts = {"n_quoted": 1, "n_denied": 0, "n_corroborated": 0}
    orlin = {
        "source": "Pavel Orlin",
        "source_id": "pavel_orlin",
        "role": "speaker",
        "kind": "government",
        "n_statements": 2,
        "n_doubted": 1,
        "propaganda": 0.55,
        "reliability": 0.32,
    }
    sava = {
        "source": "Sava",
        "source_id": "sava",
        "role": "relay",
        "kind": "state_media",
        "ownership": "state_controlled",
        "n_statements": 1,
        "n_doubted": 0,
        "propaganda": 0.62,
        "reliability": 0.46,
    }
    common = {"article_id": SCORED, "state": "XX"} | counts
    return _table(Sources, [common | row for row in (orlin, sava)])


def _span(text: str, statement: str) -> dict[str, Any]:
    start = TEXT.index(text, TEXT.index(statement))
    return {"article_id": SCORED, "start": start, "end": start + len(text), "text": text}


def _part(role: str, statement: int, text: str) -> dict[str, Any]:
    span = _span(text, STATEMENTS[statement])
    words = {} if role == "content" else {role: text}
    return {f"{role}_start": span["start"], f"{role}_end": span["end"]} | words


def _table(kind: type[T], rows: list[dict[str, Any]]) -> T:
    return kind(**{c.name: [row.get(c.name) for row in rows] for c in kind.COLUMNS})
