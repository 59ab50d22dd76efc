"""The command line: one file a verb.

A verb imports what it needs when it runs, so that `scorer --help` answers at once.
"""

from __future__ import annotations

from typing import Annotated

import typer

from scorer.cli import evaluate, markers, schema, score, sources, train
from scorer.cli.guard import Guarded

app = typer.Typer(
    cls=Guarded,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="How each statement of a news text is sourced, and how propagandistic its language is. "
    "The scores describe language and sourcing; they do not say what is true.",
)
app.command("score")(score.score)
app.command("markers")(markers.markers)
app.command("sources")(sources.sources)
app.command("schema")(schema.schema)
app.command("train")(train.train)
app.command("evaluate")(evaluate.evaluate)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"scorer {version('source-marker-scorer')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Options that stand before the verb."""


def main() -> None:
    """Run the command line and exit."""
    app(prog_name="scorer")
