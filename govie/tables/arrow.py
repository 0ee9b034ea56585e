"""Arrow tables of records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from govie.extras import need
from govie.records import SCHEMA
from govie.tables.docs import rows_of
from govie.tables.schema import DIGITS, PLACES, Table, table_of

if TYPE_CHECKING:
    import pyarrow
    from spacy.tokens import Doc

__all__ = ["arrow_of", "arrow_schema", "to_arrow"]


def to_arrow(docs: Doc | Iterable[Doc], type: str = "numeric") -> pyarrow.Table:  # noqa: A002
    """The records of one type as Arrow table, one row each.

    ``type`` is document, section, place, program, numeric, relative or term. Columns are those of
    :mod:`govie.tables.schema`; numbers are decimal128(38, 10). Raises ConfigError for a type that
    does not exist, MissingExtraError without pyarrow.

    >>> import govie
    >>> govie.to_arrow(govie.parse("工业增长5%。")).column("text").to_pylist()
    ['5%']
    """
    table = table_of(type)
    return arrow_of(table, list(rows_of(docs, table)))


def arrow_schema(table: Table) -> pyarrow.Schema:
    """The Arrow schema of a table; its metadata tells the version of the record fields."""
    pa = need("pyarrow", "tables", "Arrow")
    mention = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "number": pa.decimal128(DIGITS, PLACES),
        # Parquet calls the field of a list so, and Arrow would call it item.
        "texts": pa.list_(pa.field("element", pa.string())),
        "mentions": pa.list_(pa.field("element", mention)),
    }
    fields = [pa.field(c.name, types[c.kind], nullable=c.nullable) for c in table.columns]
    told = {"govie.schema": str(SCHEMA), "govie.type": table.type}
    schema: pyarrow.Schema = pa.schema(fields, metadata=told)
    return schema


def arrow_of(table: Table, rows: Sequence[tuple[Any, ...]]) -> pyarrow.Table:
    """Rows as Arrow table."""
    pa = need("pyarrow", "tables", "Arrow")
    schema = arrow_schema(table)
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    made: pyarrow.Table = pa.Table.from_arrays(arrays, schema=schema)
    return made
