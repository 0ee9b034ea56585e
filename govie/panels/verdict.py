"""How far a result is from its target, and whether the target was met, where that can be said.

The verdict follows the wording. 以上 asks for the number or more, 以内 for no more. A plain number,
左右 and an interval ask for the number or better, where better is more, or less for what is to go
down and for the LOWER indicators of ``patterns/panel.jsonl`` (prices, unemployment, emissions).
Whoever falls short of 左右 by less than a tenth of it has neither met nor missed it.
"""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from govie.packs import load_patterns, per_packs
from govie.panels.bounds import Bounds, bounds_of, negative
from govie.records import NumericFact

__all__ = ["Verdict", "comparable", "judge", "judge_against", "just_short"]

_ABOUT = Decimal("0.1")
"""The part of a number by which 左右 may be missed without a verdict."""
_COUNTS = frozenset({"count", "people"})
"""Dimensions whose units are words for the same: 个, 家, 户; 人, 名."""


@frozen(kw_only=True)
class Verdict:
    """``gap`` is the result less the target, in its unit; both are None where they are unknown."""

    gap: Decimal | None = None
    met: bool | None = None


def judge(target: NumericFact, actual: NumericFact) -> Verdict:
    """The verdict on two facts of one series."""
    asked, got = bounds_of(target), bounds_of(actual)
    if asked is None or got is None or not comparable(target.unit, actual.unit):
        return Verdict()
    lower = _lower_is_better(target)
    floor = asked.low if asked.high is None or not lower else None
    bound = floor if floor is not None else asked.high
    if bound is None:
        return Verdict()
    gap = got.nearest - bound
    short = -gap if floor is not None else gap
    if "approx" in (target.comparator, actual.comparator) and just_short(short, bound):
        return Verdict(gap=gap)
    return Verdict(gap=gap, met=_reaches(got, bound, above=floor is not None, beyond=asked.open))


def just_short(short: Decimal, bound: Decimal) -> bool:
    """Whether what is missing is too little to speak of where a number was only a rough one."""
    return 0 < short < abs(bound) * _ABOUT


def judge_against(actual: NumericFact, reference: Decimal, *, above: bool, beyond: bool) -> Verdict:
    """The verdict on a result that is to lie above or below a number.

    ``beyond`` says that the number itself will not do.
    """
    got = bounds_of(actual)
    if got is None:
        return Verdict()
    return Verdict(
        gap=got.nearest - reference, met=_reaches(got, reference, above=above, beyond=beyond)
    )


def _reaches(got: Bounds, bound: Decimal, *, above: bool, beyond: bool) -> bool | None:
    """Whether all, none, or (None) some of the values that a result allows lie on a side."""
    low, high = (got.low, got.high) if above else (negative(got.high), negative(got.low))
    least = bound if above else -bound
    if low is not None and (low > least or (low == least and (not beyond or got.open))):
        return True
    if high is not None and (high < least or (high == least and (beyond or got.open))):
        return False
    return None


def _lower_is_better(target: NumericFact) -> bool:
    if target.measure in ("growth", "delta") and target.direction == "down":
        return True
    return target.indicator_id in _lower_indicators()


def comparable(unit: str | None, other: str | None) -> bool:
    """Whether amounts in two units can be compared as they are."""
    if unit == other:
        return True
    dimension = _dimensions().get(unit or "")
    return dimension in _COUNTS and dimension == _dimensions().get(other or "")


@per_packs
def _lower_indicators() -> frozenset[str]:
    return frozenset(p.id for p in load_patterns("panel", "LOWER"))


@per_packs
def _dimensions() -> dict[str, str]:
    """The dimension of each unit."""
    return {p.id: p.meta.get("dimension", "none") for p in load_patterns("units")}
