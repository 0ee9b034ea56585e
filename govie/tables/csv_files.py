"""CSV that Excel opens as it is: UTF-8 with a mark, and no cell that it would run."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from govie.errors import ConfigError
from govie.tables.cells import cell
from govie.tables.choice import Choice
from govie.tables.docs import origin_named
from govie.tables.targets import targets_of
from govie.tables.text_output import TextOutput

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
        if out is None and len(self.choice.tables) > 1:
            raise ConfigError("CSV on the standard output is one table; name a folder with -o")
        targets = targets_of(out, self.choice.tables, ".csv") if out else {}
        self._outputs = {
            table.name: TextOutput(targets.get(table.name)) for table in self.choice.tables
        }
        self._writers = {
            name: csv.writer(output.file, lineterminator="\n")
            for name, output in self._outputs.items()
        }
        for table in self.choice.tables:
            self._outputs[table.name].write("\ufeff")
            self._writers[table.name].writerow([column.name for column in table.columns])

    def add(self, path: str, doc: Doc) -> None:
        records = self.choice.select(doc._.govie.records)
        origin = origin_named(doc, path)
        for table in self.choice.tables:
            rows = (map(cell, row) for row in table.rows(origin, records))
            self._writers[table.name].writerows(rows)

    def close(self) -> None:
        for output in self._outputs.values():
            output.close()
