"""The records of Docs as rows: what data frames and Arrow tables are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.tokens import Doc

from govie.files.source import Origin, origin_of
from govie.tables.schema import Table

__all__ = ["origin_named", "rows_of"]


def rows_of(docs: Doc | Iterable[Doc], table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows of a table, Doc by Doc.

    ``doc`` is the name of the file for Docs that come from :meth:`govie.files.Source.parse`, and
    the position among the Docs, from 1, for others.
    """
    for number, doc in enumerate([docs] if isinstance(docs, Doc) else docs, 1):
        yield from table.rows(origin_named(doc, str(number)), doc._.govie.records)


def origin_named(doc: Doc, name: str) -> Origin:
    """Where the text of a Doc comes from; ``name`` for one that does not know."""
    return origin_of(doc) or Origin(name=name)
