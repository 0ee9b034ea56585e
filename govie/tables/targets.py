"""Files of results: complete under their name, or not there."""

from __future__ import annotations

import os
import weakref
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from govie.errors import OutputError
from govie.tables.schema import Table

__all__ = ["Target", "targets_of", "unwritable"]


class Target:
    """A file that is written beside its place and moved there when it is whole.

    What is not finished when the target is let go, or the process ends, is taken away.
    Raises :class:`~govie.errors.OutputError` at once where it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = path.with_name(f"{path.name}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise OutputError(f"{path}: is a folder")
            self.part.touch()
        except OSError as error:
            raise unwritable(path, error) from error
        self._half = weakref.finalize(self, _take_away, self.part)

    def finish(self) -> None:
        """Give the file its name."""
        try:
            os.replace(self.part, self.path)
        except OSError as error:
            raise unwritable(self.path, error) from error
        self._half.detach()


def _take_away(part: Path) -> None:
    # Windows does not take away a file that somebody still has open.
    with suppress(OSError):
        part.unlink()


def unwritable(path: Path, error: Exception) -> OutputError:
    """What to say of a file that cannot be written."""
    if isinstance(error, OutputError):
        return error
    return OutputError(f"{path}: cannot be written ({getattr(error, 'strerror', None) or error})")


def targets_of(out: Path, tables: Sequence[Table], suffix: str) -> dict[str, Target]:
    """A file for each table, by the name of the table.

    ``out`` is the file of a single table; of several it is a folder, or begins their names where
    it has a suffix (``facts.csv``: ``facts-places.csv``).
    """
    if not out.suffix:
        return {table.name: Target(out / f"{table.name}{suffix}") for table in tables}
    if len(tables) == 1:
        return {tables[0].name: Target(out)}
    return {
        table.name: Target(out.with_name(f"{out.stem}-{table.name}{out.suffix}"))
        for table in tables
    }
