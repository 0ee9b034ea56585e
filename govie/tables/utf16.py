"""Offsets of code points as offsets of UTF-16 units, which is what JavaScript counts."""

from __future__ import annotations

from bisect import bisect_left

__all__ = ["Utf16"]

_LAST_OF_ONE_UNIT = "\uffff"


class Utf16:
    """Converts the offsets of one text."""

    def __init__(self, text: str) -> None:
        self._astral = [i for i, character in enumerate(text) if character > _LAST_OF_ONE_UNIT]

    def __call__(self, offset: int) -> int:
        """The units in front of the code point at ``offset``."""
        return offset + bisect_left(self._astral, offset)
