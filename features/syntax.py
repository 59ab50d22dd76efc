"""Word classes and punctuation around tokens: all the syntax that attribution needs.

One table look-up classifies every token of a batch. All rules work on these arrays, for all cues
of a batch at once.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from scorer.features.characters import BMP, is_upper
from scorer.features.lexicon import TokenView
from scorer.features.reading import Reading
from scorer.features.tokens import Hashes, Offsets, hash_words
from scorer.features.wordtable import Mask, WordTable, word_table
from scorer.seeds.files import folder

CLASSES = (
    "word", "that", "wh", "whether", "det", "pronoun", "object_pronoun", "and", "but", "sub",
    "prep", "aux", "neg", "time", "adverb", "there", "first_person", "be", "by", "closing_prep",
)  # fmt: skip
(
    WORD, THAT, WH, WHETHER, DET, PRONOUN, OBJECT, AND, BUT, SUB, PREP, AUX, NEG, TIME, ADVERB,
    THERE, FIRST_PERSON, BE, BY, CLOSING_PREP,
) = range(len(CLASSES))  # fmt: skip
COMMA, QUOTE, COLON, DASH, BRACKET, STOP, APOSTROPHE = (1 << k for k in range(7))
BREAK = COMMA | QUOTE | COLON | DASH | BRACKET | STOP
_SIGNS = {
    COMMA: ",",
    QUOTE: '“”„‟«»"‘',
    COLON: ":",
    DASH: "—–",
    BRACKET: "()[]{}",
    STOP: ".!?;…\n",
    APOSTROPHE: "'’",
}


@dataclass(frozen=True, slots=True)
class Syntax:
    """Arrays over the T tokens of a reading, padded by one at the end where a rule looks ahead.

    `kind`: uint8 (T+1,), word class. `gap`: uint8 (T+1,), bits of the signs between the token
    before and this one. `capital`: bool (T+1,). `start`, `end`: int64 (T+1,) offsets. `first`,
    `last`: int64 (T+1,), token bounds of the statement of each token (last exclusive), 0 outside
    statements. `hash`: uint64 (T+1,).
    """

    reading: Reading
    kind: NDArray[np.uint8]
    gap: NDArray[np.uint8]
    capital: Mask
    start: Offsets
    end: Offsets
    statement: Offsets
    first: Offsets
    last: Offsets
    hash: Hashes

    def one_of(self, *kinds: int) -> Mask:
        """Bool (T+1,): tokens of one of these classes."""
        mask: Mask = _class_table(kinds).take(self.kind)
        return mask

    def is_at(self, tokens: Offsets, *kinds: int) -> Mask:
        """Whether each of these tokens is of one of these classes."""
        mask: Mask = _class_table(kinds)[self.kind[tokens]]
        return mask

    def has(self, bits: int) -> Mask:
        """Bool (T+1,): gaps with one of these signs."""
        mask: Mask = (self.gap & np.uint8(bits)) != 0
        return mask

    def has_at(self, tokens: Offsets, bits: int) -> Mask:
        """Whether the gap before each of these tokens has one of these signs."""
        mask: Mask = (self.gap[tokens] & np.uint8(bits)) != 0
        return mask

    def ends_in(self, tokens: Offsets, letters: str) -> Mask:
        """Whether each of these tokens ends in these lower-case letters and is longer."""
        codes, end = self.reading.codes, self.end[tokens]
        mask: Mask = end - self.start[tokens] > len(letters)
        for back, letter in enumerate(reversed(letters), 1):
            mask &= codes[np.maximum(end - back, 0)] == ord(letter)
        return mask


def analyse(reading: Reading, view: TokenView) -> Syntax:
    """Classify every token."""
    tokens = reading.batch.tokens
    statement = np.append(reading.token_statement, -1)
    inside = statement >= 0
    first, last = np.zeros(statement.size, np.int64), np.zeros(statement.size, np.int64)
    first[inside] = reading.first_token[statement[inside]]
    last[inside] = reading.last_token[statement[inside]]
    size = reading.codes.size
    return Syntax(
        reading,
        np.append(_kinds(reading, view.adverb), np.uint8(WORD)),
        _gaps(reading),
        np.append(is_upper(reading.codes[tokens.start]), np.False_),
        np.append(tokens.start, size),
        np.append(tokens.end, size),
        statement,
        first,
        last,
        np.append(tokens.hash, np.uint64(0)),
    )


def _kinds(reading: Reading, adverb: Mask) -> NDArray[np.uint8]:
    kinds = _function_words().values(reading.batch.tokens.hash, WORD)
    kinds[adverb & (kinds == WORD)] = ADVERB
    day = np.flatnonzero(kinds[:-1] == TIME) + 1  # "March 7": the number belongs to the day
    digit = reading.codes[reading.token_start[day]]
    kinds[day[(digit >= 0x30) & (digit <= 0x39)]] = TIME
    return kinds


def _gaps(reading: Reading) -> NDArray[np.uint8]:
    codes, start = reading.codes, reading.token_start
    bits = np.zeros(start.size + 1, dtype=np.uint8)
    signs = _sign_table()[np.minimum(codes, BMP - 1)]
    at = np.flatnonzero(signs)
    np.bitwise_or.at(bits, np.searchsorted(start, at, "right"), signs[at])
    _free_initials(reading, bits)
    return bits


def _free_initials(reading: Reading, bits: NDArray[np.uint8]) -> None:
    """The full stop after an initial or a short title (U.S., Mr.) ends nothing."""
    tokens = reading.batch.tokens
    if tokens.start.size < 2:
        return
    stop = reading.codes[np.minimum(tokens.end, reading.codes.size - 1)] == 0x2E
    at = np.flatnonzero(stop[:-1])
    size = tokens.end[at] - tokens.start[at]
    upper = is_upper(reading.codes[tokens.start[at]])
    short = upper & ((size == 1) | np.isin(tokens.hash[at], _titles()))
    at = at[short & (reading.token_statement[at + 1] == reading.token_statement[at])]
    bits[at + 1] &= np.uint8(0xFF ^ STOP)


@cache
def _class_table(kinds: tuple[int, ...]) -> Mask:
    table = np.zeros(len(CLASSES), dtype=np.bool_)
    table[list(kinds)] = True
    return table


@cache
def _sign_table() -> NDArray[np.uint8]:
    table = np.zeros(BMP, dtype=np.uint8)
    for bit, signs in _SIGNS.items():
        table[[ord(c) for c in signs]] |= np.uint8(bit)
    return table


@cache
def _titles() -> Hashes:
    words = "mr mrs ms dr gen sen rep gov lt col maj capt cmdr adm sgt rev prof st jr sr reps sens"
    return hash_words([*words.split()])


@cache
def _function_words() -> WordTable:
    with (folder() / "function_words.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))[1:]
    return word_table([row[0] for row in rows], [CLASSES.index(row[1]) for row in rows])
