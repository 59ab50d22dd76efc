"""`scorer sources`: look up the registry."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scorer.cli import output


def sources(
    name: Annotated[
        str, typer.Argument(metavar="NAME_OR_DOMAIN", help="A name, an id or a web domain.")
    ],
    registry: Annotated[
        Path | None, typer.Option(help="CSV file with sources of your own.", metavar="FILE")
    ] = None,
    color: Annotated[bool | None, typer.Option(help="Colours or none.")] = None,
) -> None:
    """Look up a source in the registry.

    Shows its kind, the state it speaks for, who owns it, and who says so.
    """
    from scorer.errors import InputError
    from scorer.render import lookup, screen
    from scorer.seeds.registry import Registry

    known = Registry.load(registry)
    scores = (known.domain_score(name), known.disinfo_domain(name))
    found = [*known.find(name), *(row for row in scores if row is not None)]
    if not found:
        raise InputError(f"nothing in the registry by the name of {name!r}: try a part of it")
    output.show(screen.printed(lookup.entities(found), screen.width(), output.colour(color)))
