"""Statements: the sentences of an article body, with exact offsets.

sentencex proposes boundaries; lines, quotations and abbreviations are put right here. It keeps a
quotation of several sentences whole, so it is shown the text without quotation marks and the marks
are given back to the statement they touch. Whole-batch arrays pick the few doubtful places; only
those are looked at one by one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import numpy as np
import sentencex
from numpy.typing import NDArray

from scorer.features import boilerplate
from scorer.features.batch import Batch
from scorer.features.characters import is_one_of, is_space, is_upper
from scorer.features.lines import hard_breaks
from scorer.features.tokens import Hashes, Offsets, hash_words

_MARKS = "“”„‟«»\""
_BULLETS = "•▪◦‣●○■□➢➤►·*–—-("
_BULLET = re.compile(r"\s*(?:[•▪◦‣●○■□➢➤►·*–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))\s+")
_AFTER_CLOCK = re.compile(
    r"\s*(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*|Eastern|Pacific|Central)\b"
)
_CLOCK = re.compile(r"\b[ap]\.m\.\s*$", re.IGNORECASE)
_TAIL_TAG = re.compile(  # “Stop!” Smith said. — the speech tag belongs to the quotation
    r"[\s”\"’']*(?:[A-Z][\w.’'-]*\s+){1,5}(?:[a-z]+\s+)?(?:said|says|asked|asks|added|wrote|writes"
    r"|replied|shouted|cried|told|tweeted|yelled|exclaimed|demanded|wondered|continued|explained)\b"
)
_TITLE_END = re.compile(
    r"\b(?:Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Rev|Hon|Dr|Mr|Mrs|Ms|Prof|St|Mt|Ft|vs"
    r"|Reps|Sens|Gens|Govs|Supt|Det|Pres|Amb|Atty|Brig)\.\s*$"
)
_INITIALISM_END = re.compile(r"\b(?:U\.S|U\.K|U\.N|E\.U|U\.S\.A|D\.C)\.\s*$")
_INITIALISM_GOES_ON = re.compile(
    r"\s*(?:Air|Ambassador|Army|Agency|Attorney|Border|Bureau|Capitol|Census|Central|Chamber"
    r"|Circuit|Citizen|Coast|Commander|Commission|Congress|Constitution|Court|Customs|Defense"
    r"|Department|Dept|District|Embassy|Energy|Federal|Food|Forces|Foreign|Forest|General"
    r"|Geological|Government|House|Human|Immigration|Intelligence|Justice|Marine|Military|National"
    r"|Navy|Olympic|Open|Postal|President|Rep|Reps|Representative|Secretary|Security|Sen|Senate"
    r"|Senator|Soccer|Special|State|States|Steel|Supreme|Treasury|Trade|Virgin|Vice|War)\b"
)


@dataclass(frozen=True, slots=True)
class Statements:
    """S statements in text order, never overlapping, trimmed, each with at least one word.

    `start`, `end`: int64 (S,) offsets into `batch.text`; `article`, `line`: int64 (S,), the article
    and the line (paragraph) of each. `line_start`, `line_end`: int64 (L,) bounds of all lines.
    """

    start: Offsets
    end: Offsets
    article: Offsets
    line: Offsets
    line_start: Offsets
    line_end: Offsets


def find_statements(batch: Batch) -> Statements:
    """Statements of every article. Boilerplate and text without words give none."""
    feeds = np.flatnonzero(batch.codes == 0x0A)
    hard = hard_breaks(batch.codes, feeds, np.isin(feeds, batch.article_start[1:] - 1))
    line_start = np.concatenate([np.zeros(1, np.int64), feeds[hard] + 1])[:-1]
    line_end = feeds[hard]
    plain = _plain_text(batch.codes, feeds[~hard])
    soft = _soft_cuts(batch, plain, line_start)
    edges = np.union1d(soft, np.union1d(line_start, batch.article_start[-1:]))
    start, end = _trim(batch, edges[:-1], edges[1:])
    line = np.searchsorted(line_start, start, "right") - 1
    start, end, line = _without_boilerplate(batch, start, end, line, line_start, line_end)
    article = np.searchsorted(batch.article_start, start, "right") - 1
    first, last = (np.searchsorted(batch.tokens.start, x) for x in (start, end))
    good = last > first
    return Statements(start[good], end[good], article[good], line[good], line_start, line_end)


def whole_texts(batch: Batch) -> Statements:
    """One statement per text: the texts are statements already. Empty texts stay, empty."""
    start, end = batch.article_start[:-1], batch.article_start[1:] - 1
    number = np.arange(start.size, dtype=np.int64)
    return Statements(start, end, number, number, start, end)


def _plain_text(codes: NDArray[np.uint32], wraps: Offsets) -> str:
    """The text as sentencex should see it: no quotation marks, no soft line breaks, same length."""
    plain = codes.copy()
    plain[is_one_of(codes, _MARKS)] = 0x20
    plain[wraps] = 0x20
    plain[((codes >= 0xD800) & (codes < 0xE000)) | (codes == 0)] = 0xFFFD
    return plain.tobytes().decode("utf-32-le")


def _soft_cuts(batch: Batch, plain: str, line_start: Offsets) -> Offsets:
    """Boundaries inside lines: int64, increasing."""
    cuts: list[int] = []
    bounds = batch.article_start.tolist()
    for begin, stop in zip(bounds, bounds[1:], strict=False):
        parts = sentencex.segment("en", plain[begin:stop])
        cuts += accumulate(map(len, parts), initial=begin)
    proposed = np.union1d(np.array(cuts, dtype=np.int64), _missed_cuts(batch))
    inner = np.setdiff1d(proposed, line_start)
    return _place(batch, plain, inner[(inner > 0) & (inner < batch.codes.size)])


def _missed_cuts(batch: Batch) -> Offsets:
    """Boundaries sentencex leaves out: after "no.", an ellipsis character, a full stop and “)”."""
    codes, tokens = batch.codes, batch.tokens
    no = tokens.end[tokens.hash == _hashes("no")[0]]
    ends = [no[codes[no] == 0x2E] + 1, np.flatnonzero(codes == 0x2026) + 1]
    bracket = np.flatnonzero(is_one_of(codes, ")]"))
    ends.append(bracket[is_one_of(codes[np.maximum(bracket - 1, 0)], ".!?")] + 1)
    after = np.concatenate(ends)
    after = after[after < codes.size]
    spaced: Offsets = after[codes[after] == 0x20]
    return spaced


def _place(batch: Batch, plain: str, cuts: Offsets) -> Offsets:
    """Drop false boundaries and move the others to the white space that ends the statement."""
    codes, tokens = batch.codes, batch.tokens
    following = np.searchsorted(tokens.start, cuts)
    inside = (following > 0) & (following < tokens.start.size)
    cuts, following = cuts[inside], following[inside]
    head = codes[tokens.start[following]]
    keep = is_upper(head) | ~_has_case(head)
    cuts, following = cuts[keep], following[keep]
    doubtful = _doubtful(batch, following - 1)
    joins = np.zeros(cuts.size, dtype=np.bool_)
    for i in np.flatnonzero(doubtful).tolist():
        joins[i] = _joins(batch.text, int(cuts[i]))
    return _between(batch, plain, cuts[~joins])


def _between(batch: Batch, plain: str, cuts: Offsets) -> Offsets:
    """Marks go to the side they touch: cut at the first white space after the last character."""
    shown = np.frombuffer(plain.encode("utf-32-le"), dtype=np.uint32)
    solid = np.flatnonzero(~is_space(shown))
    white = np.flatnonzero(is_space(batch.codes))
    if not solid.size or not white.size:
        return cuts
    previous = solid[np.maximum(np.searchsorted(solid, cuts) - 1, 0)] + 1
    nearest = white[np.minimum(np.searchsorted(white, previous), white.size - 1)]
    return np.unique(np.where(nearest >= previous, np.minimum(nearest, cuts), cuts))


def _doubtful(batch: Batch, token: Offsets) -> NDArray[np.bool_]:
    """Whether the boundary after each token may follow an abbreviation or a quoted question."""
    tokens = batch.tokens
    end = tokens.end[token]
    mark = batch.codes[np.minimum(end, batch.codes.size - 1)]
    short = (end - tokens.start[token] <= 5) & (mark == 0x2E)
    abbreviated = short & (is_upper(batch.codes[tokens.start[token]]) | (end - tokens.start[token] < 3))
    doubtful: NDArray[np.bool_] = abbreviated | is_one_of(mark, "?!…")
    return doubtful


def _joins(text: str, cut: int) -> bool:
    """Whether a proposed boundary is none."""
    before = text[max(0, cut - 24) : cut]
    if _TITLE_END.search(before):
        return True
    if _CLOCK.search(before) and _AFTER_CLOCK.match(text, cut):
        return True
    if _INITIALISM_END.search(before) and _INITIALISM_GOES_ON.match(text, cut):
        return True
    return before.rstrip()[-1:] in tuple("”»\"'’") and bool(_TAIL_TAG.match(text, cut))


def _trim(batch: Batch, start: Offsets, end: Offsets) -> tuple[Offsets, Offsets]:
    solid = np.flatnonzero(~is_space(batch.codes))
    if not solid.size:
        return start[:0], end[:0]
    first = np.searchsorted(solid, start)
    last = np.searchsorted(solid, end)
    good = last > first
    return solid[first[good]], solid[last[good] - 1] + 1


def _without_boilerplate(
    batch: Batch, start: Offsets, end: Offsets, line: Offsets, line_start: Offsets, line_end: Offsets
) -> tuple[Offsets, Offsets, Offsets]:
    keep = np.ones(start.size, dtype=np.bool_)
    opens = np.ones(start.size, dtype=np.bool_)
    opens[1:] = line[1:] != line[:-1]
    for i in np.flatnonzero(_suspects(batch, start, end)).tolist():
        begin, stop, of_line = int(start[i]), int(end[i]), int(line[i])
        whole = bool(opens[i]) and boilerplate.is_boilerplate(
            batch.text, begin, int(line_end[of_line])
        )
        if whole or boilerplate.starts_boilerplate_block(batch.text, begin, stop):
            keep[i:] &= line[i:] != of_line
        elif boilerplate.is_boilerplate(batch.text, begin, stop):
            keep[i] = False
    start = _body_starts(batch, start, end, opens & keep)
    return start[keep], end[keep], line[keep]


def _suspects(batch: Batch, start: Offsets, end: Offsets) -> NDArray[np.bool_]:
    """Whether a statement's first word, or an © or @ near its start, hints at boilerplate."""
    tokens = batch.tokens
    if not tokens.start.size:
        return np.zeros(start.size, dtype=np.bool_)
    first = np.minimum(np.searchsorted(tokens.start, start), tokens.start.size - 1)
    known = np.isin(tokens.hash[first], _first_words())
    signs = np.flatnonzero(is_one_of(batch.codes, "©@"))
    near = np.searchsorted(signs, np.minimum(end, start + 40)) > np.searchsorted(signs, start)
    suspect: NDArray[np.bool_] = known | near
    return suspect


def _body_starts(
    batch: Batch, start: Offsets, end: Offsets, first_of_line: NDArray[np.bool_]
) -> Offsets:
    """Move starts behind bullets and datelines."""
    codes = batch.codes
    out = start.copy()
    head, second = codes[start], codes[np.minimum(start + 1, codes.size - 1)]
    digit = (head >= 0x30) & (head <= 0x39)
    marked = is_one_of(head, _BULLETS) | digit | is_one_of(second, ")")
    shouted = is_upper(head) & is_upper(second)
    for i in np.flatnonzero(first_of_line & (marked | shouted)).tolist():
        begin, stop = int(start[i]), int(end[i])
        bullet = _BULLET.match(batch.text, begin, stop)
        begin = bullet.end() if bullet else begin
        out[i] = boilerplate.body_start(batch.text, begin, stop)
    return out


def _has_case(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    return np.array([chr(c).lower() != chr(c).upper() for c in codes.tolist()], dtype=np.bool_)


@cache
def _hashes(*words: str) -> Hashes:
    return hash_words(list(words))


@cache
def _first_words() -> Hashes:
    return hash_words(list(boilerplate.FIRST_WORDS))
