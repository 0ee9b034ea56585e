"""Rules that consume text first: dates, ordinals, names and idioms whose numbers are no quantities.

Topic ``skips``; each line has a ``regex`` that is tried where a number, 第, 前, 每 or a quotation mark
begins. ``meta.starts`` says with which characters its match can begin: ``0`` for any Arabic digit,
``一`` for any Chinese numeral, else the character itself. The first line in file order that matches
wins. Every line carries examples of what it skips and what it must leave alone.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from govie.numerals import HAN_DIGITS, HAN_SCALES
from govie.packs import Pattern

__all__ = ["SkipTable"]

_CLASSES = {"0": "0123456789", "一": HAN_DIGITS + HAN_SCALES + "廿卅几数半"}


class SkipTable:
    """One compiled expression for each character that a skip can begin with."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        rules: dict[str, dict[str, None]] = {}
        for pattern in patterns:
            starts = pattern.meta.get("starts", "0一")
            for char in "".join(_CLASSES.get(c, c) for c in starts):
                rules.setdefault(char, {})[pattern.regex or regex.escape(pattern.pattern or "")] = (
                    None
                )
        compiled: dict[tuple[str, ...], regex.Pattern[str]] = {}
        self._rules: dict[str, regex.Pattern[str]] = {}
        for char, found in rules.items():
            key = tuple(found)
            if key not in compiled:
                compiled[key] = regex.compile("|".join(f"(?:{rule})" for rule in key))
            self._rules[char] = compiled[key]
        self.starts = frozenset(rules)

    def end_at(self, text: str, start: int) -> int | None:
        """The end of the skip that begins at ``start``, or None."""
        rule = self._rules.get(text[start])
        found = rule.match(text, start) if rule else None
        return found.end() if found and found.end() > start else None
