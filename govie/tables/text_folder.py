"""Extracted texts saved beside the results, so that offsets can be looked up in them."""

from __future__ import annotations

import csv
import io
from pathlib import Path, PurePosixPath

from govie.errors import OutputError
from govie.files.source import Source
from govie.tables.cells import cell
from govie.text.characters import writable

__all__ = ["TextFolder"]

_INDEX = "index.csv"
_COLUMNS = ("doc", "text_file", "kind", "encoding", "encoding_from", "page_starts")


class TextFolder:
    r"""A folder that takes texts as UTF-8 with ``\n`` for line ends, and an ``index.csv`` of them.

    The index says which file belongs to which ``doc``, how it was read, and at which offsets its
    pages begin. Raises :class:`~govie.errors.OutputError` where the folder cannot be written.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self._taken: set[PurePosixPath] = set()
        self._rows: list[tuple[str | None, ...]] = []

    def save(self, source: Source, place: PurePosixPath) -> None:
        """Save a text under the path that its file has below what was asked for."""
        place = PurePosixPath(writable(str(place)))
        name = place if place.suffix == ".txt" else place.with_name(f"{place.name}.txt")
        number = 1
        free = name
        while free in self._taken or str(free) == _INDEX:
            number += 1
            free = name.with_name(f"{name.stem}-{number}.txt")
        self._taken.add(free)
        self._write(free, source.text)
        starts = " ".join(map(str, source.pages)) or None
        how = (source.kind, source.encoding, source.encoding_from, starts)
        self._rows.append((source.name, str(free), *how))

    def close(self) -> None:
        """Write the index."""
        table = io.StringIO()
        rows = (map(cell, row) for row in [_COLUMNS, *self._rows])
        csv.writer(table, lineterminator="\n").writerows(rows)
        self._write(PurePosixPath(_INDEX), f"\ufeff{table.getvalue()}")

    def _write(self, name: PurePosixPath, text: str) -> None:
        path = self.folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise OutputError(f"{path}: cannot be written ({error.strerror})") from error
