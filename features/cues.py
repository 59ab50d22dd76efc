"""Attribution cues: the table and the candidates in a text."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

from scorer.features import syntax as sx
from scorer.features.lexicon import Hits
from scorer.features.phrases import PhraseRow, expand, word_sets
from scorer.features.relations import STANCES, P
from scorer.features.syntax import Syntax
from scorer.features.tokens import Hashes, Offsets, hash_words
from scorer.features.wordtable import Mask
from scorer.seeds.files import folder

NEEDS = ("any", "clause", "quote", "object", "that", "noun", "bare")
ANY, CLAUSE, QUOTED, OBJECT, THAT, _, _ = range(len(NEEDS))
VERBAL = tuple(P[name] for name in ("say", "tell", "ask", "think", "object", "describe"))


@dataclass(frozen=True, slots=True)
class CueTable:
    """Rows of `seeds/cues.csv` as numbers, int64 (R,) each, and their phrases.

    `pattern`: how source and content stand around the cue. `stance`: what it says of the content.
    `needs`: what must follow or precede it.
    """

    pattern: Offsets
    stance: Offsets
    needs: Offsets
    phrases: tuple[tuple[str, ...], ...]
    owners: tuple[int, ...]


class Candidates(NamedTuple):
    """C cues in text order: tokens `first` to `last` (half-open), and the numbers of their rows."""

    first: Offsets
    last: Offsets
    pattern: Offsets
    stance: Offsets
    needs: Offsets

    def take(self, where: Mask | Offsets) -> Candidates:
        """Some of them."""
        return Candidates(*(column[where] for column in self))


@cache
def cue_table() -> CueTable:
    """Read `seeds/cues.csv`. Raises InputError for a phrase that cannot be read."""
    path = folder() / "cues.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))[1:]
    phrases: list[tuple[str, ...]] = []
    owners: list[int] = []
    for number, row in enumerate(rows):
        template = PhraseRow(
            row[0], "", "", "", "", "", "", "", "", row[5], f"{path}: {number + 2}"
        )
        found = list(expand(template))
        phrases += found
        owners += [number] * len(found)
    return CueTable(
        np.array([P[row[1]] for row in rows], dtype=np.int64),
        np.array([STANCES.index(row[2]) for row in rows], dtype=np.int64),
        np.array([NEEDS.index(row[4]) for row in rows], dtype=np.int64),
        tuple(phrases),
        tuple(owners),
    )


def candidates(hits: Hits, syntax: Syntax) -> Candidates:
    """Cues among lexicon hits (`hits.row` counts rows of the cue table): the longest at each place,
    without words that are nouns there. One place may have several rows of the same phrase.
    """
    table = cue_table()
    longest = _longest(hits)
    hits = Hits(*(column[longest] for column in hits))
    found = Candidates(
        hits.first,
        hits.last,
        table.pattern[hits.row],
        table.stance[hits.row],
        table.needs[hits.row],
    )
    return found.take(_may_be_cue(found, syntax))


def _longest(hits: Hits) -> Mask:
    """Drop hits that another holds: shorter ones at the same token, and those that start inside."""
    if not hits.first.size:
        return np.zeros(0, dtype=np.bool_)
    opens = np.flatnonzero(np.concatenate([[True], hits.first[1:] != hits.first[:-1]]))
    reach = np.maximum.reduceat(hits.last, opens)
    before = np.concatenate([[-1], np.maximum.accumulate(reach)[:-1]])
    group = np.repeat(np.arange(opens.size), np.diff(np.append(opens, hits.first.size)))
    keep: Mask = (hits.last == reach[group]) & (hits.first >= before[group])
    return keep


def _may_be_cue(found: Candidates, syntax: Syntax) -> Mask:
    """Words that are more often nouns ("state", "attacks") need a verb's surroundings."""
    first, last = found.first, found.last
    verbal = np.isin(found.pattern, VERBAL) & (last - first == 1)
    base = np.isin(syntax.hash[first], _noun_like("")) & verbal
    third = np.isin(syntax.hash[first], _noun_like("s")) & verbal
    before = np.maximum(first - 1, 0)
    inner = (first > syntax.first[first]) & (last < syntax.last[first])
    inner &= ~syntax.has_at(first, sx.BREAK) & ~syntax.capital[first]
    plural = syntax.ends_in(before, "s")
    pronoun = syntax.is_at(before, sx.PRONOUN, sx.FIRST_PERSON, sx.AUX)
    subject = pronoun | np.where(base, plural, syntax.capital[before])
    opens = syntax.is_at(last, sx.THAT, sx.DET, sx.PRONOUN, sx.FIRST_PERSON, sx.WHETHER, sx.THERE)
    opens |= syntax.capital[last] | syntax.has_at(last, sx.QUOTE | sx.COLON)
    may: Mask = ~(base | third) | (inner & subject & opens)
    return may


@cache
def _noun_like(ending: str) -> Hashes:
    """Cue words whose base and -s forms are nouns more often than verbs."""
    words = word_sets()["noun_like_cue"]
    es = ("s", "sh", "ch", "x")
    forms = [w if not ending else w + ("es" if w.endswith(es) else "s") for w in words]
    forms += [w[:-1] + "ies" for w in words if ending and w.endswith("y")]
    return hash_words(forms)
