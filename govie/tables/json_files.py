"""JSON of records: a record a line, or an array with an object for each file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govie.tables.choice import Choice
from govie.tables.docs import origin_named
from govie.tables.text_output import TextOutput

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["JsonLinesWriter", "JsonWriter"]


class JsonLinesWriter(TextOutput):
    """One record a line, each with ``doc``, its file, and ``page`` in a file that has pages."""

    def __init__(self, kinds: Sequence[str], out: Path | None) -> None:
        super().__init__(out)
        self.choice = Choice(kinds)

    def add(self, path: str, doc: Doc) -> None:
        origin = origin_named(doc, path)
        for record in self.choice.select(doc._.govie.records):
            page = origin.page_at(record.start)
            where = {"doc": path} if page is None else {"doc": path, "page": page}
            self.write(_dump({**where, **record.to_dict()}) + "\n")


class JsonWriter(TextOutput):
    """One array with an object for each file."""

    def __init__(self, kinds: Sequence[str], out: Path | None) -> None:
        super().__init__(out)
        self.choice = Choice(kinds)
        self._separator = "[\n"

    def add(self, path: str, doc: Doc) -> None:
        report = doc._.govie
        plain = [record.to_dict() for record in self.choice.select(report.records)]
        self.write(self._separator + _dump({"doc": path, **report.to_dict(), "records": plain}))
        self._separator = ",\n"

    def close(self) -> None:
        self.write("[]\n" if self._separator == "[\n" else "\n]\n")
        super().close()


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
