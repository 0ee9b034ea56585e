"""What stands in front of a number: subject and predicate.

A number's *lead* is the text between the number before it (or the start of the sentence) and
itself. It is read from both ends: from its right end come verbs, adverbs, dates and bases of
comparison, from its left end whatever opens a clause; what remains is the subject.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from govie.facts.cues import Cues
from govie.packs import Pattern

__all__ = ["Lead", "opens_clause", "read_lead"]

_CLAUSE_MARKS = "，；：。！？\n"
_LINKS = ("、", "和", "并", "及")
"""Between verbs that share their object: 新建、改扩建酒店10家."""
_CONNECTORS = "、和及与，；以并或暨的"
_TIME = (
    r"(?:到|至|截至|截止)?(?:[12][0-9]{3}年(?:前|末|底|全年|上半年)?"
    r"|“[一二三四五六七八九十]{1,3}五”(?:期间|时期|规划)?(?:以来|期?末|前)?"
    r"|[前过]?去?[一二三四五六七八九十两近][一二三四五六七八九十]?[年个][月]?(?:来|间|内)?"
    r"|(?:今|明|去|上|全|当|本)年(?:[末底初内]|前)?|年[末底初内]"
    r"|(?:上|下)半年|前?[一二三四1-4]个?季度|[0-9]{1,2}月(?:末|底|份)?)"
)
_TIME_AT_END = re.compile(f"(?:由|从|自)?{_TIME}$")
_TIME_AT_START = re.compile(f"{_TIME}(?:，|时|前|后)?")
_NOTE = re.compile(r"(?:\^?\[[0-9]{1,3}\]|（[^（）]{0,30}）)$")
_LIST_MARK = re.compile("[、等]$")
_TIME_OF = re.compile(f"(?:(?:由|从|自)?{_TIME})?的$")
_BY_LAST = {
    "]": _NOTE,
    "）": _NOTE,
    "、": _LIST_MARK,
    "等": _LIST_MARK,
    "的": _TIME_OF,
    **dict.fromkeys("年月末底前内初来间期度时划份个", _TIME_AT_END),
}
"""Phrases at the end of a lead by their last characters."""
_COMPARES = re.compile("[比较于过出先是为当占完达务划标算]")
"""Characters without which nothing is compared."""
_ABOVE = ("高于", "高出", "快于", "超过", "超出", "领先", "好于", "优于")
_BELOW = ("低于", "慢于")
_PHRASE = 34
"""How long a bracket or the base of a comparison may be."""
_STEPS = 12
"""How many words are taken off either end at most."""
_REACH = 80
"""How many characters of a lead are read at most."""


@frozen(kw_only=True)
class Lead:
    """Subject ``start:end`` in clean offsets (empty where there is none) and predicate."""

    start: int
    end: int
    clause: int
    """Where the clause begins."""
    improves: bool = False
    """The verb of change may also say that so much was improved (提升), not by how much."""
    change: str | None = None
    """Direction of the verb of change next to the number."""
    level: bool = False
    """A verb that states a level stands next to the number."""
    opened: str | None = None
    """Direction of a verb of change in front of the subject: 新增市场主体4.5万家."""
    growth: str | None = None
    """Direction of a noun of change at the subject's end, which is not part of the span: 增速."""
    role: str | None = None
    """respectively (分别) or each (均)."""
    verb: tuple[int, int] | None = None
    """Span of a verb of doing next to the number, or next to its subject where it has none."""
    share: tuple[int, int] | None = None
    """Span of what the number is a share of: 占财政支出."""
    compared: bool = False
    """The number is measured against something named in the lead."""
    continues: bool = False
    """Nothing but a connector stands between this number and the one before."""

    @property
    def empty(self) -> bool:
        return self.end <= self.start


def read_lead(
    text: str,
    start: int,
    end: int,
    cues: Cues,
    *,
    areas: Mapping[int, int] = MappingProxyType({}),
    ranked: bool = False,
) -> Lead:
    """Read the lead ``text[start:end]`` of a number.

    ``areas`` maps the beginnings of places to their ends: a clause may open with one. ``ranked``
    says that the number is a rank.
    """
    first = _skip_rest(text, start, end, cues)
    if first >= end:
        joined = not any(mark in _CLAUSE_MARKS for mark in text[start:end])
        return Lead(start=end, end=end, clause=end, continues=joined)
    start = first
    begin = _clause_start(text, max(start, end - _REACH), end)
    predicate = _Predicate(text, begin, end, cues, ranked)
    opening = _Opening(text, begin, predicate.end, cues, areas)
    subject_start = opening.end
    return Lead(
        start=subject_start,
        improves=predicate.improves,
        end=max(subject_start, predicate.end),
        clause=begin,
        change=predicate.change,
        level=predicate.level,
        opened=opening.direction,
        growth=predicate.growth,
        role=predicate.role,
        verb=predicate.verb or opening.verb,
        share=predicate.share,
        compared=predicate.compared,
    )


def _skip_rest(text: str, start: int, end: int, cues: Cues) -> int:
    """Pass over what still belongs to the number before: a word (大关) and the connectors."""
    if rest := cues.trailers.at_start(text, start, end):
        start += len(rest.id)
    while start < end and text[start] in _CONNECTORS:
        start += 1
    return start


