"""Examples of patterns: texts in which a pattern is found, and in which it is not.

A literal pattern is looked for in the text as rules see it: cleaned, and for names of programmes
without quotation marks. A regex is searched in it, or has to match the whole where the rules want
that. Guards count; sections and the other lines of the topic do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govie.lint.topics import Topic
from govie.packs.expressions import compiled
from govie.packs.pattern import Pattern
from govie.packs.problems import Fault, quoted
from govie.text.plain import plain
from govie.text.view import TextView

__all__ = ["example_faults", "found_in"]

_YES = "change the pattern, or the example under yes"
_NO = "narrow the pattern, guard it with not_before or not_after, or drop the example under no"


def example_faults(pattern: Pattern, topic: Topic | None) -> Iterator[Fault]:
    """The examples that fail. The regex of the pattern must be known to be safe."""
    for text in pattern.examples.get("yes", ()):
        if not found_in(pattern, text, topic):
            yield Fault(f"not found in its example {quoted(text)}", _YES)
    for text in pattern.examples.get("no", ()):
        if found_in(pattern, text, topic):
            yield Fault(f"found in {quoted(text)}, where it should not be", _NO)


def found_in(pattern: Pattern, text: str, topic: Topic | None) -> bool:
    """Whether a pattern, with its guards, is found anywhere in a text."""
    if topic is None or not topic.raw:
        text = TextView(text).text
    if topic is not None and topic.plain:
        text = plain(text)
    whole = topic is not None and pattern.label in topic.whole
    return any(_unguarded(pattern, text, *span) for span in _matches(pattern, text, whole))


def _matches(pattern: Pattern, text: str, whole: bool) -> Iterator[tuple[int, int]]:
    if pattern.regex:
        expression = compiled(pattern.regex, re.MULTILINE)
        match = expression.fullmatch(text) if whole else None
        for found in [match] if whole else expression.finditer(text):
            if found:
                yield found.span()
    elif word := pattern.pattern:
        start = text.find(word)
        while start >= 0:
            yield start, start + len(word)
            start = text.find(word, start + 1)


def _unguarded(pattern: Pattern, text: str, start: int, end: int) -> bool:
    return not (
        text.startswith(pattern.not_before, end) or text.endswith(pattern.not_after, 0, start)
    )
