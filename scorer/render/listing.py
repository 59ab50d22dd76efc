"""Several articles, one a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import inf
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from scorer.render.article import CAVEAT
from scorer.render.safe import line
from scorer.render.screen import bar, number
from scorer.results import Articles

BAR = 10
HEAD = "propaganda, 90 % interval  reliab.  article"


def parts(articles: Articles) -> Iterator[RenderableType]:
    """Scored articles by propaganda, highest first, then those that were not scored, with why."""
    rows = list(articles.rows())
    scored = sorted((row for row in rows if row.status == "scored"), key=_rank)
    failed = [row for row in rows if row.status != "scored"]
    yield Text(_summary(len(scored), Counter(row.status for row in failed)), "bold")
    if scored:
        yield Text(CAVEAT)
        yield Text()
        yield Text(HEAD, "dim")
        yield from (_scored(row) for row in scored)
    if failed:
        yield Text("\nNot scored", "bold")
        yield from (Text(f"  {line(row.article_id)}: {why(row)}") for row in failed)


def why(row: Any) -> str:
    """Why an article was not scored."""
    return line(f"{row.status.replace('_', ' ')}: {row.message or 'no reason given'}")


def _rank(row: Any) -> tuple[float, str]:
    return (inf if row.propaganda is None else -row.propaganda, row.article_id)


def _summary(scored: int, failed: Counter[str]) -> str:
    reasons = ", ".join(f"{count} {status.replace('_', ' ')}" for status, count in failed.items())
    return f"{scored} of {scored + failed.total()} articles scored" + (
        f" ({reasons})" if reasons else ""
    )


def _scored(row: Any) -> Text:
    text = Text(number(row.propaganda) + " ", no_wrap=True, overflow="ellipsis")
    if row.propaganda is None:
        text.append("nothing in the narrator's voice"[: BAR + 10].ljust(BAR + 10))
    else:
        text.append_text(bar(row.propaganda, BAR))
        text.append(f" {number(row.propaganda_low)}–{number(row.propaganda_high)}")
    text.append(f"  {number(row.reliability)}     {line(row.article_id)}")
    return text.append(f"  {line(row.title)}", "dim") if row.title else text
