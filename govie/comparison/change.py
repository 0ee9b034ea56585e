"""How one promise differs from another in number and in words."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from govie.panels.statement import Statement
from govie.panels.strictness import Strictness
from govie.panels.verdict import comparable
from govie.records import Fact, NumericFact, RelativeTarget

__all__ = ["Change", "change_between", "wording_between"]

_STEPS = {("soft", "hard"): "hardened", ("hard", "soft"): "softened"}


class Change(NamedTuple):
    """Kind of change, and by how much the number moved."""

    kind: str
    difference: Decimal | None = None


def change_between(a: Statement, b: Statement) -> Change:
    """The change from one statement of a series to another."""
    first, second = a.fact, b.fact
    if isinstance(first, NumericFact) and isinstance(second, NumericFact):
        return _moved(first, second)
    if isinstance(first, RelativeTarget) and isinstance(second, RelativeTarget):
        return Change("unchanged" if _words(first) == _words(second) else "reworded")
    return Change("reworded")


def wording_between(a: Statement, b: Statement, strictness: Strictness) -> str:
    """Whether the words became harder or softer, changed otherwise, or are the same."""
    step = _STEPS.get((strictness.of(a.fact) or "", strictness.of(b.fact) or ""))
    return step or ("same" if _words(a.fact) == _words(b.fact) else "changed")


def _moved(first: NumericFact, second: NumericFact) -> Change:
    signed = first.direction != second.direction
    a, b = _ends(first, signed), _ends(second, signed)
    if a is None or b is None or not comparable(first.unit, second.unit):
        kind = "unchanged" if _written(first) == _written(second) else "other"
        return Change(kind)
    low, high = b[0] - a[0], b[1] - a[1]
    if low == high == 0:
        same = _words(first) == _words(second)
        return Change("unchanged" if same else "reworded", low)
    if low * high < 0:
        return Change("other", low)
    return Change("raised" if low + high > 0 else "lowered", low)


def _ends(fact: NumericFact, signed: bool) -> tuple[Decimal, Decimal] | None:
    """Both ends of what is written, one end for a number; with a sign what goes down is below 0."""
    if isinstance(fact.value, str):
        return None
    high = fact.value if fact.value_high is None else fact.value_high
    return (-high, -fact.value) if signed and fact.direction == "down" else (fact.value, high)


def _written(fact: NumericFact) -> tuple[object, ...]:
    return fact.value, fact.value_high, fact.unit, *_words(fact)


def _words(fact: Fact) -> tuple[str | None, ...]:
    """What is said beside the number."""
    if isinstance(fact, NumericFact):
        return fact.comparator, fact.hedge, fact.commitment
    return fact.relation, fact.relative_to, fact.authority, fact.commitment
