"""Attribution cues: the table and the candidates in a text."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from scorer.features.lexicon import Lexicon, TokenView, compile_phrases
from scorer.features.phrases import PhraseRow, expand, word_sets
from scorer.seeds.files import folder

PATTERNS = ("say", "tell", "ask", "think", "object", "describe", "noun", "prep", "adverb", "bare")


class Cue(NamedTuple):
    """One row of `seeds/cues.csv`.

    `pattern`: how source and content stand around it. `stance`: what it says of the content.
    `factive`: it presupposes that the content is true. `needs`: what must follow or precede.
    """

    cue: str
    pattern: str
    stance: str
    factive: bool
    needs: str


@cache
def noun_like() -> frozenset[str]:
    """Cue words whose base and -s forms are nouns more often than verbs."""
    return frozenset(word_sets()["noun_like_cue"])


class Candidate(NamedTuple):
    """A cue in the text: tokens `first` to `last` (half-open)."""

    first: int
    last: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class Cues:
    """The compiled cue table."""

    rows: tuple[Cue, ...]
    lexicon: Lexicon

    @classmethod
    def load(cls) -> Cues:
        """Read and compile `seeds/cues.csv`."""
        rows: list[Cue] = []
        phrases: list[tuple[str, ...]] = []
        owners: list[int] = []
        path = folder() / "cues.csv"
        with path.open(encoding="utf-8", newline="") as stream:
            for number, cells in enumerate(list(csv.reader(stream))[1:]):
                cue, pattern, stance, factive, needs, source = cells
                rows.append(Cue(cue, pattern, stance, factive == "1", needs))
                template = PhraseRow(
                    cue, "", "", "", "", "", "", "", "", source, f"{path}: row {number + 2}"
                )
                for phrase in expand(template):
                    phrases.append(phrase)
                    owners.append(number)
        return cls(tuple(rows), compile_phrases(phrases, owners))

    def find(self, view: TokenView) -> list[Candidate]:
        """Candidates in text order; of several at one place the longest, then all patterns of it."""
        hits = self.lexicon.find(view)
        found: list[Candidate] = []
        columns = (hits.first.tolist(), hits.last.tolist(), hits.row.tolist())
        for first, last, row in zip(*columns, strict=True):
            while found and found[-1].first == first and found[-1].last < last:
                found.pop()
            inside = found and found[-1].first < first < found[-1].last
            if not inside:
                found.append(Candidate(first, last, self.rows[row]))
        return found
