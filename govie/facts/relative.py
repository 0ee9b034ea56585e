"""Targets without a number: 居民收入增长与经济增长同步, 能耗“双控”完成省下达的任务.

:mod:`govie.facts.relations` finds the relation, :mod:`govie.facts.relative_subjects` what it is
about; this module adds what section, words and calendar say, and makes records of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from govie.context import Context
from govie.dates.dating import Periods
from govie.dates.periods import Period
from govie.dates.stated import stated, written
from govie.facts.indicators import known_indicators
from govie.facts.relation_words import alternation
from govie.facts.relations import Relation, find_relations
from govie.facts.relative_lists import RelativeSubject
from govie.facts.relative_subjects import subjects_of
from govie.facts.standing import Standing, standing_of
from govie.packs import per_packs
from govie.records import Place, RelativeTarget, Section
from govie.text.clauses import behind_last
from govie.text.view import TextView

__all__ = ["extract_relative"]

_NO_FACTS = frozenset({"glossary", "furniture"})
_CLAUSES = "，；。！？\n"
_STANDING_REACH, _AREA_REACH = 60, 20
_REACH = 1000
"""How much text in front of a relation is read; its subject may stand far ahead."""
_AREAS = frozenset({"country", "province", "prefecture", "county", "township", "deictic"})
_RISING = frozenset({"positive", "no_less_than_last_year", "in_step"})


def extract_relative(view: TextView, context: Context) -> list[RelativeTarget]:
    """The targets without a number, in order; one record for each subject of a relation."""
    reader = _Reader(view, context)
    return [
        reader.record(number, relation, subject)
        for number, (relation, subject) in enumerate(reader.pairs(), 1)
    ]


@per_packs
def _down() -> re.Pattern[str]:
    return re.compile(alternation("DOWN"))


class _Reader:
    """Turns relations and their subjects into records."""

    def __init__(self, view: TextView, context: Context) -> None:
        self._view = view
        self._context = context
        self._periods = view.derived(Periods)
        self._areas = [p for p in context.places if p.kind in _AREAS]
        self._area_ends = [place.end for place in self._areas]

    def pairs(self) -> Iterator[tuple[Relation, RelativeSubject]]:
        before = None
        for relation in find_relations(self._view.text):
            section = self._section(relation)
            if section is not None and section.kind in _NO_FACTS:
                continue
            subjects = subjects_of(self._view.text, relation, before)
            before = relation, subjects
            for subject in subjects:
                yield relation, subject

    def _section(self, relation: Relation) -> Section | None:
        return self._context.section_at(self._view.raw_span(relation.start, relation.end)[0])

    def record(self, number: int, relation: Relation, subject: RelativeSubject) -> RelativeTarget:
        start, end = self._view.raw_span(relation.start, relation.end)
        indicator_start, indicator_end = self._view.raw_span(subject.start, subject.end)
        section = self._context.section_at(start)
        document = self._context.document_at(start)
        year = document.year if document else None
        period = self._periods.at(
            relation.start,
            self._view.sentence_at(relation.start),
            report_year=year,
            section_period=stated(section.period_start, section.period_end) if section else None,
            measure="growth" if subject.growth else "level",
        )
        period_start, period_end = written(period)
        standing = self._standing(relation, subject, section, period, year)
        area = self._area(subject)
        return RelativeTarget(
            id=f"r{number:04}",
            start=start,
            end=end,
            text=self._view.raw[start:end],
            relation=relation.kind,
            relative_to=relation.to,
            authority=relation.authority,
            commitment=standing.commitment,
            indicator=subject.name,
            indicator_id=subject.match.id if subject.match else None,
            indicator_start=indicator_start,
            indicator_end=indicator_end,
            direction=_direction(relation, subject, self._view.text),
            status=standing.status,
            period_start=period_start,
            period_end=period_end,
            place=area.name if area else document.place if document else None,
            adcode=area.adcode if area else document.adcode if document else None,
            section=section.id if section else None,
            document=document.id if document else None,
            rule="relative",
            pattern=relation.pattern,
        )

    def _area(self, subject: RelativeSubject) -> Place | None:
        """The place that stands in front of a subject in its clause: 全省城镇化率."""
        text = self._view.text
        begin = behind_last(_CLAUSES, text, max(subject.start - _AREA_REACH, 0), subject.start)
        if begin == subject.start:
            return None
        first, last = self._view.raw_span(begin, subject.start)
        at = bisect_right(self._area_ends, last) - 1
        return self._areas[at] if at >= 0 and self._areas[at].start >= first else None

    def _standing(
        self,
        relation: Relation,
        subject: RelativeSubject,
        section: Section | None,
        period: Period | None,
        year: int | None,
    ) -> Standing:
        text = self._view.text
        first = min(subject.start, relation.start)
        sentence_start, sentence_end = self._view.sentence_at(first)
        begin = behind_last(_CLAUSES, text, max(sentence_start, first - _STANDING_REACH), first)
        plan_class = subject.match and known_indicators().by_id(subject.match.id).plan_class
        return standing_of(
            text[max(begin, relation.end - _REACH) : relation.end],
            text[relation.end : min(sentence_end, relation.end + 12)],
            section.kind if section else None,
            future=bool(year and period and period.end and period.end >= year),
            binding=relation.binding or plan_class == "约束性",
            undated=year is None,
        )


def _direction(relation: Relation, subject: RelativeSubject, text: str) -> str | None:
    """Which way the indicator is to go, where the words say so."""
    if relation.kind == "flat":
        return None
    begin = max(subject.start, relation.start - _REACH)
    if _down().search(text, begin, relation.start) or _down().search(subject.name):
        return "down"
    rising = relation.kind in _RISING or (subject.growth and relation.kind != "delegated")
    return "up" if rising else None
