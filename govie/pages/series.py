"""Rows of a panel as series over the years, each with what a chart shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from attrs import frozen

from govie.pages.scales import Scale, amount_in_words, scale_of
from govie.panels import PanelRow
from govie.panels.verdict import comparable

__all__ = ["HEIGHT", "WIDTH", "Chart", "Point", "charts_of"]

WIDTH, HEIGHT = 320, 170
"""Of a chart, in pixels."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 14, 12, 24
_POINTS: dict[str | None, str] = {"%": "个百分点", "‰": "个千分点"}
"""The unit of a difference between two shares."""
_REACH = 14.0
"""Pixels of the shade that says on which side of a bound the target lies."""


@frozen(kw_only=True)
class Point:
    """A target or a result of one year."""

    side: str
    """target, actual, or above for the target of the government above."""
    year: int
    shown: str
    verdict: str
    """met, missed or open."""
    estimated: bool = False
    comparator: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    text: str | None = None
    """The words of the report, and below them its sentence and file."""
    sentence: str | None = None
    doc: str | None = None
    gap: str | None = None

    @property
    def values(self) -> list[Decimal]:
        return [value for value in (self.low, self.high) if value is not None]

    def told(self) -> dict[str, Any]:
        """What the script of the page tells of it."""
        names = ("side", "year", "shown", "verdict", "text", "sentence", "doc", "gap")
        told = {name: getattr(self, name) for name in names}
        return {**{k: v for k, v in told.items() if v is not None}, "estimated": self.estimated}


@frozen(kw_only=True)
class Chart:
    """One series of one government. Points without a number have no place in the picture."""

    place: str
    name: str
    scope: str | None
    measure: str | None
    unit: str | None
    headline: bool
    years: Sequence[int]
    points: Sequence[Point]
    scale: Scale | None

    @property
    def latest(self) -> list[Point]:
        """Target and result of the last year that has both, else of the last year of any."""
        own = [point for point in self.points if point.side != "above"]
        sides = {year: {p.side for p in own if p.year == year} for year in self.years}
        both = [year for year in self.years if len(sides[year]) == 2]
        last = max(both or (point.year for point in own))
        return [point for point in own if point.year == last]

    def across(self, year: int) -> float:
        room = WIDTH - _LEFT - _RIGHT
        return round(_LEFT + room * (self.years.index(year) + 0.5) / len(self.years), 1)

    def up(self, value: Decimal) -> float:
        assert self.scale is not None
        return self.scale.place(value)

    def shade(self, point: Point) -> tuple[float, float]:
        """Top and height of the area in which a target holds."""
        at = [self.up(value) for value in point.values]
        top, bottom = min(at), max(at)
        if point.high is None:
            top -= _REACH
        if point.low is None:
            bottom += _REACH
        return top, round(bottom - top, 1)

    def runs(self) -> list[str]:
        """Lines through the results of years that follow each other, as SVG points."""
        lines: list[list[str]] = []
        before: int | None = None
        for point in sorted(self.points, key=lambda p: p.year):
            if point.side == "actual" and point.low is not None:
                if before is None or point.year != before + 1:
                    lines.append([])
                lines[-1].append(f"{self.across(point.year)},{self.up(point.low)}")
                before = point.year
        return [" ".join(line) for line in lines if len(line) > 1]

    def tick(self, value: Decimal) -> str:
        return amount_in_words(value, self.unit if self.unit in ("%", "‰") else None)


def charts_of(rows: Sequence[PanelRow]) -> list[Chart]:
    """A chart for each series, by government; headline targets first, then those of most years."""
    years = {row.place: sorted({r.year for r in rows if r.place == row.place}) for row in rows}
    series: dict[tuple[str | None, ...], list[PanelRow]] = {}
    for row in rows:
        key = (row.place, row.indicator_id or row.indicator, row.scope, row.measure)
        series.setdefault(key, []).append(row)
    charts = [
        _chart(of_unit, years[of_unit[0].place])
        for of_one in series.values()
        for of_unit in _by_unit(of_one)
    ]
    places = list(years)
    charts.sort(key=lambda c: (places.index(c.place), not c.headline, -len(c.points)))
    return charts


def _by_unit(rows: Sequence[PanelRow]) -> list[list[PanelRow]]:
    """The rows of a series, what is in 吨 apart from what is in 斤; the unitless join the first."""
    groups: dict[str | None, list[PanelRow]] = {}
    for row in sorted(rows, key=lambda row: row.unit is None):
        known = next((unit for unit in groups if comparable(unit, row.unit)), row.unit)
        if row.unit is None and groups:
            known = next(iter(groups))
        groups.setdefault(known, []).append(row)
    return list(groups.values())


def _chart(rows: Sequence[PanelRow], years: Sequence[int]) -> Chart:
    points = [point for row in rows for point in _points(row)]
    values = [value for point in points for value in point.values]
    first = rows[0]
    return Chart(
        place=first.place,
        name=first.indicator,
        scope=first.scope,
        measure=first.measure,
        unit=next((row.unit for row in rows if row.unit), None),
        headline=any(row.headline for row in rows),
        years=range(years[0], years[-1] + 1),
        points=points,
        scale=scale_of(values, HEIGHT - _BOTTOM, _TOP) if values else None,
    )


def _points(row: PanelRow) -> list[Point]:
    """What a row says, from the back of the picture to its front."""
    points = []
    if row.target_above_place:
        points.append(_above(row))
    if row.target_state == "stated":
        points.append(_target(row))
    if row.actual_state == "stated":
        points.append(_actual(row))
    return points


def _above(row: PanelRow) -> Point:
    low, high = row.target_above_low, row.target_above_high
    ends = [amount_in_words(end, row.unit) for end in (low, high) if end is not None]
    return Point(
        side="above",
        year=row.year,
        shown=f"{row.target_above_place} {'–'.join(dict.fromkeys(ends))}",
        verdict="open",
        comparator=row.target_above_comparator,
        low=low,
        high=high,
    )


def _target(row: PanelRow) -> Point:
    numbered = row.comparator is not None
    return Point(
        side="target",
        year=row.year,
        shown=row.target_text or "",
        verdict=_verdict(row),
        comparator=row.comparator,
        low=row.target_low if numbered else row.reference,
        high=row.target_high if numbered else row.reference,
        text=row.target_text,
        sentence=row.target_sentence,
        doc=row.target_doc,
    )


def _actual(row: PanelRow) -> Point:
    unit = _POINTS.get(row.unit, row.unit)
    return Point(
        side="actual",
        year=row.year,
        shown=row.actual_text or ""
        if row.actual is None
        else amount_in_words(row.actual, row.unit),
        verdict=_verdict(row),
        estimated=bool(row.estimated),
        comparator=row.actual_comparator,
        low=row.actual,
        high=row.actual,
        text=row.actual_text,
        sentence=row.actual_sentence,
        doc=row.actual_doc,
        gap=None if row.gap is None else amount_in_words(row.gap, unit),
    )


def _verdict(row: PanelRow) -> str:
    return {True: "met", False: "missed", None: "open"}[row.met]
