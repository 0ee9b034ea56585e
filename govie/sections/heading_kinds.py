"""What the words of a heading say: the kind of its section and the period that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govie.dates.periods import PLAN, Period, find_periods, plan_years, resolve
from govie.kinds import TARGET_KINDS
from govie.numbers.numerals import whole_number
from govie.packs import load_patterns, per_packs
from govie.sections.headings import section_words

__all__ = ["heading_kind", "heading_periods", "looks_back"]

_ANYWHERE = frozenset({"livelihood", "problems", "targets", "glossary"})
"""Kinds that words alone give at any level; the others take a period to be believed."""
_PASSING = frozenset({"within", "sum", "plan_end"})
"""Kinds of mentions that give a heading no period."""


@per_packs
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    headings = load_patterns("sections", "HEADING")
    return tuple((p.id, re.compile(p.regex or "")) for p in headings)


def heading_periods(title: str, year: int | None) -> list[Period]:
    """The periods that a heading names, in order: its year, its plan, the years past or to come.

    A plan counts without 时期 behind it too (“十四五”发展目标), unless it only begins or ends
    (“十四五”良好开局). 明年 does not count: in a report given in December it is the year that
    the report plans for.
    """
    if "年" not in title and "五" not in title and "届" not in title:
        return []
    found: dict[int, Period] = {}
    for match in PLAN.finditer(title):
        if not section_words("PLAN_IN_PASSING").match(title, match.end()):
            found[match.start()] = Period(*plan_years(whole_number(match["n"])))
    for mention in find_periods(title):
        period = resolve(mention, year=year)
        ahead = mention.kind == "relative" and mention.first > 0
        if period and mention.kind not in _PASSING and not ahead:
            found[mention.start] = period
    if year is not None and not found:
        if section_words("NEXT_FIVE_YEARS").search(title):
            return [Period(year, year + 4)]
        if section_words("FIVE_YEARS").search(title):
            return [Period(year - 5, year - 1)]
    return [found[start] for start in sorted(found)]


def heading_kind(
    title: str,
    periods: Sequence[Period],
    year: int | None,
    *,
    top: bool,
    within_review: bool,
    behind_outlook: bool,
) -> str | None:
    """The kind that the words of a heading give it; None where they say nothing.

    Parameters: the periods that the heading names, the first of which it is about, the year of the
    report, whether the heading is one of the highest level, whether it stands within a review, and
    whether behind an outlook. The tasks of a plan are an outlook.
    """
    last = periods[0].end if periods and year else None
    past = last is not None and year is not None and last < year
    if not section_words("HEADING").search(title):
        return ("review" if past else "outlook") if top and last is not None else None
    for kind, pattern in _kinds():
        if not pattern.search(title):
            continue
        if not top and not periods and kind not in _ANYWHERE:
            return None
        if (kind == "livelihood" and within_review) or (kind == "problems" and behind_outlook):
            continue
        if last is not None and kind != "livelihood":
            if past and (kind == "review" or kind in TARGET_KINDS):
                return "review"
            if not past and kind == "review":
                continue
        plan = kind == "tasks" and bool(periods) and periods[0].is_span
        return "outlook" if plan or (top and kind == "targets") else kind
    return None


def looks_back(text: str, *, strictly: bool = False) -> bool:
    """Whether a stretch of text tells of things done rather than of things to do.

    Words of the future stand in reviews too; where ``strictly``, they count in full.
    """
    past = len(section_words("PAST").findall(text))
    future = len(section_words("FUTURE").findall(text))
    return past > future if strictly else 3 * past >= future
