"""`scorer markers`: look up the marker catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from scorer.cli import output


def markers(
    name: Annotated[
        str | None, typer.Argument(metavar="ID", help="One marker; all, if left out.")
    ] = None,
    color: Annotated[bool | None, typer.Option(help="Colours or none.")] = None,
) -> None:
    """Look up what the markers find.

    One marker is shown with why it matters, examples and known false alarms.
    """
    from scorer.errors import InputError
    from scorer.features.markers import load_markers
    from scorer.render import lookup, screen

    known = {marker.id: marker for marker in load_markers()}
    if name is None:
        parts = lookup.catalogue(list(known.values()))
    elif name in known:
        parts = lookup.marker(known[name])
    else:
        raise InputError(f"no marker {name!r}: scorer markers lists them all")
    output.show(screen.printed(parts, screen.width(), output.colour(color)))
