"""Where a corpus is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from govie.corpus.batch import Batch
from govie.corpus.index import Index
from govie.errors import OutputError
from govie.records import SCHEMA

__all__ = ["Store", "check_schema", "is_duckdb", "lock_of", "open_store"]

_DUCKDB = (".duckdb", ".ddb", ".db")


class Store(Protocol):
    """A corpus that grows batch by batch. All raise :class:`~govie.errors.OutputError`."""

    def load(self, index: Index) -> None:
        """Note in the index what is there, and clear away what a killed run has left."""

    def write(self, batch: Batch) -> None:
        """Write a batch so that all of it is there or nothing, even where the power fails."""

    def close(self) -> None: ...


def is_duckdb(out: Path) -> bool:
    """Whether a path means a DuckDB file; else it is a folder of Parquet files."""
    return out.suffix.lower() in _DUCKDB or out.is_file()


def lock_of(out: Path) -> Path:
    """The lock file of an output."""
    return out.with_name(f"{out.name}.lock") if is_duckdb(out) else out / ".lock"


def open_store(out: Path) -> Store:
    """The corpus at a path, made where there is none.

    Raises OutputError where it cannot be written, or comes from another version of govie;
    MissingExtraError where a library is not installed.
    """
    if is_duckdb(out):
        from govie.corpus.duck_store import DuckStore

        return DuckStore(out)
    from govie.corpus.parquet_store import ParquetStore

    return ParquetStore(out)


def check_schema(out: Path, found: int) -> None:
    """Raise OutputError where an output holds records of another version."""
    if found != SCHEMA:
        advice = "a newer govie made it" if found > SCHEMA else "an older govie made it"
        raise OutputError(
            f"{out}: holds records of schema {found}, and this govie writes {SCHEMA} ({advice});"
            " write to a new place"
        )
