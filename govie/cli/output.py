"""Writers of parsed files to the standard output: a table for reading, JSON Lines, JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from govie.cli.kinds import FACTS, select
from govie.records import Record

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Writer", "make_writer"]


class Writer(Protocol):
    """Takes one parsed file after another; ``path`` is the file's name as it was given."""

    def add(self, path: str, doc: Doc) -> None: ...

    def close(self) -> None: ...


def make_writer(form: str, kinds: Sequence[str], sentences: bool) -> Writer:
    """The writer of a form: ``table``, ``jsonl`` or ``json``; of all kinds where none is named."""
    if form == "table":
        return TableWriter(kinds, sentences)
    return JsonLinesWriter(kinds) if form == "jsonl" else JsonWriter(kinds)


class JsonLinesWriter:
    """One record a line, each with ``doc``, the file it stands in."""

    def __init__(self, kinds: Sequence[str]) -> None:
        self.kinds = kinds

    def add(self, path: str, doc: Doc) -> None:
        records = select(doc._.govie.records, self.kinds)
        lines = [_dump({"doc": path, **record.to_dict()}) + "\n" for record in records]
        sys.stdout.write("".join(lines))

    def close(self) -> None:
        sys.stdout.flush()


class JsonWriter:
    """One array with an object for each file."""

    def __init__(self, kinds: Sequence[str]) -> None:
        self.kinds = kinds
        self.separator = "[\n"

    def add(self, path: str, doc: Doc) -> None:
        report = doc._.govie
        plain = [record.to_dict() for record in select(report.records, self.kinds)]
        sys.stdout.write(self.separator)
        sys.stdout.write(_dump({"doc": path, **report.to_dict(), "records": plain}))
        self.separator = ",\n"

    def close(self) -> None:
        sys.stdout.write("[]\n" if self.separator == "[\n" else "\n]\n")
        sys.stdout.flush()


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


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
