"""What a Doc goes by in tables: the file that it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from govie.files.source import origin_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["name_of", "named"]


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
