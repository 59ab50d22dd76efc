"""The feature matrix: hashed n-grams of every statement, and named dense features.

Occurrences of n-grams are kept as bucket numbers only; weights, inverse document frequencies and
norms belong to the model, which gathers them in one pass (feature hashing: Weinberger et al. 2009).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from scorer.features.characters import BMP, is_upper
from scorer.features.reading import Reading
from scorer.features.spans import VOICES, SpanTable
from scorer.features.tokens import Hashes, Offsets, chain

BUCKET_BITS = 18
BUCKETS = 1 << BUCKET_BITS
GRAMS_PER_TOKEN = 4  # the word, the word pair it opens, its prefix, its suffix
_SHIFT = np.uint64(64 - BUCKET_BITS)
_END = np.uint64(0x2545F4914F6CDD1D)  # stands for the word after the last
_NUMBER = np.uint64(0x8CB92BA72F3D8DD7)  # all numbers of one length are one word
_SIGNS = {
    "exclamation": "!",
    "question": "?",
    "quote": '“”"«»',
    "comma": ",",
    "colon": ":;",
    "ellipsis": "…",
    "dash": "—–",
    "bracket": "()[]",
    "money": "$€£%",
}


@dataclass(frozen=True, slots=True)
class Matrix:
    """Features of S statements.

    `start`: int64 (S+1,) where each row starts in `bucket`; `bucket`: int32 (n,), below `buckets`,
    duplicates stay. `dense`: float32 (S, K), scaled to about [0, 1]; `names`: K names. A statement
    without words has no buckets, and zeros in every dense column but its voice.
    """

    start: Offsets
    bucket: NDArray[np.int32]
    dense: NDArray[np.float32]
    names: tuple[str, ...]
    buckets: int = BUCKETS

    def __len__(self) -> int:
        return self.start.size - 1


def build_matrix(
    reading: Reading, spans: SpanTable, voice: NDArray[np.int8], markers: tuple[str, ...]
) -> Matrix:
    """Features of every statement of a reading. `voice`: int8 (S,); `markers`: catalogue ids."""
    start, bucket = _grams(reading)
    blocks = [
        _marker_block(reading, spans, markers),
        _voice_block(reading, spans, voice),
        _sign_block(reading),
        _shape_block(reading),
    ]
    names = tuple(name for block, _ in blocks for name in block)
    dense = np.concatenate([values for _, values in blocks], axis=1).astype(np.float32)
    return Matrix(start, bucket, dense, names)


def _grams(reading: Reading) -> tuple[Offsets, NDArray[np.int32]]:
    inside = np.flatnonzero(reading.token_statement >= 0)
    tokens = reading.batch.tokens
    word = _with_numbers(reading, inside)
    grams = np.empty((inside.size, GRAMS_PER_TOKEN), dtype=np.uint64)
    grams[:, 0] = word
    grams[:, 1] = chain(word, _following(reading, inside, word))
    grams[:, 2] = tokens.prefix4[inside]
    grams[:, 3] = tokens.suffix3[inside]
    counts = reading.last_token - reading.first_token
    start = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts * GRAMS_PER_TOKEN)])
    return start, (grams.reshape(-1) >> _SHIFT).astype(np.int32)


def _with_numbers(reading: Reading, inside: Offsets) -> Hashes:
    tokens = reading.batch.tokens
    word = tokens.hash[inside]
    head = reading.codes[tokens.start[inside]]
    number = np.flatnonzero((head >= 0x30) & (head <= 0x39))
    length = tokens.end[inside[number]] - tokens.start[inside[number]]
    word[number] = _NUMBER * (np.minimum(length, 5).astype(np.uint64) + np.uint64(1))
    return word


def _following(reading: Reading, inside: Offsets, word: Hashes) -> Hashes:
    """The next word of the same statement, or the end sign."""
    following = np.full(word.size, _END, dtype=np.uint64)
    if word.size:
        statement = reading.token_statement[inside]
        same = statement[1:] == statement[:-1]
        following[:-1][same] = word[1:][same]
    return following


def _marker_block(
    reading: Reading, spans: SpanTable, markers: tuple[str, ...]
) -> tuple[list[str], NDArray[np.float64]]:
    size, width = reading.statement_start.size, len(markers)
    spoken = (spans.voice != 0).astype(np.int64)
    column = spans.marker.astype(np.int64) + width * spoken
    counts = np.bincount(spans.statement * 2 * width + column, minlength=size * 2 * width)
    names = [f"marker:{m}:{who}" for who in ("narrator", "spoken") for m in markers]
    return names, np.minimum(counts.reshape(size, 2 * width), 3) / 3.0


def _voice_block(
    reading: Reading, spans: SpanTable, voice: NDArray[np.int8]
) -> tuple[list[str], NDArray[np.float64]]:
    onehot = (voice[:, None] == np.arange(len(VOICES))).astype(np.float64)
    share = _quoted_share(reading)
    names = [*(f"voice:{name}" for name in VOICES), "quoted_share"]
    return names, np.column_stack([onehot, share])


def _quoted_share(reading: Reading) -> NDArray[np.float64]:
    """Share of a statement's tokens that stand in quotation marks."""
    inside = reading.quotes.inside(reading.token_start).astype(np.float64)
    return _ratio(_sum(reading, inside), reading.last_token - reading.first_token)


