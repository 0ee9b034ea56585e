"""Whether a number that stands in the text is a quantity, and what keeps it from being one.

Dates, ordinals of headings and names are out before (:mod:`govie.numbers.skips`); here it is about
numbers without a unit and Chinese numerals, which often only sound like amounts (一家, 千家, 三年).
"""

from __future__ import annotations

from decimal import Decimal

from govie.numbers.forms import Candidate
from govie.numbers.hedges import HedgeTable
from govie.numbers.units import Unit

__all__ = ["WAN", "fault_of"]

_CLAUSE_ENDS = "，。；、）！\n"
_LARGE = 10**7
"""From where on scale words end a clause as an amount of whatever is spoken of: 突破千亿."""
WAN = 4
"""The power of ten from which a number with a scale word stands for an amount by itself (5万)."""


def fault_of(text: str, candidate: Candidate, words: HedgeTable) -> str | None:
    """What keeps a candidate from being a quantity by itself, None where it is one.

    One of ``ordinal``, ``no unit``, ``scale word`` (千家), ``zero``, ``name`` (三类), ``years``
    (三年) and ``one`` (一家).
    """
    if candidate.kind == "ordinal":
        return "ordinal"
    if candidate.kind == "bare":
        return _fault_without_unit(text, candidate, words)
    unit = candidate.unit
    assert unit is not None
    if candidate.scale_only:
        large = candidate.vague or candidate.hedge or words.large_before(text, candidate.start)
        return None if large else "scale word"
    if not candidate.han or candidate.high is not None or candidate.origin is not None:
        return None
    return _fault_of_spoken(text, candidate, unit, words)


def _fault_of_spoken(text: str, candidate: Candidate, unit: Unit, words: HedgeTable) -> str | None:
    """Chinese numerals with a unit: 三所 and 提前三年 count, 三年 and 一家 do not."""
    value = candidate.value
    assert isinstance(value, Decimal)
    if value == 0 and unit.classifier:
        return "zero"
    if not unit.han and value < 100:
        return None if value < 0 else "name"
    if unit.id == "年":
        sure = candidate.vague is not None or candidate.hedge is not None or value != int(value)
        return None if sure or words.count_before(text, candidate.start, True) else "years"
    if value == 1 and (unit.classifier or unit.dimension in ("time", "people")):
        counted = words.count_before(text, candidate.start, unit.dimension == "time")
        return None if counted else "one"
    return None


def _fault_without_unit(text: str, candidate: Candidate, words: HedgeTable) -> str | None:
    """5万多职工, 过10万, 由3.27缩小至2.93, 突破千亿, 系数为0.36 count; 2020 and 千家 do not."""
    value, hedge = candidate.value, candidate.hedge
    whole = text[candidate.end : candidate.end + 1] in _CLAUSE_ENDS
    if candidate.scale_only:
        passed = hedge is not None or words.large_before(text, candidate.start)
        return None if whole and passed and Decimal(value) >= _LARGE else "scale word"
    if candidate.scale >= WAN or candidate.origin is not None:
        return None
    if candidate.han:
        return "no unit"
    if hedge is not None and hedge.start >= candidate.end:
        return None
    exact = whole and "." in str(value)
    if exact and words.unitless_before(text, hedge.start if hedge else candidate.start):
        return None
    return "no unit"
