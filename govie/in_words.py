"""Values, periods and statuses as a person writes them: ``≥ 1,500 个``, ``2016–2020``."""

from __future__ import annotations

import re
from decimal import Decimal

from govie.records import Fact, NumericFact, RelativeTarget

__all__ = ["measure_in_words", "period_in_words", "status_in_words", "value_in_words"]

_SCALES = ((Decimal(10**12), "万亿"), (Decimal(10**8), "亿"), (Decimal(10**4), "万"))
_SIGNS = {"approx": "≈ ", "gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ "}
_ARROWS = {"up": " ↑", "down": " ↓"}
_RELATIONS = {
    "in_step": "in step with",
    "above": "above",
    "below": "below",
    "no_less_than_last_year": "no less than last year",
    "delegated": "as assigned by",
    "flat": "unchanged",
}
_OPEN = re.compile(" (?:with|by)$")
_DECIMALS = 2


def value_in_words(fact: Fact) -> str:
    """What a fact says: ``≈ 8%``, ``5%–5.5%``, ``1,100 亿元``, ``全省第 1``, ``above 全省平均``."""
    if isinstance(fact, RelativeTarget):
        relation = _RELATIONS.get(fact.relation, fact.relation.replace("_", " "))
        to_what = fact.relative_to or fact.authority
        return f"{relation} {to_what}" if to_what else _OPEN.sub("", relation)
    sign = _SIGNS.get(fact.comparator, "")
    if isinstance(fact.value, str):
        return sign + _from(fact, "") + fact.value
    if fact.measure == "rank":
        among = "前" if fact.comparator == "le" else f"{sign}第"
        return f"{fact.rank_scope or ''}{among} {_from(fact, '')}{_plain(fact.value)}"
    unit = fact.unit or ""
    scale, word = _scale(fact.value)
    low = _plain(fact.value / scale)
    if fact.value_high is not None:
        percent = unit if unit in ("%", "‰") else ""
        low = f"{low}{percent}–{_plain(fact.value_high / scale)}"
    return sign + _from(fact, unit) + _joined(low, word + unit)


def _from(fact: NumericFact, unit: str) -> str:
    """The value that a change starts from, and an arrow."""
    start = fact.from_value
    if start is None:
        return ""
    if isinstance(start, str):
        return f"{start} → "
    scale, word = _scale(start) if fact.measure != "rank" else (Decimal(1), "")
    return _joined(_plain(start / scale), word + unit) + " → "


def _scale(value: Decimal) -> tuple[Decimal, str]:
    """The largest of 万亿, 亿 and 万 in which a value takes no more than two decimals."""
    for scale, word in _SCALES:
        if abs(value) >= scale and value % (scale / 10**_DECIMALS) == 0:
            return scale, word
    return Decimal(1), ""


def _plain(value: Decimal) -> str:
    """A number with commas and without idle zeros."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _joined(number: str, unit: str) -> str:
    return number + unit if unit in ("", "%", "‰") else f"{number} {unit}"


def measure_in_words(fact: Fact) -> str:
    """The measure and, for what goes up or down, an arrow."""
    measure = fact.measure if isinstance(fact, NumericFact) else "relative"
    return measure + _ARROWS.get(fact.direction or "", "")


def period_in_words(start: str | None, end: str | None) -> str:
    """``2021``, ``2016–2020``, ``by 2035``, or nothing where no period is known."""
    if start == end or end is None:
        return start or ""
    return f"{start}–{end}" if start else f"by {end}"


def status_in_words(fact: Fact) -> str:
    """The status, with what weakens it: an estimate, a number that stands damaged in the text."""
    if not isinstance(fact, NumericFact):
        return fact.status
    notes = ["est."] * fact.estimated + ["damaged"] * fact.damaged
    return f"{fact.status} ({', '.join(notes)})" if notes else fact.status
