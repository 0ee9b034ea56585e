"""What a Doc goes by in tables, and which of its documents are reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from govie.files.source import origin_of
from govie.records import Document
from govie.sections.jurisdiction import is_report

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["name_of", "named", "reports_of"]


def name_of(doc: Doc) -> str | None:
    """The file of a Doc, None where its text was given as a string."""
    origin = origin_of(doc)
    return origin.name if origin else None


def named(docs: Mapping[str, Doc] | Iterable[Doc]) -> Iterator[tuple[str, Doc]]:
    """Docs with the names that they were given, else their files, else their number from 1."""
    if isinstance(docs, Mapping):
        yield from docs.items()
        return
    for number, doc in enumerate(docs, 1):
        yield name_of(doc) or str(number), doc


def reports_of(doc: Doc) -> list[Document]:
    """The reports in a Doc, without the articles beside them. A text of one document is one."""
    from govie.store import view_of

    view = view_of(doc)
    documents: tuple[Document, ...] = doc._.govie.documents
    if len(documents) == 1:
        return list(documents)
    return [
        document
        for document in documents
        if is_report(
            document.title,
            view.text[view.clean_offset(document.start) : view.clean_offset(document.end)],
        )
    ]
