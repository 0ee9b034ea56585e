"""What lies ahead of a place in a report: where its part ends, and which time it turns to."""

from __future__ import annotations

from bisect import bisect_right

from attrs import frozen

from govie.dates.periods import Period
from govie.sections.headings import Heading
from govie.sections.marks import PERIOD, Mark

__all__ = ["Course"]


@frozen
class Course:
    """The headings and marks of a body, which reaches to ``end``, in order of their start."""

    headings: list[Heading]
    marks: list[Mark]
    end: int

    def stop_of(self, heading: Heading) -> int:
        """Where the next heading of the same rank or above it begins."""
        behind = bisect_right(self.headings, heading.start, key=lambda h: h.start)
        following = (h.start for h in self.headings[behind:] if h.rank <= heading.rank)
        return next(following, self.end)

    def turns_to(self, year: int, start: int, stop: int) -> bool:
        """Whether a paragraph of a stretch turns to a year."""
        now = Period(year, year)
        return any(m.kind == PERIOD and m.period == now for m in self._within(start, stop))

    def sets_targets(self, start: int, stop: int) -> bool:
        """Whether a sentence of a stretch sets targets."""
        return any(m.kind == "targets" for m in self._within(start, stop))

    def _within(self, start: int, stop: int) -> list[Mark]:
        return [mark for mark in self.marks if start <= mark.start < stop]
