"""The contracts of the tables, and the checks at the border.

Importing this is cheap; the checks import pandas and pandera when they are called.
"""

from __future__ import annotations

from scorer.errors import SchemaError
from scorer.results import Results, Table
from scorer.schemas import failures

ADVICE = "This is a fault of scorer, not of the input: please report it."


def validate(table: Table) -> None:
    """Raise one `SchemaError` with everything in the table that breaks its contract.

    Rows count from 0. Call it once per batch, where the table leaves the program.
    """
    from scorer.schemas import frames

    found = frames.failures(table)
    if found:
        raise SchemaError(failures.message(f"table {table.NAME}", found))


def validate_results(results: Results) -> None:
    """Raise one `SchemaError` for all five tables and for what must hold between them."""
    from scorer.schemas import across, frames

    between = across.failures(results)
    found = {
        name: [*frames.failures(table), *between.get(name, [])]
        for name, table in results.tables().items()
    }
    parts = [failures.message(f"table {name}", wrong) for name, wrong in found.items() if wrong]
    if parts:
        raise SchemaError("\n".join([*parts, ADVICE]))
