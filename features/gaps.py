"""Where, in the gap between the words of two sentences, the bound stands.

Marks stay on the side they belong to: a closing mark with the sentence before, an opening mark, a
dash or a bullet with the one after. Only gaps that hold more than one mark and one space are looked
at one by one.
"""

from __future__ import annotations

import re

import numpy as np

from scorer.features.batch import Batch
from scorer.features.characters import is_one_of
from scorer.features.lines import Lines
from scorer.features.tokens import Offsets

STOPS = ".!?…"
_STOP = re.compile(r"[.!?…]")
_WHITE = re.compile(r"\s")
_CHUNK = re.compile(r"\S+")
_OPENING = re.compile(r"[“‘«„(\[]+[.…]+$|[\"']+(?:…|\.\.)[.…]*$")  # “… as he put it
_CLOSERS = re.compile(r"['\"]*[”»’›)\]][”»’›)\]'\"]*")
_QUESTION_END = re.compile(r"[!?…—–-]\s?[”“\"’'»]")
_DASH = re.compile(r"\.\s+(?:—|–|―|--|-)\s")  # "CONCORD, N.H. — The", a dateline
_SHORT_NAME = re.compile(r"(?:\b[A-Z]|\b[A-Z][a-z]{1,4})$")
_GLUED_STOP = re.compile(r"[.!?…]+[”’\"»)\]]*")
_GLUED_BEFORE = re.compile(r"(?:^|\s)[^\s/@#_=:.\\]*[a-zß-ÿ]{3}$")
_GLUED_AFTER = re.compile(r"(?!Com\b|Net\b|Org\b)(?:[A-ZÀ-Þ][a-zß-ÿ’']+|[IA]),?\s")
_TAIL_TAG = re.compile(  # “Stop!” Smith said. — the speech tag belongs to the quotation
    r"(?:[A-Z][\w.’'-]{0,30}\s+){1,5}(?:[a-z]{1,15}\s+)?(?:said|says|asked|asks|added|wrote|writes"
    r"|replied|shouted|cried|told|tweeted|yelled|exclaimed|demanded|wondered|continued|explained)\b"
    r"(?!\s+(?:that|the|an?|h[ei]s?|she|her|its?|they|their|there|no|we|my|our|I)\b)"
)


def place_bounds(batch: Batch, lines: Lines, first: Offsets) -> Offsets:
    """Where to cut before each token; bounds that turn out to be none are dropped."""
    codes, tokens = batch.codes, batch.tokens
    end, start = tokens.end[first - 1], tokens.start[first]
    simple = (start - end == 2) & is_one_of(codes[end], STOPS) & lines.space[start - 1]
    cuts = end + 1
    at = np.flatnonzero(~simple)
    line_end = lines.end[np.searchsorted(lines.end, start[at])]
    for i, stop in zip(at.tolist(), line_end.tolist(), strict=True):
        cuts[i] = _cut(batch.text, int(end[i]), int(start[i]), stop)
    return cuts[cuts >= 0]


def _cut(text: str, end: int, start: int, line_end: int) -> int:
    """Where to cut between words that end at `end` and start at `start`; -1: nowhere."""
    gap = text[end:start]
    cut, stops = -1, _STOP.search(gap)
    for chunk in _CHUNK.finditer(gap):
        signs = chunk.group()
        if chunk.end() == len(gap):
            break  # these marks touch the word after them
        stop = _STOP.search(signs) and not _OPENING.match(signs)
        if stop or (cut >= 0 and _closes(text, end + chunk.start(), signs)):
            cut = chunk.end()
    if _DASH.match(gap) and _SHORT_NAME.search(text, max(0, end - 8), end):
        return -1
    if cut >= 0:
        said = _QUESTION_END.search(gap, 0, cut) and _TAIL_TAG.match(text, start, line_end)
        return -1 if said else end + cut
    white = _WHITE.search(gap)
    if white:
        return -1 if stops else end + white.start()
    return _cut_glued(text, end, start)


def _closes(text: str, at: int, signs: str) -> bool:
    """Whether marks with white space around them close a quotation or a bracket."""
    if signs == '"':
        begin = max(0, at - 500)
        return text.count('"', max(begin, text.rfind("\n", begin, at)), at) % 2 == 1
    return _CLOSERS.fullmatch(signs) is not None


def _cut_glued(text: str, end: int, start: int) -> int:
    """Sentences without a space between them: "was reported.He left", but no "Hill.TV"."""
    stop = _GLUED_STOP.match(text, end, start)
    before = _GLUED_BEFORE.search(text, max(0, end - 40), end)
    return stop.end() if stop and before and _GLUED_AFTER.match(text, start) else -1
