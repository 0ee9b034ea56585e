"""Parquet files, one a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govie.extras import need
from govie.tables.arrow import arrow_of, arrow_schema
from govie.tables.choice import Choice
from govie.tables.docs import origin_named
from govie.tables.targets import targets_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["ParquetWriter"]

_GROUP = 20_000
"""Rows that are written together: small groups make large files."""


class ParquetWriter:
    """One file a table; of numeric facts by default, of all types where a folder is named."""

    def __init__(self, kinds: Sequence[str], out: Path) -> None:
        parquet = need("pyarrow.parquet", "tables", "writing Parquet")
        self.choice = Choice(kinds or (("numeric",) if out.suffix else ()))
        self._targets = targets_of(out, self.choice.tables, ".parquet")
        self._waiting: dict[str, list[tuple[Any, ...]]] = {}
        self._writers = {
            table.name: parquet.ParquetWriter(
                str(self._targets[table.name].part), arrow_schema(table), compression="zstd"
            )
            for table in self.choice.tables
        }

    def add(self, path: str, doc: Doc) -> None:
        records = self.choice.select(doc._.govie.records)
        origin = origin_named(doc, path)
        for table in self.choice.tables:
            waiting = self._waiting.setdefault(table.name, [])
            waiting += table.rows(origin, records)
            if len(waiting) >= _GROUP:
                self._writers[table.name].write_table(arrow_of(table, waiting))
                waiting.clear()

    def close(self) -> None:
        for table in self.choice.tables:
            rows = self._waiting.get(table.name, [])
            self._writers[table.name].write_table(arrow_of(table, rows))
            self._writers[table.name].close()
            self._targets[table.name].finish()
