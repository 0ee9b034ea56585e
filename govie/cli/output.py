"""Writers of parsed files: a table for reading on the standard output, and all other forms."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from govie.errors import ConfigError
from govie.records import Record
from govie.tables.kinds import FACTS, select
from govie.tables.writer import Writer

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["make_writer"]


def make_writer(form: str, kinds: Sequence[str], sentences: bool, out: Path | None) -> Writer:
    """The writer of a form: ``table``, or one of :data:`govie.tables.FORMS`.

    Raises ConfigError where a form needs a file and none is named, or cannot have one.
    """
    from govie import tables

    if form != "table":
        return tables.make_writer(form, kinds, out)
    if out:
        raise ConfigError("a table is for reading; name another form with --to, such as csv")
    return TableWriter(kinds, sentences)


class TableWriter:
    """Tables for reading; of facts where no kind is named."""

    def __init__(self, kinds: Sequence[str], sentences: bool) -> None:
        from govie.cli.table import make_console

        self.kinds = kinds or FACTS
        self.sentences = sentences
        self.console = make_console()

    def add(self, path: str, doc: Doc) -> None:
        from govie.cli.table import print_report

        name = "standard input" if path == "-" else path
        records: list[Record] = select(doc._.govie.records, self.kinds)
        print_report(self.console, name, doc, records, sentences=self.sentences)

    def close(self) -> None:
        self.console.file.flush()
