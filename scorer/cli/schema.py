"""`scorer schema`: print the contracts of the tables."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from scorer.cli import output


class Format(StrEnum):
    """What `--format` takes."""

    json = "json"
    markdown = "markdown"


def schema(
    table: Annotated[
        str | None, typer.Argument(metavar="TABLE", help="One table; all, if left out.")
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help="JSON Schema, or a page to read.")
    ] = Format.json,
) -> None:
    """Print the contracts of the tables.

    They are those that scoring gives, and `labels`, which training reads.
    """
    from scorer.schemas import contract, page

    if form is Format.json:
        text = contract.to_json(table)
    else:
        text = page.page() if table is None else page.section(table)
    output.send(text.encode("utf-8"))
