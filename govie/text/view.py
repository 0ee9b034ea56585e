"""The text view: a clean string over dirty raw text, with the exact way back.

Reports come with line breaks and spaces inside words and numbers, full-width forms, page furniture.
:class:`TextView` holds the text as a reader would have typed it, and for each of its characters the
offset of the raw character that it stands for. All matching happens on ``view.text``; what is found
is reported in raw offsets through :meth:`TextView.raw_span`.

Clean text follows these conventions:

* White space is gone, but for one space between two Latin words and one ``\\n`` between paragraphs.
* Digits, Latin letters and ``% . + - / ~`` are ASCII; Chinese punctuation is full-width. A comma,
  colon or point between two digits is ASCII: ``1,234``, ``8:2``, ``8.5``.
* Straight and corner quotation marks become curly ones.
* Marks of newspaper pages (▲上接01版), page numbers and filler are gone.

Building a view takes time linear in the length of the text.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache, cached_property
from typing import Any, TypeVar

from govie.packs import PackSet, in_force
from govie.text.dirt import find_gaps, fold, settle_punctuation

__all__ = ["TextView"]

_T = TypeVar("_T")
_SHARED = 1 << 17
"""Texts up to this length share rows of offsets, two million bytes in all."""
# One class in front, so that `re` passes over all other characters at once.
_SENTENCE_END = re.compile(r"[。！？\n](?:(?<=\n)|[”’）】》]{0,3})")


class TextView:
    """Clean text of ``raw`` and the map between the two.

    ``text`` is the clean string; ``joins`` holds the clean offsets at which a raw line break was
    closed up, so that whoever looks for headings still knows where lines began.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._index, self.joins, self.text = _clean(raw)
        self._derived: dict[tuple[Any, PackSet], Any] = {}

    def __len__(self) -> int:
        return len(self.text)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of the clean characters ``start:end``; ValueError where there are none."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no characters at {start}:{end} of a text of {len(self.text)}")
        return self._index[start], self._index[end - 1] + 1

    def clean_offset(self, raw_offset: int) -> int:
        """The first clean offset whose raw character stands at or behind ``raw_offset``."""
        return bisect_left(self._index, raw_offset)

    def written(self, start: int, end: int) -> str:
        """The raw characters of a clean span, without what the view leaves out."""
        raw = self.raw
        return "".join([raw[i] for i in self._index[start:end]])

    def derived(self, maker: Callable[[str], _T]) -> _T:
        """What ``maker`` makes of the clean text, made once for the packs in force."""
        key = (maker, in_force())
        if key not in self._derived:
            self._derived[key] = maker(self.text)
        return self._derived[key]  # type: ignore[no-any-return]

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Clean spans that end in 。！？ or with their paragraph, in order, without gaps."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text)]
        if self.text and (not ends or ends[-1] < len(self.text)):
            ends.append(len(self.text))
        return tuple(zip([0, *ends], ends, strict=False))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds a clean offset."""
        return self.sentences[bisect_right(self._sentence_starts, offset) - 1]


def _offsets(length: int) -> array[int]:
    """At least so many offsets from 0 on: to copy runs of them is faster than to count."""
    return array("q", range(length)) if length > _SHARED else _row((length - 1).bit_length())


@cache
def _row(bits: int) -> array[int]:
    """The offsets of so many bits: for short texts a short row, as a long one takes its time."""
    return array("q", range(1 << bits))


def _clean(raw: str) -> tuple[array[int], tuple[int, ...], str]:
    """The raw offset of each clean character, the joins, and the clean text."""
    folded = fold(raw)
    pieces: list[str] = []
    index = array("q")
    offsets = _offsets(len(folded))
    joins: list[int] = []
    done = 0
    for gap in find_gaps(folded):
        if gap.start > done:
            pieces.append(folded[done : gap.start])
            index.extend(offsets[done : gap.start])
        if gap.keep:
            pieces.append(gap.keep)
            index.append(gap.start)
        elif gap.broken:
            joins.append(len(index))
        done = gap.end
    pieces.append(folded[done:])
    index.extend(offsets[done:])
    return index, tuple(joins), settle_punctuation("".join(pieces))
