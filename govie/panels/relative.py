"""Targets without a number: what they are measured against, and whether they were met."""

from __future__ import annotations

from decimal import Decimal

from govie.packs import load_patterns, per_packs
from govie.panels.book import Book
from govie.panels.bounds import bounds_of
from govie.panels.key import Key, indicator_of
from govie.panels.read import ReportFacts
from govie.panels.statement import Stated
from govie.panels.verdict import Verdict, judge_against, just_short
from govie.records import NumericFact, RelativeTarget

__all__ = ["judge_relative", "reference_of"]

_SIDES = {"above": True, "below": False, "in_step": True}
_ZERO = Decimal(0)
_NOT = "不"
"""不低于, 不高于: the number itself will do."""


def reference_of(
    book: Book, report: ReportFacts, year: int, key: Key, target: RelativeTarget
) -> Decimal | None:
    """The number that a relative target stands for, where a report of the set states it.

    高于经济增长 stands for the growth of the government's own product of that year, 低于全省平均
    for what the province says of itself, 只增不减 for last year, 正增长 for nought.
    """
    if target.relation == "positive":
        return _ZERO
    if target.relation == "no_less_than_last_year":
        if key.measure == "growth":
            return _ZERO
        return _number(book.actual(report.government, year - 1, key))
    if target.relation not in _SIDES or not target.relative_to:
        return None
    if indicator_id := indicator_of(target.relative_to):
        other = _series(book, report.government, year, indicator_id, key.measure)
        return _number(other)
    level = next((of for word, of in _averages() if target.relative_to.startswith(word)), None)
    for superior in book.above(report, year + 1):
        if superior.level == level:
            return _number(book.actual(superior.government, year, key))
    return None


def _series(
    book: Book, government: str, year: int, indicator_id: str, measure: str | None
) -> Stated | None:
    """What was reached in another series of the same measure."""
    report = book.report(government, year + 1)
    for key, stated in report.actuals.items() if report else ():
        if (key.indicator_id, key.scope, key.measure) == (indicator_id, None, measure):
            return stated
    return None


def _number(stated: Stated | None) -> Decimal | None:
    """The number of a result, where it is an exact one."""
    fact = stated.number.fact if stated and stated.number else None
    if not isinstance(fact, NumericFact) or fact.comparator != "eq":
        return None
    bounds = bounds_of(fact)
    return bounds.nearest if bounds else None


def judge_relative(target: RelativeTarget, reference: Decimal | None, actual: Stated) -> Verdict:
    """The verdict on a result: by its number, else by what the report itself says of it."""
    if actual.number is None:
        return Verdict(met=_says_so(target, actual))
    fact = actual.number.fact
    if reference is None or not isinstance(fact, NumericFact):
        return Verdict()
    beyond = target.relation in ("above", "below", "positive") and not _may_equal(target)
    above = _SIDES.get(target.relation, True)
    verdict = judge_against(fact, reference, above=above, beyond=beyond)
    if target.relation == "in_step" and verdict.gap and just_short(-verdict.gap, reference):
        return Verdict(gap=verdict.gap)
    return verdict


def _may_equal(target: RelativeTarget) -> bool:
    return target.text.startswith(_NOT)


def _says_so(target: RelativeTarget, actual: Stated) -> bool | None:
    """Whether the next report claims in words what was promised in words."""
    claim = actual.relative.fact if actual.relative else None
    if not isinstance(claim, RelativeTarget):
        return None
    same = claim.relation == target.relation and claim.relative_to == target.relative_to
    return True if same else None


@per_packs
def _averages() -> tuple[tuple[str, str], ...]:
    """Words in front of an average, and the level of government whose it is."""
    return tuple((p.word, p.id) for p in load_patterns("panel", "AVERAGE"))
