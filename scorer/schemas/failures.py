"""What breaks a contract, gathered and said in one message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

LINES = 1000  # a broken column of a large table would else give a message nobody can open


class Failure(NamedTuple):
    """One value that breaks the contract; `row` is None where the whole column does."""

    column: str
    row: int | None
    value: str
    must: str


def shown(value: Any) -> str:
    """The value in a message: short, on one line, printable in any encoding."""
    plain: Any = value.item() if hasattr(value, "item") else value  # a number of numpy's
    text = ascii(plain)
    return text if len(text) <= 60 else text[:57] + "..."


def message(where: str, failures: Iterable[Failure]) -> str:
    """All failures of one table, equal ones on one line with all their rows."""
    grouped: dict[tuple[str, str, str], list[int]] = {}
    for failure in failures:
        rows = grouped.setdefault((failure.column, failure.value, failure.must), [])
        if failure.row is not None:
            rows.append(failure.row)
    lines = [
        f"  column {column}{_rows(rows)}: {value} {must}"
        for (column, value, must), rows in grouped.items()
    ]
    more = [f"  and {len(lines) - LINES} more"] if len(lines) > LINES else []
    return "\n".join([f"{where}: {len(lines)} problem(s)", *lines[:LINES], *more])


def _rows(rows: Sequence[int]) -> str:
    """The rows with runs drawn together: `, rows 1-3, 7`."""
    if not rows:
        return ""
    ordered = sorted(set(rows))
    breaks = [i for i in range(1, len(ordered)) if ordered[i] != ordered[i - 1] + 1]
    bounds = zip([0, *breaks], [*breaks, len(ordered)], strict=True)
    runs = [(ordered[a], ordered[b - 1]) for a, b in bounds]
    text = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
    return f", row {text}" if len(ordered) == 1 else f", rows {text}"
