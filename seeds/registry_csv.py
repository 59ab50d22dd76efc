"""The user's own rows of the registry: one CSV that adds rows or overrides packaged ones.

Columns `table, id, source, confidence` must be there; the others as needed. `table` is outlet,
institution, official, role, country or domain (then `id` is the domain and `score` its quality).
Lists are separated by `;`. In a row whose id is known, an empty cell keeps the packaged value and
`-` clears it. Every fault of the file is reported at once.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from scorer.errors import InputError
from scorer.seeds.registry_names import table_of
from scorer.seeds.registry_rows import (
    CONFIDENCES,
    ISO_CODES,
    MEDIA_KINDS,
    SOURCE_KINDS,
    Country,
    DomainScore,
    Entity,
    Institution,
    Official,
    Outlet,
    entries,
    parse,
)

Cells = dict[str, str]
Fault = tuple[int, str, str]  # row, column, what is wrong and what to do

TABLES: dict[str, str] = {  # the columns each table can use, besides `table` and `id`
    "outlet": "name aliases domains country ownership kind state languages ambiguous source year "
    "confidence tags",
    "institution": "name aliases kind subtype country state ambiguous source confidence",
    "official": "name aliases role kind country state year_from year_to ambiguous source "
    "confidence",
    "role": "name aliases kind state ambiguous source confidence",
    "country": "name aliases demonyms capitals ambiguous source confidence",
    "domain": "score source confidence",
}
REQUIRED = {"outlet": "name ownership", "domain": "score", "country": "name"}
COLUMNS = ("table", "id", *dict.fromkeys(" ".join(TABLES.values()).split()))
KEYS = ("table", "id", "source", "confidence")
DOMAIN = re.compile(r"([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}")
SLUG = re.compile(r"[a-z0-9][a-z0-9_]*")
YEAR = re.compile(r"(19|20)\d\d")
CLEAR = "-"


class UserRows(NamedTuple):
    """Entities by id, each whole, and domain scores by domain."""

    entities: dict[str, Entity]
    domains: dict[str, DomainScore]


def read_user_rows(path: Path, known: Mapping[str, Entity]) -> UserRows:
    """The rows of `path`, completed from `known`. Raises InputError listing all faults."""
    faults: list[Fault] = []
    rows = UserRows({}, {})
    numbers: dict[str, int] = {}
    for number, cells in _read(path, faults):
        found = list(_check(cells, known))
        if cells["id"] in numbers:
            found.append(("id", f"{cells['id']!r} is in row {numbers[cells['id']]} too; keep one"))
        numbers.setdefault(cells["id"], number)
        faults += [(number, column, what) for column, what in found]
        if not found:
            _add(rows, cells, known)
    faults += _clashes(rows.entities, known, numbers)
    if faults:
        lines = [f"  row {row}, column {column}: {what}" for row, column, what in sorted(faults)]
        raise InputError(f"{path}: {len(faults)} fault(s), nothing was loaded\n" + "\n".join(lines))
    return rows


def _read(path: Path, faults: list[Fault]) -> Iterator[tuple[int, Cells]]:
    """Row number (the header is row 1) and cells by column; missing columns are empty."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            lines = list(csv.reader(stream, strict=True))
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except (OSError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read as CSV ({error}); check the file") from error
    header = [cell.strip() for cell in lines[0]] if lines else []
    bad = list(_check_header(header))
    faults += bad
    if bad:
        return
    for number, line in enumerate(lines[1:], 2):
        if len(line) != len(header) and any(line):
            what = f"{len(line)} cells, the header has {len(header)}; mend commas and quotes"
            faults.append((number, "-", what))
        elif any(cell.strip() for cell in line):
            cells = dict(zip(header, (cell.strip() for cell in line), strict=True))
            yield number, dict.fromkeys(COLUMNS, "") | cells


def _check_header(header: list[str]) -> Iterator[Fault]:
    for column in KEYS:
        if column not in header:
            yield 1, column, "the column is missing; add it (columns are separated by commas)"
    for column in dict.fromkeys(header):
        if column not in COLUMNS:
            yield 1, column or "(empty)", f"no such column; use some of {', '.join(COLUMNS)}"
        if header.count(column) > 1:
            yield 1, column, "the column is there twice; keep one"


def _check(cells: Cells, known: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """Column and message of every fault of one row."""
    table, entity_id = cells["table"], cells["id"]
    if table not in TABLES:
        yield "table", f"{table!r} is no table; use one of {', '.join(TABLES)}"
        return
    yield from _check_id(table, entity_id, known.get(entity_id))
    usable = TABLES[table].split()
    for column in COLUMNS[2:]:
        cell = "" if cells[column] == CLEAR else cells[column]
        if cell or column in KEYS:
            if column not in usable:
                yield column, f"not used in table {table}; leave it empty"
            elif not _CHECKS.get(column, bool)(cell):
                yield column, f"{cell!r} {_HINTS.get(column, 'must not be empty; fill it')}"
    new = entity_id not in known
    for column in REQUIRED.get(table, "name kind").split():
        if cells[column] == CLEAR or (new and not cells[column]):
            yield column, "must not be empty; fill it"


def _check_id(table: str, entity_id: str, old: Entity | None) -> Iterator[tuple[str, str]]:
    if table == "domain":
        fine, hint = bool(DOMAIN.fullmatch(entity_id)), "a bare domain such as example.org"
    elif table == "country":
        fine, hint = entity_id in ISO_CODES, "an ISO 3166-1 alpha-2 code such as BY"
    else:
        fine, hint = bool(SLUG.fullmatch(entity_id)), "letters a-z, digits and _, as my_outlet"
    if not fine:
        yield "id", f"{entity_id!r} is no id of table {table}; use {hint}"
    elif old is not None and table_of(old) != table:
        yield "id", f"{entity_id!r} is of table {table_of(old)}; use that table or another id"


def _add(rows: UserRows, cells: Cells, known: Mapping[str, Entity]) -> None:
    table, entity_id = cells["table"], cells["id"]
    if table == "domain":
        line = [entity_id, cells["score"], "own", "", cells["confidence"]]
        rows.domains[entity_id] = next(parse(DomainScore, [line]))
        return
    old = known.get(entity_id)
    base: Cells = {} if old is None else {k: _cell(v) for k, v in old._asdict().items()}
    if cells["ownership"]:
        base["kind"] = ""  # follows the new ownership, unless given
    given = {k: "" if v == CLEAR else v for k, v in cells.items() if v}
    merged = {"entry": "role" if table == "role" else "person"} | base | given
    if table == "outlet" and not merged["kind"]:
        merged["kind"] = MEDIA_KINDS[merged["ownership"]]
    rows.entities[entity_id] = _make(table, merged)


def _make(table: str, cells: Cells) -> Entity:
    def line(fields: tuple[str, ...]) -> list[list[str]]:
        return [[cells.get(field, "") for field in fields]]

    if table == "outlet":
        return next(parse(Outlet, line(Outlet._fields)))
    if table == "institution":
        return next(parse(Institution, line(Institution._fields)))
    if table == "country":
        return next(parse(Country, line(Country._fields)))
    return next(parse(Official, line(Official._fields)))


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return ";".join(map(str, value))  # pyright: ignore[reportUnknownArgumentType]
    return "" if value is None else str(value)


def _clashes(
    own: Mapping[str, Entity], known: Mapping[str, Entity], numbers: Mapping[str, int]
) -> Iterator[Fault]:
    """Faults that show only in whole rows: taken domains, unknown flags, years turned round."""
    owners: dict[str, list[str]] = {}
    for entity in (dict(known) | dict(own)).values():
        for domain in _domains(entity):
            owners.setdefault(domain, []).append(entity.id)
    for entity in own.values():
        row = numbers[entity.id]
        for domain in _domains(entity):
            for other in set(owners[domain]) - {entity.id}:
                yield row, "domains", f"{domain!r} is of {other!r} too; take it from one"
        names = _names(entity)
        for flag in entity.ambiguous:
            if flag not in names:
                yield row, "ambiguous", f"{flag!r} is none of the row's names; add or drop it"
        if isinstance(entity, Official) and (entity.year_to or 9999) < (entity.year_from or 0):
            yield row, "year_to", f"{entity.year_to} is before {entity.year_from}; turn them round"


def _domains(entity: Entity) -> tuple[str, ...]:
    return entity.domains if isinstance(entity, Outlet) else ()


def _names(entity: Entity) -> tuple[str, ...]:
    more = entity.demonyms + entity.capitals if isinstance(entity, Country) else ()
    return (entity.name, *entity.aliases, *more)


def _is_score(cell: str) -> bool:
    return re.fullmatch(r"0(\.\d+)?|1(\.0+)?", cell) is not None


def _are_domains(cell: str) -> bool:
    return all(DOMAIN.fullmatch(domain) for domain in entries(cell))


_YEARS = ("year", "year_from", "year_to")
_ISO_HINT = "is no ISO 3166-1 alpha-2 code; write RU, BY, ... or leave it empty"
_CHECKS: dict[str, Callable[[str], object]] = {
    "kind": SOURCE_KINDS.__contains__,
    "ownership": MEDIA_KINDS.__contains__,
    "confidence": CONFIDENCES.__contains__,
    "state": ISO_CODES.__contains__,
    "country": ISO_CODES.__contains__,
    "score": _is_score,
    "domains": _are_domains,
    **dict.fromkeys(_YEARS, YEAR.fullmatch),
}
_HINTS = {
    "kind": f"is no kind of source; use one of {', '.join(SOURCE_KINDS)}",
    "ownership": f"is no ownership; use one of {', '.join(MEDIA_KINDS)}",
    "confidence": f"is no confidence; use one of {', '.join(CONFIDENCES)}",
    "state": _ISO_HINT,
    "country": _ISO_HINT,
    "score": "is no number from 0 to 1; write for example 0.25",
    "domains": "holds what is no bare domain; write for example example.org;example.net",
    **dict.fromkeys(_YEARS, "is no year; write four digits"),
}
