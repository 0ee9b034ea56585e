"""Words around a number: hedges, and the glue of ranges, lists and changes.

Topic ``hedges``; each line has a ``pattern`` and one of the labels

* ``BEFORE``, ``AFTER``: a hedge in front of or behind the number; ``id`` is its comparator,
* ``AHEAD``: a hedge that a verb may part from the number (至少引进5家),
* ``LARGE``: a word behind which scale words alone are an amount (突破千亿元),
* ``COUNT``: a word behind which 一 with a classifier, or a Chinese number of years, is a count
  (``id`` is ``time`` where that holds for times only),
* ``UNITLESS``: the end of the name of what is measured without a unit (恩格尔系数0.36),
* ``RANGE``: what stands between the two ends of a range,
* ``LIST``: what stands between the items of a list,
* ``SHARED``: what makes a hedge before the first item cover a whole list,
* ``FROM``, ``CHANGE``, ``TO``: 由 A 提高 到 B.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from govie.packs import Pattern
from govie.packs.expressions import either
from govie.packs.words import WordTable
from govie.text.glance import glancing

__all__ = ["Hedge", "HedgeTable"]


@frozen
class Hedge:
    """A hedge in the text: its comparator and its offsets."""

    comparator: str
    start: int
    end: int


class HedgeTable:
    """Finds the words of the hedge file next to an offset."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        lines = tuple(p for p in patterns if p.pattern)

        def words(label: str) -> tuple[str, ...]:
            return tuple(p.pattern for p in lines if p.label == label and p.pattern)

        before = [p for p in lines if p.label == "BEFORE"]
        self._before = WordTable(p for p in before if not p.meta.get("bare"))
        self._before_scale = WordTable(before)
        self._ahead = tuple((p.word, p.id) for p in lines if p.label == "AHEAD")
        self._after = WordTable(p for p in lines if p.label == "AFTER")
        self.ranges = frozenset(words("RANGE"))
        self.lists = frozenset(words("LIST"))
        self._large = words("LARGE")
        self._count = tuple(p.word for p in lines if p.label == "COUNT" and not p.id)
        self._count_time = words("COUNT")
        self._shared = words("SHARED")
        self._from = glancing(either(p for p in lines if p.label == "FROM"))
        change, to, unitless = (
            either(p for p in lines if p.label == label) for label in ("CHANGE", "TO", "UNITLESS")
        )
        when = r"了?(?:(?:[12][0-9]{3}年?|目前|现在|今年|去年)(?:末|底)?的?|全[省市国县]){0,2}$"
        became = rf"{change}{{1,2}}了?{to}{when}"
        self._to = re.compile(rf"{to}{when}")
        self._change = re.compile(became)
        self._unitless = re.compile(rf"{unitless}(?:仅|已)?{change}?(?:{to}|是)?$")
        self._marked_change = re.compile(rf"(?:[^，。；：、\n]{{0,8}}?，?{became}|{to}{when})")

    def before(self, text: str, start: int, *, scale_only: bool) -> Hedge | None:
        """The hedge that ends at ``start``, of a number that is made of scale words only or not."""
        end = start - 1 if start and text[start - 1] == "了" else start
        found = (self._before_scale if scale_only else self._before).at_end(text, 0, end)
        if found is None:
            return self._hedge_ahead(text, start) if end else None
        return Hedge(found.id, end - len(found.word), end)

    def _hedge_ahead(self, text: str, start: int) -> Hedge | None:
        window = text[max(0, start - 7) : start]
        for word, comparator in self._ahead:
            at = window.rfind(word)
            if at >= 0 and window[at + len(word) :].isalpha():
                first = start - len(window) + at
                return Hedge(comparator, first, first + len(word))
        return None

    def after(self, text: str, end: int) -> Hedge | None:
        """The hedge that begins at ``end``."""
        found = self._after.at_start(text, end, len(text))
        return Hedge(found.id, end, end + len(found.word)) if found else None

    def large_before(self, text: str, start: int) -> bool:
        """Whether scale words at ``start`` stand for an amount."""
        return text.endswith(self._large, max(0, start - 4), start)

    def count_before(self, text: str, start: int, time: bool) -> bool:
        """Whether 一 with a classifier, or a Chinese number of years, at ``start`` is a count."""
        words = self._count_time if time else self._count
        return text.endswith(words, max(0, start - 4), start)

    def unitless_before(self, text: str, start: int) -> bool:
        """Whether the name of what has no unit, or its verb, ends at ``start``: 恩格尔系数为."""
        return self._unitless.search(text, max(0, start - 10), start) is not None

    def shared_before(self, text: str, start: int) -> bool:
        """Whether 分别 or the like stands shortly before ``start``."""
        window = text[max(0, start - 8) : start]
        return any(word in window for word in self._shared)

    def from_before(self, text: str, floor: int, start: int) -> bool:
        """Whether 由 or 从 stands before ``start`` in its clause, not before ``floor``."""
        window = text[max(floor, start - 26) : start]
        for stop in "，。；：\n":
            window = window.rpartition(stop)[2]
        return self._from.search(window) is not None

    def ends_in_to(self, gap: str) -> bool:
        """Whether the text between two values ends in 到: else neither became the other."""
        return self._to.search(gap) is not None

    def changes(self, gap: str, marked: bool) -> bool:
        """Whether the text between two values says that the first became the second.

        ``marked``: 由 or 从 stands before the first, and more may stand in between.
        """
        return (self._marked_change if marked else self._change).match(gap) is not None
