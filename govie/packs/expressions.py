"""Regular expressions of pattern lines: many lines as one, and which library runs it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from govie.packs.pattern import Pattern

if TYPE_CHECKING:
    import regex

__all__ = ["Compiled", "compiled", "either"]

Compiled: TypeAlias = "re.Pattern[str] | regex.Pattern[str]"

_NOTHING = "(?!)"
"""Matches nowhere."""


def either(patterns: Iterable[Pattern]) -> str:
    """An expression for what any one of the patterns finds, in a group that captures nothing.

    The expressions of the lines come first, in their order, then their words, the longest first.
    Guards of words are kept. Of no patterns the expression finds nothing.
    """
    lines = tuple(patterns)
    expressions = [line.regex for line in lines if line.regex]
    words = sorted((line for line in lines if line.pattern), key=lambda p: -len(p.word))
    return f"(?:{'|'.join([*expressions, *map(_guarded, words)]) or _NOTHING})"


def compiled(expression: str, flags: int = 0) -> Compiled:
    """By Python's ``re``, which is faster, or by ``regex`` where ``re`` does not know the syntax.

    Raises :class:`regex.error` where neither does.
    """
    try:
        return re.compile(expression, flags)
    except re.error:
        # Few packs need it, and to import it takes a hundredth of a run over one report.
        import regex

        return regex.compile(expression, flags)


def _guarded(line: Pattern) -> str:
    behind = "".join(f"(?<!{re.escape(word)})" for word in line.not_after)
    ahead = "".join(f"(?!{re.escape(word)})" for word in line.not_before)
    return f"{behind}{re.escape(line.word)}{ahead}"
