"""A DuckDB database of records that grows from year to year."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govie.errors import OutputError
from govie.extras import need
from govie.records import SCHEMA
from govie.tables.arrow import arrow_of
from govie.tables.choice import Choice
from govie.tables.docs import origin_named
from govie.tables.schema import DIGITS, PLACES, TABLES, Table

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["DuckDbWriter"]

_TYPES = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "boolean": "BOOLEAN",
    "number": f"DECIMAL({DIGITS}, {PLACES})",
    "texts": "VARCHAR[]",
    "mentions": 'STRUCT("start" BIGINT, "end" BIGINT, "text" VARCHAR)[]',
}
_PACKS = "CREATE TABLE IF NOT EXISTS packs (doc VARCHAR, name VARCHAR, digest VARCHAR NOT NULL, \
PRIMARY KEY (doc, name))"
_VERSION = "CREATE TABLE IF NOT EXISTS govie_schema (version INTEGER PRIMARY KEY)"


class DuckDbWriter:
    """One table a record type with the key (doc, id), ``packs`` with what patterns made them.

    What the database holds of a file is replaced by what is found in it now, in tables of the
    chosen kinds; everything else stays. All of a run is one transaction: it is there or it is not.
    Raises :class:`~govie.errors.OutputError` for a file that is no database, that another program
    has open, or that holds another version of the records.
    """

    def __init__(self, kinds: Sequence[str], out: Path) -> None:
        self._engine = need("duckdb", "tables", "writing DuckDB")
        need("pyarrow", "tables", "writing DuckDB")
        self.choice = Choice(kinds)
        self.path = out
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            self._base = self._engine.connect(str(out))
            self._base.begin()
            self._make_tables()
        except (self._engine.Error, OSError) as error:
            first = str(error).strip().splitlines()[0]
            raise OutputError(f"{out}: cannot be written as DuckDB ({first})") from error

    def _make_tables(self) -> None:
        run = self._base.execute
        run(_VERSION)
        found = run("SELECT version FROM govie_schema").fetchone()
        if found and found[0] != SCHEMA:
            raise OutputError(
                f"{self.path}: holds records of schema {found[0]}, and this govie writes {SCHEMA};"
                " write to a new file"
            )
        if not found:
            run("INSERT INTO govie_schema VALUES (?)", [SCHEMA])
        run(_PACKS)
        for table in TABLES:
            run(_create(table))

    def add(self, path: str, doc: Doc) -> None:
        report = doc._.govie
        origin = origin_named(doc, path)
        records = self.choice.select(report.records)
        try:
            for table in self.choice.tables:
                rows = list(table.rows(origin, records))
                self._replace(table.name, origin.name)
                if rows:
                    self._base.register("incoming", arrow_of(table, rows))
                    self._base.execute(f"INSERT INTO {table.name} SELECT * FROM incoming")
                    self._base.unregister("incoming")
            self._replace("packs", origin.name)
            for name, digest in report.packs.items():
                self._base.execute(
                    "INSERT INTO packs VALUES (?, ?, ?)", [origin.name, name, digest]
                )
        except self._engine.Error as error:
            raise OutputError(f"{self.path}: cannot be written ({error})") from error

    def _replace(self, table: str, doc: str) -> None:
        self._base.execute(f"DELETE FROM {table} WHERE doc = ?", [doc])

    def close(self) -> None:
        try:
            self._base.commit()
            self._base.close()
        except self._engine.Error as error:
            raise OutputError(f"{self.path}: cannot be written ({error})") from error


def _create(table: Table) -> str:
    columns: list[Any] = [
        f'"{column.name}" {_TYPES[column.kind]}{"" if column.nullable else " NOT NULL"}'
        for column in table.columns
    ]
    columns.append("PRIMARY KEY (doc, id)")
    return f"CREATE TABLE IF NOT EXISTS {table.name} ({', '.join(columns)})"