def _clause_start(text: str, start: int, end: int) -> int:
    """Where the clause that ends at ``end`` begins; marks inside quotes or brackets end nothing."""
    depth = 0
    for at in range(end - 1, start - 1, -1):
        mark = text[at]
        if mark in "”）》":
            depth += 1
        elif mark in "“（《":
            if depth == 0:
                return start if mark == "《" else at if mark == "“" else at + 1
            depth -= 1
        elif depth == 0 and mark in _CLAUSE_MARKS:
            return at + 1
    return start


def opens_clause(text: str, start: int, cues: Cues) -> bool:
    """Whether a clause may open at an offset: a date or a word like 全市 stands there."""
    limit = min(len(text), start + _PHRASE)
    return bool(
        _TIME_AT_START.match(text, start, limit) or cues.openers.at_start(text, start, limit)
    )


class _Predicate:
    """Takes words off the right end of a lead, and notes what they say."""

    def __init__(self, text: str, start: int, end: int, cues: Cues, ranked: bool) -> None:
        self.end = end
        self.change: str | None = None
        self.growth: str | None = None
        self.role: str | None = None
        self.verb: tuple[int, int] | None = None
        self.share: tuple[int, int] | None = None
        self.level = self.compared = self.improves = False
        while ranked and (found := cues.ranking.search(text, max(start, self.end - 20), self.end)):
            self.end = found.start()
        self._strip(text, start, cues)
        if not ranked and self._noun(text, start, cues):
            self._strip(text, start, cues)

    def _strip(self, text: str, start: int, cues: Cues) -> None:
        for _ in range(_STEPS):
            if not (self._word(text, start, cues) or self._phrase(text, start, cues)):
                break

    def _word(self, text: str, start: int, cues: Cues) -> bool:
        """Take off a word that the lists know."""
        word = cues.predicates.at_end(text, start, self.end)
        if word is None or word.pattern is None:
            return False
        if word.label == "CHANGE":
            self.improves = not self.change and "improves" in word.meta
            self.change = self.change or word.meta["direction"]
        elif word.label == "LEVEL":
            self.level = self.level or not self.change
        elif word.label == "ADVERB":
            self.role = self.role or word.meta.get("role")
        elif self.end - len(word.pattern) - start < 2 or self._is_named(text, start, word, cues):
            return False
        else:
            self.verb = self.verb or (self.end - len(word.pattern), self.end)
        self.end -= len(word.pattern)
        return self.end > start

    def _is_named(self, text: str, start: int, verb: Pattern, cues: Cues) -> bool:
        """Whether a verb at the end is part of a name: 高质量发展."""
        name = cues.protected.at_end(text, start, self.end)
        return (
            name is not None
            and name.label == "PROTECTED"
            and len(name.pattern or "") > len(verb.pattern or "")
        )

    def _phrase(self, text: str, start: int, cues: Cues) -> bool:
        """Take off a bracket, a note mark, the base of a comparison or a date."""
        tail = max(start, self.end - _PHRASE)
        found = None
        if _COMPARES.search(text, tail, self.end):
            found = cues.comparison.search(text, tail, self.end)
        if found:
            self.compared = True
            if found[0].startswith("占"):
                self.share = self.share or (found.start(), found.end() - found[0].endswith("的"))
            self.change = self.change or _direction(found[0])
        elif pattern := _BY_LAST.get(text[self.end - 1 : self.end]):
            found = pattern.search(text, tail, self.end)
        if not found:
            return False
        self.end = found.start()
        return self.end > start

    def _noun(self, text: str, start: int, cues: Cues) -> bool:
        """Take a noun of change off the subject's end: 居民消费价格涨幅."""
        while aside := cues.asides.at_end(text, start, self.end):
            self.end -= len(aside.id)
            if text.endswith("的", start, self.end):
                self.end -= 1
        if noun := cues.growth.at_end(text, start, self.end):
            self.growth = noun.meta["direction"]
            self.end -= len(noun.id)
        return noun is not None


class _Opening:
    """Takes off the left end of a lead whatever opens its clause; ``end`` is where that stops."""

    def __init__(
        self, text: str, start: int, limit: int, cues: Cues, areas: Mapping[int, int]
    ) -> None:
        self.end = start
        self.direction: str | None = None
        self.verb: tuple[int, int] | None = None
        for _ in range(_STEPS):
            if found := _TIME_AT_START.match(text, self.end, limit):
                self.end = found.end()
            elif areas.get(self.end, limit + 1) <= limit:
                self.end = areas[self.end]
                if text.startswith(_LINKS, self.end) and self.end + 1 in areas:
                    self.end += 1
            elif not self._word(text, limit, cues):
                break

    def _word(self, text: str, limit: int, cues: Cues) -> bool:
        word = cues.openers.at_start(text, self.end, limit)
        if word is None or word.pattern is None:
            return False
        self.direction = self.direction or word.meta.get("direction")
        after = self.end + len(word.pattern)
        name = cues.protected.at_start(text, self.end, limit)
        if (name and len(name.pattern or "") > len(word.pattern)) or text[
            after : after + 1
        ] in cues.bound:
            return False
        if word.label == "VERB":
            if text[after:limit] in cues.leaning and word.pattern != "完成":
                return False
            self.verb = (self.end, after)
        if text.startswith("了", after):
            after += 1
        if text.startswith(_LINKS, after) and cues.openers.at_start(text, after + 1, limit):
            after += 1
        self.end = after
        return True


def _direction(comparison: str) -> str | None:
    """高于全省平均水平 is up, 低于 down; 比上年 says nothing."""
    if comparison.startswith(_BELOW):
        return "down"
    return "up" if comparison.startswith(_ABOVE) else None
