"""Axes of small charts: round ticks, amounts in 万 and 亿, and places in the picture.

Places are floats, for they are pixels; the amounts stay exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from attrs import frozen

__all__ = ["Scale", "amount_in_words", "scale_of"]

_WORDS = ((Decimal(10**12), "万亿"), (Decimal(10**8), "亿"), (Decimal(10**4), "万"))
_NICE = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_INTERVALS = 4
"""At most so many between the outermost values."""
_CLEAR = Decimal("0.3")


def amount_in_words(value: Decimal, unit: str | None) -> str:
    """``-2.3%``, ``1,100 亿元``, with a true minus sign."""
    size, word = next(((s, w) for s, w in _WORDS if abs(value) >= s), (Decimal(1), ""))
    number = f"{round(value / size, 4):,f}".replace("-", "−")
    number = number.rstrip("0").rstrip(".") if "." in number else number
    unit = word + (unit or "")
    return number + unit if unit in ("", "%", "‰") else f"{number} {unit}"


@frozen(kw_only=True)
class Scale:
    """Amounts between two round ones, drawn from ``bottom`` up to ``top``."""

    low: Decimal
    high: Decimal
    step: Decimal
    bottom: float
    top: float

    def place(self, value: Decimal) -> float:
        share = float((value - self.low) / (self.high - self.low))
        return round(self.bottom + share * (self.top - self.bottom), 1)

    @property
    def ticks(self) -> list[Decimal]:
        count = int((self.high - self.low) / self.step)
        return [self.low + number * self.step for number in range(count + 1)]


def scale_of(values: Sequence[Decimal], bottom: float, top: float) -> Scale:
    """The scale that holds all values, of which there is at least one."""
    low, high = min(values), max(values)
    if low == high:
        room = abs(low) / 4 or Decimal(1)
        low, high = low - room, high + room
    step = _step((high - low) / _INTERVALS)
    # The outermost values keep clear of the frame.
    first = (low / step - _CLEAR).to_integral_value(ROUND_FLOOR)
    last = (high / step + _CLEAR).to_integral_value(ROUND_CEILING)
    return Scale(low=first * step, high=last * step, step=step, bottom=bottom, top=top)


def _step(least: Decimal) -> Decimal:
    """The smallest round number that is not below ``least``."""
    power = Decimal(10) ** least.adjusted()
    return next(nice * power for nice in _NICE if nice * power >= least)
