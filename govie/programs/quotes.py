"""Quoted phrases of a text, and the text with them masked.

Within the masked text a quoted phrase, marks included, is a run of ``○``, a title 《…》 one of
``□``, and a note mark [1] one of ``△``, so that nothing within them is read as a word. A circled
number ① is a ``；``: what it numbers begins behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from govie.text.characters import HAN
from govie.text.glance import Seeker

__all__ = ["MASKS", "Quote", "Quotes", "is_packed"]

MASKS = frozenset("○□△")
_MASKED = Seeker(
    r"“(?P<quote>[^“”\n]{1,40})”|‘(?P<inner>[^‘’“”\n]{1,40})’"
    r"|《[^《》\n]{1,60}》|(?P<note>\^?[\[〔【][0-9]{1,3}[\]〕】])"
    r"|(?P<item>[①-⑳])"
)
_NUMBER = "[一二三四五六七八九十两双百千万0-9]"
_PACKED = re.compile(
    rf"(?:双[{HAN}]){{2,3}}|(?:{_NUMBER}{{1,3}}(?:(?!{_NUMBER})[{HAN}]){{1,3}}){{2,8}}"
    rf"|[一二三四五六七八九十两双]{{1,2}}(?![类种级档])[{HAN}]{{1,4}}"
    rf"|[0-9]{{1,4}}(?:[+＋][0-9NnXx]{{1,4}}){{1,5}}|[{HAN}]{{2,3}}[0-9]{{2,4}}"
)
_BREAK = re.compile("[，。；：！？\n]")
_NEXT_ITEM = re.compile("[^，。；：！？\n、和与及的○□]{1,6}[、和]")
_NEXT_WITHIN = 7
"""Characters that it matches at most."""
_JOINTS = frozenset(["", "、", "和", "与", "及", "以及"])


class Quote(NamedTuple):
    """A quoted phrase: the offsets of its marks, and what stands between them."""

    start: int
    end: int
    content: str


class Quotes:
    """The quotes of a clean text, by place."""

    def __init__(self, text: str) -> None:
        self.all: list[Quote] = []
        self.masked = self._masked(text)
        self.ends = frozenset([quote.end for quote in self.all])
        self._starts = [quote.start for quote in self.all]

    def _masked(self, text: str) -> str:
        pieces: list[str] = []
        done = 0
        for match in _MASKED.finditer(text):
            pieces += (text[done : match.start()], self._mask(match))
            done = match.end()
        return "".join((*pieces, text[done:]))

    def _mask(self, match: re.Match[str]) -> str:
        start, end = match.span()
        if match["item"]:
            return "；"
        content = match["quote"] or match["inner"]
        if not content:
            return ("△" if match["note"] else "□") * (end - start)
        self.all.append(Quote(start, end, content))
        return "○" * (end - start)

    def before(self, offset: int) -> int:
        """Index of the first quote that starts at or behind an offset."""
        return bisect_left(self._starts, offset)

    def in_clause(self, offset: int) -> bool:
        """Whether a quote stands in front of an offset in the same clause."""
        index = self.before(offset) - 1
        return index >= 0 and not _BREAK.search(self.masked, self.all[index].end, offset)

    def joined(self, index: int) -> bool:
        """Whether a quote follows another one directly or behind 、 or 和."""
        if not index:
            return False
        start, end = self.all[index - 1].end, self.all[index].start
        return end - start <= 2 and self.masked[start:end] in _JOINTS

    def goes_on_list(self, index: int) -> bool:
        """Whether a quote is the next item behind another one, or behind one with a type word."""
        if not index:
            return False
        start, end = self.all[index - 1].end, self.all[index].start
        return end - start <= _NEXT_WITHIN and (
            self.masked[start:end] in _JOINTS or bool(_NEXT_ITEM.fullmatch(self.masked, start, end))
        )


@lru_cache(maxsize=4096)
def is_packed(phrase: str) -> bool:
    """Whether a phrase has the shape of packed names: 四战两行动, 三高四新, 3+5+2, 民生100."""
    return bool(_PACKED.fullmatch(phrase))
