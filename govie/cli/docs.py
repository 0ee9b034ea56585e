"""The files that a verb is given, read one after another; a bad one does not stop the others."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from govie.cli.progress import Progress
from govie.errors import GovieError, InputError
from govie.files import Entry, find, read_entry, read_metadata
from govie.files.metadata import Metadata

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Docs"]


class Docs:
    """Iterates over the Docs of files, folders and archives. ``failed`` says that some had none.

    The names of those files, and why, are on the standard error.
    """

    def __init__(self, paths: list[str], meta: Path | None = None) -> None:
        self.failed = False
        self._paths = paths
        self._table = read_metadata(meta) if meta else None

    def __iter__(self) -> Iterator[tuple[str, Doc]]:
        problems: list[GovieError] = []
        notes: list[str] = []
        entries = list(find(self._paths, fail=problems.append, tell=notes.append))
        with Progress(len(entries)) as progress:
            for note in notes:
                progress.say(f"govie: {note}")
            for error in problems:
                self._fail(progress, error)
            for entry in entries:
                try:
                    doc = _parsed(entry, self._table)
                except GovieError as error:
                    self._fail(progress, error)
                else:
                    yield entry.name, doc
                progress.advance()

    def _fail(self, progress: Progress, error: GovieError) -> None:
        self.failed = True
        progress.say(f"govie: {error}")


def _parsed(entry: Entry, table: Metadata | None) -> Doc:
    """The Doc of a file; a GovieError whose message names the file where there is none."""
    source = read_entry(entry, table=table)
    try:
        return source.parse()
    except GovieError as error:
        raise InputError(f"{entry.name}: {error}") from error
    except Exception as error:
        # A fault of ours in one file must not cost the results of the others.
        where = traceback.extract_tb(error.__traceback__)[-1]
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        line = f"{os.path.basename(where.filename)}:{where.lineno}"
        raise InputError(
            f"{entry.name}: a fault of govie, please report it ({line}: {fault})"
        ) from error
