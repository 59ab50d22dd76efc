"""`scorer score`: score articles and print the results."""

from __future__ import annotations

import io
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scorer.cli import output


class Format(StrEnum):
    """What `--format` takes."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


def score(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Text files, folders, or - for stdin.")
    ],
    *,
    form: Annotated[
        Format, typer.Option("--format", help="A table to read, or data for programs.")
    ] = Format.table,
    model: Annotated[str, typer.Option(help="Name or folder of a model.")] = "default",
    registry: Annotated[
        Path | None, typer.Option(help="CSV file with sources of your own.", metavar="FILE")
    ] = None,
    table: Annotated[str | None, typer.Option(help="With csv: which table to print.")] = None,
    max_bytes: Annotated[int, typer.Option(help="Larger files are not read.")] = 20_000_000,
    color: Annotated[bool | None, typer.Option(help="Colours, or brackets instead.")] = None,
) -> None:
    """Score articles and show the evidence.

    Of a folder, the .txt and .md files in it and below are read, but no hidden ones. One article
    is shown in full, several one a line with the worst first. Exit code 0: all were scored; 1:
    some were not; 2: none was, or something is wrong with the command.
    """
    from scorer import exporters, readers, render
    from scorer.api import Scorer

    output.check(form.value, table)
    articles = readers.read(paths, max_bytes)
    results = Scorer.load(model, registry=registry).score_articles(articles)
    if form is Format.table:
        output.show(render.page(results, colour=output.colour(color)))
    else:
        out = io.BytesIO()
        exporters.export(results, form.value, out, table)
        output.send(out.getvalue())
        output.warn(results.articles)
    raise typer.Exit(output.exit_code(results.articles))
