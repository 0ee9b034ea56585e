"""Where records stand in the text, and the pieces into which their ends cut it.

Marks may nest, overlap and share their offsets, which HTML elements cannot. So the text is cut
wherever a mark begins or ends, and each piece knows all the marks that it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from attrs import frozen

from govie.pages.palette import kind_of
from govie.records import Document, Fact, Record, Section, Term

__all__ = ["Mark", "Stretch", "cut", "marks_of"]


@frozen
class Mark:
    """A stretch of the raw text that belongs to a record."""

    start: int
    end: int
    record: str
    """Id of the record."""
    kind: str
    """One of ``palette.KINDS``, or ``subject``: the words that name the indicator of a fact."""


@frozen
class Stretch:
    """Raw text without the end of a mark in it, and the marks that cover it, shortest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks_of(records: Iterable[Record]) -> Iterator[Mark]:
    """The marks of all records but documents and sections."""
    for record in records:
        kind = kind_of(record)
        if isinstance(record, Fact):
            yield Mark(record.start, record.end, record.id, kind)
            if record.indicator_start is not None and record.indicator_end is not None:
                yield Mark(record.indicator_start, record.indicator_end, record.id, "subject")
        elif isinstance(record, Term):
            spans = [(record.start, record.end), *((m.start, m.end) for m in record.mentions)]
            for start, end in dict.fromkeys(spans):
                yield Mark(start, end, record.id, kind)
        elif not isinstance(record, Document | Section):
            yield Mark(record.start, record.end, record.id, kind)


def cut(length: int, marks: Iterable[Mark], at: Iterable[int] = ()) -> list[Stretch]:
    """Stretches that cover ``length`` characters without gaps; ``at`` are further places to cut."""
    kept = dict.fromkeys(marks)
    events = [(mark.start, mark, True) for mark in kept]
    events += [(mark.end, mark, False) for mark in kept]
    events.sort(key=lambda event: event[0])
    changes = {place: list(group) for place, group in groupby(events, key=lambda event: event[0])}
    places = sorted({0, length, *changes, *at})
    live: dict[Mark, None] = {}
    stretches: list[Stretch] = []
    for start, end in pairwise(places):
        for _, mark, begins in changes.get(start, ()):
            if begins:
                live[mark] = None
            else:
                del live[mark]
        covering = tuple(sorted(live, key=lambda mark: mark.end - mark.start))
        stretches.append(Stretch(start, end, covering))
    return stretches
