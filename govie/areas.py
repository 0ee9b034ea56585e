"""Which area a number is about: the jurisdiction of the report, or one that its clause names.

A place in front of the subject takes the fact with it (炎陵县新增…, 全省粮食产量…), and a subject
may begin with its place (庆阳、酒泉经济总量 is that of each). A place inside a name (长沙市一中)
does not.
"""

from __future__ import annotations

from bisect import bisect_left

from attrs import evolve, frozen

from govie import divisions
from govie.context import Context
from govie.pairing import Finding
from govie.records import Document, Place
from govie.view import TextView

__all__ = ["Area", "Areas"]

_KINDS = frozenset(
    {"deictic", "province", "prefecture", "county", "township", "village", "community", "zone"}
)
_NATION = "全国"
_NOT_SUBJECT = ("首", "唯一", "率先", "最", "第", "前", "各")
"""What follows a place that is only the scope of a distinction: 全省首个."""
_SCOPE_BEFORE = ("率先", "领先", "走在", "居", "列")
"""What stands in front of a place that is only a scope: 率先全省."""
_LINKS = "、和及与"


@frozen(kw_only=True)
class Area:
    """An area that a fact is about."""

    name: str | None
    adcode: str | None


def _is_area(place: Place) -> bool:
    """Jurisdictions, and zones that are run as such; 动力谷 and 钢铁城 are names of projects."""
    return place.kind in _KINDS and (place.kind != "zone" or place.form.endswith(("区", "园")))


class Areas:
    """The places of a text as governors of clauses."""

    def __init__(self, view: TextView, context: Context) -> None:
        self._view = view
        self._context = context
        self._divisions = divisions.default()
        places = [place for place in context.places if _is_area(place)]
        self._places = [
            (view.clean_offset(place.start), view.clean_offset(place.end), place)
            for place in places
        ]
        self._starts = [start for start, _, _ in self._places]
        self._last: tuple[Finding | None, Area] = (None, Area(name=None, adcode=None))

    def of(self, finding: Finding, document: Document | None) -> list[tuple[Finding, Area]]:
        """The finding with its area; several where the subject begins with several places."""
        home = Area(
            name=document.place if document else None,
            adcode=document.adcode if document else None,
        )
        found = self._governing(finding, document)
        if not found:
            area = self._last[1] if self._continues(finding) else self._head(finding) or home
            self._last = (finding, area)
            return [(finding, area)]
        self._last = (finding, found[-1][1])
        return found

    def _continues(self, finding: Finding) -> bool:
        """Whether the finding goes on about the subject of the one before."""
        before = self._last[0]
        return before is not None and finding.rule == "carried" and finding.start == before.end

    def _head(self, finding: Finding) -> Area | None:
        """The one area that the whole sentence is about: 清水塘老工业区关停搬迁，261家企业…"""
        text = self._view.text
        sentence = self._view.sentence_at(finding.quantity.start)[0]
        at = bisect_left(self._starts, sentence)
        if at == len(self._starts) or self._starts[at] != sentence:
            return None
        _, end, place = self._places[at]
        if place.kind == "deictic" or text[end : end + 1] in _LINKS:
            return None
        return self._area(place)

    def _governing(self, finding: Finding, document: Document | None) -> list[tuple[Finding, Area]]:
        lead, subject = finding.lead, finding.subject
        first = bisect_left(self._starts, lead.clause)
        run = self._places[first : bisect_left(self._starts, lead.start + 1)]
        run = [entry for entry in run if entry[1] <= lead.end or entry[1] <= lead.start]
        run = [entry for entry in run if self._governs(entry, document)]
        if finding.quantity.kind == "rank" or finding.quantity.dimension == "rank":
            run = [entry for entry in run if entry[2].kind != "deictic"]
        if not run:
            return []
        start, end, place = run[-1]
        if start == lead.start and finding.rule == "behind" and end < lead.end:
            return []
        if subject and start == subject.start:
            finding, named = self._unprefixed(finding, bisect_left(self._starts, start))
            return [(finding, self._area(each)) for each in named]
        if len(run) > 1 and self._view.text[run[-2][1] : start] in _LINKS:
            return []
        return [(finding, self._area(place))]

    def _governs(self, entry: tuple[int, int, Place], document: Document | None) -> bool:
        start, end, place = entry
        if self._view.text.startswith(_NOT_SUBJECT, end):
            return False
        if self._view.text.endswith(_SCOPE_BEFORE, 0, start):
            return False
        if place.kind == "deictic" or document is None or not document.adcode:
            return True
        return place.adcode is None or not self._divisions.contains(place.adcode, document.adcode)

    def _unprefixed(self, finding: Finding, at: int) -> tuple[Finding, list[Place]]:
        """The finding without the places that its subject begins with, and those places."""
        subject = finding.subject
        assert subject is not None
        _, end, place = self._places[at]
        named = [place]
        for start, stop, place in self._places[at + 1 :]:
            if start >= subject.end or self._view.text[end:start] not in _LINKS:
                break
            named.append(place)
            end = stop
        if end < subject.end:
            finding = evolve(finding, subject=subject.without(end - subject.start))
        return finding, named

    def _area(self, place: Place) -> Area:
        if place.kind == "deictic" and place.adcode is None:
            return Area(name=_NATION, adcode=None)
        division = self._divisions.by_code(place.adcode)
        return Area(name=division.display if division else place.name, adcode=place.adcode)
