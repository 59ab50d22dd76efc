"""`scorer train`: train a model."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scorer.cli import output


def train(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder of the model.")],
    labels: Annotated[
        Path | None, typer.Argument(metavar="LABELS", help="Labelled statements (.csv or .tsv).")
    ] = None,
    head: Annotated[str | None, typer.Option(help="What the labels are about.")] = None,
    corpora: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Train the shipped model anew on these corpora."),
    ] = None,
) -> None:
    """Train a head on labels of your own, or the shipped model on its corpora.

    The model is measured on rows that it was not trained on; its card says how good it is.
    """
    from scorer.errors import InputError
    from scorer.training import api, tables
    from scorer.training.gate import card_figures

    if labels is not None and head is not None and corpora is None:
        card = api.train(labels, head, out)
    elif corpora is not None and labels is None and head is None:
        card = api.train_default(corpora, out, lambda text: typer.echo(text, err=True))
    else:
        raise InputError("give LABELS with --head, or --corpora alone")
    rows = tables.figure_rows(card_figures(card), {}, api.SHOWN)
    output.show(f"{tables.in_columns(rows)}\n{card.model} is in {out}\n")
