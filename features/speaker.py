"""A resolved source, and what kind of source a common noun names."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from scorer.seeds.files import folder
from scorer.seeds.registry_rows import Outlet


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ANONYMOUS = _words(
    """
    source sources insider insiders people person critics supporters observers some many others
    reports rumors rumours analysts experts witnesses
    """
)
_DOCUMENT = _words(
    """
    report statement document documents study survey poll polls lawsuit filing indictment
    complaint memo letter email emails transcript affidavit book article paper release ruling data
    """
)
_ACADEMIC = _words(
    """
    researchers researcher scientists scientist professor university study academics scholar
    scholars economist economists historian institute
    """
)
_COMPANY = _words(
    """
    company firm corporation bank airline inc ltd corp plc llc
    """
)
_OUTLET = _words(
    """
    newspaper newspapers magazine outlet outlets agency media broadcaster
    """
)
# The first list that has one of the words decides.
_KINDS = (
    ("anonymous", _ANONYMOUS),
    ("academic", _ACADEMIC),
    ("document", _DOCUMENT),
    ("company", _COMPANY),
    ("commercial_media", _OUTLET),
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source. `name` None: nobody is named. `id`: registry id."""

    name: str | None
    id: str | None
    kind: str | None
    state: str | None
    is_outlet: bool = False
    is_person: bool = False
    ownership: str | None = None


NOBODY = Speaker(None, None, "anonymous", None)
UNKNOWN = Speaker(None, None, "unknown", None)


def of_outlet(outlet: Outlet) -> Speaker:
    """An outlet of the registry."""
    return Speaker(
        outlet.name,
        outlet.id,
        outlet.kind,
        outlet.state,
        is_outlet=True,
        ownership=outlet.ownership,
    )


def common(text: str, words: list[str]) -> Speaker:
    """A source by a common noun: "officials", "a report", "sources"; `words`: folded."""
    here = frozenset(words)
    for kind, nouns in _KINDS:
        if here & nouns:
            return Speaker(text, None, kind, None, is_outlet=nouns is _OUTLET)
    return Speaker(text, None, "unknown", None)


def named_speaker(name: str, kind: str | None, state: str | None) -> Speaker:
    """A speaker with a name of its own that the registry has not: an organisation or a person.

    `kind` and `state` are those of the office named beside it; they matter for people only.
    """
    organisation = _organisations().get(name.rsplit(maxsplit=1)[-1].lower())
    if organisation is None:
        return Speaker(name, None, kind, state, is_person=True)
    return Speaker(name, None, organisation, state, is_outlet=organisation == "commercial_media")


@cache
def _organisations() -> dict[str, str]:
    """The kind of organisation that the last word of a name tells."""
    with (folder() / "organisation_words.csv").open(encoding="utf-8", newline="") as stream:
        return {row[0]: row[1] for row in list(csv.reader(stream))[1:]}
