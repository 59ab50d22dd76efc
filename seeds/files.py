"""Where the tables lie."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """The folder of the seed tables, in a checkout or an installed wheel."""
    return Path(__file__).parent
