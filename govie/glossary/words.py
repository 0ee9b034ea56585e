"""The words of definitions, which live in ``patterns/glossary``, as parts of expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from govie.packs import Pattern, load_patterns

__all__ = ["any_of", "any_word", "labelled"]

_NOTHING = "(?!)"


def labelled(label: str) -> list[Pattern]:
    """The lines of a label."""
    return [pattern for pattern in load_patterns("glossary") if pattern.label == label]


def any_word(label: str) -> str:
    """An expression for the words and regexes of a label, the longest first."""
    return any_of(labelled(label))


def any_of(patterns: Iterable[Pattern]) -> str:
    """An expression for the words and regexes of some lines, the longest first."""
    words = [pattern.regex or re.escape(pattern.pattern or "") for pattern in patterns]
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True)) or _NOTHING})"
