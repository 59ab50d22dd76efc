"""Columns as Apache Arrow arrays. Imported only where somebody asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from numpy.typing import NDArray

from scorer.errors import InputError
from scorer.results.columns import Column
from scorer.results.storage import plain, without_surrogates


def table(columns: tuple[Column, ...], data: Mapping[str, NDArray[Any]]) -> Any:
    """The columns as a `pyarrow.Table`; `InputError` where pyarrow is not installed."""
    arrays = [_array(column, data[column.name]) for column in columns]
    return _pyarrow().table(arrays, schema=_schema(columns))


def _schema(columns: tuple[Column, ...]) -> Any:
    pa = _pyarrow()
    fields = [
        pa.field(c.name, _type(c), c.nullable, {"meaning": c.meaning.encode()}) for c in columns
    ]
    return pa.schema(fields)


def _array(column: Column, values: NDArray[Any]) -> Any:
    pa = _pyarrow()
    python = plain(column, values)
    try:
        return pa.array(python, type=_type(column))
    except UnicodeEncodeError:  # Arrow keeps UTF-8 only, which has no lone surrogates
        return pa.array([_clean(value) for value in python], type=_type(column))


def _pyarrow() -> Any:
    try:
        return import_module("pyarrow")
    except ImportError:
        raise InputError("Arrow tables need pyarrow: pip install pyarrow") from None


def _clean(value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value and without_surrogates(value)
    return [without_surrogates(word) for word in value]


def _type(column: Column) -> Any:
    pa = _pyarrow()
    types = {
        "str": pa.string(),
        "int": pa.int64(),
        "float": pa.float64(),
        "timestamp": pa.timestamp("us"),
        "strlist": pa.list_(pa.string()),
    }
    return types[column.kind]
