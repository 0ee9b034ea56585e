"""Rules that consume text first: dates, ordinals, names, idioms, whose numbers are no quantities.

Topic ``skips``. A line with a ``pattern`` skips that word. A line with a ``regex`` is tried where a
number, 第, 前, 每 or a quotation mark begins; its ``meta.starts`` says with which characters a
match can begin: ``0`` for any Arabic digit, ``一`` for any Chinese numeral, else the character
itself. Words come before expressions, and the first expression in file order that matches wins.
Every expression carries examples of what it skips and what it must leave alone.

Where a number begins, only the expressions are tried that what stands behind its numerals allows:
a few of a hundred.

Expressions that Python's own ``re`` understands run three times as fast as those that need the
``regex`` library (lookbehinds of several lengths, possessive repeats).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property

import regex

from govie.numbers.numerals import HAN_DIGITS, HAN_SCALES
from govie.packs import Pattern
from govie.text.glance import signs_behind

__all__ = ["SkipTable"]

_CLASSES = {"0": "0123456789", "一": HAN_DIGITS + HAN_SCALES + "廿卅几数半"}
_Match = Callable[[str, int], "re.Match[str] | regex.Match[str] | None"]
_NUMERALS = "".join(_CLASSES.values())
_ROW = re.compile(f"[{_NUMERALS}]{{1,40}}(?![{_NUMERALS}])")
"""A row of them; a longer one is none, so that a text of nothing else takes no longer."""


class _Rule:
    """An expression for skips, compiled where it is first tried."""

    def __init__(self, expression: str) -> None:
        self._expression = expression
        self._behind = signs_behind(expression, _NUMERALS)

    @cached_property
    def match(self) -> _Match:
        return _compiled(self._expression).match

    def allows(self, sign: str | None) -> bool:
        """Whether it may match where a sign stands behind numerals, or ``""`` for the end.

        None where there is no row of numerals.
        """
        return sign is None or self._behind is None or self._behind.match(sign) is not None


class SkipTable:
    """The words and the expressions for each character that a skip can begin with."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        words: set[str] = set()
        lengths: dict[str, set[int]] = {}
        rules: dict[str, list[_Rule]] = {}
        self._lines = tuple(patterns)
        for pattern in self._lines:
            if pattern.pattern:
                words.add(pattern.pattern)
                lengths.setdefault(pattern.pattern[0], set()).add(len(pattern.pattern))
            elif pattern.regex:
                rule = _Rule(pattern.regex)
                starts = pattern.meta.get("starts", "0一")
                for char in set("".join(_CLASSES.get(c, c) for c in starts)):
                    rules.setdefault(char, []).append(rule)
        self._words = frozenset(words)
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        self._rules = {first: tuple(found) for first, found in rules.items()}
        self._tried: dict[tuple[str, str | None], tuple[_Match, ...]] = {}
        self.starts = frozenset(lengths) | frozenset(rules)

    def end_at(self, text: str, start: int) -> int | None:
        """The end of the skip that begins at ``start``, or None."""
        first = text[start]
        for length in self._lengths.get(first, ()):
            if text[start : start + length] in self._words:
                return start + length
        if first not in self._rules:
            return None
        row = _ROW.match(text, start)
        key = first, text[row.end() : row.end() + 1] if row else None
        if key not in self._tried:
            fits = [rule.match for rule in self._rules[first] if rule.allows(key[1])]
            self._tried[key] = tuple(fits)
        for match in self._tried[key]:
            if found := match(text, start):
                return found.end() if found.end() > start else None
        return None

    def line_at(self, text: str, start: int) -> Pattern | None:
        """The line that skips what begins at ``start``, or None: slow, for explanations."""
        end = self.end_at(text, start)
        if end is None:
            return None
        return next((line for line in self._lines if _skips(line, text, start, end)), None)


def _skips(line: Pattern, text: str, start: int, end: int) -> bool:
    """Whether a line skips ``text[start:end]``; the characters it may begin with are left aside."""
    if line.regex is None:
        return text[start:end] == line.pattern
    found = _compiled(line.regex).match(text, start)
    return found is not None and found.end() == end


def _compiled(rule: str) -> re.Pattern[str] | regex.Pattern[str]:
    try:
        return re.compile(rule)
    except re.error:
        return regex.compile(rule)
