"""The context columns of a lexicon, tested on all hits at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.features.characters import is_upper
from scorer.features.lexicon import Hits
from scorer.features.phrases import CASES, CONTEXT_COLUMNS, PhraseRow, context_words
from scorer.features.reading import Reading
from scorer.features.tokens import Hashes, Offsets, contains, hash_words

_EDGES = hash_words(["^", "$"])  # stand for "no token before" and "no token after"
_SET_SALT = np.uint64(0xD6E8FEB86659FD93)
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Constraints:
    """Per context column: `number` int64 (R,), the word set of each row or -1; `keys` sorted."""

    number: dict[str, Offsets]
    keys: dict[str, Hashes]
    case: NDArray[np.int8]  # (R,) index into CASES

    def test(self, reading: Reading, hits: Hits) -> NDArray[np.bool_]:
        """Whether each hit stands in a context its row allows. bool (H,)."""
        good = _case(reading, hits, self.case[hits.row])
        for column in CONTEXT_COLUMNS:
            self._narrow(column, reading, hits, good)
        return good

    def _narrow(self, column: str, reading: Reading, hits: Hits, good: NDArray[np.bool_]) -> None:
        at = np.flatnonzero(good & (self.number[column][hits.row] >= 0))
        if not at.size:
            return
        number = self.number[column][hits.row[at]]
        present = np.zeros(at.size, dtype=np.bool_)
        for step in _steps(column):
            token = hits.first[at] + step if step < 0 else hits.last[at] + step
            hashes = _token_or_edge(reading, hits.first[at], token, step)
            present |= contains(self.keys[column], _key(hashes, number))
        good[at] = ~present if column.startswith("not_") else present


def compile_constraints(rows: Sequence[PhraseRow]) -> Constraints:
    """Word sets of the context columns. Raises InputError for an unknown set name."""
    numbers: dict[str, Offsets] = {}
    keys: dict[str, Hashes] = {}
    for column in CONTEXT_COLUMNS:
        numbers[column], keys[column] = _compile_column(rows, column)
    case = np.array([CASES.index(row.case) for row in rows], dtype=np.int8)
    return Constraints(numbers, keys, case)


def _compile_column(rows: Sequence[PhraseRow], column: str) -> tuple[Offsets, Hashes]:
    sets: dict[str, int] = {}
    number = np.full(len(rows), -1, dtype=np.int64)
    parts: list[Hashes] = [np.empty(0, dtype=np.uint64)]
    for i, row in enumerate(rows):
        cell = getattr(row, column)
        if not cell:
            continue
        if cell not in sets:
            sets[cell] = len(sets)
            hashes = hash_words(list(context_words(cell, row.place)))
            parts.append(_key(hashes, np.full(hashes.size, sets[cell], dtype=np.int64)))
        number[i] = sets[cell]
    return number, np.unique(np.concatenate(parts))


def _steps(column: str) -> range | tuple[int, ...]:
    if column.endswith("before"):
        return (-1,)
    return (0,) if column.endswith("after") else range(-_NEAR, _NEAR)


def _token_or_edge(reading: Reading, first: Offsets, token: Offsets, step: int) -> Hashes:
    """The hash of each token, or of an edge sign where the statement has no such token."""
    statement = reading.token_statement
    safe = np.clip(token, 0, statement.size - 1)
    inside = (token == safe) & (statement[safe] == statement[first])
    return np.where(inside, reading.batch.tokens.hash[safe], _EDGES[0 if step < 0 else 1])


def _key(hashes: Hashes, number: Offsets) -> Hashes:
    salt = (number.astype(np.uint64) + np.uint64(1)) * _SET_SALT
    key: Hashes = (hashes ^ (hashes >> np.uint64(31))) + salt
    return key


def _case(reading: Reading, hits: Hits, case: NDArray[np.int8]) -> NDArray[np.bool_]:
    good = np.ones(case.size, dtype=np.bool_)
    if not case.any():
        return good
    capital = is_upper(reading.codes[reading.token_start[hits.first]])
    statement = reading.token_statement[hits.first]
    opens = reading.first_token[statement] == hits.first
    good[(case == CASES.index("lower")) & capital & ~opens] = False
    good[(case == CASES.index("title")) & ~capital] = False
    shouted = case == CASES.index("upper")
    good &= ~shouted | capital
    for i in np.flatnonzero(shouted & good).tolist():
        start = reading.token_start[hits.first[i]]
        good[i] = reading.text[start : reading.token_end[hits.last[i] - 1]].isupper()
    return good
