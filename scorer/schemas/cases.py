"""What pandera found, as typed rows. Importing this imports pandas and pandera."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd
import pandera.pandas as pa

from scorer.schemas.failures import shown

WORDS = {
    "not_nullable": "must not be missing",
    "multiple_fields_uniqueness": "must be unique, with the other columns of the key",
}


class Case(NamedTuple):
    """One value that a check refused; `row` is None where the check is of a whole column."""

    joint: bool  # refused by a check that joins columns
    column: str
    row: int | None
    value: str
    must: str


def find(schema: pa.DataFrameSchema, frame: pd.DataFrame) -> list[Case]:
    """All cases, by row; none for a frame that keeps the schema."""
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as problem:
        caught: Any = problem  # pandera leaves the type of its table open
        ordered = caught.failure_cases.sort_values("index", kind="stable")
        return [_case(case) for case in ordered.to_dict("records")]
    return []


def _case(case: Any) -> Case:
    check = str(case["check"])
    return Case(
        joint=case["schema_context"] == "DataFrameSchema",
        column=str(case["column"]),
        row=None if pd.isna(case["index"]) else int(case["index"]),
        value=shown(case["failure_case"]),
        must=WORDS.get(check, check),
    )
