"""The pandera schema of every table, made from its columns, and what breaks it.

Importing this takes as long as importing pandas and pandera: do it at the borders only.
"""

from __future__ import annotations

import re
from functools import cache, partial
from math import inf
from typing import Any

import pandera.pandas as pa

from scorer.results import TABLES, Column, Table
from scorer.schemas import cases
from scorer.schemas.failures import Failure
from scorer.schemas.rules import RULES, Rule

DTYPES = {
    "str": object,
    "int": "int64",
    "float": "float64",
    "timestamp": "datetime64[us]",
    "strlist": object,
}
CHECK: Any = pa.Check  # its stubs leave the types of built-in checks open


@cache
def schema(name: str) -> pa.DataFrameSchema:
    """The schema of the named table's data frame: strict, ordered, with every rule."""
    table = TABLES[name]
    rules = RULES.get(name, [])
    return pa.DataFrameSchema(
        {column.name: _column(column) for column in table.COLUMNS},
        checks=[_check(rule) for rule in rules],
        unique=list(table.KEY),
        strict=True,
        ordered=True,
        name=name,
    )


def failures(table: Table) -> list[Failure]:
    """Everything in the table that breaks its schema; an empty list where nothing does.

    Rows count from 0, as positions in the table.
    """
    found = cases.find(schema(table.NAME), table.to_pandas())
    return [
        Failure(case.column, case.row, case.value, case.must)
        for case in found
        if not case.joint or case.column in _named(type(table), case.must)
    ]


def _named(table: type[Table], must: str) -> tuple[str, ...]:
    """The columns worth showing where a rule is broken; pandera gives every column of the row."""
    if must == cases.WORDS["multiple_fields_uniqueness"]:
        return table.KEY[-1:]
    rules = [rule for rule in RULES.get(table.NAME, []) if rule.must == must]
    return rules[0].columns if rules else tuple(column.name for column in table.COLUMNS)


def _column(column: Column) -> pa.Column:
    dtype = "Int64" if column.kind == "int" and column.nullable else DTYPES[column.kind]
    return pa.Column(dtype, checks=_checks(column), nullable=column.nullable)


def _checks(column: Column) -> list[Any]:
    if column.kind in ("int", "float"):
        return [_range(column)]
    if column.kind == "strlist":
        return [CHECK(_ids, element_wise=True, error="must be a list of ids without ';'")]
    if column.kind == "str":
        return _text_checks(column)
    return []


def _range(column: Column) -> Any:
    """Infinity lies in no range."""
    to = f"between {column.low:g} and {column.high:g}" if column.high < inf else "0 or more"
    return CHECK.in_range(
        column.low, column.high, include_max=column.high < inf, error=f"must be {to}"
    )


def _text_checks(column: Column) -> list[Any]:
    if column.allowed:
        words = ", ".join(column.allowed)
        return [CHECK.isin(column.allowed, error=f"must be one of {words}")]
    if column.pattern:
        pattern = re.compile(column.pattern)
        error = f"must match {column.pattern}"
        return [CHECK(partial(_matches, pattern), element_wise=True, error=error)]
    return [CHECK(_filled, element_wise=True, error="must be text, and not empty")]


def _filled(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _matches(pattern: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _ids(value: Any) -> bool:
    return all(_filled(word) and ";" not in word for word in value)


def _check(rule: Rule) -> Any:
    return CHECK(rule.holds, error=rule.must, ignore_na=False)
