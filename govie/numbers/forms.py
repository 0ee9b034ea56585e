"""Numbers that are their own measure: fractions, per cents in words, ratios, the 翻番 family.

百分之九点二, 千分之三, 半数, 三分之二, 1/3, 8.2:46.3:45.5, 2比1, 翻两番.
"""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import define

from govie.numbers.hedges import Hedge
from govie.numbers.numerals import ARABIC, NUMBER, Numeral, divide, parse_numeral
from govie.numbers.units import Unit

__all__ = ["FORM_SIGNS", "PERCENT", "Candidate", "fold", "fraction", "parts", "ratio"]


@define(kw_only=True)
class Candidate:
    """A number, its unit where one was found, and what neighbours add to it later."""

    start: int
    end: int
    value: Decimal | str
    high: Decimal | None = None
    unit: Unit | None = None
    kind: str = "bare"
    scale: int = 0
    """The power of ten of the 万, 亿 … that ends the number."""
    scale_only: bool = False
    """Made of such words only: 千亿."""
    han: bool = False
    vague: str | None = None
    """The hedge inside: 多, 余, 几 …"""
    comparator: str | None = None
    damaged: bool = False
    rank_scope: str | None = None
    hedge: Hedge | None = None
    origin: Candidate | None = None
    """A of 由A提高到B."""
    gone: bool = False
    """No quantity of its own: taken in by another, or part of a name."""


PERCENT = Unit(id="%", dimension="percent")
_TIMES = Unit(id="倍", dimension="multiple")
_RATIO = Unit(id="", dimension="ratio")
_SHARE = Unit(id="", dimension="share")
_PARTS_UNITS = {
    "百": PERCENT,
    "千": Unit(id="‰", dimension="permille"),
    "万": Unit(id="‱", dimension="permyriad"),
}

_FOLD = re.compile(
    r"翻了?(?P<hedge>[近超约])?"
    r"(?:(?P<n>[一两二三四五六七八九十1-9])番(?P<more>多)?|番|一?倍)"
)
_WHOLE = {"半数": Decimal(50), "一半": Decimal(50), "百分百": Decimal(100)}
FORM_SIGNS = frozenset("分/:∶：比")
"""Signs behind a number that may make a fraction or a ratio of it."""
_STROKE = re.compile(r"/([1-9][0-9]{0,2})(?![0-9./年月])")
_RATIO_SIGNS = str.maketrans("∶：比", ":::")
_RATIO_TAIL = re.compile(rf"(?:[:∶：]{ARABIC}){{1,5}}(?![0-9])|比{ARABIC}(?![0-9年月])")


def fold(text: str, start: int) -> Candidate | None:
    """翻番 and 翻一番 are twice as much, 翻两番 is four times, 翻四番 sixteen times."""
    found = _FOLD.match(text, start)
    times = parse_numeral(found["n"] or "一") if found else None
    if found is None or times is None:
        return None
    return Candidate(
        start=start,
        end=found.end(),
        value=Decimal(2) ** int(times.value),
        unit=_TIMES,
        kind="multiple",
        vague=found["more"] or found["hedge"],
    )


def parts(text: str, start: int) -> Candidate | None:
    """百分之九点二, 千分之三, 半数."""
    for word, value in _WHOLE.items():
        if text.startswith(word, start):
            end = start + len(word)
            return Candidate(start=start, end=end, value=value, unit=PERCENT, kind="percent")
    unit = _PARTS_UNITS.get(text[start]) if text.startswith("分之", start + 1) else None
    found = NUMBER.match(text, start + len("百分之")) if unit else None
    numeral = parse_numeral(found[0]) if found else None
    if found is None or numeral is None:
        return None
    below_zero = text[start - 1 : start] == "负"
    return Candidate(
        start=start - below_zero,
        end=found.end(),
        value=-numeral.value if below_zero else numeral.value,
        high=numeral.high,
        unit=unit,
        kind="percent",
        vague=numeral.vague,
    )


def fraction(text: str, start: int, end: int, first: Numeral) -> Candidate | None:
    """三分之二 or 1/3, whose ``first`` number stands at ``start:end``."""
    value = None
    if text.startswith("分之", end):
        found = NUMBER.match(text, end + 2)
        above = parse_numeral(found[0]) if found else None
        if found and above and first.value:
            value, end = divide(above.value, first.value), found.end()
    elif text.startswith("/", end) and (stroke := _STROKE.match(text, end)):
        below = Decimal(stroke[1])
        if first.value < below:
            value, end = divide(first.value, below), stroke.end()
    if value is None:
        return None
    return Candidate(start=start, end=end, value=value, unit=_SHARE, kind="percent")


def ratio(text: str, start: int, end: int) -> Candidate | None:
    """8.2:46.3:45.5 or 2比1, whose first number stands at ``start:end``."""
    if not text.startswith((":", "∶", "：", "比"), end) or not text[end - 1].isdigit():
        return None
    found = _RATIO_TAIL.match(text, end)
    if not found:
        return None
    value = text[start : found.end()].translate(_RATIO_SIGNS)
    return Candidate(start=start, end=found.end(), value=value, unit=_RATIO, kind="ratio")
