"""Which area a number is about: the jurisdiction of the report, or one that its clause names."""

from __future__ import annotations

from govie.context import Context
from govie.pairing import Finding
from govie.view import TextView

__all__ = ["Areas"]


class Areas:
    """Places as governors of clauses."""

    def __init__(self, view: TextView, context: Context) -> None:
        self._view = view
        self._context = context

    def of(self, finding: Finding) -> tuple[str | None, str | None]:
        """Full name and code of the area of a finding."""
        offset = self._view.raw_span(finding.quantity.start, finding.quantity.end)[0]
        document = self._context.document_at(offset)
        return (document.place, document.adcode) if document else (None, None)
