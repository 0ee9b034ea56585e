"""The least and greatest value that a fact allows, with a sign for what goes down."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from govie.records import NumericFact

__all__ = ["Bounds", "bounds_of", "negative"]


@frozen(kw_only=True)
class Bounds:
    """``low`` and ``high`` with None for no bound; a bound itself is out where it is ``open``.

    8%以上 is low 8; 3.5%以内 is high 3.5; 8% and 8%左右 are both; 下降3%以上 is high -3.
    """

    low: Decimal | None
    high: Decimal | None
    open: bool

    @property
    def nearest(self) -> Decimal:
        """The value that is said, of an interval the lower one."""
        value = self.high if self.low is None else self.low
        assert value is not None
        return value


def bounds_of(fact: NumericFact) -> Bounds | None:
    """The bounds of a fact, None for a ratio such as 8:46:45."""
    if isinstance(fact.value, str):
        return None
    low: Decimal | None = fact.value
    high: Decimal | None = fact.value if fact.value_high is None else fact.value_high
    if fact.comparator in ("ge", "gt"):
        high = None
    elif fact.comparator in ("le", "lt"):
        low = None
    if fact.direction == "down" and fact.measure in ("growth", "delta"):
        low, high = negative(high), negative(low)
    return Bounds(low=low, high=high, open=fact.comparator in ("gt", "lt"))


def negative(value: Decimal | None) -> Decimal | None:
    """A bound with the other sign; no bound stays none."""
    return None if value is None else -value
