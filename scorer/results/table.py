"""A table: named numpy arrays of one length, and the ways out of it."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from scorer.errors import SchemaError
from scorer.results import storage
from scorer.results.columns import Column
from scorer.results.storage import Values

if TYPE_CHECKING:
    import pandas as pd


class Table:
    """Columns of equal length, built from one keyword argument a column.

    A missing, an unknown or a shorter column raises `SchemaError`. Whether the values keep the
    contract is checked at the border, by `scorer.schemas`.
    """

    NAME: ClassVar[str]
    COLUMNS: ClassVar[tuple[Column, ...]]
    KEY: ClassVar[tuple[str, ...]]  # no two rows agree in all of these

    def __init__(self, **columns: Values) -> None:
        """Keep the columns; see `scorer.results.storage.store` for the types inside."""
        self._check_names(columns)
        self._data = {c.name: storage.store(c, columns[c.name]) for c in self.COLUMNS}
        lengths = {name: len(values) for name, values in self._data.items()}
        if len(set(lengths.values())) > 1:
            raise SchemaError(f"table {self.NAME}: columns differ in length: {lengths}")
        self._length = next(iter(lengths.values()))

    @classmethod
    def empty(cls) -> Self:
        """The table without rows."""
        return cls(**{column.name: storage.empty(column.kind) for column in cls.COLUMNS})

    @classmethod
    def concat(cls, tables: Sequence[Self]) -> Self:
        """The rows of all tables, one table after the other; none gives the empty table."""
        if not tables:
            return cls.empty()
        names = [column.name for column in cls.COLUMNS]
        return cls(**{name: np.concatenate([table[name] for table in tables]) for name in names})

    @classmethod
    def column(cls, name: str) -> Column:
        """The contract of the named column; `SchemaError` where there is none."""
        for column in cls.COLUMNS:
            if column.name == name:
                return column
        known = ", ".join(column.name for column in cls.COLUMNS)
        raise SchemaError(f"table {cls.NAME} has no column {name!r}; it has {known}")

    def __len__(self) -> int:
        """The number of rows."""
        return self._length

    def __repr__(self) -> str:
        """The name and the number of rows."""
        return f"{type(self).__name__}({len(self)} rows)"

    def __getitem__(self, name: str) -> NDArray[Any]:
        """The array of the named column, not a copy; `SchemaError` where there is none."""
        return self._data[name] if name in self._data else self._data[self.column(name).name]

    def take(self, indices: Sequence[int] | NDArray[Any]) -> Self:
        """The rows at these positions (or where a boolean mask is true), in the order given."""
        where = np.asarray(indices)
        if not where.size:
            return self.empty()
        return type(self)(**{name: values[where] for name, values in self._data.items()})

    def rows(self) -> Iterator[Any]:
        """The rows as `NamedTuple`s with None for what is missing."""
        columns = [storage.plain(column, self._data[column.name]) for column in self.COLUMNS]
        row = _row_type(type(self).__name__ + "Row", tuple(self._data))
        return map(row._make, zip(*columns, strict=True))

    def records(self) -> list[dict[str, Any]]:
        """The rows as JSON has them: None for what is missing, lists, times in ISO 8601."""
        names = [column.name for column in self.COLUMNS]
        columns = [storage.written(column, self._data[column.name]) for column in self.COLUMNS]
        return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]

    def to_pandas(self) -> pd.DataFrame:
        """A data frame: text and lists as objects, missing integers as `Int64`, times naive UTC.

        Text stays `object` with None, as the newer string type cannot hold lone surrogates.
        """
        import pandas as pd

        return pd.DataFrame({c.name: self._series(c) for c in self.COLUMNS})

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`; lone surrogates become U+FFFD. `InputError` without pyarrow."""
        from scorer.results import arrow

        return arrow.table(self.COLUMNS, self._data)

    def _series(self, column: Column) -> Any:
        import pandas as pd

        values = self._data[column.name]
        if column.kind == "int" and column.nullable:
            return pd.arrays.IntegerArray(values.copy(), values == storage.MISSING_INT)
        if column.kind == "strlist":
            return pd.Series([list(value) for value in values], dtype=object)
        return pd.Series(values.copy(), dtype=values.dtype)

    def _check_names(self, given: dict[str, Values]) -> None:
        names = [column.name for column in self.COLUMNS]
        missing = [name for name in names if name not in given]
        unknown = [name for name in given if name not in names]
        if missing or unknown:
            raise SchemaError(
                f"table {self.NAME}: missing columns {missing}, unknown columns {unknown}"
            )


@cache
def _row_type(name: str, columns: tuple[str, ...]) -> Any:
    make: Any = namedtuple  # the fields come from COLUMNS, which no type checker can follow
    return make(name, columns)
