"""Marker: sentences that shout with an exclamation mark."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scorer.features.marker import Found, Marker
from scorer.features.reading import Reading

_MARK = ord("!")
_RUN = "!?‽！"
_CLOSERS = "\"'”’»)]*_ \t\u00a0"


def _find(reading: Reading) -> Iterator[Found]:
    """Runs of exclamation marks, question marks among them."""
    reach = 0
    for at in np.flatnonzero(reading.codes == _MARK).tolist():
        if at < reach:
            continue
        start, reach = _run(reading, at)
        if _shouts(reading, start, reach):
            yield Found(start, reach)


def _run(reading: Reading, at: int) -> tuple[int, int]:
    text, start = reading.text, at
    while start and text[start - 1] in _RUN:
        start -= 1
    end = at + 1
    while end < len(text) and text[end] in _RUN:
        end += 1
    return start, end


def _shouts(reading: Reading, start: int, end: int) -> bool:
    """Not part of a name or of code: `Yahoo! shares`, `!important`, `!=`."""
    before, after = reading.text_before(start, 1), reading.text_after(end, 1)
    if not before or (before in " \t\n<([{=&|" and before != "("):
        return False
    if after and (after.isalnum() or after in "=[{"):
        return end - start > 1 and after.isalpha() and after.isupper()
    return not _goes_on(reading, start, end)


def _goes_on(reading: Reading, start: int, end: int) -> bool:
    """Whether the sentence goes on in lower case after a capitalised name with a mark."""
    rest = reading.text_after(end, 4)
    if not rest[:1].isspace() or not rest.lstrip(" \u00a0")[:1].islower():
        return rest[:1] in ",:" or rest[:2] in ("’s", "'s")
    word = reading.text_before(start, 30).rsplit(" ", maxsplit=1)[-1]
    return word.lstrip(_CLOSERS + "“‘(")[:1].isupper()


MARKER = Marker(
    id="exclamation",
    category="style",
    summary="An exclamation mark: the sentence is shouted.",
    finds=(
        "Every run of exclamation marks that ends a sentence or a quotation. Names that carry one "
        "(Yahoo! said, Jeopardy!, a film title in mid-sentence) and code are left out."
    ),
    matters=(
        "News prose has almost no exclamation marks outside quotations. In the narrator's own "
        "voice they are a strong sign of opinion, advertising or agitation."
    ),
    false_alarms=(
        "A brand or title with a mark at the end of a sentence (he plays in Oklahoma!).",
        "Greetings and captions (Happy New Year!).",
    ),
    references=(
        "The Associated Press Stylebook, exclamation point",
        "Hutto and Gilbert 2014, VADER, ICWSM",
    ),
    hits=(
        "They lied to all of us⟦!⟧",
        "“Get out⟦!⟧” he shouted.",
        "Stop the war⟦!!!⟧ Bring them home⟦!⟧",
        "What were they thinking⟦?!⟧",
        "Build the wall⟦!⟧ Build it now.",
        "The minister (an expert⟦!⟧) had no idea.",
    ),
    misses=(
        "Yahoo! shares fell by 3 percent.",
        "He won twice on Jeopardy! before he was ten.",
        "The style sheet says !important here.",
        "The test is written x != y in the code.",
        "The !Kung live in Namibia.",
        "There is no mark in this sentence.",
        "The film Airplane! was shot in 34 days.",
    ),
    find=_find,
)
