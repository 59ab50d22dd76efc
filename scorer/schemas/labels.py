"""The contract of `labels`, the table that training reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from scorer.errors import SchemaError
from scorer.results import Column
from scorer.results.columns import text
from scorer.schemas.failures import Failure, message, shown

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

NAME = "labels"
MEANING = "One row per labelled statement: what training reads."
NEEDED = ("text", "label")
BINARY = ("0", "1")
COLUMNS: tuple[Column, ...] = (
    text("text", "the statement"),
    text("label", "0 or 1, or one of the head's class names"),
    text("article_id", "article it stands in; one article is never split", nullable=True),
    text("outlet", "outlet it was taken from", nullable=True),
    text("split", "part of a published split it belongs to", nullable=True),
    Column("weight", "float", True, "how much the row counts; 1 where it is missing"),
)


def validate(frame: pd.DataFrame, where: str, classes: Sequence[str] = BINARY) -> None:
    """Raise one `SchemaError` with every bad value by file (`where`), row and column.

    Row 1 is the first after the header. Numbers pass as labels where their digits are a class
    (`1` and `1.0` for "1"). Columns may stand in any order; only `text` and `label` must.
    """
    found = list(_failures(frame.reset_index(drop=True), classes))
    if found:
        raise SchemaError(message(f"{where}: not a labels table", found))


def _failures(frame: pd.DataFrame, classes: Sequence[str]) -> Iterator[Failure]:
    from scorer.schemas import cases

    yield from _wrong_columns(frame)
    for case in cases.find(_schema(classes), frame):
        row = None if case.row is None else case.row + 1
        yield Failure(case.column, row, case.value, case.must)


def _wrong_columns(frame: pd.DataFrame) -> Iterator[Failure]:
    known = [column.name for column in COLUMNS]
    for name in NEEDED:
        if name not in frame.columns:
            yield Failure(name, None, "the column", "must be there")
    for name in frame.columns:
        if name not in known:
            yield Failure(shown(name), None, "the column", f"must be one of {', '.join(known)}")


def _schema(classes: Sequence[str]) -> pa.DataFrameSchema:
    import pandera.pandas as pa

    def column(contract: Column) -> pa.Column:
        check = _check(contract, classes)
        return pa.Column(
            None, check, nullable=contract.nullable, required=False, name=contract.name
        )

    return pa.DataFrameSchema({contract.name: column(contract) for contract in COLUMNS})


def _check(column: Column, classes: Sequence[str]) -> pa.Check:
    import pandera.pandas as pa

    if column.name == "label":
        is_class = partial(_is_class, tuple(classes))
        error = f"must be one of {', '.join(classes)}"
        return pa.Check(is_class, element_wise=True, error=error)
    if column.kind == "float":
        return pa.Check(_weight, element_wise=True, error="must be a number, 0 or more")
    return pa.Check(_filled, element_wise=True, error="must be text, and not empty")


def _is_class(classes: tuple[str, ...], value: Any) -> bool:
    is_whole = isinstance(value, float) and value.is_integer()
    return (str(int(value)) if is_whole else str(value)) in classes


def _weight(value: Any) -> bool:
    try:
        return 0 <= float(value) < float("inf")
    except (TypeError, ValueError):
        return False


def _filled(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
