"""Numeric facts: every quantity with what it measures, its standing, period and place.

Numbers come from :mod:`govie.numbers.quantity`, their subjects from :mod:`govie.facts.pairing`;
this module adds what section, words and calendar say, and makes records of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from govie.context import Context
from govie.dates.dating import Periods
from govie.dates.periods import Period
from govie.dates.stated import stated, written
from govie.facts import relative
from govie.facts.areas import Area, Areas
from govie.facts.closed import closed_stretches
from govie.facts.cues import Cues, cue_words
from govie.facts.indicators import IndicatorMatch, known_indicators
from govie.facts.measures import Measures
from govie.facts.openings import opens_clause
from govie.facts.pairing import Finding, pair
from govie.facts.reached import Reached
from govie.facts.standing import Standing, standing_of
from govie.numbers.quantity import Quantity, scan
from govie.records import Document, NumericFact, Record, Section
from govie.text.view import TextView

__all__ = ["Reader", "extract_numeric", "extract_targets"]

_QUOTE = 30
"""How long a quoted name is at most."""
_REACH = 1000
"""How much of a sentence is read for one number; a text may lack full stops."""


def extract_targets(view: TextView, context: Context) -> list[Record]:
    """Numeric facts, and targets without a number."""
    return [*extract_numeric(view, context), *relative.extract_relative(view, context)]


def extract_numeric(view: TextView, context: Context) -> list[NumericFact]:
    """The numeric facts of a text, in order; none from definitions, adverts and page furniture."""
    return list(Reader(view, context).facts())


class Reader:
    """Turns findings into records. ``words`` are cue words to use in place of those in force."""

    def __init__(self, view: TextView, context: Context, words: Cues | None = None) -> None:
        self._view = view
        self._context = context
        self._cues = words or cue_words()
        self._indicators = known_indicators()
        self._periods = view.derived(Periods)
        self._areas = Areas(view, context, self._cues)
        self._closed = closed_stretches(context)
        self._headings = sorted(self._heading_ends())
        self._reached = Reached(self._cues)
        self._measures = Measures(view, self._cues)

    def findings(self) -> Iterator[Finding]:
        """Numbers with what they measure, in order."""
        wanted = (q for q in scan(self._view.text) if self.exclusion(q) is None)
        for (start, end), group in groupby(wanted, lambda q: self._sentence(q.start)):
            yield from pair(
                self._view,
                list(group),
                start,
                end,
                self._cues,
                self._indicators,
                self._areas.ends,
            )

    def _sentence(self, offset: int) -> tuple[int, int]:
        """The sentence that holds a clean offset, less a heading glued to its front."""
        start, end = self._view.sentence_at(offset)
        heading = bisect_right(self._headings, offset) - 1
        return (max(start, self._headings[heading]), end) if heading >= 0 else (start, end)

    def _heading_ends(self) -> Iterator[int]:
        """The clean offset behind each heading whose text goes on with what opens a clause."""
        for section in self._context.sections:
            if section.title:
                end = self._view.clean_offset(section.start) + len(section.title)
                if section.ordinal or opens_clause(self._view.text, end, self._cues):
                    yield end

    def exclusion(self, quantity: Quantity) -> str | None:
        """What keeps a quantity from being a fact whatever its sentence says.

        ``closed`` in glossaries, adverts and furniture, ``quoted`` as part of a quoted name.
        """
        if self._closed.holds(self._view.raw_span(quantity.start, quantity.end)[0]):
            return "closed"
        return "quoted" if self._is_quoted(quantity) else None

    def _is_quoted(self, quantity: Quantity) -> bool:
        """Whether the number stands inside quotation marks, as part of a name."""
        text, start = self._view.text, quantity.start
        opened = text.rfind("“", max(0, start - _QUOTE), start)
        return opened > text.rfind("”", max(0, start - _QUOTE), start) and (
            text.find("”", quantity.end, quantity.end + _QUOTE) >= 0
        )

    def facts(self) -> Iterator[NumericFact]:
        """The records, in order."""
        number = 0
        for finding in self.findings():
            start, end = self._view.raw_span(finding.quantity.start, finding.quantity.end)
            document = self._context.document_at(start)
            for located, area in self._areas.of(finding, document):
                number += 1
                yield self._fact(number, start, end, located, area, document)

    def _fact(
        self,
        number: int,
        start: int,
        end: int,
        finding: Finding,
        area: Area,
        document: Document | None,
    ) -> NumericFact:
        quantity, subject = finding.quantity, finding.subject
        section = self._context.section_at(start)
        year = document.year if document else None
        name = subject.name if subject else None
        measure, direction = self._measures.of(finding, name)
        match = self._indicators.find(name, quantity.dimension) if name else None
        reached = self._reached.is_reached(finding, self._view.text, known=match is not None)
        done = measure == "level" and not reached
        sentence = self._view.sentence_at(quantity.start)
        period = self._periods.at(
            quantity.start,
            sentence,
            report_year=year,
            section_period=_period_of(section),
            outer_period=_period_of(self._context.parent_of(section)),
            measure="done" if done else measure,
        )
        period_start, period_end = written(period)
        standing = self._standing(finding, sentence, section, period, year, match)
        indicator_start, indicator_end = (
            self._view.raw_span(subject.start, subject.end) if subject else (None, None)
        )
        return NumericFact(
            id=f"t{number:04}",
            start=start,
            end=end,
            text=self._view.raw[start:end],
            value=quantity.value,
            value_high=quantity.value_high,
            from_value=quantity.from_value,
            unit=quantity.unit,
            comparator=quantity.comparator,
            hedge=quantity.hedge,
            commitment=standing.commitment,
            indicator=name,
            indicator_id=match.id if match else None,
            indicator_start=indicator_start,
            indicator_end=indicator_end,
            measure=measure,
            direction=direction,
            status=standing.status,
            period_start=period_start,
            period_end=period_end,
            place=area.name,
            adcode=area.adcode,
            rank_scope=quantity.rank_scope if measure == "rank" else None,
            estimated=standing.estimated,
            damaged=quantity.damaged,
            section=section.id if section else None,
            document=document.id if document else None,
            rule=finding.rule,
            pattern=match.pattern if match else None,
        )

    def _standing(
        self,
        finding: Finding,
        sentence: tuple[int, int],
        section: Section | None,
        period: Period | None,
        year: int | None,
        match: IndicatorMatch | None,
    ) -> Standing:
        text, number, subject = self._view.text, finding.quantity.start, finding.subject
        ahead = period.end - year if year and period and period.end else None
        return standing_of(
            text[max(sentence[0], number - _REACH) : number],
            text[finding.end : min(sentence[1], finding.end + 12)],
            section.kind if section else None,
            future=ahead is not None and ahead >= 0,
            past=ahead is not None and ahead < 0,
            binding=self._is_binding(match),
            undated=year is None,
            carried=subject is not None and "，" in text[subject.end : number],
        )

    def _is_binding(self, match: IndicatorMatch | None) -> bool:
        """Whether the five-year plan lays the indicator down as binding."""
        if match is None:
            return False
        return self._indicators.by_id(match.id).plan_class == "约束性"


def _period_of(section: Section | None) -> Period | None:
    return stated(section.period_start, section.period_end) if section else None
