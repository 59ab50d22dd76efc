"""Where words start: behind datelines, bullets and item numbers."""

from __future__ import annotations

import re

import numpy as np

from scorer.features.batch import Batch
from scorer.features.characters import is_one_of, is_upper
from scorer.features.lines import Lines
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


def behind_datelines(batch: Batch, lines: Lines) -> Offsets:
    """Where the text of each line starts: behind its dateline, where it has one. int64 (L,)."""
    codes, out = batch.codes, lines.start.copy()
    if not lines.solid.size:
        return out
    place = np.minimum(np.searchsorted(lines.solid, lines.start), lines.solid.size - 1)
    first = lines.solid[place]
    agency = np.array([match.start() for match in _BRACKETED.finditer(batch.text)], dtype=np.int64)
    near = np.searchsorted(agency, first + 60) > np.searchsorted(agency, first)
    shouted = is_upper(codes[first]) & is_upper(codes[np.minimum(first + 1, codes.size - 1)])
    for i in np.flatnonzero((near | shouted) & (first < lines.end)).tolist():
        out[i] = _behind_dateline(batch.text, int(first[i]), int(lines.end[i]))
    return out


def behind_bullets(batch: Batch, start: Offsets, end: Offsets) -> Offsets:
    """Starts of statements moved behind bullets and item numbers that open them; int64 (S,)."""
    codes, out = batch.codes, start.copy()
    head, second = codes[start], codes[np.minimum(start + 1, codes.size - 1)]
    marked = is_one_of(head, _SIGNS + "([0123456789") | (second == 0x29)
    for i in np.flatnonzero(marked).tolist():
        bullet = _BULLET.match(batch.text, int(start[i]), int(end[i]))
        out[i] = bullet.end() if bullet else start[i]
    return np.where(out < end, out, start)


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
