"""Results as bytes, one file a format: `as_<format>.py` with one function `write`.

Everything is checked against the contract before the first byte is written, and the same results
always give the same bytes.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Any, BinaryIO

from scorer.errors import InputError
from scorer.results import TABLES, Results
from scorer.schemas import validate_results

PREFIX = "as_"
TABLE = "statements"


def formats() -> list[str]:
    """The names of the formats, sorted."""
    names = [module.name for module in iter_modules(__path__)]
    return sorted(name.removeprefix(PREFIX) for name in names if name.startswith(PREFIX))


def check(form: str, table: str | None = None) -> None:
    """Raise `InputError` where `export` would not know the format, the table, or both together."""
    if form not in formats():
        raise InputError(f"no format {form!r}: choose one of {', '.join(formats())}")
    if table is not None and table not in TABLES:
        raise InputError(f"no table {table!r}: choose one of {', '.join(TABLES)}")
    if table is not None and not _module(form).ONE_TABLE:
        raise InputError(f"{form} holds all tables: leave out --table, or use --format csv")


def export(results: Results, form: str, out: BinaryIO, table: str | None = None) -> None:
    """Write the results in the named format.

    `table` chooses one for the formats that hold only one (`statements` unless given). Results
    that break the contract raise `SchemaError`, with nothing written; for the rest see `check`.
    """
    check(form, table)
    validate_results(results)
    module = _module(form)
    module.write(results.tables()[table or TABLE] if module.ONE_TABLE else results, out)


def _module(form: str) -> Any:
    return import_module(f"{__name__}.{PREFIX}{form}")
