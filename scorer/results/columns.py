"""What a column is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import Literal

Kind = Literal["str", "int", "float", "timestamp", "strlist"]

STATE = "[A-Z]{2}"  # ISO 3166-1 alpha-2
LANGUAGE = "[a-z]{2}"  # ISO 639-1


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: the contract of its values.

    Numbers lie between `low` and `high`. `allowed` lists the only words a text column may hold
    and `pattern` is a regular expression its whole value must match; free text has neither.
    """

    name: str
    kind: Kind
    nullable: bool
    meaning: str
    allowed: tuple[str, ...] = ()
    pattern: str = ""
    low: float = 0
    high: float = inf


def text(
    name: str,
    meaning: str,
    *,
    nullable: bool = False,
    allowed: Iterable[str] = (),
    pattern: str = "",
) -> Column:
    """A column of text."""
    return Column(name, "str", nullable, meaning, tuple(allowed), pattern)


def count(name: str, meaning: str, *, nullable: bool = False) -> Column:
    """A column of offsets, keys or counts."""
    return Column(name, "int", nullable, meaning)


def share(name: str, meaning: str, *, nullable: bool = False) -> Column:
    """A column of probabilities or shares."""
    return Column(name, "float", nullable, meaning, high=1)


def moment(name: str, meaning: str, *, nullable: bool = False) -> Column:
    """A column of points in time, in UTC."""
    return Column(name, "timestamp", nullable, meaning)


def words(name: str, meaning: str) -> Column:
    """A column of lists of ids; an empty list where there are none, never null."""
    return Column(name, "strlist", False, meaning)
