"""How each statement of a news text is sourced and how propagandistic its language is.

>>> from scorer import Scorer
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scorer.api import Scorer, StatementScores
    from scorer.results import Article, Results

__all__ = ["Article", "Results", "Scorer", "StatementScores"]

# Loaded on first use: `scorer --help` must not wait for numpy.
_HOME = {
    "Scorer": "scorer.api",
    "StatementScores": "scorer.api",
    "Article": "scorer.results",
    "Results": "scorer.results",
}


def __getattr__(name: str) -> Any:
    """Import a public name on first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'scorer' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
