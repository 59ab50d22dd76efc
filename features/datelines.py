"""Where the words of a statement start: behind bullets, item numbers and datelines."""

from __future__ import annotations

import re

import numpy as np

from scorer.features.batch import Batch
from scorer.features.characters import Bits, is_one_of, is_upper
from scorer.features.tokens import Offsets

_SIGNS = "•▪◦‣●○■□➢➤►·*–—―-"
_BULLET = re.compile(rf"(?:[{_SIGNS}]+|[(\[]?\d{{1,3}}[.)\]]|\(?[a-zA-Z]\))\s+|[•▪◦‣●○■□➢➤►]\s*")
_DASH = r"(?:\s*(?:—|–|―|--)|\s+-|-(?=\s))\s*"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"[,.]?\s+(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_AGENCY = r"\s*\([A-Z][\w.&’' -]{1,40}\)|\.?\s*/[A-Z][\w ]{1,30}/\.?|\.?\s+INTERFAX"
_PLACE = r"[A-Z][A-Z.’'-]+(?:[ ,/]{1,2}[A-Z][\w.’'-]*){0,5}"
_DATELINE = re.compile(rf"{_PLACE}(?P<date>{_DATE})?(?P<agency>{_AGENCY})?(?:{_DASH}|(?<=/\.)\s+)")
_AGENCIES = (
    "Reuters|AP|AFP|UPI|TASS|CNN|Xinhua|DPA|dpa|ANSA|EFE|PTI|IANS|ANI|BBC|RIA|Sputnik|RT|IRNA|FNA"
    "|SANA|KUNA|WAM|Bloomberg"
)
_BRACKETED = re.compile(rf"\((?:{_AGENCIES})\)")
_CREDITED = re.compile(  # "Kabul, Afghanistan (CNN) ", "(AP) — "
    rf"(?:[A-Z][\w.’'-]*(?:[ ,/]{{1,2}}[A-Z][\w.’'-]*){{0,3}}(?:{_DATE})?\s*)?"
    rf"{_BRACKETED.pattern}(?:{_DASH}|[.:]?\s+)"
)


def body_starts(batch: Batch, start: Offsets, end: Offsets, opens: Bits) -> Offsets:
    """Starts of statements moved behind bullets and, where `opens` a line, behind datelines.

    int64 (S,). Something is always left: a statement that is nothing else keeps its start.
    """
    codes = batch.codes
    out = start.copy()
    head, second = codes[start], codes[np.minimum(start + 1, codes.size - 1)]
    marked = is_one_of(head, _SIGNS + "([0123456789") | (second == 0x29)
    agency = np.array([match.start() for match in _BRACKETED.finditer(batch.text)], dtype=np.int64)
    near = np.searchsorted(agency, start + 60) > np.searchsorted(agency, start)
    named = opens & is_upper(head) & (near | is_upper(second))
    for i in np.flatnonzero(marked | named).tolist():
        begin, stop = int(start[i]), int(end[i])
        bullet = _BULLET.match(batch.text, begin, stop)
        begin = bullet.end() if bullet else begin
        out[i] = _behind_dateline(batch.text, begin, stop) if opens[i] else begin
    out[out >= end] = start[out >= end]
    return out


def _behind_dateline(text: str, start: int, end: int) -> int:
    for pattern in (_DATELINE, _CREDITED):
        match = pattern.match(text, start, min(end, start + 120))
        if match and _is_dateline(match, text[match.end() : min(end, match.end() + 80)]):
            return match.end()
    return start


def _is_dateline(match: re.Match[str], body: str) -> bool:
    """A sentence follows it; and it names a day or an agency, or is three words at most."""
    if len(body.split()) < 4 or body[0].islower() or body.isupper():
        return False
    if match.re is _CREDITED or match["date"] or match["agency"]:
        return True
    place = match.group().strip(" —–―-")
    return len(place.split()) <= 3 and re.search(r"[A-Z]{3}", place) is not None
