"""Where a report changes its subject without a heading: the words at the head of a paragraph.

A *mark* says that from its place on the text speaks of problems, of targets, of the five years past
or of the year past, of projects for people's livelihood, or that it comes to its close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attrs import evolve, frozen

from govie.dates.periods import (
    PLAN,
    Period,
    PeriodMention,
    find_periods,
    plan_years,
    resolve,
    spoken_year,
)
from govie.numbers.numerals import whole_number
from govie.sections.headings import section_words
from govie.text.clauses import behind_last

__all__ = ["ADDRESS", "PERIOD", "Mark", "find_marks"]

ADDRESS, PERIOD = "address", "period"
"""Kinds of marks besides the kinds of sections: 各位代表！ and a change of period."""
_HEAD = 60
"""How much of a paragraph or sentence tells its subject."""
_LEAD = 60
"""How far into its sentence the announcement of targets may stand."""
_ANNOUNCES = 80
"""A shorter paragraph only announces what follows."""
_GLUED = 1500
"""A paragraph this long has lost its line breaks: marks count at its sentences too."""
# One class in front, so that `re` passes over all other characters at once.
_SENTENCE_END = re.compile(r"[。！？\n](?:(?<=\n)|[”）]?)")
_NAMED = 20
"""A period that a sentence within a paragraph turns to is named within so many characters."""
_TERM = 5
"""Years of a term, which are those that are looked back at."""
_NEAR, _FAR = 4, 12
"""How far from its beginning a paragraph may turn to a period that it does not lead up to."""


@frozen(kw_only=True)
class Mark:
    """A change of subject at clean offset ``start``.

    ``scope`` is where it ends at the latest, null for a mark that holds until the next one.
    """

    start: int
    kind: str
    period: Period | None = None
    scope: int | None = None
    addressed: bool = False
    """Whether it begins with 各位代表."""


class _Years(NamedTuple):
    """The year of the report, and the one that it means by 今年."""

    report: int | None
    spoken: int | None

    def of(self, mention: PeriodMention) -> Period | None:
        return resolve(mention, year=self.report, spoken=self.spoken)


def find_marks(text: str, start: int, end: int, year: int | None) -> list[Mark]:
    """The marks of ``text[start:end]`` in order; ``year`` is the year of the report."""
    reader = _Reader(text, _Years(year, spoken_year(text[start:end], year)))
    found: list[Mark] = list(reader.targets(start, end))
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        found.extend(reader.paragraph(at, stop))
        at = stop + 1
    return sorted(found, key=lambda mark: mark.start)


class _Reader:
    """Reads the marks of one document, with expressions that are looked up once for all of it."""

    def __init__(self, text: str, years: _Years) -> None:
        self.text, self.years = text, years
        self.address = section_words("ADDRESS")
        self.problems = section_words("PROBLEMS")
        self.problems_strong = section_words("PROBLEMS_STRONG")
        self.livelihood = section_words("LIVELIHOOD")
        self.targets_end = section_words("TARGETS_END")

    def paragraph(self, start: int, end: int) -> Iterator[Mark]:
        heads = [start]
        if end - start > _GLUED:
            heads += [m.end() for m in _SENTENCE_END.finditer(self.text, start, end)]
        previous: Mark | None = None
        for head, following in zip(heads, [*heads[1:], end], strict=True):
            mark = self._mark(head, end, first=head == start)
            if mark and (previous is None or previous.kind != mark.kind or mark.kind == PERIOD):
                scope = following if mark.kind in ("problems", "livelihood", PERIOD) else None
                yield evolve(mark, scope=_reach(self.text, head, scope))
                previous = mark

    def _mark(self, start: int, end: int, *, first: bool) -> Mark | None:
        """The mark of the sentence or paragraph that begins at ``start``, if any."""
        text = self.text
        address = self.address.match(text, start, end)
        begin = address.end() if address else start
        head = text[begin : min(begin + _HEAD, end)]
        addressed = address is not None
        problems = self.problems if first or address else self.problems_strong
        if problems.search(text, begin, min(begin + (90 if first else 40), end)):
            return Mark(start=start, kind="problems", addressed=addressed)
        if first and self.livelihood.search(head):
            return Mark(start=start, kind="livelihood", addressed=addressed)
        period = _period(head, self.years, strict=not first and not address)
        if period:
            return Mark(start=start, kind=PERIOD, period=period, addressed=addressed)
        if self.targets_end.search(head):
            return Mark(start=start, kind="tasks", addressed=addressed)
        return Mark(start=start, kind=ADDRESS, addressed=True) if address else None

    def targets(self, start: int, end: int) -> Iterator[Mark]:
        """Sentences that set targets: 今年经济社会发展的主要预期目标是…"""
        text, years = self.text, self.years
        for match in section_words("TARGETS").finditer(text, start, end):
            floor = max(start, match.start() - _LEAD)
            begin = behind_last("。！？；\n", text, floor, match.start())
            if begin == floor > start:
                continue
            stop = text.find("\n", match.end(), end)
            stop = end if stop < 0 else stop
            periods = [years.of(m) for m in find_periods(text[begin : match.start()])]
            announces = stop - match.end() < 12 and text[stop - 1] in "是：:"
            yield Mark(
                start=begin,
                kind="targets",
                period=next(
                    (p for p in periods if p and years.report and p.end and p.end >= years.report),
                    None,
                ),
                scope=None if announces or stop - begin > _GLUED else stop,
            )


def _reach(text: str, start: int, scope: int | None) -> int | None:
    """A paragraph that only announces what follows reaches on to the next mark."""
    if scope is None or scope - start < _ANNOUNCES or text[scope - 1] == "：":
        return None
    return scope


def _period(head: str, years: _Years, *, strict: bool) -> Period | None:
    """The period that the head of a paragraph turns to: 五年来, 刚刚过去的2020年, “十四五”时期.

    A year of which is only said that it closes a plan counts where nothing else is named.
    """
    near = head[:_NAMED] if strict else head
    if "年" not in near and "五" not in near:
        return None
    closing: Period | None = None
    for mention in [*find_periods(head), *_recalled(head)]:
        if mention.start > _NEAR and (
            strict or not section_words("CLAUSE_INITIAL").search(head[: mention.start])
        ):
            continue
        rest = head[mention.end :]
        if not _turns(mention, rest, years):
            continue
        period = years.of(mention)
        ahead = period is not None and period.end is not None and period.end >= (years.report or 0)
        if mention.start <= _NEAR or not ahead:
            if not section_words("YEAR_CLOSES").match(rest):
                return period
            closing = closing or period
    return closing


def _recalled(head: str) -> Iterator[PeriodMention]:
    """What a paragraph looks back at without calling it a time: 回望“十四五”, 五年…，五年…"""
    recalled = section_words("RECALL").search(head)
    if not recalled:
        return
    plan = PLAN.search(recalled[0])
    first, last = plan_years(whole_number(plan["n"])) if plan else (_TERM, 0)
    kind = "plan" if plan else "back"
    yield PeriodMention(
        start=recalled.start(), end=recalled.end(), kind=kind, first=first, last=last
    )


def _turns(mention: PeriodMention, rest: str, years: _Years) -> bool:
    """Whether a mention is of a kind that a stretch of text may speak of."""
    if mention.kind in ("back", "ahead"):
        return mention.first != 2
    if mention.kind == "relative":
        return mention.last <= 0 and mention.start <= _FAR
    if mention.kind != "year" or years.report is None or mention.start > _FAR:
        return mention.kind in ("plan", "span")
    opens = section_words("OWN_YEAR").match(rest)
    return opens is not None and 0 <= years.report - mention.first <= 1
