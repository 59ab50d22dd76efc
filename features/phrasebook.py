"""All phrases in as few look-ups as possible: markers, cues and names together.

Phrases that can only start at a capital letter (most names) or at a word in capitals are looked up
at such tokens alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.features.catalogue import Catalogue
from scorer.features.characters import is_upper
from scorer.features.cues import CueTable
from scorer.features.lexicon import Hits, Lexicon, TokenView, compile_phrases
from scorer.features.names import NameTable
from scorer.features.reading import Reading

_MARKER, _CUE, _NAME = range(3)
Entry = tuple[tuple[str, ...], int]  # a phrase and its row


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Three lexicons by where their phrases may start; `bounds`: where markers' and cues' rows end
    in the common numbering.
    """

    anywhere: Lexicon
    capital: Lexicon
    shouted: Lexicon
    bounds: tuple[int, int]

    def find(self, reading: Reading, view: TokenView) -> tuple[Hits, Hits, Hits]:
        """Hits of markers, cues and names, each with the rows of its own table."""
        capital = is_upper(reading.codes[view.start])
        second = np.minimum(view.start + 1, max(reading.codes.size - 1, 0))
        shouted = capital & ((view.end - view.start == 1) | is_upper(reading.codes[second]))
        found = [
            self.anywhere.find(view),
            self.capital.find(view, capital),
            self.shouted.find(view, shouted),
        ]
        hits = Hits(*(np.concatenate(column) for column in zip(*found, strict=True)))
        return self._part(hits, _MARKER), self._part(hits, _CUE), self._part(hits, _NAME)

    def _part(self, hits: Hits, part: int) -> Hits:
        """The hits of one table, sorted by (first, last, row)."""
        mine = np.flatnonzero(np.searchsorted(self.bounds, hits.row, "right") == part)
        order = mine[np.lexsort((hits.row[mine], hits.last[mine], hits.first[mine]))]
        chosen = Hits(*(column[order] for column in hits))
        return chosen._replace(row=chosen.row - (0, *self.bounds)[part])


def compile_phrasebook(catalogue: Catalogue, cues: CueTable, names: NameTable) -> Phrasebook:
    """Compile the phrases of all tables."""
    markers = len(catalogue.rows)
    rows = markers + cues.pattern.size
    shouted = np.array([row.case == "upper" for row in catalogue.rows], dtype=np.bool_)
    titled = np.array([row.alias[:1].isupper() for row in names.rows], dtype=np.bool_)
    lexical = list(zip(catalogue.phrases, catalogue.owners, strict=True))
    named: list[Entry] = [(phrase, rows + n) for n, phrase in enumerate(names.phrases)]
    anywhere = [entry for entry in lexical if not shouted[entry[1]]]
    anywhere += [(phrase, markers + n) for phrase, n in zip(cues.phrases, cues.owners, strict=True)]
    anywhere += _chosen(named, ~titled)
    return Phrasebook(
        _compiled(anywhere),
        _compiled(_chosen(named, titled)),
        _compiled([entry for entry in lexical if shouted[entry[1]]]),
        (markers, rows),
    )


def _chosen(entries: list[Entry], mask: NDArray[np.bool_]) -> list[Entry]:
    return [entry for entry, chosen in zip(entries, mask.tolist(), strict=True) if chosen]


def _compiled(entries: list[Entry]) -> Lexicon:
    return compile_phrases([phrase for phrase, _ in entries], [row for _, row in entries])
