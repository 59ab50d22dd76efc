"""Sentence bounds inside paragraphs.

sentencex proposes them. It is shown a text of the same length without quotation marks, brackets
and bullets, for it keeps what stands between marks whole and stumbles over unbalanced ones. What it
misses is added, and what it gets wrong is dropped. A bound is named by the token that opens the
sentence after it, so that proposals of different kinds are the same thing.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from itertools import accumulate, pairwise
from typing import cast

import numpy as np
import sentencex

from scorer.features.batch import Batch
from scorer.features.characters import (
    BMP,
    INVISIBLE,
    Bits,
    Codes,
    is_lower,
    is_one_of,
    is_upper,
    is_word,
    look_up,
)
from scorer.features.gaps import STOPS, place_bounds
from scorer.features.lines import Lines
from scorer.features.tokens import Hashes, Offsets, contains, distinct, hash_words
from scorer.seeds.files import folder

_SINGLE = "'’‘‚‛`´ʼ"
_HIDDEN = INVISIBLE + '\r@*<>()[]{}（）《》「」『』〝〞“”„‟«»‹›"•▪◦‣●○■□➢➤►·–—-' + _SINGLE
_REFERENCE = re.compile(r"\[\d{1,3}\]")
_SIGNATURE = re.compile(r"\(@\w{1,30}\)[^\S\n]{1,3}[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}")


def find_bounds(batch: Batch, lines: Lines) -> Offsets:
    """Offsets of the bounds inside paragraphs: int64, increasing, each at white space or a token.

    Text without words or without stops: none.
    """
    tokens = batch.tokens
    if tokens.start.size < 2:
        return np.empty(0, dtype=np.int64)
    first = distinct(np.concatenate([_proposed(batch, lines), *_missed(batch)]))
    first = first[(first > 0) & (first < tokens.start.size)]
    line = np.searchsorted(lines.start, tokens.start, "right")
    first = first[line[first] == line[first - 1]]
    first = first[_opens(batch, first) & ~_is_abbreviated(batch, first)]
    first = first[~_after_number(batch, lines, first)]
    return place_bounds(batch, lines, first)


def _proposed(batch: Batch, lines: Lines) -> Offsets:
    """First tokens of the sentences that sentencex finds, article by article."""
    plain = _plain_text(batch, lines.wraps)
    cuts: list[int] = []
    for begin, end in pairwise(batch.article_start.tolist()):
        cuts += accumulate(map(len, segment(plain[begin:end])), initial=begin)
    return np.searchsorted(batch.tokens.start, np.array(cuts, dtype=np.int64))


def segment(text: str) -> list[str]:
    """What sentencex makes of a text; its extension module has no types."""
    return cast("list[str]", sentencex.segment("en", text))  # pyright: ignore


def _plain_text(batch: Batch, wraps: Offsets) -> str:
    """The text as sentencex should see it. Apostrophes inside words stay."""
    codes = batch.codes
    plain = look_up(_plain_table(), codes)
    high = np.flatnonzero(codes >= BMP)
    plain[high] = codes[high]
    plain[wraps] = 0x20
    single = np.flatnonzero(is_one_of(codes, _SINGLE))
    single = single[(single > 0) & (single < codes.size - 1)]
    plain[single[is_word(codes[single - 1]) & is_word(codes[single + 1])]] = 0x2019
    for reference in _REFERENCE.finditer(batch.text):
        plain[reference.start() : reference.end()] = 0x20
    return plain.tobytes().decode("utf-32-le")


@cache
def _plain_table() -> Codes:
    table = np.arange(BMP, dtype=np.uint32)
    table[[ord(c) for c in _HIDDEN]] = 0x20
    table[0xD800:0xE000] = 0xFFFD  # lone surrogates, and NUL, cannot be handed on
    table[0] = 0xFFFD
    return table


def _missed(batch: Batch) -> list[Offsets]:
    """First tokens of sentences that sentencex leaves joined to the one before."""
    return [_after_word(batch), _at_pronoun(batch), _after_ellipsis(batch), _after_tweet(batch)]


def _after_word(batch: Batch) -> Offsets:
    """After words that only look like abbreviations ("He told me. Then …")."""
    codes, tokens = batch.codes, batch.tokens
    at = np.flatnonzero(codes[tokens.end[:-1]] == 0x2E)
    at = at[contains(_words("word"), tokens.hash[at])]
    start, end = tokens.start[at], tokens.end[at]
    whole = is_lower(codes[start]) | is_upper(codes[end - 1])
    whole |= contains(_sorted("may", "no"), tokens.hash[at])
    after: Offsets = at[whole & is_upper(codes[tokens.start[at + 1]])] + 1
    return after


def _at_pronoun(batch: Batch) -> Offsets:
    """At "I" with a verb after it: no initial and no numeral ("… of the U.K. I was …")."""
    codes, tokens = batch.codes, batch.tokens
    at = np.flatnonzero(codes[tokens.start[1:-1]] == ord("I")) + 1
    at = at[(tokens.end[at] - tokens.start[at] == 1) & is_one_of(codes[tokens.end[at]], " '’")]
    stop = is_one_of(codes[tokens.end[at - 1]], STOPS)
    verb: Offsets = at[stop & is_lower(codes[tokens.start[at + 1]])]
    return verb


def _after_ellipsis(batch: Batch) -> Offsets:
    at = np.searchsorted(batch.tokens.start, np.flatnonzero(batch.codes == 0x2026))
    at = at[at < batch.tokens.start.size]
    return at[is_upper(batch.codes[batch.tokens.start[at]])]


def _after_tweet(batch: Batch) -> Offsets:
    """After the signature of a tweet: "— Name (@name) March 26, 2019"."""
    ends = [match.end() for match in _SIGNATURE.finditer(batch.text)]
    return np.searchsorted(batch.tokens.start, np.array(ends, dtype=np.int64))


def _opens(batch: Batch, first: Offsets) -> Bits:
    """Whether each token can open a sentence: a capital, a digit, "iPhone", the item "b)"."""
    codes, tokens = batch.codes, batch.tokens
    start, end = tokens.start[first], tokens.end[first]
    camel = is_upper(codes[np.minimum(start + 1, codes.size - 1)])
    item = (end - start == 1) & (codes[np.minimum(end, codes.size - 1)] == 0x29)
    opens: Bits = ~is_lower(codes[start]) | camel | item
    return opens


def _is_abbreviated(batch: Batch, first: Offsets) -> Bits:
    """Whether the full stop before each token belongs to an abbreviation that goes on."""
    hashes = batch.tokens.hash
    following, last = hashes[first], hashes[first - 1]
    dotted = batch.codes[batch.tokens.start[first - 1] - 1] == 0x2E
    before = np.where(dotted, hashes[first - 2], np.uint64(0))
    stop = batch.codes[batch.tokens.end[first - 1]] == 0x2E
    title = contains(_words("title"), last)
    clock = _is_pair(before, last, "a m", "p m") & contains(_words("after_clock"), following)
    initials = _is_pair(before, last, "u s", "u k", "u n", "e u", "d c")
    latin = _is_pair(before, last, "e g", "i e")
    goes_on = initials & contains(_words("after_initialism"), following)
    abbreviated: Bits = stop & (title | clock | goes_on | latin)
    return abbreviated


def _is_pair(before: Hashes, last: Hashes, *pairs: str) -> Bits:
    found = np.zeros(last.size, dtype=np.bool_)
    for pair in pairs:
        one, two = hash_words(pair.split())
        found |= (before == one) & (last == two)
    return found


def _after_number(batch: Batch, lines: Lines, first: Offsets) -> Bits:
    """Whether nothing but the number of a list item stands before each token ("2. Then …")."""
    tokens = batch.tokens
    opens = np.zeros(tokens.start.size, dtype=np.bool_)
    opens[first] = True
    at = np.searchsorted(tokens.start, lines.start)
    opens[at[at < opens.size]] = True
    short = tokens.end[first - 1] - tokens.start[first - 1] <= 2
    numbered: Bits = (
        opens[first - 1] & short & is_one_of(batch.codes[tokens.start[first - 1]], "0123456789")
    )
    return numbered


@cache
def _words(kind: str) -> Hashes:
    """Hashes of one class of `seeds/abbreviations.csv`, sorted."""
    with (folder() / "abbreviations.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))[1:]
    return _sorted(*(word for word, of_kind, _source in rows if of_kind == kind))


@cache
def _sorted(*words: str) -> Hashes:
    return np.sort(hash_words(list(words)))
