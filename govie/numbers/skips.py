"""Rules that consume text first: dates, ordinals, names, idioms, whose numbers are no quantities.

Topic ``skips``. A line with a ``pattern`` skips that word. A line with a ``regex`` is tried where a
number, 第, 前, 每 or a quotation mark begins; its ``meta.starts`` says with which characters a
match can begin: ``0`` for any Arabic digit, ``一`` for any Chinese numeral, else the character
itself. Words come before expressions, and the first expression in file order that matches wins.
Every expression carries examples of what it skips and what it must leave alone.

Expressions that Python's own ``re`` understands run three times as fast as those that need the
``regex`` library (lookbehinds of several lengths, possessive repeats).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from govie.numbers.numerals import HAN_DIGITS, HAN_SCALES
from govie.packs import Pattern
from govie.packs.expressions import compiled
from govie.packs.words import WordTable

__all__ = ["SkipTable"]

_CLASSES = {"0": "0123456789", "一": HAN_DIGITS + HAN_SCALES + "廿卅几数半"}
_KIN = {char: chars for chars in _CLASSES.values() for char in chars}
"""The characters that share an expression with one: they begin the same skips, but for a few."""


class SkipTable:
    """The words, and a compiled expression, for each character that a skip can begin with."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        rules: dict[str, list[str]] = {}
        self._lines = tuple(patterns)
        for pattern in self._lines:
            if pattern.regex:
                starts = pattern.meta.get("starts", "0一")
                chars = set("".join(_CLASSES.get(c, c) for c in starts))
                for kin in {_KIN.get(char, char) for char in chars}:
                    only = "" if chars.issuperset(kin) else _look(chars.intersection(kin))
                    rules.setdefault(kin, []).append(f"{only}(?:{pattern.regex})")
        self._words = WordTable(self._lines)
        self._rules = {
            char: rule
            for kin, found in rules.items()
            for rule in [compiled("|".join(found))]
            for char in kin
        }
        self.starts = frozenset(word.word[0] for word in self._words.patterns).union(self._rules)

    def end_at(self, text: str, start: int) -> int | None:
        """The end of the skip that begins at ``start``, or None."""
        if word := self._words.at_start(text, start, len(text)):
            return start + len(word.word)
        rule = self._rules.get(text[start])
        found = rule.match(text, start) if rule else None
        return found.end() if found and found.end() > start else None

    def line_at(self, text: str, start: int) -> Pattern | None:
        """The line that skips what begins at ``start``, or None: slow, for explanations."""
        end = self.end_at(text, start)
        if end is None:
            return None
        return next((line for line in self._lines if _skips(line, text, start, end)), None)


def _look(chars: Iterable[str]) -> str:
    return f"(?=[{''.join(map(re.escape, sorted(chars)))}])"


def _skips(line: Pattern, text: str, start: int, end: int) -> bool:
    """Whether a line skips ``text[start:end]``; the characters it may begin with are left aside."""
    if line.regex is None:
        return text[start:end] == line.pattern
    found = compiled(line.regex).match(text, start)
    return found is not None and found.end() == end
