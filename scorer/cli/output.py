"""Where output goes, and with which exit code a verb ends."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from scorer.results import Articles

NAMED = 5  # articles named in a warning


def check(form: str, table: str | None) -> None:
    """Raise `InputError` for a `--table` that the format cannot follow, before any work is done."""
    from scorer import exporters
    from scorer.errors import InputError

    if form != "table":
        exporters.check(form, table)
    elif table is not None:
        raise InputError("--table goes with --format csv")


def colour(wanted: bool | None) -> bool:
    """Whether to colour: as asked, else on a terminal that can, unless NO_COLOR is set."""
    if wanted is not None:
        return wanted
    can = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return can and not os.environ.get("NO_COLOR")


def show(text: str) -> None:
    """Print the text in characters that standard output has."""
    from scorer.render.safe import printable

    sys.stdout.write(printable(text, sys.stdout.encoding or "utf-8"))
    sys.stdout.flush()


def send(data: bytes) -> None:
    """Put bytes on standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def warn(articles: Articles) -> None:
    """Name the articles that were not scored on standard error."""
    from scorer.render.safe import line

    failed = [row for row in articles.rows() if row.status != "scored"]
    if failed:
        reasons = [f"  {line(row.article_id)}: {row.status}" for row in failed[:NAMED]]
        more = [f"  and {len(failed) - NAMED} more"] if len(failed) > NAMED else []
        head = f"scorer: {len(failed)} of {len(articles)} articles not scored"
        typer.echo("\n".join([head, *reasons, *more]), err=True)


def exit_code(articles: Articles) -> int:
    """0 where all articles were scored, 1 where some were not, 2 where none was."""
    scored = int((articles["status"] == "scored").sum())
    return 0 if scored == len(articles) else 1 if scored else 2
