"""Years, plan periods and spans of years in clean text, and the years they stand for.

:func:`find_periods` finds the expressions, :func:`resolve` turns one into a :class:`Period`, where
needed with the help of the year that a report plans for. Which of them a value is about is the
business of :mod:`govie.dates.dating`.

A five-year plan runs from the year after a year in 0 or 5: the 14th (“十四五”) is 2021 to 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attrs import frozen

from govie.numbers.numerals import whole_number
from govie.packs import Pattern, load_patterns, per_packs
from govie.packs.expressions import either
from govie.text.glance import glancing
from govie.text.stretches import Stretches

__all__ = [
    "PLAN",
    "Period",
    "PeriodMention",
    "find_periods",
    "plan_years",
    "resolve",
    "spoken_year",
    "words",
]


class Period(NamedTuple):
    """First and last year; no first year for a date by which something is to be reached."""

    start: int | None
    end: int | None

    @property
    def is_span(self) -> bool:
        return self.start is not None and self.end is not None and self.start < self.end


@frozen(kw_only=True)
class PeriodMention:
    """An expression of time in clean text.

    ``kind`` is year, span, plan, plan_end, relative (counted from the year of the report), within
    (some part of the year that the section speaks of), back or ahead (so many years before or from
    the year of the report), sum (五年累计), century (本世纪末) or since. ``first`` and ``last`` are
    years, for relative ones distances from the year of the report, for back, ahead and sum the
    number of years.
    """

    start: int
    end: int
    kind: str
    first: int = 0
    last: int = 0


_HAN = "〇○零一二三四五六七八九"
_YEAR = rf"(?:(?:19|20)[0-9]{{2}}|(?:一九|二[〇○零0])[0-9{_HAN}]{{2}})"
_COUNT = "(?:一(?=年)|[二三四五六七八九]?十[一二三四五六七八九]?|[两二三四五六七八九]|[1-9][0-9]?)"
_TITLE = re.compile(r"《[^》\n]{1,80}》")
_LONGEST = 82
"""How long a title is at most."""
PLAN = re.compile(r"“?(?P<n>十[一二三四五六七八九]?|[一二三四五六七八九])五”?")
"""A five-year plan by its number, whatever follows."""
_FIXED = ("RELATIVE", "WITHIN", "SINCE", "CENTURY")
"""Labels of patterns that are expressions by themselves."""
_COUNTED = {"back": "back", "long": "back", "ahead": "ahead", "soon": "ahead", "sum": "sum"}
"""Kinds of numbers of years by the way in which they are written."""
_REPORT = 2000
"""A shorter text is no whole report."""
_DASH = "(?:[—―–~-]{1,2}|至|到)"


def plan_years(number: int) -> tuple[int, int]:
    """First and last year of a five-year plan: 8 gives 1991, 1995; 14 gives 2021, 2025."""
    if number < 3:
        return (1953, 1957) if number == 1 else (1958, 1962)
    return 1951 + 5 * number, 1955 + 5 * number


def words(label: str) -> str:
    """An expression for what any one pattern of a label finds."""
    return either(load_patterns("periods", label))


@per_packs
def _finder() -> tuple[re.Pattern[str], tuple[Pattern, ...]]:
    """One expression for all kinds, and the patterns behind its groups ``w0``, ``w1`` …

    The groups that tell which kind it is are empty and stand behind: an alternative that begins
    with a plain character is passed by at a glance.
    """
    fixed = tuple(p for label in _FIXED for p in load_patterns("periods", label))
    before = {p.id: "".join(f"(?<!{word})" for word in p.not_after) for p in fixed}
    named = "|".join(f"{before[p.id]}(?:{p.regex})(?P<w{i}>)" for i, p in enumerate(fixed))
    since = r"(?:[0-9]{0,2}月?[^，。；：、0-9\n]{0,16}以来|起(?=，)|开始)"
    return glancing(
        rf"(?P<y>{_YEAR})(?:年?(?:[0-9]{{1,2}}月)?{_DASH}(?P<b>{_YEAR})年(?P<span>)"
        rf"|年(?:{since}(?P<since>)|(?P<year>)))"
        rf"|“?(?P<n>十[一二三四五六七八九]?|[一二三四五六七八九])五”?"
        rf"(?:{words('PLAN_END')}(?P<plan_end>)|{words('PLAN_WHOLE')}(?P<plan>))"
        rf"|{named}"
        rf"|{words('BACK')}(?P<back_n>{_COUNT})年(?!级)(?P<back>)"
        rf"|{words('AHEAD')}(?P<ahead_n>{_COUNT})年(?P<ahead>)"
        rf"|(?<![0-9.续第前])(?={_COUNT}年)(?:(?P<soon_n>{_COUNT})年内(?P<soon>)"
        rf"|(?<!月)(?P<long_n>{_COUNT})年(?:以?来|间)(?P<long>)"
        rf"|(?P<sum_n>{_COUNT})年(?={words('SUM')})(?P<sum>))"
    ), fixed


def find_periods(text: str, start: int = 0, end: int | None = None) -> list[PeriodMention]:
    """The expressions of time of clean text, or of ``text[start:end]``, in order.

    What stands inside a title in 《》 is none.
    """
    stop = len(text) if end is None else end
    found = list(_mentions(text, start, stop))
    if not found:
        return found
    titles = [m.span() for m in _TITLE.finditer(text, max(0, start - _LONGEST), stop + _LONGEST)]
    inside = Stretches(titles)
    return [m for m in found if not inside.holds(m.start)] if titles else found


def _mentions(text: str, start: int, end: int) -> Iterator[PeriodMention]:
    pattern, fixed = _finder()
    for match in pattern.finditer(text, start, end):
        kind, first, last = _read(match, fixed)
        yield PeriodMention(start=match.start(), end=match.end(), kind=kind, first=first, last=last)


def _read(match: re.Match[str], fixed: tuple[Pattern, ...]) -> tuple[str, int, int]:
    """Kind and numbers of a match."""
    kind = match.lastgroup or ""
    if kind in ("year", "since"):
        year = whole_number(match["y"])
        return kind, year, year
    if kind == "span":
        return kind, whole_number(match["y"]), whole_number(match["b"])
    if kind in ("plan", "plan_end"):
        first, last = plan_years(whole_number(match["n"]))
        return kind, last if kind == "plan_end" else first, last
    if kind in _COUNTED:
        return _COUNTED[kind], whole_number(match[f"{kind}_n"]), 0
    used = fixed[int(kind[1:])]
    if used.label == "RELATIVE":
        return "relative", used.meta.get("from", 0), used.meta.get("to", 0)
    if used.label == "CENTURY":
        return "century", 0, used.meta.get("to", 0)
    return ("since", used.meta.get("from", 0), 0) if used.label == "SINCE" else ("within", 0, 0)


def spoken_year(text: str, year: int | None) -> int | None:
    """The year that a report means by 今年.

    It is the one before its own where a whole report speaks of 明年 more often: such a report was
    given in December.
    """
    if year is None:
        return None
    if len(text) < _REPORT:
        return year
    return year - 1 if text.count("明年") > text.count("今年") else year


def resolve(
    mention: PeriodMention,
    *,
    year: int | None,
    section_period: Period | None = None,
    spoken: int | None = None,
) -> Period | None:
    """The years that an expression stands for, None where they cannot be told.

    Parameters: the year of the report; the period that its section speaks of; the year that it
    means by 今年 where that is not its own (see :func:`spoken_year`).
    """
    kind, first = mention.kind, mention.first
    section = section_period or Period(None, None)
    if kind in ("year", "span", "plan", "plan_end"):
        return Period(first, mention.last)
    if kind == "relative":
        now = spoken or year
        return None if now is None else Period(now + first, now + mention.last)
    if kind == "century":
        if year is None:
            return None
        then = (year - 1) // 100 * 100 + mention.last
        return Period(then, then)
    if kind == "within":
        return Period(section.end, section.end) if section.end else None
    if kind == "since":
        last = section.end or (year - 1 if year else None)
        return Period(first, max(first, last)) if last else None
    return _counted(kind, first, year, section)


def _counted(kind: str, years: int, year: int | None, section: Period) -> Period | None:
    """So many years back from a report, ahead of it, or (sum) whatever its section speaks of."""
    if section.is_span and section.start and section.end:
        if section.end - section.start + 1 == years:
            return section
        if kind == "sum":
            return Period(section.end - years + 1, section.end)
    if year is None:
        return None
    past = section.end is not None and section.end < year
    if kind == "ahead" and not past:
        return Period(year, year + years - 1)
    return Period(year - years, year - 1)
