"""Marker: ordinary words shouted in capitals."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from scorer.features.context import words
from scorer.features.marker import Found, Hit, Marker
from scorer.features.reading import Reading

_MIN_RUN = 3
_MIN_LETTERS = 9
_WINDOW = 30  # tokens on either side that are looked at to see a heading
_SHOUT_SHARE = 0.6


def _keep(reading: Reading, hit: Hit) -> bool:
    """One shouted word: the rest of its statement must not be in capitals as well."""
    if reading.after(hit) == "act" or _beside_caps(reading, hit):
        return False
    _, last = reading.token_range(reading.statement_of(hit))
    return not _mostly_caps(reading, hit.first, hit.last) or _exclaims(reading, last)


def _beside_caps(reading: Reading, hit: Hit) -> bool:
    """Part of a heading or a name in capitals such as “THE END OF HISTORY by”."""
    return (
        hit.last - hit.first == 1
        and not _ordinary_neighbour(reading, hit, hit.first - 1)
        and not _ordinary_neighbour(reading, hit, hit.last)
    )


def _ordinary_neighbour(reading: Reading, hit: Hit, token: int) -> bool:
    first, last = reading.token_range(reading.statement_of(hit))
    raw = reading.raw(token) if first <= token < last else ""
    return not raw or not raw.isupper() or len(raw) == 1 or raw.lower() in words("caps_glue")


def _mostly_caps(reading: Reading, begin: int, end: int) -> bool:
    """Whether the statement around tokens `begin` to `end` is set in capitals, as headings are."""
    first, last = reading.token_range(int(reading.token_statement[begin]))
    near = range(max(first, begin - _WINDOW), min(last, end + _WINDOW))
    raw = [reading.raw(token) for token in near]
    long = [word for word in raw if len(word) > 1 and word.isalpha()]
    return sum(word.isupper() for word in long) > _SHOUT_SHARE * max(len(long), 1)


def _exclaims(reading: Reading, last: int) -> bool:
    at = int(reading.token_end[last - 1])
    return "!" in reading.text_after(at, 3)


def _find(reading: Reading) -> Iterator[Found]:
    """Runs of three or more words in capitals that read as a sentence, not as a name."""
    caps = _capital_tokens(reading)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], caps, [False]]).astype(np.int8)))
    starts, ends = edges[0::2], edges[1::2]
    long = ends - starts >= _MIN_RUN
    for first, last in zip(starts[long].tolist(), ends[long].tolist(), strict=True):
        for begin, end in _pieces(reading, first, last):
            inside = end - begin >= _MIN_RUN and reading.token_statement[begin] >= 0
            if inside and _shouted(reading, begin, end):
                yield Found(int(reading.token_start[begin]), int(reading.token_end[end - 1]))


def _capital_tokens(reading: Reading) -> NDArray[np.bool_]:
    """Bool (T,): tokens of A to Z only."""
    upper = (reading.codes >= ord("A")) & (reading.codes <= ord("Z"))
    sums = np.concatenate([[0], np.cumsum(upper)])
    size = reading.token_end - reading.token_start
    inside = sums[reading.token_end] - sums[reading.token_start]
    return np.asarray((inside == size) & (size > 0), dtype=np.bool_)


def _pieces(reading: Reading, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a run at statement bounds and at punctuation other than commas and apostrophes."""
    begin = first
    for token in range(first + 1, last):
        same = reading.token_statement[token] == reading.token_statement[token - 1]
        if not same or reading.gap(token).strip(" ,'’-\n"):
            yield begin, token
            begin = token
    yield begin, last


def _shouted(reading: Reading, begin: int, end: int) -> bool:
    run = [reading.word(t) for t in range(begin, end)]
    if words("caps_glue").isdisjoint(run) or sum(map(len, run)) < _MIN_LETTERS:
        return False
    if "usa" in run or "click" in run:
        return False
    _, last = reading.token_range(int(reading.token_statement[begin]))
    goes_on = end < last and reading.raw(end)[:1].islower()
    heading = reading.starts_statement(begin) and not goes_on
    return _exclaims(reading, end) or not (heading or _mostly_caps(reading, begin, end))


MARKER = Marker(
    id="all_caps",
    category="style",
    summary="Ordinary words written in capitals for emphasis.",
    finds=(
        "A common word in capitals inside running text (they NEVER asked), and runs of three or "
        "more such words. Acronyms, datelines, laws and agencies (NATO, CARES Act, WHO), names and "
        "headings set wholly in capitals are left out, unless the heading ends in an exclamation "
        "mark."
    ),
    matters="Capitals are the written form of shouting. Edited news does without them.",
    false_alarms=(
        "A campaign or project whose name is a common word in capitals.",
        "Stage directions and speaker names in transcripts.",
    ),
    references=(
        "Hutto and Gilbert 2014, VADER, ICWSM",
        "The Chicago Manual of Style, 17th edition, 7.52 (capitals for emphasis)",
    ),
    hits=(
        "They ⟦NEVER⟧ asked for our votes.",
        "This is ⟦NOT⟧ normal.",
        "He took ⟦ALL⟧ of the money and ran.",
        "⟦STOP⟧ believing the evening news.",
        "We will ⟦NEVER⟧ give in, and they ⟦KNOW⟧ it.",
        "⟦LOCK HER UP⟧!",
        "He wrote that ⟦THEY ARE ALL LIARS⟧ in his letter.",
    ),
    misses=(
        "NATO and the WHO met in Geneva.",
        "WASHINGTON (AP) — The court ruled on Monday.",
        "Congress passed the CARES Act in March.",
        "The FBI and the CIA declined to comment.",
        "RIO DE JANEIRO, Brazil — The talks ended.",
        "US GDP grew by 2 percent.",
        "HOW THE VOTE WORKS",
        "Doctors treat AIDS with three drugs.",
        "The ICE office was closed.",
        "MOSCOW, March 3. /TASS/. The talks have ended.",
    ),
    keep=_keep,
    find=_find,
)
