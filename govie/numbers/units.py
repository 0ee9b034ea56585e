"""Units and classifiers in text: the longest form of the unit file that stands at an offset.

Topic ``units``; labels: ``UNIT`` (a measure: 元, %, 公里), ``CLASSIFIER`` (a count word: 家, 个,
项), ``SIGN`` (a currency sign in front of the number) and ``PER`` (what may stand behind a stroke:
元/月, 微克/立方米). ``id`` is the unit to report; ``meta`` holds

* ``dimension``: money, percent, people, count, area, length, mass, time …
* ``en``: the English name,
* ``factor``: what a number in the unit is multiplied by (成: 10, since 四成 is 40 %),
* ``damaged``: true for a form that stands for a sign which was lost,
* ``han``: ``"never"`` where a small Chinese numeral in front makes a name of it (三类, 二层).

A ``regex`` begins with a plain character. The order of lines decides nothing: the longest form
wins. 万 and 亿 belong to the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from govie.packs import Pattern

__all__ = ["Unit", "UnitTable"]


@frozen(kw_only=True)
class Unit:
    """What the unit file says about one written form."""

    id: str
    dimension: str
    classifier: bool = False
    han: bool = True
    factor: Decimal | None = None
    damaged: bool = False


class UnitTable:
    """Finds units at an offset in constant time."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        forms: dict[str, list[tuple[str, Unit, tuple[str, ...]]]] = {}
        self._regexes: dict[str, list[tuple[re.Pattern[str], Unit]]] = {}
        signs: list[tuple[str, Unit]] = []
        per: list[str] = []
        for pattern in patterns:
            unit = _unit(pattern)
            if pattern.label == "PER":
                per += [pattern.pattern] if pattern.pattern else []
            elif pattern.regex is not None:
                found = re.compile(pattern.regex), unit
                self._regexes.setdefault(pattern.regex[0], []).append(found)
            elif pattern.label == "SIGN":
                signs.append((pattern.word, unit))
            else:
                form = pattern.word
                forms.setdefault(form[0], []).append((form, unit, pattern.not_before))
        self._forms = {
            first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
            for first, entries in forms.items()
        }
        self._signs = tuple(sorted(signs, key=lambda sign: -len(sign[0])))
        denominators = "|".join(map(re.escape, sorted(per, key=len, reverse=True)))
        self._per = re.compile(rf"(?:[/·](?:{denominators})){{1,3}}(?![A-Za-z])")
        self._sign_ends = frozenset(form[-1] for form, _ in signs)

    def match(self, text: str, start: int) -> tuple[Unit, int] | None:
        """The unit that begins at ``start`` and its end, or None."""
        if start >= len(text):
            return None
        for pattern, unit in self._regexes.get(text[start], ()):
            if found := pattern.match(text, start):
                return self._with_denominator(text, unit, found.end())
        for form, unit, not_before in self._forms.get(text[start], ()):
            if not text.startswith(form, start):
                continue
            end = start + len(form)
            if not_before and text.startswith(not_before, end):
                continue
            if form[-1].isascii() and form[-1].isalpha() and _latin_at(text, end):
                continue
            return self._with_denominator(text, unit, end)
        return None

    def _with_denominator(self, text: str, unit: Unit, end: int) -> tuple[Unit, int]:
        found = self._per.match(text, end) if text.startswith("/", end) else None
        if found is None:
            return unit, end
        return Unit(id=unit.id + found[0], dimension="rate"), found.end()

    def sign_before(self, text: str, start: int) -> tuple[Unit, int] | None:
        """The currency sign that ends at ``start`` and its beginning, or None."""
        if start == 0 or text[start - 1] not in self._sign_ends:
            return None
        for form, unit in self._signs:
            if text.endswith(form, 0, start):
                return unit, start - len(form)
        return None


def _latin_at(text: str, offset: int) -> bool:
    return offset < len(text) and text[offset].isascii() and text[offset].isalpha()


def _unit(pattern: Pattern) -> Unit:
    meta = pattern.meta
    factor = meta.get("factor")
    return Unit(
        id=pattern.id,
        dimension=meta.get("dimension", "none"),
        classifier=pattern.label == "CLASSIFIER",
        han=meta.get("han") != "never",
        factor=None if factor is None else Decimal(factor),
        damaged=bool(meta.get("damaged")),
    )
