"""Figures as text: for the terminal, in columns; for pages, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scorer.models.card import Figure
from scorer.training.gate import Floors, holds, key
from scorer.training.metrics import METRICS, Bin

HEADER = ("head", "protocol", "metric", "value", "95 % interval", "TF-IDF", "published", "verdict")


def figure_rows(
    figures: Iterable[tuple[str, Figure]], floors: Floors, metrics: Sequence[str] = ()
) -> list[tuple[str, ...]]:
    """A row a figure, for the given metrics (all, if none are given)."""
    return [
        (
            head,
            figure.protocol,
            METRICS[figure.metric].title,
            f"{figure.value:.3f}",
            f"{figure.low:.3f} to {figure.high:.3f}",
            _number(figure.baseline),
            _number(figure.published),
            verdict(head, figure, floors),
        )
        for head, figure in figures
        if not metrics or figure.metric in metrics
    ]


def verdict(head: str, figure: Figure, floors: Floors) -> str:
    """Whether a figure keeps its pinned floor; empty where none is pinned."""
    floor = floors.get(key(head, figure))
    if floor is None:
        return ""
    return ("ok" if holds(figure, floor) else "BROKEN") + f" ({floor:.3f})"


def in_columns(rows: Sequence[tuple[str, ...]], header: tuple[str, ...] = HEADER) -> str:
    """Rows under a header, padded so that columns stand under each other."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    lines = ("  ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) for r in (header, *rows))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def in_markdown(rows: Sequence[tuple[str, ...]], header: tuple[str, ...] = HEADER) -> str:
    """Rows as a Markdown table."""
    lines = [header, ("---",) * len(header), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def reliability_rows(bins: Iterable[Bin]) -> list[tuple[str, ...]]:
    """Rows of a reliability table: see `RELIABILITY`."""
    return [
        (f"{b.low:.1f} to {b.high:.1f}", str(b.rows), f"{b.predicted:.3f}", f"{b.observed:.3f}")
        for b in bins
    ]


RELIABILITY = ("probability", "rows", "predicted", "observed")


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
