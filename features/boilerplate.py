"""Boilerplate: lines and sentences of a page that say nothing about the story.

A statement wrongly thrown away is worse than boilerplate kept: what reads like a sentence of the
story, a caption or a headline stays. Only statements whose first or last words raise suspicion are
looked at one by one. Set phrases stand in `seeds/boilerplate.csv`: `whole`, `start` and `end` say
what they must be of a line or sentence; `first` are words, or pairs of them, that a pattern below
can open with; `date` are the words of which, with numbers, a date line is made.
"""

from __future__ import annotations

import csv
import re
from functools import cache

import numpy as np

from scorer.features.batch import Batch
from scorer.features.characters import Bits, is_one_of
from scorer.features.lines import Lines
from scorer.features.tokens import Hashes, Offsets, chain, contains, hash_words
from scorer.seeds.files import folder

# One alternative for each kind of line; the last word of the text ends the match where `$` stands.
_LINE = re.compile(
    r"""\W*(?:
      all\s+rights\s+reserved
    | this\s+(?:material|story|article|content|report|page|copy)\s+(?:may|can|must)\s*not\s+be\s+
        (?:re)?(?:published|produced|distributed|copied|used|printed|written|transmitted)
    | this\s+(?:article|post|piece|story|column|report|essay)\s+(?:was\s+|has\s+been\s+)?(?:
        (?:(?:first|originally)\s+(?:appeared|published|posted)|reprinted|used\s+with)\b.{0,90}$
        |(?:updated|corrected)\b.{0,200}$)
    | the\s+(?:views|opinions)\b.{0,120}\bexpressed\b.*\b(?:not\s+necessarily|solely|own|alone)\b
    | (?:share|tweet|pin|email|e-mail|forward)\s+(?:this|on|via|it)\b[^.]{0,60}[.!:]?$
    | (?:subscribe|donate)\s+(?:now|here|to|for|today|via)\b[^.]{0,120}[.!:]?$
    | (?:sign\s+up|register)\b.{0,160}\b(?:newsletter|e?-?mails?|inbox|updates|alerts?|here|now)\b
        .{0,60}$
    | (?:follow|like|join|find)\s+(?:us|me|him|her|them|the\s+author)\s+
        (?:here|on\s+(?:twitter|facebook|instagram|telegram|youtube|linkedin|whatsapp|gab|x))\b
    | follow(?=\s).{0,80}(?:\s@\w|\son\s+(?:twitter|facebook|instagram|telegram)\b)
    | (?:contact|email|e-mail|reach)\s.{0,60}\S@\S+$
    | click(?:/tap)?\s.{1,120}$
    | (?:read|see|view|watch|listen|hear|check)\s[^.?!]{0,90}\b(?:here|below|above)[.:!]*$
    | (?:read|see)\s+(?:more|also|the\s+(?:full|rest))\b[^.?!]{0,90}[.!:…]*$
    | (?:read|also\s+read|(?:read|see)\s+more|see\s+also|related|more|recommended|trending|tags?
        |filed\s+under|topics?|categories|sponsored)\s*[:|](?!\s*@).{0,160}$
    | more\s+(?:from|on)\s+(?:[\w.’'&-]+\s*){1,5}:?$
    | (?:additional\s+)?(?:reporting|writing|editing|compiled|translated)\s+by\s+(?-i:[A-Z])
        (?!.*\b(?:says?|said|show\w*|found|suggest\w*|reveal\w*|has|have|had|is|are|was|were)\b)
    | posted\s+by\s.{1,60}\bpermalink\b
    | [\w.+-]+@[\w-]+\.[\w.]+$
    | (?:(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S++\W*+)++(?:[^@]{1,60}\(@\w+\)\s.{8,24})?$
    )""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_SPOKEN = re.compile(r"[,”\"’?!]\s+(?:\w+\s+){1,4}(?:said|says|told|asked|urged|warned|wrote)\b")
_TWEET_BY = re.compile(r"[—–-]\s*[^@]{1,60}\(@\w+\)\s.{8,24}$")
_NOTICE = re.compile(r"\s*(?:©|\([cC]\)\s*\d{4}|(?i:copyright)\s+(?:©|\([cC]\)|\d{4}))")
_YEAR_NEAR = re.compile(r"(?:\S+\s+){0,5}\S*(?:19|20)\d\d\b")
_OWNER = re.compile(r"rights reserved|distributed by|\b(?:inc|llc|ltd|gmbh|corp)\b", re.I)
_BYLINE = re.compile(r"\W*(?:(?i:written|posted|story)\s+)?(?i:by):?\s+[A-Z]")
_CREDIT = re.compile(r"\W*(?:source|via|photos?|images?|picture|video|credits?|h/t)\b", re.I)
_BETWEEN_NAMES = re.compile(
    r"(?:and|of|for|in|at|by|with|on|via|from|courtesy|credits?|photo|image|[,;|–—/&•-]):?", re.I
)
_SEPARATOR = re.compile(r"([,;])")
_LOOK_AT, _SHORT = 400, 120  # characters; no pattern reads further, no byline is longer
_WORD = re.compile(r"\w+")


def keep_statements(
    batch: Batch, lines: Lines, start: Offsets, end: Offsets, line: Offsets
) -> Bits:
    """Whether each piece of text is a statement and no boilerplate; bool (S,).

    A line that is boilerplate as a whole loses all its sentences; from a copyright notice on, it
    loses the rest. Only short lines do: a whole article may stand on one line.
    """
    keep = np.ones(start.size, dtype=np.bool_)
    bare = -1
    for i in np.flatnonzero(_suspects(batch, start, end)).tolist():
        if line[i] == bare:
            continue
        begin, stop, line_end = int(start[i]), int(end[i]), int(lines.end[line[i]])
        opens = i == 0 or line[i - 1] != line[i]
        if line_end - begin <= _LOOK_AT and (
            (opens and _is_boilerplate(batch.text, begin, line_end, is_line=stop < line_end))
            or _is_notice(batch.text, begin, line_end)
        ):
            bare = int(line[i])
            keep[i : np.searchsorted(line, bare, "right")] = False
        else:
            keep[i] = not _is_boilerplate(batch.text, begin, stop)
    return keep


def _suspects(batch: Batch, start: Offsets, end: Offsets) -> Bits:
    """Whether the first or last words of a piece, or a sign near its start, raise suspicion."""
    hashes, codes = batch.tokens.hash, batch.codes
    out = np.zeros(start.size, dtype=np.bool_)
    first, stop = (np.searchsorted(batch.tokens.start, x) for x in (start, end))
    has_words = np.flatnonzero(stop > first)
    first, last = first[has_words], stop[has_words] - 1
    pair = chain(hashes[first], hashes[np.minimum(first + 1, last)])
    final = chain(hashes[np.maximum(last - 1, first)], hashes[last])
    openers, closers = _gates()
    found = contains(openers, hashes[first]) | contains(openers, pair) | contains(closers, final)
    found |= _dated(batch, first, last)
    out[has_words] = found
    signs = np.flatnonzero(is_one_of(codes, "©@"))
    out |= np.searchsorted(signs, np.minimum(end, start + 60)) > np.searchsorted(signs, start)
    return out


def _dated(batch: Batch, first: Offsets, last: Offsets) -> Bits:
    """Whether a piece is short, and its first and last words are numbers or words of a date."""
    dated = (last > first) & (last < first + 14)
    for at in (first, last):
        digit = is_one_of(batch.codes[batch.tokens.start[at]], "0123456789")
        dated &= digit | contains(_date_words(), batch.tokens.hash[at])
    return dated


@cache
def _date_words() -> Hashes:
    return np.sort(hash_words([word for word, _ in _table()["date"]]))


@cache
def _gates() -> tuple[Hashes, Hashes]:
    """Hashes of first words and first pairs, and of last pairs, that raise suspicion."""
    table = _table()
    first = [words for phrases in table["first"].values() for words in phrases]
    pairs = [_pair(words) for words in first if len(words) > 1]
    single = hash_words([words[0] for words in first if len(words) == 1])
    openers = np.append(single, _hashes([*table["whole"], *table["start"], *pairs]))
    return np.sort(openers), np.sort(_hashes([*table["end"]]))


def _hashes(pairs: list[tuple[str, str]]) -> Hashes:
    return chain(hash_words([one for one, _ in pairs]), hash_words([two for _, two in pairs]))


def _pair(words: list[str]) -> tuple[str, str]:
    """The first two words; a single word pairs with itself."""
    return words[0], words[min(1, len(words) - 1)]


@cache
def _table() -> dict[str, dict[tuple[str, str], list[list[str]]]]:
    """The phrases of `seeds/boilerplate.csv`: how they must match, their first or last pair."""
    found: dict[str, dict[tuple[str, str], list[list[str]]]] = {}
    with (folder() / "boilerplate.csv").open(encoding="utf-8", newline="") as stream:
        for phrase, match, _source in list(csv.reader(stream))[1:]:
            words = phrase.split()
            pair = _pair(words[-2:] if match == "end" else words)
            found.setdefault(match, {}).setdefault(pair, []).append(words)
    return found


def _is_boilerplate(text: str, start: int, end: int, *, is_line: bool = False) -> bool:
    """Whether `text[start:end]`, a sentence or a line of several, is boilerplate."""
    piece = text[start : min(end, start + _LOOK_AT)].strip()
    words = _WORD.findall(piece[:_SHORT].lower())
    final = [] if is_line else _WORD.findall(text[max(start, end - _SHORT) : end].lower())
    if not words or _SPOKEN.search(piece):
        return False
    if _is_set_phrase(words, final) or _LINE.match(piece) or _TWEET_BY.match(piece):
        return True
    if _is_notice(text, start, end):
        return True
    if end - start > _SHORT:
        return False
    names = _SEPARATOR.sub(r" \1 ", piece).split()
    byline = _BYLINE.match(piece) is not None and _is_byline(names[1:])
    return byline or _is_date(words) or bool(_CREDIT.match(piece) and _is_credit(names))


def _is_set_phrase(words: list[str], final: list[str]) -> bool:
    """`words`, `final`: the first and the last words of a piece, all of them where it is short.

    No `final`: set phrases at the end do not count.
    """
    table, first = _table(), _pair(words)
    last = table["end"].get(_pair(final[-2:]), []) if final else []
    return (
        (words == final and words in table["whole"].get(first, []))
        or any(words[: len(phrase)] == phrase for phrase in table["start"].get(first, []))
        or any(final[-len(phrase) :] == phrase for phrase in last)
    )


def _is_byline(names: list[str]) -> bool:
    """Whether all words are names, four at most between "and", "for", a comma or a bar."""
    run = 0
    for name in names:
        run = 0 if _BETWEEN_NAMES.fullmatch(name) else run + 1
        if run > 4 or not (run == 0 or name[0].isupper() or name[0].isdigit()):
            return False
    return bool(names)


def _is_credit(names: list[str]) -> bool:
    """Whether seven words at most, all names: "Photo: Jack Taylor/Getty Images"."""
    said = [name for name in names[1:] if not _BETWEEN_NAMES.fullmatch(name)]
    return len(names) <= 7 and not names[-1].endswith(":") and all(n[0].isupper() for n in said)


def _is_date(words: list[str]) -> bool:
    """Whether nothing but a date or a time: "Published 12:04 PM ET Tue, 26 March 2018"."""
    named = {word for word in words if not word[0].isdigit()}
    dates = {word for word, _ in _table()["date"]}
    return len(named) < len(words) and named <= dates and not named <= {"at", "on", "a"}


def _is_notice(text: str, start: int, end: int) -> bool:
    """Whether a copyright notice starts here; a picture's "© AP" with a caption is none."""
    piece = text[start : min(end, start + _LOOK_AT)]
    if not _NOTICE.match(piece):
        return False
    return bool(len(piece.split()) <= 7 or _YEAR_NEAR.match(piece) or _OWNER.search(piece))
