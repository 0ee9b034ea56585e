"""The body of a report prepared for the search for terms, and what counts as a mention in it.

Offsets are clean ones, but for those of :attr:`Body.bare`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from govie.glossary.enumerations import Span
from govie.glossary.index import NUMERALS, type_behind
from govie.text.glance import Seeker, glancing
from govie.text.stretches import Stretches

__all__ = ["NOTES", "SHORT", "Body"]

_NOTE = r"\^?\[([0-9]{1,3})\]|【([0-9]{1,3})】|〔([0-9]{1,3})〕|([①-⑳])"
NOTES, _ONE_NOTE = Seeker(_NOTE), glancing(_NOTE)
SHORT = 2
"""Up to this length a term needs quotation marks, punctuation or a note mark around it."""
_QUOTE_SIGNS = re.compile("[“”‘’]")
_QUOTED = re.compile(r"“([^“”\n]{1,30})”")
_EDGE = "，。；：、！？（）《》【】〔〕[]“”‘’\n"
_LONG_TERM, _SENTENCE = 4, 14


class Body:
    """A text prepared for the search: without quotation marks, and with what they hold."""

    def __init__(self, text: str, taken: Sequence[Span]) -> None:
        self.text = text
        signs = (match.start() for match in _QUOTE_SIGNS.finditer(text))
        self._signs = [offset - i for i, offset in enumerate(signs)]
        self.bare = text
        for sign in "“”‘’":
            self.bare = self.bare.replace(sign, "")
        self.quoted = [match.span(1) for match in _QUOTED.finditer(text)]
        self._quoted_starts = [start for start, _ in self.quoted]
        self._taken = Stretches(taken)

    def clean(self, start: int, end: int) -> Span | None:
        """Clean offsets of bare ones, with the quotation marks inside; None across a quotation."""
        first = start + bisect_right(self._signs, start)
        last = end + bisect_right(self._signs, end - 1)
        opened = self.text.count("“", first, last)
        closed = self.text.count("”", first, last)
        if opened == closed:
            return first, last
        if opened < closed and self.text[first - 1 : first] == "“":
            return first - 1, last
        if opened > closed and self.text[last : last + 1] == "”":
            return first, last + 1
        return None

    def is_free(self, span: Span) -> bool:
        """Whether a span lies outside the definitions."""
        return not self._taken.holds(span[0])

    def is_word(self, span: Span) -> bool:
        """Whether a match is a word of its own, not a part of another one."""
        start, end = span
        text = self.text
        before, after = text[start - 1 : start], text[end : end + 1]
        if text[start] in NUMERALS and before and (before in NUMERALS or before in "第+."):
            return False
        if _latin(text[start]) and _latin(before):
            return False
        if _latin(text[end - 1]) and (_latin(after) or after == "+"):
            return False
        at = bisect_right(self._quoted_starts, start) - 1
        if at >= 0 and end <= self.quoted[at][1]:
            return self._fills(span, self.quoted[at])
        if "“" in text[start:end] or end - start > SHORT:
            return True
        apart = (not before or before in _EDGE) and (not after or after in _EDGE)
        return apart or _ONE_NOTE.match(text, end) is not None

    def _fills(self, span: Span, quoted: Span) -> bool:
        """Whether a match inside quotation marks is all that they hold, type words apart."""
        start, end = span
        before = self.text[quoted[0] : start].rstrip("、，和")
        after = self.text[end : quoted[1]]
        follows = not before or self.text[start - 1] in "、，"
        closes = after.strip("、，和") == "" or after[0] in "、，"
        if follows and (closes or type_behind().fullmatch(after)):
            return True
        return end - start > _LONG_TERM and quoted[1] - quoted[0] > _SENTENCE


def _latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
