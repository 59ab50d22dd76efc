"""The marker catalogue: every module of this folder holds one `MARKER`. There is no second list."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from scorer.features.marker import CATEGORIES, Marker


@cache
def load_markers() -> tuple[Marker, ...]:
    """All markers, by category and id."""
    modules = (import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    markers: list[Marker] = [module.MARKER for module in modules]
    return tuple(sorted(markers, key=lambda m: (CATEGORIES.index(m.category), m.id)))
