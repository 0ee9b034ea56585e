"""A corpus in a DuckDB file: one transaction a batch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from govie.corpus.batch import CORPUS, Batch, schemas, tables_of
from govie.corpus.index import Index, hash_of
from govie.corpus.store import check_schema
from govie.errors import OutputError
from govie.extras import need
from govie.records import SCHEMA

__all__ = ["DuckStore"]

_SETTINGS = {"memory_limit": "512MB", "threads": "1", "preserve_insertion_order": "false"}
"""The cores are for the workers, and what DuckDB caches would look like memory that grows."""
_VERSION = "CREATE TABLE IF NOT EXISTS govie_schema (version INTEGER PRIMARY KEY)"
_FAILURES = "CREATE TABLE IF NOT EXISTS failures (doc VARCHAR PRIMARY KEY, reason VARCHAR NOT NULL)"
_KNOWN = """SELECT doc, content, recipe FROM corpus
UNION ALL SELECT DISTINCT doc, '', '' FROM packs ANTI JOIN corpus USING (doc)"""
_SOLVED = "DELETE FROM failures WHERE doc IN (SELECT doc FROM incoming)"
_FAILED = "INSERT OR REPLACE INTO failures VALUES (?, ?)"
_ROWS = 10_000
_FRESH = 32 * 2**20
"""Bytes of rows, as Arrow has them, until the file is opened afresh."""


class DuckStore:
    """The tables of :mod:`govie.tables.schema`, ``corpus``, ``packs`` and ``failures``.

    A file that ``govie parse --to duckdb`` made is taken over. The record tables of a new file
    have no key: looking a billion of them up would cost more than reading the reports.
    """

    def __init__(self, out: Path) -> None:
        self._engine = need("duckdb", "tables", "writing DuckDB")
        self.out = out
        self._written = 0
        with self._named():
            out.parent.mkdir(parents=True, exist_ok=True)
            self._base = self._engine.connect(str(out), config=_SETTINGS)
        try:
            with self._named(), self._transaction():
                self._make_tables()
        except BaseException:
            self._base.close()
            raise

    def _make_tables(self) -> None:
        run = self._base.execute
        run(_VERSION)
        if found := run("SELECT version FROM govie_schema").fetchone():
            check_schema(self.out, found[0])
        else:
            run("INSERT INTO govie_schema VALUES (?)", [SCHEMA])
        run(_FAILURES)
        for name, schema in schemas().items():
            with self._registered(schema.empty_table()):
                run(f"CREATE TABLE IF NOT EXISTS {name} AS FROM incoming")

    def load(self, index: Index) -> None:
        with self._named():
            rows = self._base.execute(_KNOWN)
            while some := rows.fetchmany(_ROWS):
                index.add(((doc, hash_of(content, recipe)) for doc, content, recipe in some), 0)

    def write(self, batch: Batch) -> None:
        pa = need("pyarrow", "tables", "writing DuckDB")
        with self._named(), self._transaction():
            if batch.stale:
                with self._registered(pa.table({"doc": list(batch.stale)})):
                    for name in schemas():
                        self._base.execute(f"DELETE FROM {name} WHERE doc IN (FROM incoming)")
            for name, table in tables_of(batch.done).items():
                with self._registered(table):
                    self._base.execute(f"INSERT INTO {name} BY NAME FROM incoming")
                    if name == CORPUS:
                        self._base.execute(_SOLVED)
                self._written += table.nbytes
            for failure in batch.failed:
                self._base.execute(_FAILED, [failure.name, failure.reason])
        if self._written > _FRESH:
            self._open_afresh()

    def _open_afresh(self) -> None:
        """Give back the memory that DuckDB keeps for every block that it has written."""
        with self._named():
            self._base.close()
            self._base = self._engine.connect(str(self.out), config=_SETTINGS)
        self._written = 0

    def close(self) -> None:
        with self._named():
            self._base.close()

    @contextmanager
    def _registered(self, table: Any) -> Iterator[None]:
        """With a table of Arrow that SQL calls ``incoming``."""
        self._base.register("incoming", table)
        try:
            yield
        finally:
            self._base.unregister("incoming")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._base.begin()
        try:
            yield
        except BaseException:
            # Of a full disk DuckDB may have given the transaction up already.
            with suppress(self._engine.Error):
                self._base.rollback()
            raise
        self._base.commit()

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Errors of the system and of DuckDB, in one line that names the file."""
        try:
            yield
        except OutputError:
            raise
        except (self._engine.Error, OSError) as error:
            said = getattr(error, "strerror", None) or str(error).strip().splitlines()[0]
            raise OutputError(f"{self.out}: cannot be written as DuckDB ({said})") from error
