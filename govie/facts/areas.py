"""Which area a number is about: the jurisdiction of the report, or one that its clause names.

A place in front of the subject takes the fact with it (炎陵县新增…, 全省粮食产量…), several take
one each (庆阳、酒泉经济总量). A place inside a name (长沙市一中) or an example (绵阳等5个城市) does
not.
"""

from __future__ import annotations

from bisect import bisect_left

from attrs import frozen

from govie.context import Context
from govie.facts.cues import Cues
from govie.facts.pairing import Finding
from govie.facts.subjects import LIST_END
from govie.places.divisions import known_divisions
from govie.records import Document, Place
from govie.text.view import TextView

__all__ = ["Area", "Areas"]

_KINDS = frozenset(
    {"deictic", "province", "prefecture", "county", "township", "village", "community", "zone"}
)
_NATION = "全国"
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

    def __init__(self, view: TextView, context: Context, cues: Cues) -> None:
        self._view = view
        self._context = context
        self._cues = cues
        self._divisions = known_divisions()
        places = [place for place in context.places if _is_area(place)]
        self._places = [
            (view.clean_offset(place.start), view.clean_offset(place.end), place)
            for place in places
        ]
        self._starts = [start for start, _, _ in self._places]
        self.ends = {start: end for start, end, _ in self._places}
        """The clean offset behind each place by that of its beginning."""
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
        number = finding.quantity.start
        if LIST_END.search(text, end, number) or self._cues.given.at_start(text, end, number):
            return None
        following = self._places[at + 1 : bisect_left(self._starts, number)]
        if any(other.kind not in ("deictic", place.kind) for _, _, other in following):
            return None
        return self._area(place)

    def _governing(self, finding: Finding, document: Document | None) -> list[tuple[Finding, Area]]:
        text, lead = self._view.text, finding.lead
        first = bisect_left(self._starts, lead.clause)
        run = self._places[first : bisect_left(self._starts, lead.start)]
        run = [entry for entry in run if entry[1] <= lead.start and self._governs(entry, document)]
        if finding.quantity.kind == "rank" or finding.quantity.dimension == "rank":
            run = [entry for entry in run if entry[2].kind != "deictic"]
        if not run or LIST_END.search(text, run[-1][1], lead.start):
            return []
        if finding.rule == "behind" and text.endswith("等", run[-1][1], finding.quantity.start):
            return []
        named = [run.pop()]
        while run and text[run[-1][1] : named[0][0]] in _LINKS:
            named.insert(0, run.pop())
        if len(named) > 1 and (named[-1][1] < lead.start or lead.empty):
            return []
        return [(finding, self._area(place)) for _, _, place in named]

    def _governs(self, entry: tuple[int, int, Place], document: Document | None) -> bool:
        start, end, place = entry
        text, cues = self._view.text, self._cues
        if cues.first_of.at_start(text, end, len(text)) or cues.ahead_of.at_end(text, 0, start):
            return False
        if place.form == _NATION and cues.distinctions.at_start(text, end, len(text)):
            return False
        if place.kind == "deictic" or document is None or not document.adcode:
            return True
        return place.adcode is None or not self._divisions.contains(place.adcode, document.adcode)

    def _area(self, place: Place) -> Area:
        if place.kind == "deictic" and place.adcode is None:
            return Area(name=_NATION, adcode=None)
        division = self._divisions.by_code(place.adcode)
        return Area(name=division.display if division else place.name, adcode=place.adcode)
