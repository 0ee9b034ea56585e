"""A table with its headings, whatever its rows were made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import attrs
from attrs import field, frozen

__all__ = ["LIST", "Cell", "Sheet", "sheet_of"]

Cell = str | int | bool | Decimal | tuple[str, ...] | None
LIST = "；"
"""Between the items of a list in a cell for people."""


@frozen(kw_only=True)
class Sheet:
    """Rows of cells under columns; every row has a cell for each column."""

    name: str
    columns: tuple[str, ...]
    """Names for programs."""
    headings: tuple[str, ...]
    """Names for people, in their order."""
    rows: Sequence[tuple[Cell, ...]]
    above: Sequence[str] = ()
    """Lines that a table for reading has above it."""
    words: Mapping[str, Mapping[str, str]] = field(factory=dict)
    """What people read for the values of a column, where that is something else."""

    @property
    def rows_for_people(self) -> Sequence[tuple[Cell, ...]]:
        """The rows in the language of the headings."""
        if not self.words:
            return self.rows
        words = [self.words.get(column, {}) for column in self.columns]
        return [
            tuple(
                said.get(cell, cell) if isinstance(cell, str) else cell
                for said, cell in zip(words, row, strict=True)
            )
            for row in self.rows
        ]


def sheet_of(
    name: str,
    cls: type,
    rows: Iterable[Any],
    headings: Mapping[str, str] | None = None,
    words: Mapping[str, Mapping[str, str]] | None = None,
) -> Sheet:
    """The table of instances of an attrs class, which may be none; its fields are the columns."""
    columns = tuple(attribute.name for attribute in attrs.fields(cls))
    named = headings or {}
    return Sheet(
        name=name,
        columns=columns,
        headings=tuple(named.get(column, column) for column in columns),
        rows=[tuple(getattr(row, column) for column in columns) for row in rows],
        words=words or {},
    )
