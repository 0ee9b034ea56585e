"""Canonical indicators: which statistical series a phrase of the text names.

The names are data, ``patterns/indicators.jsonl``: one ``INDICATOR`` line for each name of a
series, the canonical one first; ``LEAD`` and ``TAIL`` words that may stand around a name without
changing what it means (全市地区生产总值增速); ``NOT_PLACE`` for words in 区, 市, 县 that are no
place and so do change it (园区工业增加值 is not the industry of the city).

Classes are those of the 20 main indicators in the outline of the 14th five-year plan (2021): 预期性
for what is expected, 约束性 for what binds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import evolve, frozen

from govie.errors import PatternError
from govie.packs import Pattern, load_patterns, per_packs
from govie.packs.words import WordTable

__all__ = ["Indicator", "IndicatorMatch", "Indicators", "known_indicators"]

_EVERYWHERE = frozenset({"rank", "multiple", "none"})
"""Dimensions that any series can be stated in: its place in a list, ×2, a bare number."""
_ALIKE = {"share": "percent"}
"""Dimensions that stand for another one: a third (三分之一) is a share in per cent."""
_USUAL = ("level",)
"""How a series is stated of which the file does not say it."""
_PLACE_END = "省市县区州盟旗"


@frozen(kw_only=True)
class Indicator:
    """One statistical series."""

    id: str
    name: str
    """The customary Chinese name."""
    dimensions: frozenset[str]
    """Dimensions of units in which it is stated, as in ``patterns/units.jsonl``."""
    measures: tuple[str, ...]
    """How it is usually stated, most frequent first: growth, level, delta, ratio, multiple."""
    plan_class: str | None
    """预期性 or 约束性 in the 14th five-year plan; null for what is not among its 20."""


@frozen(kw_only=True)
class IndicatorMatch:
    """A series named by a phrase; ``start`` and ``end`` delimit the name in the phrase."""

    id: str
    start: int
    end: int
    pattern: str
    """The name that was found."""
    scope: str | None
    """What part of the series the name covers, where it is a part: urban, contracted, …"""


@frozen
class _Name:
    """One name of a series, and where it holds."""

    match: IndicatorMatch
    dimensions: frozenset[str]
    bare: bool
    """The name holds only where no place stands in front of it: 经济, but not 株洲市经济."""


class Indicators:
    """The series of a pattern file, found by name; a look-up costs a few dictionary probes.

    Raises PatternError where a name has no canonical line to belong to.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._by_id: dict[str, Indicator] = {}
        self._names: dict[str, _Name] = {}
        words: dict[str, list[Pattern]] = {"LEAD": [], "TAIL": [], "NOT_PLACE": []}
        for pattern in patterns:
            if pattern.pattern is None:
                continue
            if pattern.label == "INDICATOR":
                self._add(pattern.pattern, pattern)
            elif pattern.label in words:
                words[pattern.label].append(pattern)
        self._tails = frozenset(tail.word for tail in words["TAIL"])
        self._longest: dict[str, int] = {}
        for name in self._names:
            self._longest[name[-1]] = max(len(name), self._longest.get(name[-1], 0))
        self._longest_tail = max(map(len, self._tails), default=0)
        self._lead = WordTable(words["LEAD"])
        no_place = "".join(f"(?<!{re.escape(each.word)})" for each in words["NOT_PLACE"])
        self._place = re.compile(rf"[\u4e00-\u9fff]{{1,13}}[{_PLACE_END}]{no_place}")
        # Reports name the same series again and again.
        self._found = lru_cache(maxsize=4096)(self._find)

    def _add(self, text: str, pattern: Pattern) -> None:
        meta = pattern.meta
        if meta.get("canonical"):
            self._by_id[pattern.id] = Indicator(
                id=pattern.id,
                name=meta.get("name", text),
                dimensions=frozenset(meta.get("dimensions", ())),
                measures=tuple(meta.get("measures") or _USUAL),
                plan_class=meta.get("class"),
            )
        if pattern.id not in self._by_id:
            what = f'no line before this one has "canonical" in meta and the id "{pattern.id}"'
            raise PatternError([f"{pattern.source}: {what} (write one, or correct the id)"])
        match = IndicatorMatch(
            id=pattern.id,
            start=0,
            end=len(text),
            pattern=text,
            scope=meta.get("scope"),
        )
        dimensions = frozenset(meta.get("dimensions", self._by_id[pattern.id].dimensions))
        self._names[text] = _Name(match, dimensions, bool(meta.get("bare")))

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self._by_id.values())

    def by_id(self, indicator_id: str) -> Indicator:
        """The series with this id; KeyError where there is none."""
        return self._by_id[indicator_id]

    def find(self, phrase: str, dimension: str | None = None) -> IndicatorMatch | None:
        """The series that a subject phrase of clean text names, if the file knows it.

        The name is the head of the phrase: it stands at the end or before words such as 增速 and
        总量, and nothing stands in front that would narrow it. Where ``dimension`` is given, the
        unit must be one of the series: 岁 is no unit of GDP.
        """
        return self._found(phrase, dimension)

    def _find(self, phrase: str, dimension: str | None) -> IndicatorMatch | None:
        end = len(phrase)
        while end:
            longest = self._longest.get(phrase[end - 1], 0)
            for start in range(max(0, end - longest), end):
                name = self._names.get(phrase[start:end])
                if name and self._fits(name, dimension) and self._leads(phrase[:start], name):
                    return evolve(name.match, start=start, end=end) if start else name.match
            end -= self._tail_length(phrase, end)
        return None

    def ends_in_name(self, phrase: str) -> bool:
        """Whether a name of any series stands at the very end of the phrase."""
        first = max(0, len(phrase) - self._longest.get(phrase[-1:], 0))
        return any(phrase[start:] in self._names for start in range(first, len(phrase)))

    def _fits(self, name: _Name, dimension: str | None) -> bool:
        if dimension is None or dimension in _EVERYWHERE:
            return True
        return _ALIKE.get(dimension, dimension) in name.dimensions

    def _leads(self, before: str, name: _Name) -> bool:
        """Whether the words in front of a name leave its meaning alone."""
        at = self._after_leads(before, 0)
        if not name.bare and (place := self._place.match(before, at)):
            at = self._after_leads(before, place.end())
        return at == len(before)

    def _after_leads(self, text: str, start: int) -> int:
        while lead := self._lead.at_start(text, start, len(text)):
            start += len(lead.word)
        return start

    def _tail_length(self, phrase: str, end: int) -> int:
        """Length of the longest tail word that ends there, or all that is left without one."""
        for start in range(max(1, end - self._longest_tail), end):
            if phrase[start:end] in self._tails:
                return end - start
        return end


@per_packs
def known_indicators() -> Indicators:
    """The series of the packs in force."""
    return Indicators(load_patterns("indicators"))
