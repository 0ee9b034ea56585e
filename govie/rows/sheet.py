"""A table with its headings, whatever its rows were made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import attrs
from attrs import frozen

__all__ = ["Cell", "Sheet", "sheet_of"]

Cell = str | int | bool | Decimal | tuple[str, ...] | None


@frozen(kw_only=True)
class Sheet:
    """Rows of cells under columns; every row has a cell for each column."""

    name: str
    columns: tuple[str, ...]
    """Names for programs."""
    headings: tuple[str, ...]
    """Names for people, in their order."""
    rows: Sequence[tuple[Cell, ...]]


def sheet_of(
    name: str, cls: type, rows: Iterable[Any], headings: Mapping[str, str] | None = None
) -> Sheet:
    """The table of instances of an attrs class, which may be none; its fields are the columns."""
    columns = tuple(field.name for field in attrs.fields(cls))
    words = headings or {}
    return Sheet(
        name=name,
        columns=columns,
        headings=tuple(words.get(column, column) for column in columns),
        rows=[tuple(getattr(row, column) for column in columns) for row in rows],
    )
