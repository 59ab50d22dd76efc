"""Make the registry tables from a folder of compiled facts.

    python -m scorer.seeds.build_registry ../shared/registry [-o FOLDER]

Reads the facts (`outlets.csv`, `institutions.csv`, `officials.csv`, `countries.csv`,
`alias_defaults.csv`, `domain_reliability.csv`, `disinfo_domains.csv`), turns sources and remarks
into short codes (explained in `LICENCES.md`), applies `registry_edits.csv`, appends
`registry_own.csv`, and writes the tables of this folder, or of FOLDER, byte for byte the same
from the same input.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from scorer.seeds import registry_facts as convert
from scorer.seeds.files import folder
from scorer.seeds.registry_facts import Row, Table, joined, parts
from scorer.seeds.registry_rows import (
    Country,
    DisinfoDomain,
    DomainScore,
    Institution,
    Official,
    Outlet,
    SharedName,
)

TABLES: dict[str, tuple[str, ...]] = {
    "outlets": Outlet._fields,
    "institutions": Institution._fields,
    "officials": Official._fields,
    "countries": Country._fields,
    "names": SharedName._fields,
    "domains": DomainScore._fields,
    "disinfo_domains": DisinfoDomain._fields,
}


def edit(table: Table, change: Row) -> None:
    """Apply one edit. ValueError where it changes nothing: the facts have moved on."""
    row = next((row for row in table if row["id"] == change["id"]), None)
    if row is None:
        raise ValueError(f"no such row: {change}")
    column, action, before = change["column"], change["action"], row.get(change["column"], "")
    if action == "drop":
        table.remove(row)
        return
    entries, values = parts(before), parts(change["value"])
    if action == "remove":
        row[column] = joined(entry for entry in entries if entry not in values)
    else:
        row[column] = joined(entries + values) if action == "add" else change["value"]
    if row[column] == before:
        raise ValueError(f"edit without effect: {change}")


def drop_stale_flags(row: Row) -> Row:
    """Keep of `ambiguous` only what is still a name of the row."""
    lists = ("aliases", "demonyms", "capitals")
    names = {row["name"], *(entry for column in lists for entry in parts(row.get(column, "")))}
    return row | {"ambiguous": joined(a for a in parts(row.get("ambiguous", "")) if a in names)}


def shared_names(entities: Iterable[Row], defaults: Table) -> Table:
    """The names that several outlets, institutions or officials share, with the default id."""
    owners: dict[str, list[str]] = {}
    for row in entities:
        for alias in dict.fromkeys([row["name"], *parts(row["aliases"])]):
            owners.setdefault(alias, []).append(row["id"])
    chosen = {row["alias"]: row["default_id"] for row in defaults}
    return [
        {"alias": alias, "default_id": chosen.get(alias, ""), "candidates": joined(ids)}
        | {"source": "own", "confidence": "medium"}
        for alias, ids in sorted(owners.items())
        if len(ids) > 1
    ]


def read(path: Path) -> Table:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write(target: Path, name: str, rows: Table) -> None:
    columns = TABLES[name]
    with (target / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([row.get(column, "") for column in columns] for row in rows)


def build(facts: Path, target: Path) -> None:
    """Write all seven tables into `target`. ValueError where an edit no longer applies."""
    makers: dict[str, Callable[[Row], Row]] = {
        "outlets": convert.outlet,
        "institutions": convert.institution,
        "officials": convert.official,
        "countries": convert.country,
    }
    tables = {
        name: [make(row) for row in read(facts / f"{name}.csv")] for name, make in makers.items()
    }
    defaults = [row | {"id": row["alias"]} for row in read(facts / "alias_defaults.csv")]
    for change in read(folder() / "registry_edits.csv"):
        edit(defaults if change["table"] == "names" else tables[change["table"]], change)
    for row in read(folder() / "registry_own.csv"):
        tables[row["table"]].append(row)
    for name, rows in tables.items():
        write(target, name, [drop_stale_flags(row) for row in rows])
    entities = tables["outlets"] + tables["institutions"] + tables["officials"]
    write(target, "names", shared_names(entities, defaults))
    write(
        target, "domains", [convert.domain(row) for row in read(facts / "domain_reliability.csv")]
    )
    write(target, "disinfo_domains", convert.disinfo(read(facts / "disinfo_domains.csv")))


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description="Make the registry tables from compiled facts.")
    parser.add_argument("facts", type=Path, help="folder of the compiled facts")
    parser.add_argument("-o", "--output", type=Path, default=folder(), help="folder to write to")
    options = parser.parse_args(arguments)
    build(options.facts, options.output)


if __name__ == "__main__":
    main(sys.argv[1:])
