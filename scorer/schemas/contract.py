"""The contracts as JSON Schema. Needs neither pandas nor pandera."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import inf
from typing import Any

from scorer.errors import InputError
from scorer.results import TABLES, Column, Table
from scorer.schemas import labels

NAMES = (*TABLES, labels.NAME)
DIALECT = "https://json-schema.org/draft/2020-12/schema"
TYPES = {
    "str": "string",
    "int": "integer",
    "float": "number",
    "timestamp": "string",
    "strlist": "array",
}


def to_json(name: str | None = None) -> str:
    """The contract of one table, or of the whole `json` output, as JSON Schema.

    `x-key` names the columns in which no two rows agree. An unknown name raises `InputError`.
    """
    contract = results() if name is None else table(name)
    return json.dumps({"$schema": DIALECT} | contract, indent=2, ensure_ascii=False) + "\n"


def results() -> dict[str, Any]:
    """The contract of the object that `scorer score --format json` prints."""
    return {
        "title": "results",
        "type": "object",
        "properties": {name: table(name) for name in TABLES},
        "required": list(TABLES),
        "additionalProperties": False,
    }


def table(name: str) -> dict[str, Any]:
    """The contract of one table as a list of rows."""
    if name == labels.NAME:
        return _rows(name, labels.MEANING, labels.COLUMNS, labels.NEEDED)
    kind = find(name)
    needed = [column.name for column in kind.COLUMNS]
    return _rows(name, kind.__doc__ or "", kind.COLUMNS, needed) | {"x-key": list(kind.KEY)}


def find(name: str) -> type[Table]:
    """The output table of this name; `InputError` where there is none."""
    if name not in TABLES:
        raise InputError(f"no table {name!r}: choose one of {', '.join(NAMES)}")
    return TABLES[name]


def _rows(
    name: str, meaning: str, columns: Sequence[Column], needed: Sequence[str]
) -> dict[str, Any]:
    row = {
        "type": "object",
        "properties": {column.name: _value(column) for column in columns},
        "required": list(needed),
        "additionalProperties": False,
    }
    return {"title": name, "description": meaning, "type": "array", "items": row}


def _value(column: Column) -> dict[str, Any]:
    kind = TYPES[column.kind]
    value: dict[str, Any] = {"type": [kind, "null"] if column.nullable else kind}
    if column.allowed:
        value["enum"] = [*column.allowed, None] if column.nullable else list(column.allowed)
    if column.pattern:
        value["pattern"] = f"^{column.pattern}$"
    return value | _details(column) | {"description": column.meaning}


def _details(column: Column) -> dict[str, Any]:
    if column.kind in ("int", "float"):
        bounds = {"minimum": column.low, "maximum": column.high}
        return {name: bound for name, bound in bounds.items() if bound < inf}
    if column.kind == "timestamp":
        return {"format": "date-time"}
    if column.kind == "strlist":
        return {"items": {"type": "string", "minLength": 1, "pattern": "^[^;]*$"}}
    return {} if column.allowed or column.pattern else {"minLength": 1}
