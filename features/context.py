"""Small questions that markers ask about the words around a hit."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from typing import TYPE_CHECKING

from scorer.features.phrases import word_sets

if TYPE_CHECKING:
    from scorer.features.marker import Hit
    from scorer.features.reading import Reading


@cache
def words(name: str) -> frozenset[str]:
    """One set of `seeds/wordsets.csv`."""
    return frozenset(word_sets()[name])


def has(name: str, candidates: Iterable[str]) -> bool:
    """Whether one of the words is in that set."""
    return not words(name).isdisjoint(candidates)


def words_before(reading: Reading, hit: Hit, count: int) -> list[str]:
    """Up to `count` folded words of the same statement that stand before the hit, in text order."""
    first, _ = reading.token_range(reading.statement_of(hit))
    return [reading.word(i) for i in range(max(first, hit.first - count), hit.first)]


def words_after(reading: Reading, hit: Hit, count: int) -> list[str]:
    """Up to `count` folded words of the same statement that stand after the hit, in text order."""
    _, last = reading.token_range(reading.statement_of(hit))
    return [reading.word(i) for i in range(hit.last, min(last, hit.last + count))]


def phrase_after(reading: Reading, hit: Hit, count: int) -> list[str]:
    """The same as `words_after`, but no further than the next comma, dash or bracket."""
    following = words_after(reading, hit, count)
    for number in range(len(following)):
        if reading.gap(hit.last + number).strip(" \n-'’"):
            return following[:number]
    return following


def words_in(reading: Reading, hit: Hit) -> list[str]:
    """The folded words of the hit itself, skipped adverbs included."""
    return [reading.word(i) for i in range(hit.first, hit.last)]


def opens_clause(reading: Reading, hit: Hit) -> bool:
    """Whether a clause seems to begin after the hit: "that", a pronoun, an article, a name."""
    following = reading.after(hit)
    if not following:
        return False
    return following in words("clause_start") or reading.is_capital(hit.last)


def says_any(reading: Reading, hit: Hit, wanted: Collection[str]) -> bool:
    """Whether the statement of the hit has one of the words."""
    return any(word in wanted for word in reading.statement_words(reading.statement_of(hit)))


def negated(reading: Reading, hit: Hit, reach: int = 3) -> bool:
    """Whether a negation stands in the hit or among the `reach` words before it."""
    around = words_before(reading, hit, reach) + words_in(reading, hit)
    return any(word in words("negator") for word in around)
