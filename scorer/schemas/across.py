"""What must hold between the tables of one `Results`."""

from __future__ import annotations

import numpy as np
import pandas as pd

from scorer.results import Results, Table
from scorer.schemas.failures import Failure, shown

STATEMENT = ("article_id", "statement_id")


def failures(results: Results) -> dict[str, list[Failure]]:
    """By table: rows that point at nothing, spans outside their statement, wrong counts."""
    statements = results.statements
    return {
        "articles": _counts(results),
        "statements": [
            *_strangers(statements, results.articles, ("article_id",)),
            *_order(statements),
        ],
        "attributions": _strangers(results.attributions, statements, STATEMENT),
        "markers": [
            *_strangers(results.markers, statements, STATEMENT),
            *_outside(results.markers, statements),
        ],
        "sources": _strangers(results.sources, results.articles, ("article_id",)),
    }


def _keys(table: Table, key: tuple[str, ...]) -> pd.Index:
    arrays = [table[name] for name in key]
    return pd.Index(arrays[0]) if len(arrays) == 1 else pd.MultiIndex.from_arrays(arrays)


def _strangers(table: Table, home: Table, key: tuple[str, ...]) -> list[Failure]:
    known = _keys(table, key).isin(_keys(home, key))
    return [
        Failure(key[-1], int(row), shown(table[key[-1]][row]), f"must stand in {home.NAME}")
        for row in np.flatnonzero(~known)
    ]


def _counts(results: Results) -> list[Failure]:
    articles, statements = results.articles, results.statements
    ids = pd.Series(statements["article_id"], dtype=object)
    narrator = ids[statements["voice"] == "narrator"]
    found: list[Failure] = []
    for column, owners in (("n_statements", ids), ("n_narrator", narrator)):
        counts = owners.value_counts().reindex(articles["article_id"], fill_value=0).to_numpy()
        found += [
            Failure(column, int(row), shown(articles[column][row]), f"must be {counts[row]}")
            for row in np.flatnonzero(counts != articles[column])
        ]
    return found


def _order(statements: Table) -> list[Failure]:
    """Statements of an article stand together, numbered from 0, none inside another."""
    ids, numbers = statements["article_id"], statements["statement_id"]
    same = np.append(False, ids[1:] == ids[:-1])[: len(ids)]
    expected = np.where(same, np.append(0, numbers[:-1] + 1)[: len(ids)], 0)
    overlaps = same & (statements["start"] < np.append(0, statements["end"][:-1])[: len(ids)])
    wrong = [
        Failure("statement_id", int(row), shown(numbers[row]), f"must be {expected[row]}")
        for row in np.flatnonzero(numbers != expected)
    ]
    return wrong + [
        Failure("start", int(row), shown(statements["start"][row]), "must follow the last end")
        for row in np.flatnonzero(overlaps)
    ]


def _outside(markers: Table, statements: Table) -> list[Failure]:
    """Spans that leave their statement; those of unknown statements are told elsewhere."""
    places = _keys(statements, STATEMENT)
    if not places.is_unique:
        return []  # told by the schema of the table
    home = places.get_indexer(_keys(markers, STATEMENT))
    known = home >= 0
    first, last = (statements[name][home] for name in ("start", "end"))
    out = known & ((markers["start"] < first) | (markers["end"] > last))
    return [
        Failure("start", int(row), shown(markers["start"][row]), "must be in its statement")
        for row in np.flatnonzero(out)
    ]
