"""Marker: quotation marks that keep a distance and quote nobody."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from scorer.features.context import has, words
from scorer.features.marker import Found, Marker
from scorer.features.reading import Reading

_MOST_WORDS = 3
_REACH = 20


def _find(reading: Reading) -> Iterator[Found]:
    """Short closed quotations that no attribution covers and no rule excuses."""
    quotes = reading.quotes
    first = np.searchsorted(reading.token_start, quotes.start, "left")
    last = np.searchsorted(reading.token_start, quotes.end, "left")
    size = last - first
    good = (quotes.level == 0) & quotes.closed & (size > 0) & (size <= _MOST_WORDS)
    good &= ~_attributed(reading, quotes.start, quotes.end)
    for at in np.flatnonzero(good).tolist():
        span = int(first[at]), int(last[at])
        if _is_scare(reading, *span, int(quotes.outer_start[at]), int(quotes.outer_end[at])):
            yield Found(int(reading.token_start[span[0]]), int(reading.token_end[span[1] - 1]))


def _attributed(
    reading: Reading, start: NDArray[np.int64], end: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Whether the content of an attribution covers each span; bool, shape of `start`."""
    spoken = reading.attributions
    if not len(spoken):
        return np.zeros(start.shape, dtype=np.bool_)
    order = np.argsort(spoken.relations.content_start, kind="stable")
    reach = np.maximum.accumulate(spoken.relations.content_end[order])
    at = np.searchsorted(spoken.relations.content_start[order], start, "right") - 1
    covered: NDArray[np.bool_] = (at >= 0) & (reach[np.maximum(at, 0)] >= end)
    return covered


def _is_scare(reading: Reading, first: int, last: int, opened: int, closed: int) -> bool:
    statement = int(reading.token_statement[first])
    if statement < 0 or int(reading.token_statement[last - 1]) != statement:
        return False
    begin, end = reading.token_range(statement)
    inside = [reading.word(i) for i in range(first, last)]
    if last - first == end - begin or _is_name(reading, first, last) or _is_answer(inside):
        return False
    if _is_utterance(reading, first, last, opened, closed):
        return False
    before = [reading.word(i) for i in range(max(begin, first - _REACH), first)]
    after = [reading.word(i) for i in range(last, min(end, last + 3))]
    return before[-2:] == ["so", "called"] or not _is_somebodys(before, inside, after)


def _is_somebodys(before: list[str], inside: list[str], after: list[str]) -> bool:
    """Whether the words around give the quotation to a speaker, or speak of it as a word."""
    if has("scare_mention", before[-2:]) or has("scare_after", after[:1]):
        return True
    if before[-1:] == ["to"] and len(inside) > 1:  # to “close loopholes”: a piece of a speech
        return True
    return has("scare_cues", before) or has("scare_says_after", after)


def _is_name(reading: Reading, first: int, last: int) -> bool:
    """A title, a name or a nickname: its words have capitals, or it is a number."""
    heavy = [i for i in range(first, last) if reading.word(i) not in words("scare_small")]
    if not heavy or any(reading.raw(i)[:1].isdigit() for i in range(first, last)):
        return True
    return all(reading.is_capital(i) for i in heavy) or reading.is_capital(heavy[0])


def _is_answer(inside: list[str]) -> bool:
    """“Yes”, “not guilty”, “A”: what is said or ticked."""
    return all(word in words("scare_answers") for word in inside)


def _is_utterance(reading: Reading, first: int, last: int, opened: int, closed: int) -> bool:
    """A colon or a comma leads to somebody's words, and ! or ? ends them."""
    text = reading.text
    lead = reading.text_before(opened, 3).rstrip()
    if lead.endswith((":", "—", "–")):
        return True
    if lead.endswith(",") and lead[-2:-1] not in "\"”’'":
        return True
    return text[int(reading.token_end[last - 1]) : closed].strip("\"”’'»").endswith(("!", "?", "…"))


MARKER = Marker(
    id="scare_quotes",
    category="stance",
    summary="One to three words in quotation marks that are nobody's quotation.",
    finds=(
        "Short quotations without a speaker: the marks say that the writer does not stand behind "
        "the words (the “experts” were wrong). Titles, names, nicknames, words that are spoken of "
        "as words, answers, and words that a cue gives to somebody are left out."
    ),
    matters=(
        "The marks mock or doubt a word without saying why. In news they can also be the trace of "
        "an official's wording; the reader cannot tell which."
    ),
    false_alarms=(
        "A technical term at its first use.",
        "A fragment of a speech that was quoted a paragraph before.",
    ),
    references=(
        "Predelli 2003, Scare quotes and their relation to other semantic issues",
        "The Chicago Manual of Style, 17th edition, 7.57: “Scare quotes”",
        "Associated Press, The Associated Press Stylebook, entry on quotation marks",
    ),
    hits=(
        "The “⟦experts⟧” were wrong again.",
        'Their "⟦peaceful protest⟧" left ten shops in ruins.',
        "He was sent abroad for ‘⟦re-education⟧’ in the spring.",
        "The so-called “⟦reforms⟧” cost the town its school.",
        "Another “⟦free and fair⟧” vote was held on Sunday.",
        "Such “⟦charity⟧” costs more than it brings.",
    ),
    misses=(
        "She called the plan “reckless”.",
        "He has never read “War and Peace”.",
        "The word “freedom” comes up nine times.",
        "John “Jack” Miller was elected.",
        "“Never,” he said.",
        "The minister said the law was “a disgrace”.",
        "Thirty members voted “no” on the motion.",
        "The ballad “Old Harbour” was sung twice.",
        "He asked: “Why now?”",
        "The embassy warned that “extremists” were planning an attack.",
        "He promised to “close loopholes” in the tax code.",
    ),
    find=_find,
)
