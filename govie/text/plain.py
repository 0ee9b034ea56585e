"""Text without quotation marks and note marks, with the way back.

Names are written with and without quotes (“三高四新”战略, 三高四新战略), and note marks stand
inside them (“一区三边”[37]专项行动). In plain text one pattern does for all spellings.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from govie.text.glance import Seeker, glancing

__all__ = ["Plain", "plain", "without_notes"]

_NOTES = re.compile(r"\^?[\[〔【][0-9]{1,3}[\]〕】]")
_MARK = rf"[“”‘’]|{_NOTES.pattern}"
_MARKS, _ALL_MARKS = glancing(_MARK), Seeker(_MARK)
_NOTE_ENDS = frozenset("]〕】")
_OPEN, _CLOSE = "“‘", "”’"


def plain(text: str) -> str:
    """The text without quotation marks and note marks."""
    return text if text.isalnum() else _MARKS.sub("", text)


def without_notes(text: str) -> str:
    """The text without note marks: [1], ^[1], 〔1〕, 【1】."""
    return text if _NOTE_ENDS.isdisjoint(text) else _NOTES.sub("", text)


class Plain:
    """The plain form of a clean text; offsets convert through :meth:`span`."""

    def __init__(self, clean: str) -> None:
        self.clean = clean
        pieces: list[str] = []
        self._starts = [0]
        self._shifts = [0]
        done = length = 0
        for mark in _ALL_MARKS.finditer(clean):
            pieces.append(clean[done : mark.start()])
            length += mark.start() - done
            done = mark.end()
            if self._starts[-1] == length:
                self._shifts[-1] = done - length
            else:
                self._starts.append(length)
                self._shifts.append(done - length)
        pieces.append(clean[done:])
        self.text = "".join(pieces)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Clean offsets of ``text[start:end]``, with the quotation marks that belong to it."""
        left, right = self._clean(start), self._clean(end - 1) + 1
        clean = self.clean
        before = left > 0 and clean[left - 1] in _OPEN
        after = right < len(clean) and clean[right] in _CLOSE
        if not (before or after):
            return left, right
        inside = clean[left:right]
        opened = sum(map(inside.count, _OPEN))
        closed = sum(map(inside.count, _CLOSE))
        if before and (after if opened == closed else opened < closed):
            left -= 1
        if after and (before if opened == closed else opened > closed):
            right += 1
        return left, right

    def _clean(self, offset: int) -> int:
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]
