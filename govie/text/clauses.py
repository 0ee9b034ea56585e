"""Where a clause or sentence begins: behind the last of the marks that end one."""

from __future__ import annotations

__all__ = ["behind_last"]


def behind_last(marks: str, text: str, start: int, end: int) -> int:
    """The offset behind the last of some marks in ``text[start:end]``, `start` without any."""
    for mark in marks:
        start = text.rfind(mark, start, end) + 1 or start
    return start
