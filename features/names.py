"""Names of the registry in a text, and people's names in general."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from scorer.features.batch import code_points
from scorer.features.characters import fold
from scorer.features.lexicon import Hits
from scorer.features.phrases import MAX_TOKENS
from scorer.features.reading import Reading
from scorer.features.syntax import BREAK, Syntax
from scorer.features.tokens import Offsets, word_bounds
from scorer.seeds.registry import Registry
from scorer.seeds.registry_rows import NameRow

# Signs that a name may be written with: the registry spells them the plain way.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "\u00a0": " ", "\n": " "})


@dataclass(frozen=True, slots=True)
class Name:
    """A registry name in the text: tokens `first` to `last` (half-open)."""

    first: int
    last: int
    row: NameRow


@dataclass(frozen=True, slots=True)
class NameTable:
    """Registry names as phrases: `rows[i]` is spelt `phrases[i]`, folded."""

    rows: tuple[NameRow, ...]
    phrases: tuple[tuple[str, ...], ...]


def name_table(registry: Registry) -> NameTable:
    """All names of a registry that a phrase can hold."""
    names = list(registry.names)
    text = "\n".join([row.alias for row in names])
    start, end = word_bounds(code_points(text))
    words = [fold(text[a:b]) for a, b in zip(start.tolist(), end.tolist(), strict=True)]
    sizes = np.fromiter((len(row.alias) + 1 for row in names), np.int64, len(names))
    bounds = np.searchsorted(start, np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)]))
    phrases = [tuple(words[a:b]) for a, b in pairwise(bounds.tolist())]
    kept = [n for n, phrase in enumerate(phrases) if 0 < len(phrase) <= MAX_TOKENS]
    return NameTable(tuple(names[n] for n in kept), tuple(phrases[n] for n in kept))


def find_names(reading: Reading, hits: Hits, table: NameTable) -> list[Name]:
    """Names as spelt in the registry, the longest at each place, in text order.

    `hits.row` counts rows of the table.
    """
    at = np.flatnonzero(hits.skipped == 0)
    order = at[np.lexsort((hits.row[at], -hits.last[at], hits.first[at]))]
    columns = (reading.token_start[hits.first], hits.first, hits.last, hits.row)
    rows = zip(*(column[order].tolist() for column in columns), strict=True)
    found: list[Name] = []
    reach, text = 0, reading.text
    for begin, first, last, number in rows:
        if first < reach:
            continue
        row = table.rows[int(number)]
        written = text[begin : begin + len(row.alias)]
        if written == row.alias or written.translate(_PLAIN) == row.alias:
            reach = last
            found.append(Name(first, last, row))
    return found


def people(reading: Reading, syntax: Syntax) -> dict[int, dict[str, str]]:
    """Per article, surname → full name as first mentioned: two to four capitalised words."""
    known: dict[int, dict[str, str]] = {}
    first, last = _capital_runs(syntax)
    articles = reading.statements.article[syntax.statement[first]].tolist()
    begin, end = syntax.start[first].tolist(), syntax.end[last - 1].tolist()
    surname = syntax.start[last - 1].tolist()
    text = reading.text
    for article, a, b, s in zip(articles, begin, end, surname, strict=True):
        known.setdefault(article, {}).setdefault(text[s:b], text[a:b])
    return known


def _capital_runs(syntax: Syntax) -> tuple[Offsets, Offsets]:
    """Runs of two to four capitalised tokens with nothing but a space or initials' dots between."""
    capital = syntax.capital & (syntax.statement >= 0)
    joined = capital[1:] & capital[:-1] & ~syntax.has(BREAK)[1:]
    joined &= syntax.statement[1:] == syntax.statement[:-1]
    edges = np.diff(np.concatenate([[0], joined.astype(np.int8), [0]]))
    first = np.flatnonzero(edges == 1)
    last = np.flatnonzero(edges == -1) + 1
    good = (last - first >= 2) & (last - first <= 4)
    return first[good], last[good]
