"""How a column is kept in memory, and how its values come out again."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from math import isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scorer.errors import SchemaError
from scorer.results.columns import Column, Kind

Values = Sequence[Any] | NDArray[Any]
MISSING_INT = -1
SURROGATE = re.compile("[\ud800-\udfff]")


def store(column: Column, values: Values) -> NDArray[Any]:
    """The values as the array that a table keeps; shape (n,).

    int → int64 with -1 for a missing value, float → float64 with NaN, str → object with None,
    strlist → object of tuples, timestamp → datetime64[us] (UTC) with NaT. A value of the wrong
    kind raises `SchemaError`. Arrays that already have the right type are not copied.
    """
    try:
        return _STORE[column.kind](values)
    except (TypeError, ValueError) as problem:
        raise SchemaError(f"column {column.name}: not {column.kind} values: {problem}") from None


def plain(column: Column, array: NDArray[Any]) -> list[Any]:
    """The values as Python objects, None where missing, times as naive UTC `datetime`."""
    values: list[Any] = array.tolist()
    if column.kind == "int" and column.nullable:
        return [None if value == MISSING_INT else value for value in values]
    if column.kind == "float":
        return [None if isnan(value) else value for value in values]
    return values


def written(column: Column, array: NDArray[Any]) -> list[Any]:
    """The values as JSON has them: as `plain`, with lists for tuples and times as ISO 8601."""
    values = plain(column, array)
    if column.kind == "strlist":
        return [list(value) for value in values]
    if column.kind == "timestamp":
        return [None if value is None else value.isoformat() + "Z" for value in values]
    return values


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for every lone surrogate; the length, and so offsets, stay the same."""
    return SURROGATE.sub("\ufffd", text)


def _integers(values: Values) -> NDArray[Any]:
    if isinstance(values, np.ndarray) and values.dtype.kind in "iu":
        return values.astype(np.int64, copy=False)
    numbers = (MISSING_INT if value is None else operator.index(value) for value in values)
    return np.fromiter(numbers, np.int64, len(values))


def _floats(values: Values) -> NDArray[Any]:
    if isinstance(values, np.ndarray) and values.dtype.kind == "f":
        return values.astype(np.float64, copy=False)
    numbers = (np.nan if value is None else float(value) for value in values)
    return np.fromiter(numbers, np.float64, len(values))


def _texts(values: Values) -> NDArray[Any]:
    if isinstance(values, np.ndarray):
        return values.astype(object, copy=False)
    return _objects(values, len(values))


def _lists(values: Values) -> NDArray[Any]:
    if any(isinstance(value, str) for value in values):
        raise TypeError("a text stands where a list of texts belongs")
    return _objects((tuple(value) for value in values), len(values))


def _moments(values: Values) -> NDArray[Any]:
    if isinstance(values, np.ndarray) and values.dtype.kind == "M":
        return values.astype("datetime64[us]", copy=False)
    return np.array([_utc(value) for value in values], dtype="datetime64[us]")


def _utc(value: Any) -> Any:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None)
    return value


def _objects(values: Iterable[Any], size: int) -> NDArray[Any]:
    return np.fromiter(values, np.dtype(object), size)


_STORE = {
    "str": _texts,
    "int": _integers,
    "float": _floats,
    "timestamp": _moments,
    "strlist": _lists,
}


def empty(kind: Kind) -> NDArray[Any]:
    """An array of no values of this kind."""
    return _STORE[kind]([])
