"""Which period a value is about, told from the dates in its sentence.

The nearest date in front of a value dates it, unless it is only what the value is measured
against (比2010年增长, 是2010年的2倍, 由2010年的80位). A change against the base of an earlier year
runs from there to now; an average a year (年均) takes the whole span; a level takes its last year.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from attrs import frozen

from govie.dates.periods import Period, PeriodMention, find_periods, resolve, spoken_year, words
from govie.packs import per_packs
from govie.text.clauses import behind_last

__all__ = ["DatedMention", "Periods"]

_NEAR = 8
"""How many characters before a mention tell its role."""
_REACH = 1000
"""How far in front of a value its dates are looked for."""
_NARROW = ("sum", "within")
"""Kinds that date their own clause only, not what follows in the sentence."""
_PART = "其中"
"""Behind it a date is that of a part, and dates nothing behind a semicolon."""
_WHOLE = ("plan", "back", "ahead", "span", "since")
"""Kinds of several years that a level is the outcome of: 五年来，城镇化率达到68%."""


@frozen(kw_only=True)
class DatedMention:
    """A mention and its role.

    ``role`` is date, by (到2025年), base (比2010年), origin (由2010年的80位), end (to 2020年的71位,
    behind an origin), or passing (近五年来最好).
    """

    mention: PeriodMention
    role: str


class _Cues(NamedTuple):
    base_before: re.Pattern[str]
    base_after: re.Pattern[str]
    passing_after: re.Pattern[str]
    origin_before: re.Pattern[str]
    by_before: re.Pattern[str]
    by_after: re.Pattern[str]
    average: re.Pattern[str]
    level: re.Pattern[str]
    gap: re.Pattern[str]
    change: re.Pattern[str]


@per_packs
def _cues() -> _Cues:
    return _Cues(*(re.compile(words(name.upper())) for name in _Cues._fields))


_OWNED = re.compile(r"(?:年?[末底])?的(?!基础)(?:到位|[^，；。增减提降翻到至为]){0,12}$")
_TIMES = re.compile(r"[0-9.一二两三四五六七八九十]{1,6}(?:[、和][0-9.]{1,6}){0,4}倍")


def _role(text: str, mention: PeriodMention, cues: _Cues) -> str:
    before = text[max(0, mention.start - _NEAR) : mention.start]
    clause = before[behind_last("，；。：、\n", before, 0, len(before)) :]
    if cues.origin_before.search(clause) and mention.kind != "since":
        return "origin"
    if cues.passing_after.match(text, mention.end):
        return "passing"
    if cues.base_after.match(text, mention.end) or cues.base_before.search(clause):
        return "base"
    if cues.by_after.match(text, mention.end):
        return "by"
    return "by" if cues.by_before.search(clause) else "date"


class Periods:
    """The expressions of time of one text, found once where they are asked for.

    :meth:`at` dates one value.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._cues = _cues()
        self._found: dict[tuple[int, int], tuple[list[int], list[DatedMention]]] = {}
        self._spoken: dict[int | None, int | None] = {}

    def _resolve(
        self, mention: PeriodMention, year: int | None, section: Period | None
    ) -> Period | None:
        if year not in self._spoken:
            self._spoken[year] = spoken_year(self.text, year)
        return resolve(mention, year=year, section_period=section, spoken=self._spoken[year])

    def before(self, at: int, sentence: tuple[int, int]) -> list[DatedMention]:
        """The mentions in front of a clean offset in its sentence, or not far in front of it."""
        if sentence not in self._found:
            mentions = find_periods(self.text, *sentence)
            dated = list(self._dated(mentions))
            self._found[sentence] = [m.start for m in mentions], dated
        starts, dated = self._found[sentence]
        return dated[bisect_left(starts, at - _REACH) : bisect_left(starts, at)]

    def _dated(self, mentions: list[PeriodMention]) -> Iterator[DatedMention]:
        origin: PeriodMention | None = None
        for mention in mentions:
            role = _role(self.text, mention, self._cues)
            if role == "origin":
                origin = mention
            elif origin and role in ("date", "by"):
                between = self.text[origin.end : mention.start]
                role = role if any(mark in between for mark in "，；") else "end"
            yield DatedMention(mention=mention, role=role)

    def at(
        self,
        at: int,
        sentence: tuple[int, int],
        *,
        report_year: int | None = None,
        section_period: Period | None = None,
        outer_period: Period | None = None,
        measure: str | None = None,
    ) -> Period | None:
        """The period that the value at clean offset ``at`` is about.

        Parameters: the clean span of its sentence; the year of the report; the period that its
        section speaks of, and that which the section around it does; the measure of the fact
        where it is known, or ``done`` for a level that says what was done over all of a span.
        """
        section = section_period
        before = self.before(at, sentence)
        if not before and not (section and section.is_span):
            return section
        clause_start = behind_last("，；。！？：\n", self.text, max(sentence[0], at - _REACH), at)
        lead = self.text[clause_start:at]
        dates = [m for m in before if self._dates(m, clause_start, at)]
        own = self._resolved(dates[-1], report_year, section) if dates else None
        if self._cues.average.search(lead):
            return self._averaged(dates, report_year, section, outer_period)
        current = own or section
        bases = [m for m in before if m.role in ("base", "origin")]
        base = self._base(bases, at, clause_start, report_year, section)
        if base is not None and (not dates or dates[-1].mention.start < bases[-1].mention.start):
            mention = bases[-1].mention
            owned = _OWNED.match(self.text[mention.end : at])
            if owned and mention.start >= clause_start and not _TIMES.match(self.text, at):
                return base
            if not _is_level(measure, lead, self._cues):
                return _since(base, current, mention.kind)
        whole = own is None or dates[-1].mention.kind in _WHOLE
        if current and whole and current.is_span and _is_level(measure, lead, self._cues):
            return Period(current.end, current.end)
        return current

    def _dates(self, dated: DatedMention, clause_start: int, at: int) -> bool:
        """Whether a mention in front of a value may date it."""
        if dated.role == "end":
            return "；" not in self.text[dated.mention.end : at]
        if dated.role not in ("date", "by"):
            return False
        start = dated.mention.start
        if dated.mention.kind in _NARROW:
            return start >= clause_start
        return not self.text.endswith(_PART, 0, start) or "；" not in self.text[start:at]

    def _resolved(
        self, dated: DatedMention, report_year: int | None, section: Period | None
    ) -> Period | None:
        period = self._resolve(dated.mention, report_year, section)
        if period is None or dated.role != "by" or period.end is None:
            return period
        past = report_year is not None and period.end < report_year
        return period if past or dated.mention.kind == "within" else Period(None, period.end)

    def _averaged(
        self,
        dates: list[DatedMention],
        report_year: int | None,
        section: Period | None,
        outer: Period | None,
    ) -> Period | None:
        """The nearest span in front, else that of the section, else the nearest date.

        Where the section is the last year of a review of more, it is the span of the review.
        """
        periods = [self._resolved(dated, report_year, section) for dated in reversed(dates)]
        spans = [period for period in periods if period and period.is_span]
        if spans:
            return spans[0]
        if section and section.is_span:
            return section
        if section and outer and outer.is_span and outer.end == section.end:
            return outer
        return next((period for period in periods if period), section)

    def _base(
        self,
        bases: list[DatedMention],
        at: int,
        clause_start: int,
        report_year: int | None,
        section: Period | None,
    ) -> Period | None:
        """The base that a value is measured against, where it stands in the same breath."""
        if not bases:
            return None
        mention = bases[-1].mention
        if mention.start < clause_start:
            between = self.text[mention.end : at]
            follows = self._cues.change.match(self.text, clause_start)
            if not follows or between.count("，") > 1 or "；" in between:
                return None
        return self._resolve(mention, report_year, section)


def _is_level(measure: str | None, lead: str, cues: _Cues) -> bool:
    """Whether a value is a level reached, by its measure or by the words in front of it."""
    if cues.gap.search(lead):
        return True
    if measure is not None:
        return measure in ("level", "ratio", "rank")
    return bool(cues.level.search(lead))


def _since(base: Period, current: Period | None, kind: str) -> Period | None:
    """From the base to now; against last year, or a whole plan period, simply now."""
    if current is None or current.end is None or base.end is None:
        return current
    if kind in ("plan", "span", "back"):
        return current
    if current.end - base.end <= 1:
        return Period(current.end, current.end) if kind == "relative" else current
    return Period(base.end + (kind == "plan_end"), current.end)
