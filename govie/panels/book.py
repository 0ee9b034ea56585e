"""Reports by government and year, and who stands above whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govie.panels.key import Key
from govie.panels.read import ReportFacts
from govie.panels.statement import Stated
from govie.places.divisions import known_divisions

__all__ = ["Book"]

_NATION = "全国"


class Book:
    """A set of reports. Of several for one government and year the last one counts.

    ``notes`` says where that was so.
    """

    def __init__(self, reports: Iterable[ReportFacts]) -> None:
        self._reports: dict[tuple[str, int], ReportFacts] = {}
        self.notes: list[str] = []
        for report in reports:
            at = report.government, report.year
            if earlier := self._reports.pop(at, None):
                self.notes.append(
                    f"{report.doc}: a second report of {report.place} for {report.year}; "
                    f"it takes the place of {earlier.doc}"
                )
            self._reports[at] = report

    def report(self, government: str, year: int) -> ReportFacts | None:
        return self._reports.get((government, year))

    def years(self) -> list[tuple[ReportFacts, int]]:
        """Each government and each year of which some report speaks, in order.

        A government is given by one of its reports: that of the year, else that of the next.
        """
        found: dict[tuple[str, int], ReportFacts] = {}
        for (government, year), report in self._reports.items():
            found[government, year] = report
            found.setdefault((government, year - 1), report)
        return [(found[at], at[1]) for at in sorted(found)]

    def actual(self, government: str, year: int, key: Key) -> Stated | None:
        """What the report of the next year says was reached."""
        report = self.report(government, year + 1)
        return report.actuals.get(key) if report else None

    def above(self, report: ReportFacts, year: int) -> Iterator[ReportFacts]:
        """Reports for a year of the governments above one, the nearest first."""
        if report.level == "national":
            return
        parents = known_divisions().parents(report.adcode) if report.adcode else ()
        for government in (*(parent.code for parent in parents), _NATION):
            if superior := self.report(government, year):
                yield superior
