"""What earlier components found in a text, as later ones wish to ask for it.

Text-level extractors take a :class:`~govie.text.view.TextView` and a :class:`Context`. A component
that works alone in somebody's pipeline gets an empty context and is less precise, never broken.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import Any, TypeVar

from attrs import frozen

from govie.records import Document, Place, Program, Record, Section, Term

__all__ = ["Context", "Given"]

_R = TypeVar("_R", bound=Record)


@frozen(kw_only=True)
class Given:
    """What the caller knows about the text; it overrides what the text says."""

    jurisdiction: str | None = None
    """Name or six-digit code of the government whose report it is."""
    year: int | None = None
    """The year that the report plans for."""


class Context:
    """The records found so far in one text, by type and by raw offset."""

    def __init__(self, records: Iterable[Record] = (), given: Given | None = None) -> None:
        self.records = tuple(records)
        self.given = given or Given()

    def of(self, cls: type[_R]) -> tuple[_R, ...]:
        """All records of a class, subclass by subclass, each in order of the text."""
        return tuple(
            record
            for kind, records in self._by_type.items()
            if issubclass(kind, cls)
            for record in records
        )

    @cached_property
    def _by_type(self) -> dict[type[Record], list[Any]]:
        found: dict[type[Record], list[Any]] = {}
        for record in self.records:
            found.setdefault(type(record), []).append(record)
        return found

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        return self.of(Document)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return self.of(Section)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        return self.of(Place)

    @cached_property
    def programs(self) -> tuple[Program, ...]:
        return self.of(Program)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return self.of(Term)

    def document_at(self, offset: int) -> Document | None:
        """The document that holds a raw offset."""
        return _holder(self.documents, self._document_starts, offset)

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that holds a raw offset."""
        found = _holder(self.sections, self._section_starts, offset)
        while found and found.end <= offset and found.parent:
            found = self._section_by_id[found.parent]
        return found if found and found.start <= offset < found.end else None

    def parent_of(self, section: Section | None) -> Section | None:
        """The section that holds a section."""
        return self._section_by_id.get(section.parent) if section and section.parent else None

    def ids_at(self, offset: int) -> tuple[str | None, str | None]:
        """The ids of the innermost section and of the document that hold a raw offset."""
        edges, ids = self._ids
        return ids[bisect_right(edges, offset) - 1]

    def in_furniture(self, offset: int) -> bool:
        """Whether a raw offset lies in page furniture: menus, metadata, lists of other reports."""
        return self.ids_at(offset)[0] in self.furniture

    @cached_property
    def furniture(self) -> frozenset[str]:
        """The ids of the sections that are page furniture."""
        return frozenset(section.id for section in self.sections if section.kind == "furniture")

    @cached_property
    def _ids(self) -> tuple[list[int], list[tuple[str | None, str | None]]]:
        """The offsets at which a section or document begins or ends, and the ids from there on."""
        holders = (*self.documents, *self.sections)
        edges = sorted({0, *(edge for each in holders for edge in (each.start, each.end))})
        found = [(self.section_at(edge), self.document_at(edge)) for edge in edges]
        return edges, [(_id(section), _id(document)) for section, document in found]

    @cached_property
    def _document_starts(self) -> list[int]:
        return [document.start for document in self.documents]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

    @cached_property
    def _section_by_id(self) -> dict[str, Section]:
        return {section.id: section for section in self.sections}


def _id(record: Record | None) -> str | None:
    return record.id if record else None


def _holder(records: tuple[_R, ...], starts: list[int], offset: int) -> _R | None:
    """The last record that starts at or before a raw offset."""
    at = bisect_right(starts, offset) - 1
    return records[at] if at >= 0 else None
