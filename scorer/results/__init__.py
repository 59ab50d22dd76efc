"""Results: the five output tables, and the article that goes in."""

from scorer.results.article import Article, Trouble
from scorer.results.columns import Column
from scorer.results.table import Table
from scorer.results.tables import (
    TABLES,
    Articles,
    Attributions,
    Markers,
    Results,
    Sources,
    Statements,
)

__all__ = [
    "TABLES",
    "Article",
    "Articles",
    "Attributions",
    "Column",
    "Markers",
    "Results",
    "Sources",
    "Statements",
    "Table",
    "Trouble",
]
