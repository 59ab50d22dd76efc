"""Pages that look something up: the marker catalogue and the registry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from rich.console import RenderableType
from rich.table import Table as Grid
from rich.text import Text

from scorer.features.marker import Marker
from scorer.render.marked import STYLES
from scorer.render.safe import line
from scorer.render.screen import indented

WORD = re.compile(r"(?<!^)(?=[A-Z])")  # where a word of a class name begins


def catalogue(markers: Sequence[Marker]) -> Iterator[RenderableType]:
    """All markers with their summaries, under their categories."""
    for category, group in groupby(markers, key=lambda marker: marker.category):
        yield Text(category, STYLES[category])
        yield _grid((f"  {marker.id}", marker.summary) for marker in group)
        yield Text()
    yield Text("scorer markers ID shows what a marker finds, its examples and false alarms.")


def marker(found: Marker) -> Iterator[RenderableType]:
    """The page of one marker. In the examples, ⟦ and ⟧ stand around what it finds."""
    yield Text(found.id, STYLES[found.category]).append(f"  {found.category}", "dim")
    yield Text(f"\n{found.summary}")
    yield from _part("Finds", [found.finds])
    yield from _part("Why it matters", [found.matters])
    yield from _part("Known false alarms", found.false_alarms)
    yield from _part("Found in", found.hits)
    yield from _part("Not found in", found.misses)
    yield from _part("SemEval techniques", found.techniques)
    yield from _part("References", found.references)


def entities(rows: Sequence[Any]) -> Iterator[RenderableType]:
    """Rows of the registry, field by field; empty fields are left out."""
    for row in rows:
        fields = {name.replace("_", " "): _written(value) for name, value in _fields(row).items()}
        yield Text(line(row.name if hasattr(row, "name") else row.domain), "bold")
        yield _grid((f"  {name}", value) for name, value in fields.items() if value)
        yield Text()


def _fields(row: Any) -> Mapping[str, Any]:
    derived = {"state_control": row.state_control} if hasattr(row, "state_control") else {}
    kind = WORD.sub(" ", type(row).__name__).lower()
    return {"is": kind, **row._asdict(), **derived}


def _written(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return "yes" if value else ""
    return line(str(value) if isinstance(value, (str, int, float)) else "; ".join(value))


def _part(title: str, paragraphs: Sequence[str]) -> Iterator[RenderableType]:
    if paragraphs:
        yield Text(f"\n{title}", "bold")
    if len(paragraphs) == 1:
        yield indented(Text(line(paragraphs[0])), 2)
    else:
        yield _grid([("  -", line(paragraph)) for paragraph in paragraphs])


def _grid(rows: Iterable[tuple[str, str]]) -> Grid:
    grid = Grid(box=None, show_header=False, pad_edge=False, padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for name, text in rows:
        grid.add_row(Text(name, "dim"), Text(text))
    return grid
