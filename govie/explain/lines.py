"""Which lines of the pattern files a word of the text comes from."""

from __future__ import annotations

import re

from govie.dates.periods import PeriodMention
from govie.packs import Pattern, load_patterns

__all__ = ["found_in", "line_of", "sources", "time_lines"]

_NEAR = 8
"""How many characters in front of an expression of time may belong to it."""
_WHOLE = frozenset({"RELATIVE", "WITHIN", "CENTURY", "SINCE"})
"""Labels of lines that are an expression of time by themselves."""
_PARTS = {"BACK": "back", "AHEAD": "ahead", "PLAN_WHOLE": "plan", "PLAN_END": "plan_end"}
"""Labels of lines that open or end one, and its kind."""


def line_of(topic: str, word: str | None, *labels: str) -> tuple[str, ...]:
    """File and line of the first pattern of a topic that is a word; empty where there is none."""
    found = (
        pattern.source
        for pattern in load_patterns(topic)
        if pattern.pattern == word and (not labels or pattern.label in labels)
    )
    return tuple(source for source in found if word)[:1]


def found_in(topic: str, labels: tuple[str, ...], text: str) -> list[tuple[Pattern, str, int]]:
    """Patterns of some labels in a text, each with its last match and where that begins."""
    found = []
    for pattern in load_patterns(topic):
        if pattern.label in labels and not pattern.skip:
            expression = pattern.regex or re.escape(pattern.word)
            matches = list(re.finditer(expression, text))
            if matches and matches[-1][0]:
                found.append((pattern, matches[-1][0], matches[-1].start()))
    return found


def sources(*patterns: Pattern | None) -> tuple[str, ...]:
    """Files and lines of patterns, each once."""
    return tuple(dict.fromkeys(p.source for p in patterns if p is not None and p.source))


def time_lines(text: str, mention: PeriodMention, role: str = "date") -> tuple[str, ...]:
    """Lines that had a part in an expression of time; none where it is a plain year."""
    written = text[mention.start : mention.end]
    before = re.split("[，；。：、\n]", text[max(0, mention.start - _NEAR) : mention.start])[-1]
    behind = text[mention.end : mention.end + _NEAR]
    found = []
    for line in load_patterns("periods"):
        rule = f"(?:{line.regex})"
        if line.label in _WHOLE:
            part = re.fullmatch(rule, written)
        elif _PARTS.get(line.label) == mention.kind:
            ends = line.label.startswith("PLAN")
            part = re.search(f"{rule}$", written) if ends else re.match(rule, written)
        elif line.label == "SUM" and mention.kind == "sum":
            part = re.match(rule, behind)
        elif role == "by" and line.label in ("BY_BEFORE", "BY_AFTER"):
            part = re.search(rule, before) if line.label == "BY_BEFORE" else re.match(rule, behind)
        else:
            continue
        if part and part[0]:
            found.append(line)
    return sources(*found)
