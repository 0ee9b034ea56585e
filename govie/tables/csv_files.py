"""CSV that Excel opens as it is: UTF-8 with a mark, and no cell that it would run."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from govie.errors import ConfigError
from govie.tables.cells import cell
from govie.tables.choice import Choice
from govie.tables.docs import origin_named
from govie.tables.targets import Target, targets_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["CsvWriter"]


class CsvWriter:
    """One file a table, or one table on the standard output; of numeric facts by default.

    Lists are JSON. A text that begins with ``= + - @`` or a tab has an apostrophe in front, which
    :func:`govie.tables.cells.original` takes away.
    """

    def __init__(self, kinds: Sequence[str], out: Path | None) -> None:
        in_folder = out is not None and not out.suffix
        self.choice = Choice(kinds or (() if in_folder else ("numeric",)))
        self.targets: dict[str, Target] = {}
        self._files: dict[str, IO[str]] = {}
        if out is None:
            if len(self.choice.tables) > 1:
                raise ConfigError("CSV on the standard output is one table; name a folder with -o")
            self._files[self.choice.tables[0].name] = sys.stdout
        else:
            self.targets = targets_of(out, self.choice.tables, ".csv")
            for name, target in self.targets.items():
                self._files[name] = target.part.open("w", encoding="utf-8", newline="")
        self._writers = {
            name: csv.writer(file, lineterminator="\n") for name, file in self._files.items()
        }
        for table in self.choice.tables:
            self._files[table.name].write("\ufeff")
            self._writers[table.name].writerow([column.name for column in table.columns])

    def add(self, path: str, doc: Doc) -> None:
        records = self.choice.select(doc._.govie.records)
        origin = origin_named(doc, path)
        for table in self.choice.tables:
            rows = (map(cell, row) for row in table.rows(origin, records))
            self._writers[table.name].writerows(rows)

    def close(self) -> None:
        for name, file in self._files.items():
            if name in self.targets:
                file.close()
                self.targets[name].finish()
            else:
                file.flush()
