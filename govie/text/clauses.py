"""Where a clause or sentence begins: behind the last of the marks that end one."""

from __future__ import annotations

from functools import cache

import regex

__all__ = ["behind_last"]


def behind_last(marks: str, text: str, start: int, end: int) -> int:
    """The offset behind the last of some marks in ``text[start:end]``, `start` without any."""
    found = _backwards(marks).search(text, start, end)
    return found.end() if found else start


@cache
def _backwards(marks: str) -> regex.Pattern[str]:
    """Found from the end on: the marks of a long text are not all looked for."""
    return regex.compile(f"[{regex.escape(marks)}]", regex.REVERSE)
