"""Which mentions belong to which term, where a file holds several documents."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from govie.context import Context
from govie.glossary.enumerations import Span
from govie.glossary.layout import GlossaryList
from govie.packs import Pattern
from govie.records import Document, Mention
from govie.text.view import TextView

__all__ = ["Scope"]


@frozen
class Scope:
    """The documents of a text, and who speaks for which: their own lists, or the packs."""

    _view: TextView
    _context: Context
    _listed: frozenset[str | None]
    """Ids of the documents that have a list of their own; None for a text without documents."""

    @classmethod
    def of(cls, view: TextView, context: Context, lists: list[GlossaryList]) -> Scope:
        """The scope of a text with these lists."""
        homes = (_document_at(view, context, found.start) for found in lists)
        return cls(view, context, frozenset(home.id if home else None for home in homes))

    @property
    def needs_packs(self) -> bool:
        """Whether there is a document without a list."""
        documents: set[str | None] = {document.id for document in self._context.documents}
        return not (documents or {None}) <= self._listed

    def home(self, span: Span) -> str | None:
        """The document that a span stands in."""
        document = _document_at(self._view, self._context, span[0])
        return document.id if document else None

    def at_home(self, home: str | None, spans: Iterable[Span]) -> tuple[Mention, ...]:
        """The mentions in one document: a term speaks for its own."""
        return tuple(
            _mention(self._view, span)
            for span in spans
            if home is None or self.home(span) in (home, None)
        )

    def unlisted(self, pattern: Pattern, spans: Iterable[Span]) -> tuple[Mention, ...]:
        """The mentions in documents that have no list and are of the time and place of a line."""
        return tuple(_mention(self._view, span) for span in spans if self._admits(pattern, span))

    def _admits(self, pattern: Pattern, span: Span) -> bool:
        document = _document_at(self._view, self._context, span[0])
        unlisted = (document.id if document else None) not in self._listed
        return unlisted and self._fits(pattern, document)

    def _fits(self, pattern: Pattern, document: Document | None) -> bool:
        """A pack's term is of its time (``since``) and its place (``place``, ``adcode``)."""
        since, place = pattern.meta.get("since"), pattern.meta.get("place")
        if document and document.year and since and document.year < since:
            return False
        if place and document and document.adcode:
            return document.adcode.startswith(pattern.meta.get("adcode", ""))
        return not place or place in self._view.text


def _document_at(view: TextView, context: Context, offset: int) -> Document | None:
    return context.document_at(view.raw_span(offset, offset + 1)[0]) if context.documents else None


def _mention(view: TextView, span: Span) -> Mention:
    start, end = view.raw_span(*span)
    return Mention(start=start, end=end, text=view.raw[start:end])
