"""The columns of tables, from the fields of the records: never inferred from what they hold.

A table has the columns ``doc`` (the file) and ``page`` and then the fields of its record in their
order. An exact number takes two columns: ``value``, a number of 38 digits of which 10 stand behind
the point, and ``value_text``, the number as JSON has it. The first is empty where it cannot hold
the number exactly, and for a ratio such as 8.2:46.3:45.5; the second always says all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from types import NoneType
from typing import Any, get_args, get_type_hints

import attrs
from attrs import frozen

from govie.errors import ConfigError
from govie.files.source import Origin
from govie.json_forms import decimal_string
from govie.records import (
    Document,
    Mention,
    NumericFact,
    Place,
    Program,
    Record,
    RelativeTarget,
    Section,
    Term,
)

__all__ = ["DIGITS", "PLACES", "TABLES", "Column", "Table", "table_of"]

DIGITS, PLACES = 38, 10
"""Of a number column: decimal128(38, 10) in Arrow and Parquet, DECIMAL(38, 10) in DuckDB."""

_KINDS = {str: "text", int: "integer", bool: "boolean", Decimal: "number"}
_LISTS = {tuple[str, ...]: "texts", tuple[Mention, ...]: "mentions"}


@frozen
class Column:
    """One column. ``kind`` is text, integer, boolean, number, texts or mentions."""

    name: str
    kind: str
    nullable: bool = True


@frozen
class Table:
    """The table of one record type."""

    name: str
    cls: type[Record]
    columns: tuple[Column, ...]

    @property
    def type(self) -> str:
        """The record type: document, numeric."""
        return self.cls.type

    def rows(self, origin: Origin, records: Iterable[Record]) -> Iterator[tuple[Any, ...]]:
        """A row for each record of this type: plain values, numbers as Decimal, lists as list."""
        names = [field.name for field in attrs.fields(self.cls)]
        numbers = {column.name for column in self.columns if column.kind == "number"}
        for record in records:
            if type(record) is self.cls:
                row: list[Any] = [origin.name, origin.page_at(record.start)]
                for name in names:
                    value = getattr(record, name)
                    row.extend(_number(value) if name in numbers else (_plain(value),))
                yield tuple(row)


def _columns(cls: type[Record]) -> tuple[Column, ...]:
    hints = get_type_hints(cls)
    columns = [Column("doc", "text", False), Column("page", "integer")]
    for field in attrs.fields(cls):
        hint = hints[field.name]
        options = set(get_args(hint)) if hint not in _LISTS else {hint}
        nullable = NoneType in options
        kinds = options - {NoneType} or {hint}
        if Decimal in kinds:
            columns += [
                Column(field.name, "number"),
                Column(f"{field.name}_text", "text", nullable),
            ]
        else:
            (kind,) = kinds
            columns.append(Column(field.name, _LISTS.get(kind) or _KINDS[kind], nullable))
    return tuple(columns)


TABLES: tuple[Table, ...] = (
    Table("documents", Document, _columns(Document)),
    Table("sections", Section, _columns(Section)),
    Table("places", Place, _columns(Place)),
    Table("programs", Program, _columns(Program)),
    Table("numeric_facts", NumericFact, _columns(NumericFact)),
    Table("relative_targets", RelativeTarget, _columns(RelativeTarget)),
    Table("terms", Term, _columns(Term)),
)
"""All tables, named like the properties of ``doc._.govie``."""


def table_of(type_: str) -> Table:
    """The table of a record type; ConfigError where there is no such type."""
    for table in TABLES:
        if table.type == type_:
            return table
    known = ", ".join(table.type for table in TABLES)
    raise ConfigError(f"there is no record type {type_!r}; the types are {known}")


def _number(value: Decimal | str | None) -> tuple[Decimal | None, str | None]:
    """A number as the number column holds it, and as text."""
    if not isinstance(value, Decimal):
        return None, value
    text = decimal_string(value)
    whole, _, fraction = text.lstrip("-").partition(".")
    fits = len(whole) <= DIGITS - PLACES and len(fraction) <= PLACES
    return (value if fits else None), text


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [attrs.asdict(item) if isinstance(item, Mention) else item for item in value]
    return value
