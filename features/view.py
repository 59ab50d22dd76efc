"""What the lexicon needs to know of the tokens: where phrases break, which words may be skipped."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from scorer.features.characters import is_one_of
from scorer.features.lexicon import TokenView
from scorer.features.phrases import word_sets
from scorer.features.reading import Reading
from scorer.features.wordtable import WordTable, word_table

_JOINERS = " \t\r\n\u00a0\u202f-‐‑'’ʼ"


def token_view(reading: Reading) -> TokenView:
    """What the lexicon needs to know of the tokens."""
    tokens = reading.batch.tokens
    return TokenView(
        reading.codes,
        tokens.start,
        tokens.end,
        tokens.hash,
        reading.token_statement,
        np.cumsum(_breaks(reading)),
        _adverbs(reading),
    )


def _breaks(reading: Reading) -> NDArray[np.int64]:
    """1 where the gap before a token ends a phrase: anything but a space, a hyphen, an apostrophe.

    A full stop after a single letter does not end one: "U.S. officials".
    """
    codes, start, end = reading.codes, reading.token_start, reading.token_end
    breaks = np.zeros(start.size, dtype=np.int64)
    if start.size < 2:
        return breaks
    begin, size = end[:-1], start[1:] - end[:-1]
    good = size <= 3
    letter = (end - start)[:-1] == 1
    for k in range(3):
        code = codes[np.minimum(begin + k, codes.size - 1)]
        fine = (
            is_one_of(code, _JOINERS) | (letter & (code == 0x2E))
            if k == 0
            else is_one_of(code, _JOINERS)
        )
        good &= fine | (size <= k)
    breaks[1:] = ~good
    return breaks


def _adverbs(reading: Reading) -> NDArray[np.bool_]:
    """Adverbs that may stand inside a phrase: a short list, and words of five letters in -ly."""
    codes, start, end = reading.codes, reading.token_start, reading.token_end
    hashes = reading.batch.tokens.hash
    adverbs, others = _adverb_tables()
    ly = is_one_of(codes[end - 1], "yY")
    at = np.flatnonzero(ly)
    at = at[(end[at] - start[at] >= 5) & is_one_of(codes[end[at] - 2], "lL")]
    flags = adverbs.holds(hashes)
    flags[at[~others.holds(hashes[at])]] = True
    return flags


@cache
def _adverb_tables() -> tuple[WordTable, WordTable]:
    sets = word_sets()
    return word_table(sets["adverb"]), word_table(sets["not_adverb"])
