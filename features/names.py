"""Names of the registry in a text, and people's names in general."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scorer.features.batch import code_points
from scorer.features.characters import fold
from scorer.features.lexicon import Lexicon, TokenView, compile_phrases
from scorer.features.reading import Reading
from scorer.features.syntax import BREAK, Syntax
from scorer.features.tokens import word_bounds
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
class Names:
    """Registry names compiled for look-up."""

    lexicon: Lexicon
    rows: tuple[NameRow, ...]

    @classmethod
    def load(cls, registry: Registry) -> Names:
        """Compile all names of a registry."""
        rows: list[NameRow] = []
        phrases: list[tuple[str, ...]] = []
        for row in registry.names:
            start, end = word_bounds(code_points(row.alias))
            words = tuple(fold(row.alias[a:b]) for a, b in zip(start, end, strict=True))
            if 0 < len(words) <= 8:
                rows.append(row)
                phrases.append(words)
        return cls(compile_phrases(phrases), tuple(rows))

    def find(self, reading: Reading, view: TokenView) -> list[Name]:
        """Names as spelt in the registry, the longest at each place, in text order."""
        hits = self.lexicon.find(view)
        plain = hits.skipped == 0
        first, last, row = hits.first[plain], hits.last[plain], hits.row[plain]
        order = np.lexsort((row, -last, first))
        found: list[Name] = []
        reach = 0
        text, start = reading.text, reading.token_start
        for i in order.tolist():
            if first[i] < reach:
                continue
            alias = self.rows[int(row[i])].alias
            size = len(alias)
            begin = int(start[first[i]])
            written = text[begin : begin + size]
            if written != alias and written.translate(_PLAIN) != alias:
                continue
            reach = int(last[i])
            found.append(Name(int(first[i]), reach, self.rows[int(row[i])]))
        return found


def people(reading: Reading, syntax: Syntax) -> dict[int, dict[str, str]]:
    """Per article, surname → full name as first mentioned, for names of two to four capital words."""
    known: dict[int, dict[str, str]] = {}
    article = reading.statements.article.tolist()
    for first, last in _capital_runs(reading, syntax):
        statement = syntax.statement[first]
        surnames = known.setdefault(article[statement], {})
        full = reading.text[syntax.start[first] : syntax.end[last - 1]]
        surnames.setdefault(reading.text[syntax.start[last - 1] : syntax.end[last - 1]], full)
    return known


def _capital_runs(reading: Reading, syntax: Syntax) -> list[tuple[int, int]]:
    """Runs of two to four capitalised tokens with nothing but a space or initials' dots between."""
    capital = np.array(syntax.capital, dtype=np.bool_) & (reading.token_statement >= 0)
    gap = np.array(syntax.gap[:-1], dtype=np.int64)
    joined = capital[1:] & capital[:-1] & ((gap[1:] & BREAK) == 0)
    joined &= reading.token_statement[1:] == reading.token_statement[:-1]
    edges = np.diff(np.concatenate([[0], joined.astype(np.int8), [0]]))
    first = np.flatnonzero(edges == 1)
    last = np.flatnonzero(edges == -1) + 1
    size = last - first
    good = (size >= 2) & (size <= 4)
    return list(zip(first[good].tolist(), last[good].tolist(), strict=True))
