"""One article on a page: its scores, its sources, its statements with the markers in place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table as Grid
from rich.text import Text

from scorer.render.marked import STYLES, Span, marked
from scorer.render.safe import line
from scorer.render.screen import bar, indented, number
from scorer.results import Results, Sources

CAVEAT = "These scores describe language and sourcing. They do not say what is true."
BAR = 20
SMALL_BAR = 10
MARGIN = 5
SCORES = {
    "propaganda": "propaganda",
    "propaganda_quoted": "  in quotations",
    "bias": "bias",
    "subjectivity": "subjectivity",
    "checkworthiness": "check-worthiness",
    "uncertainty": "uncertainty",
    "reliability": "reliability",
}
SHARES = ("attributed", "anonymous", "state_controlled", "unsubstantiated", "hedged")


def parts(results: Results, colour: bool) -> Iterator[RenderableType]:
    """The page of the first article; `why` it was not scored, where it was not."""
    article = next(results.articles.rows())
    yield Text(line(article.title or article.article_id), "bold")
    yield Text(_details(article), "dim")
    yield Text()
    if article.status != "scored":
        message = article.message or "no reason given"
        yield Text(f"Not scored, {article.status.replace('_', ' ')}: {line(message)}")
        return
    yield from _scores(article)
    if len(results.sources):
        yield Text("\nSources", "bold")
        yield indented(_sources(results.sources), 2)
    if len(results.statements):
        yield Text("\nStatements", "bold")
        yield from _statements(results, colour)
    yield from _legend(colour)


def _details(article: Any) -> str:
    published = article.published and f"{article.published:%Y-%m-%d}"
    facts = (article.article_id, article.outlet, published, article.url, article.model)
    return " · ".join(line(fact) for fact in facts if fact)


def _scores(article: Any) -> Iterator[RenderableType]:
    for name, label in SCORES.items():
        value = getattr(article, name)
        text = Text(f"  {label:<17} {number(value)}  ")
        if value is not None:
            text.append_text(bar(value, BAR))
        if name == "propaganda" and article.propaganda_low is not None:
            text.append(f"  90 % interval {_interval(article)}")
        if name == "reliability":
            text.append("  how well it is sourced", "dim")
        yield text
    yield Text()
    counts = f"statements {article.n_statements} · in the narrator's voice {article.n_narrator}"
    yield indented(Text(" · ".join((counts, *_shares(article)))), 2)
    yield Text(f"\n{CAVEAT}")


def _interval(article: Any) -> str:
    return f"{article.propaganda_low:.2f}–{article.propaganda_high:.2f}"


def _shares(article: Any) -> list[str]:
    shares = {name: getattr(article, f"share_{name}") for name in SHARES}
    return [
        f"{name.replace('_', '-')} {share:.0%}"
        for name, share in shares.items()
        if share is not None
    ]


def _sources(sources: Sources) -> Grid:
    grid = Grid(box=None, padding=(0, 1, 0, 0), header_style="dim")
    grid.add_column("source", overflow="fold")
    for name in ("kind", "state"):
        grid.add_column(name, no_wrap=True)
    for name in ("stmts", "doubted", "denied", "prop.", "reliab."):
        grid.add_column(name, justify="right", no_wrap=True)
    for row in sources.rows():
        relay = " (relay)" if row.role == "relay" else ""
        counts = map(str, (row.n_statements, row.n_doubted, row.n_denied))
        scores = (number(row.propaganda), number(row.reliability))
        grid.add_row(
            Text(line(row.source) + relay), line(row.kind), line(row.state or "–"), *counts, *scores
        )
    return grid


def _statements(results: Results, colour: bool) -> Iterator[RenderableType]:
    spans = _spans(results)
    for row in results.statements.rows():
        head = Grid.grid(padding=(0, 1, 0, 0), expand=True)
        head.add_column(width=MARGIN - 1, justify="right")
        head.add_column(ratio=1)
        head.add_column(justify="right", no_wrap=True)
        score = Text(number(row.propaganda) + " ").append_text(bar(row.propaganda, SMALL_BAR))
        head.add_row(Text(str(row.statement_id), "dim"), Text(_who(row), "dim"), score)
        yield head
        found = [
            span._replace(start=span.start - row.start, end=span.end - row.start)
            for span in spans.get(row.statement_id, [])
        ]
        yield indented(marked(row.text, found, colour), MARGIN)
        yield from _below(row, found, colour)


def _below(row: Any, spans: list[Span], colour: bool) -> Iterator[RenderableType]:
    """What cannot be shown in the text: techniques; in colour, the names of the markers too."""
    names = Text(" · ").join(
        Text(line(span.names[0]), STYLES.get(span.category, "")) for span in spans
    )
    if colour and spans:
        yield indented(Text("markers: ", "dim").append_text(names), MARGIN)
    if row.techniques:
        yield indented(Text(line(f"techniques: {', '.join(row.techniques)}"), "dim"), MARGIN)


def _spans(results: Results) -> dict[int, list[Span]]:
    spans: dict[int, list[Span]] = {}
    for row in results.markers.rows():
        span = Span(row.start, row.end, (row.marker,), row.category)
        spans.setdefault(row.statement_id, []).append(span)
    return spans


def _who(row: Any) -> str:
    """Voice, speaker, relay, and the stance where it is not neutral."""
    if row.voice == "narrator":
        return "narrator"
    facts = ", ".join(fact for fact in (row.source_kind, row.source_state) if fact)
    who = row.speaker + (f" ({facts})" if facts else "") if row.speaker else facts
    relay = f" via {row.relay}" if row.relay else ""
    doubt = f" · {row.stance}" if row.stance not in (None, "neutral") else ""
    cue = f" ({row.cue})" if doubt and row.cue else ""
    return line(f"{row.voice} · {who or 'unknown'}{relay}{doubt}{cue}")


def _legend(colour: bool) -> Iterator[RenderableType]:
    categories = Text(" · ").join(Text(name, style) for name, style in STYLES.items())
    shown = "in the colour of its category" if colour else "as [marker: words]"
    yield Text("\nLegend", "bold")
    yield indented(
        Text(
            "right: probability that the statement uses a propaganda technique\n"
            "doubts, endorses: so says the narrator's cue of the content; denies: the source\n"
            f"each marker is shown {shown}; scorer markers NAME explains one\n"
        ).append_text(Text("categories: ").append_text(categories)),
        2,
    )
