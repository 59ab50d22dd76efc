"""`scorer evaluate`: how good a model is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scorer.cli import output


def evaluate(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="A model's name or folder.")],
    labels: Annotated[
        Path | None, typer.Argument(metavar="LABELS", help="Labelled statements (.csv or .tsv).")
    ] = None,
    head: Annotated[str | None, typer.Option(help="Which head the labels are for.")] = None,
    corpora: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Measure the shipped model's recipes on its corpora."),
    ] = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a reliability diagram (SVG).")
    ] = None,
) -> None:
    """Measure a model, with 95 % intervals.

    Rows of LABELS that the model was trained on are left out. With --corpora the heads are
    trained anew, each time without the rows that they are measured on.
    """
    from functools import partial

    from scorer.errors import InputError
    from scorer.training import api

    say = partial(typer.echo, err=True)
    if corpora is not None and (labels, head, plot) == (None, None, None):
        output.show(api.evaluate_default(model, corpora, say))
    elif labels is not None and corpora is None:
        outcome = api.evaluate(model, labels, head, say)
        if plot is not None:
            plot.write_text(api.outcome_svg(outcome), encoding="utf-8")
        output.show(api.outcome_text(outcome))
    else:
        raise InputError("give LABELS, or --corpora alone")
