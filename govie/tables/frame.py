"""Data frames of records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from govie.extras import need
from govie.tables.docs import rows_of
from govie.tables.schema import table_of

if TYPE_CHECKING:
    import pandas
    from spacy.tokens import Doc

__all__ = ["to_frame"]

_DTYPES = {"text": "string", "integer": "Int64", "boolean": "boolean"}
"""The others (numbers, lists) are columns of Python objects."""


def to_frame(docs: Doc | Iterable[Doc], type: str = "numeric") -> pandas.DataFrame:  # noqa: A002
    """The records of one type as data frame, one row each.

    ``type`` is document, section, place, program, numeric, relative or term. Columns are those of
    :mod:`govie.tables.schema`; numbers are :class:`~decimal.Decimal` (``frame["value"]
    .astype(float)`` where that will do). Raises ConfigError for a type that does not exist,
    MissingExtraError without pandas.

    >>> import govie
    >>> list(govie.to_frame(govie.parse("工业增长5%。"))["text"])
    ['5%']
    """
    pd = need("pandas", "tables", "a data frame")
    table = table_of(type)
    rows = list(rows_of(docs, table))
    series = {
        column.name: pd.Series(
            [row[i] for row in rows], dtype=_DTYPES.get(column.kind, "object"), name=column.name
        )
        for i, column in enumerate(table.columns)
    }
    frame: pandas.DataFrame = pd.DataFrame(series)
    return frame
