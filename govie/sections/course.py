"""What lies ahead of a place in a report: where its part ends, and which time it turns to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from attrs import frozen

from govie.dates.periods import Period
from govie.sections.headings import Heading
from govie.sections.marks import PERIOD, Mark

__all__ = ["Course"]


@frozen
class Course:
    """The headings and marks of a body, in order of their start; it reaches to ``end``.

    ``year`` is the year of its report.
    """

    headings: list[Heading]
    marks: list[Mark]
    end: int
    year: int | None

    def looks_ahead(self, heading: Heading) -> bool:
        """Whether what stands below a heading sets targets, or turns to the year."""
        return any(m.kind == "targets" or self._is_year(m) for m in self._below(heading))

    def jobs(self, heading: Heading, named: list[Period]) -> Period | None:
        """The year, where a heading that names periods names a span first and the year last.

        None where a paragraph below it turns to the year: then that paragraph tells.
        """
        if len(named) < 2 or not named[0].is_span or named[-1] != Period(self.year, self.year):
            return None
        turns = any(self._is_year(mark) for mark in self._below(heading))
        return None if turns else named[-1]

    def _is_year(self, mark: Mark) -> bool:
        year = self.year
        return year is not None and mark.kind == PERIOD and mark.period == Period(year, year)

    def _below(self, heading: Heading) -> list[Mark]:
        """The marks up to the next heading of the same rank or above it."""
        behind = bisect_right(self.headings, heading.start, key=lambda h: h.start)
        following = (h.start for h in self.headings[behind:] if h.rank <= heading.rank)
        stop = next(following, self.end)
        first = bisect_left(self.marks, heading.start, key=lambda mark: mark.start)
        last = bisect_left(self.marks, stop, lo=first, key=lambda mark: mark.start)
        return self.marks[first:last]
