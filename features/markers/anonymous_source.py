"""Marker: a source that is not named."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scorer.features.context import has, words, words_after, words_before
from scorer.features.marker import Found, Hit, Marker
from scorer.features.reading import Reading
from scorer.features.tokens import hash_words

_REACH = 6


def _keep(reading: Reading, hit: Hit) -> bool:
    """Bare “sources” only where something is cited from them."""
    if hit.kind == "according":
        return has("anonymous_citing", words_before(reading, hit, _REACH))
    return True


def _find(reading: Reading) -> Iterator[Found]:
    """“A senior administration official said”: one holder of an office, without his name."""
    wanted = hash_words(sorted(words("anonymous_roles")))
    role = np.isin(reading.batch.token_hash, wanted) & (reading.token_statement >= 0)
    for token in np.flatnonzero(role).tolist():
        if not _speaks(reading, Hit(token, token + 1, "")):
            continue
        start = _article(reading, token)
        if start >= 0:
            yield Found(int(reading.token_start[start]), int(reading.token_end[token]))


def _speaks(reading: Reading, role: Hit) -> bool:
    """Whether the official says something: “an official said”, “an official at the port said”."""
    after = words_after(reading, role, 5)
    if has("anonymous_says", after[:1]):
        return True
    linked = has("anonymous_links", after[:1]) and has("anonymous_says", after)
    return linked and not any("," in reading.gap(role.last + k) for k in range(len(after)))


def _article(reading: Reading, role: int) -> int:
    """The “a” or “two” that opens the phrase, -1 where a name or a comma comes first."""
    first, _ = reading.token_range(int(reading.token_statement[role]))
    for token in range(role - 1, max(first, role - _REACH) - 1, -1):
        if "," in reading.gap(token + 1):
            return -1
        if reading.word(token) in words("anonymous_ones"):
            named = "," in reading.gap(token) and reading.is_capital(token - 1)
            return -1 if named else token
    return -1


MARKER = Marker(
    id="anonymous_source",
    category="sourcing",
    summary="Somebody is quoted who is known to the writer but not named to the reader.",
    finds=(
        "Sources and officials without a name, conditions of anonymity, leaks, and reports that "
        "circulate without anybody behind them: sources familiar with the matter, a senior "
        "official said, on condition of anonymity, reports circulated. Plain “officials said” "
        "and “the ministry said” name an institution and are left out."
    ),
    matters=(
        "The reader cannot weigh who speaks, what he knows and what he wants. Anonymity can be "
        "justified; guidelines ask that it is rare and that the reason is given."
    ),
    false_alarms=(
        "“A senior official said” is marked although the name may stand in the next sentence.",
        "“Sources said” about written historical sources.",
    ),
    references=(
        "Society of Professional Journalists, SPJ Code of Ethics (2014)",
        "Associated Press, Statement of News Values and Principles: Anonymous Sources",
        "Reuters Handbook of Journalism: Sources",
    ),
    hits=(
        "The plan was dropped in June, according to three ⟦people familiar with⟧ the talks.",
        "The envoy, who spoke ⟦on condition of anonymity⟧ said the talks had failed.",
        "⟦Sources close to⟧ the family denied it.",
        "⟦Reports circulated⟧ that the general had been dismissed.",
        "⟦A senior administration official⟧ said the order was ready.",
        "The engineer, who ⟦asked not to be named⟧, fears for his job.",
        "She was ⟦not authorised to speak⟧ publicly about the case.",
        "⟦Sources told⟧ the paper that the deal was dead.",
        "The ⟦unnamed official⟧ did not say when.",
        "⟦An official⟧ at the port said the ship was late.",
        "⟦Two European diplomats⟧ told the paper that the talks were over.",
        "The road is closed, according to local ⟦sources⟧.",
    ),
    misses=(
        "Solar power is now the cheapest source of energy in the province.",
        "The river is the only water source for the town.",
        "The program is open source and its source code is free.",
        "Police are looking for two unidentified gunmen.",
        "The report cites no sources.",
        "A French official, Jean Petit, said the talks went on.",
        "Maria Lund, a senior official at the port, said the ship was late.",
        "The ministry reports circulated quarterly show a loss.",
        "An anonymous donation of $2m saved the museum.",
    ),
    keep=_keep,
    find=_find,
)
