"""Word classes and punctuation around tokens: all the syntax that attribution needs.

One table look-up classifies every token of a batch; the rules then index plain lists, so that work
is done per cue and not per token.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from scorer.features.characters import BMP, is_upper
from scorer.features.lexicon import TokenView
from scorer.features.reading import Reading
from scorer.features.tokens import Hashes, hash_words
from scorer.seeds.files import folder

CLASSES = (
    "word that wh whether det pronoun object_pronoun and but sub prep aux neg time adverb there"
).split()
(WORD, THAT, WH, WHETHER, DET, PRONOUN, OBJECT, AND, BUT, SUB, PREP, AUX, NEG, TIME, ADVERB, THERE) = (
    range(len(CLASSES))
)
COMMA, QUOTE, COLON, DASH, BRACKET, STOP, APOSTROPHE = (1 << k for k in range(7))
BREAK = COMMA | QUOTE | COLON | DASH | BRACKET | STOP
_SIGNS = {
    COMMA: ",",
    QUOTE: "“”„‟«»\"‘",
    COLON: ":",
    DASH: "—–",
    BRACKET: "()[]{}",
    STOP: ".!?;…\n",
    APOSTROPHE: "'’",
}


@dataclass(frozen=True, slots=True)
class Syntax:
    """Lists over the T tokens of a reading.

    `kind`: word class. `gap`: bits of the signs between the token before and this one, T+1 long.
    `capital`: starts with a capital letter. `start`, `end`: offsets. `statement`: number or -1.
    `verbs`: tokens that are cue verbs; no noun phrase runs over them.
    """

    kind: list[int]
    gap: list[int]
    capital: list[bool]
    start: list[int]
    end: list[int]
    statement: list[int]
    first: list[int]
    last: list[int]
    text: str
    verbs: set[int] = field(default_factory=set[int])

    def word(self, token: int) -> str:
        """A token in lower case."""
        return self.text[self.start[token] : self.end[token]].lower()


def analyse(reading: Reading, view: TokenView) -> Syntax:
    """Classify every token."""
    tokens = reading.batch.tokens
    return Syntax(
        _kinds(tokens.hash, view.adverb),
        _gaps(reading),
        is_upper(reading.codes[tokens.start]).tolist(),
        tokens.start.tolist(),
        tokens.end.tolist(),
        reading.token_statement.tolist(),
        reading.first_token.tolist(),
        reading.last_token.tolist(),
        reading.text,
    )


def _kinds(hashes: Hashes, adverb: NDArray[np.bool_]) -> list[int]:
    table, classes = _function_words()
    at = np.minimum(np.searchsorted(table, hashes), table.size - 1)
    other = np.where(adverb, ADVERB, WORD)
    kinds: list[int] = np.where(table[at] == hashes, classes[at], other).tolist()
    return kinds


def _gaps(reading: Reading) -> list[int]:
    codes, start = reading.codes, reading.token_start
    bits = np.zeros(start.size + 1, dtype=np.uint8)
    signs = _sign_table()[np.minimum(codes, BMP - 1)]
    at = np.flatnonzero(signs)
    np.bitwise_or.at(bits, np.searchsorted(start, at, "right"), signs[at])
    _free_initials(reading, bits)
    gaps: list[int] = bits.tolist()
    return gaps


def _free_initials(reading: Reading, bits: NDArray[np.uint8]) -> None:
    """The full stop after an initial or a short title ("U.S. officials", "Mr. Smith") ends nothing."""
    tokens = reading.batch.tokens
    if tokens.start.size < 2:
        return
    size = tokens.end - tokens.start
    upper = is_upper(reading.codes[tokens.start])
    stop = reading.codes[np.minimum(tokens.end, reading.codes.size - 1)] == 0x2E
    short = upper & stop & ((size == 1) | np.isin(tokens.hash, _titles()))
    same = reading.token_statement[1:] == reading.token_statement[:-1]
    bits[1:-1][short[:-1] & same] &= np.uint8(0xFF ^ STOP)


@cache
def _sign_table() -> NDArray[np.uint8]:
    table = np.zeros(BMP, dtype=np.uint8)
    for bit, signs in _SIGNS.items():
        table[[ord(c) for c in signs]] |= np.uint8(bit)
    return table


@cache
def _titles() -> Hashes:
    words = "mr mrs ms dr gen sen rep gov lt col maj capt cmdr adm sgt rev prof st jr sr reps sens"
    return hash_words(words.split())


@cache
def _function_words() -> tuple[Hashes, NDArray[np.int64]]:
    with (folder() / "function_words.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))[1:]
    hashes = hash_words([row[0] for row in rows])
    classes = np.array([CLASSES.index(row[1]) for row in rows], dtype=np.int64)
    order = np.argsort(hashes)
    return hashes[order], classes[order]