def _sign_block(reading: Reading) -> tuple[list[str], NDArray[np.float64]]:
    number = _sign_table().take(np.minimum(reading.codes, BMP - 1))
    at = np.flatnonzero(number)
    columns: list[NDArray[np.float64]] = []
    for sign in range(1, len(_SIGNS) + 1):
        places = at[number[at] == sign]
        first = np.searchsorted(places, reading.statement_start)
        last = np.searchsorted(places, reading.statement_end)
        columns.append(np.minimum(last - first, 4) / 4.0)
    return [f"sign:{name}" for name in _SIGNS], np.column_stack(columns)


@cache
def _sign_table() -> NDArray[np.uint8]:
    table = np.zeros(BMP, dtype=np.uint8)
    for number, signs in enumerate(_SIGNS.values(), 1):
        table[[ord(c) for c in signs]] = number
    return table


def _shape_block(reading: Reading) -> tuple[list[str], NDArray[np.float64]]:
    codes, tokens = reading.codes, reading.batch.tokens
    count = reading.last_token - reading.first_token
    head = codes[tokens.start]
    capital = is_upper(head).astype(np.float64)
    digit = ((head >= 0x30) & (head <= 0x39)).astype(np.float64)
    long = (tokens.end - tokens.start >= 8).astype(np.float64)
    second = codes[np.minimum(tokens.start + 1, max(codes.size - 1, 0))]
    shouted = is_upper(head) & is_upper(second) & (tokens.end - tokens.start > 3)
    columns = {
        "length": np.minimum(np.log1p(count) / 5.0, 1.0),
        "short": (count < 6) & (count > 0),
        "capital_share": _ratio(_sum(reading, capital), count),
        "digit_share": _ratio(_sum(reading, digit), count),
        "long_word_share": _ratio(_sum(reading, long), count),
        "shouted": np.minimum(_sum(reading, shouted.astype(np.float64)), 3.0) / 3.0,
    }
    names = [f"shape:{name}" for name in columns]
    return names, np.column_stack([np.asarray(c, dtype=np.float64) for c in columns.values()])


def _sum(reading: Reading, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum of a value per token over each statement, (S,)."""
    total = np.concatenate([np.zeros(1), np.cumsum(values)])
    sums: NDArray[np.float64] = total[reading.last_token] - total[reading.first_token]
    return sums


def _ratio(top: NDArray[np.float64], bottom: Offsets) -> NDArray[np.float64]:
    share: NDArray[np.float64] = top / np.maximum(bottom, 1)
    return share
