"""Markers shown in the text they stand in."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.text import Text

from scorer.render.safe import line

STYLES = {
    "sourcing": "bold cyan",
    "hedging": "bold yellow",
    "stance": "bold magenta",
    "persuasion": "bold red",
    "style": "bold blue",
}


class Span(NamedTuple):
    """Half-open offsets into the statement, the markers that stand there, and their category."""

    start: int
    end: int
    names: tuple[str, ...]
    category: str


class Piece(NamedTuple):
    """A stretch of text between two bounds: spans that open before it, and how many close after."""

    start: int
    end: int
    opens: tuple[Span, ...]
    inside: Span | None  # the innermost span around it
    closes: int


def marked(text: str, spans: Sequence[Span], colour: bool) -> Text:
    """The text with its markers: in the colours of their categories, or as `[hedge: alleged]`.

    Spans may lie inside each other. Of two that cross, the second is shown in two parts. Spans
    without text are left out.
    """
    shown = Text()
    for piece in pieces(text, spans):
        names = "".join(f"[{', '.join(span.names)}: " for span in piece.opens)
        part = line(text[piece.start : piece.end])
        if colour:
            shown.append(part, STYLES.get(piece.inside.category) if piece.inside else None)
        else:
            shown.append(names + part + "]" * piece.closes)
    return shown


def pieces(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    """The text cut wherever a span opens or closes."""
    opens: defaultdict[int, list[Span]] = defaultdict(list)
    for span in _nested(text, spans):
        opens[span.start].append(span)
    closes = Counter(span.end for found in opens.values() for span in found)
    around: list[Span] = []
    for start, end in pairwise(sorted({0, len(text), *opens, *closes})):
        while around and around[-1].end <= start:
            around.pop()
        around += opens[start]
        yield Piece(start, end, tuple(opens[start]), around[-1] if around else None, closes[end])


def _nested(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans, outer before inner, cut so that none crosses another."""
    waiting = [
        (span.start, -span.end, number, span)
        for number, span in enumerate(_merged(len(text), spans))
    ]
    heapq.heapify(waiting)
    done: list[Span] = []
    ends: list[int] = []
    while waiting:
        start, end, number, span = heapq.heappop(waiting)
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and ends[-1] < -end:
            rest = span.end - len(text[ends[-1] : span.end].lstrip())
            if rest < span.end:
                heapq.heappush(waiting, (rest, end, number, span._replace(start=rest)))
            span = span._replace(end=ends[-1])
        ends.append(span.end)
        done.append(span)
    return done


def _merged(length: int, spans: Sequence[Span]) -> list[Span]:
    """One span for all markers that stand on the same stretch, within the text."""
    places: dict[tuple[int, int], Span] = {}
    for span in spans:
        start, end = max(span.start, 0), min(span.end, length)
        known = places.get((start, end), Span(start, end, (), span.category))
        if start < end:
            places[start, end] = known._replace(names=(*known.names, *span.names))
    return list(places.values())
