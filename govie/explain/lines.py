"""Which lines of the pattern files a word of the text comes from."""

from __future__ import annotations

import re

from govie.packs import Pattern, load_patterns

__all__ = ["found_in", "line_of", "sources"]


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
        if pattern.label in labels:
            expression = pattern.regex or re.escape(pattern.pattern or "")
            matches = list(re.finditer(expression, text))
            if matches and matches[-1][0]:
                found.append((pattern, matches[-1][0], matches[-1].start()))
    return found


def sources(*patterns: Pattern | None) -> tuple[str, ...]:
    """Files and lines of patterns, each once."""
    return tuple(dict.fromkeys(p.source for p in patterns if p is not None and p.source))
