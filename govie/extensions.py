"""``doc._.govie`` and ``span._.govie``, made known to spaCy without loading what they lead to.

Getters are functions of a module: a lambda would break ``nlp.pipe(n_process=2)`` under spawn for
every pipeline of the process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from govie.records import Record
    from govie.report import Report

__all__ = ["record_of", "register", "report_of"]


def report_of(doc: Doc) -> Report:
    """Everything found in a text."""
    from govie.report import Report

    return Report(doc)


def record_of(span: Span) -> Record | None:
    """The record that a span of a govie span group stands for, or None."""
    from govie.store import all_records

    return next((record for record in all_records(span.doc) if record.id == span.id_), None)


def register() -> None:
    """Make both known to spaCy; harmless when called again."""
    Doc.set_extension("govie", getter=report_of, force=True)
    Span.set_extension("govie", getter=record_of, force=True)
