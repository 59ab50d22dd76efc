"""The rows of the registry: one named tuple a table, its fields the columns of the CSV.

List cells are separated by `;`. An empty cell is None, or an empty tuple in a list column.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

_KINDS = """government security_service military militant_group international_org state_media
    public_media commercial_media wire_agency party company ngo academic document person anonymous
    unknown"""
SOURCE_KINDS = tuple(_KINDS.split())
CONFIDENCES = ("high", "medium", "low")
# What an outlet speaks as, by who owns it.
MEDIA_KINDS = {
    "state_controlled": "state_media",
    "state_funded_captured": "state_media",
    "party_or_military": "state_media",
    "public_independent": "public_media",
    "wire_agency_commercial": "wire_agency",
    "commercial": "commercial_media",
    "nonprofit": "commercial_media",
    "unknown": "commercial_media",
}
STATE_CONTROL = frozenset({"state_controlled", "state_funded_captured", "party_or_military"})
# ISO 3166-1 alpha-2, and XK, the code in use for Kosovo.
_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
    BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC
    EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK
    HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB
    LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ
    NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU
    RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN
    TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"""
ISO_CODES = frozenset(_CODES.split())


class Outlet(NamedTuple):
    """A news outlet, agency or platform. `country`: its seat; `state`: the state it speaks for."""

    id: str
    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    country: str | None
    ownership: str
    state: str | None
    kind: str
    languages: tuple[str, ...]
    ambiguous: tuple[str, ...]
    source: tuple[str, ...]
    year: int | None
    confidence: str
    checked: tuple[str, ...]
    designations: tuple[str, ...]
    smm: str | None
    rsp: str | None
    tags: tuple[str, ...]

    @property
    def state_control(self) -> bool:
        """Whether a state, a party or an army runs it or holds it captive."""
        return self.ownership in STATE_CONTROL


class Institution(NamedTuple):
    """A ministry, service, organisation, armed group, or a generic group ("police")."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    subtype: str | None
    country: str | None
    state: str | None
    ambiguous: tuple[str, ...]
    source: tuple[str, ...]
    confidence: str


class Official(NamedTuple):
    """A person with the years in office, or (`entry` is "role") a role without a name.

    `year_to` None: still in office when the table was made, or not known.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    entry: str
    role: str | None
    role_type: str | None
    kind: str
    country: str | None
    state: str | None
    year_from: int | None
    year_to: int | None
    ambiguous: tuple[str, ...]
    source: tuple[str, ...]
    confidence: str


class Country(NamedTuple):
    """A country. `id` is its ISO 3166-1 alpha-2 code; `capitals` stand for its government."""

    id: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    ambiguous: tuple[str, ...]
    source: tuple[str, ...]
    confidence: str

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)

    @property
    def iso2(self) -> str:
        """ISO 3166-1 alpha-2 code."""
        return self.id

    @property
    def kind(self) -> str:
        """A country that speaks is its government."""
        return "government"

    @property
    def state(self) -> str:
        """The country's own code."""
        return self.id


class SharedName(NamedTuple):
    """A name of several entities. `default_id` None: only the context can tell."""

    alias: str
    default_id: str | None
    candidates: tuple[str, ...]
    source: tuple[str, ...]
    confidence: str


class DomainScore(NamedTuple):
    """Quality of a web domain, 0 worst to 1 best. `second`: score by the other method."""

    domain: str
    score: float
    basis: str
    second: float | None
    confidence: str


class DisinfoDomain(NamedTuple):
    """A domain that published reports tie to an influence operation."""

    domain: str
    operations: tuple[str, ...]
    reported_by: tuple[str, ...]
    year: int | None
    state: str | None
    source: tuple[str, ...]
    confidence: str


class NameRow(NamedTuple):
    """One name to look up. `entity_id` None: shared, without a default; see `candidates`.

    `table`: outlet, institution, official, role, country, demonym or capital. `ambiguous`: counts
    only in an attribution role.
    """

    alias: str
    entity_id: str | None
    table: str
    ambiguous: bool
    candidates: tuple[str, ...]


Entity = Outlet | Institution | Official | Country
Row = TypeVar("Row", Outlet, Institution, Official, Country, SharedName, DomainScore, DisinfoDomain)


def entries(cell: str) -> tuple[str, ...]:
    """The entries of a list cell.

    >>> entries("RT; Russia Today;")
    ('RT', 'Russia Today')
    """
    if ";" not in cell:
        return (cell.strip(),) if cell else ()
    return tuple(entry for part in cell.split(";") if (entry := part.strip()))


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


def _fraction(cell: str) -> float | None:
    return float(cell) if cell else None


def _text(cell: str) -> str | None:
    return cell or None


_COLUMNS_OF: dict[Callable[[str], object], str] = {
    entries: "aliases domains languages ambiguous source checked designations tags demonyms "
    "capitals candidates operations reported_by",
    _number: "year year_from year_to",
    _fraction: "second",
    float: "score",
    _text: "country state smm rsp subtype role role_type default_id",
}
_CONVERTER_OF = {
    column: convert for convert, columns in _COLUMNS_OF.items() for column in columns.split()
}


def parse(table: type[Row], rows: Iterable[list[str]]) -> Iterator[Row]:
    """Rows from lists of cells in the order of the fields. ValueError for a malformed number."""
    convert = [(n, _CONVERTER_OF[f]) for n, f in enumerate(table._fields) if f in _CONVERTER_OF]
    for cells in rows:
        values: list[object] = list(cells)
        for place, function in convert:
            values[place] = function(cells[place])
        yield table._make(values)


def read_table(table: type[Row], path: Path) -> tuple[Row, ...]:
    """The rows of a table of this package. ValueError where its columns are not the fields."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        if tuple(next(reader, ())) != table._fields:
            raise ValueError(f"{path}: the columns are not {list(table._fields)}")
        return tuple(parse(table, reader))
