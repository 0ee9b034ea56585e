"""The noun behind a number: where it begins, and where a verb ends it."""

from __future__ import annotations

import re

from attrs import frozen

from govie.facts.cues import Cues
from govie.facts.leads import read_lead
from govie.facts.subjects import LIST_END, Subject, whole_subject
from govie.text.view import TextView

__all__ = ["noun_behind", "noun_lasting"]

_NOUN_REACH = 24
"""How far behind a number its noun may end."""
_NAME_REACH = 10
"""How much of a name may stand behind a verb in it."""
_PARTS = (
    "（(?:[市县区州旗盟港镇乡村街道社场、]+）"
    r"|[^（），。；：0-9含不见详注预]{1,6}）(?=[\u4e00-\u9fff]))"
)
"""A bracket within a name: 县（市、区）, 社区（村）书院."""
_BEHIND = re.compile(
    r"(?:(?:国家|[省市县区部])级?、){0,2}"
    rf"(?!（)(?:[^，。；、！？：\n（）⑴-⒇]|{_PARTS}){{0,{_NOUN_REACH}}}"
)
_PEOPLE = "人"
"""What a number without a unit counts: 3万多居民."""
_NOTHING = re.compile("(?!)")
_LINKS = ("、", "和", "及")
_REASONS = ("因", "由", "以")
_TIME = "时间"
_TROUBLE = "问题"
_TROUBLES = tuple(f"{which}{_TROUBLE}" for which in ("安全", "不安全", "困难", "难"))
"""What people had, of which it is said that it was a problem: 饮水安全问题."""
_NO_NOUN = ("”", "’", "）", "以", "左", "上下", "上半", "上一")
"""What begins no noun: closing signs, 以上, 左右, 上下, 上一线."""
_BRACKET = re.compile("（[^（）]{1,4}）")


def noun_behind(
    view: TextView, start: int, end: int, cues: Cues, unit: str | None, *, whole: bool = False
) -> tuple[Subject | None, bool]:
    """The noun that a number at ``start`` counts, and whether a verb seems to stand there instead.

    ``end`` is where the next number begins; ``whole`` takes all that follows, verbs included, as
    what the number measures: 提前三年实现整体脱贫.
    """
    text = view.text
    if bracket := _BRACKET.match(text, start, end):
        start = bracket.end()
    found = _BEHIND.match(text, start, min(end, start + _NOUN_REACH))
    stop = found.end() if found else start
    stop -= text.endswith("、", start, stop)
    if text.startswith("的", start):
        start += 1
    if text.startswith(_REASONS, start) and (of := text.find("的", start, stop)) >= 0:
        start = of + 1
    if whole and text.startswith(_TIME, start):
        start += len(_TIME)
    if whole and (won := _won(text, start, stop, cues)) is not None:
        if cues.halts.at_start(text, won, stop):
            return None, True
        return whole_subject(view, won, stop), False
    if cues.halts.at_start(text, start, stop) or LIST_END.match(text, start, stop):
        return None, True
    edge = cues.edge.match(text, start, stop)
    if edge and (edge.end() >= stop - 1 or cues.edge.match(text, edge.end(), stop)):
        return None, True
    nouns = _Nouns(text, cues, cues.counted.get(unit or _PEOPLE, _NOTHING))
    if (of := text.find("的", start + 1, stop)) >= 0:
        if nouns.counts(of + 1, stop) and not nouns.counts(start, of):
            start = of + 1
        else:
            stop = of
    while (verb := cues.receives.at_start(text, start, stop)) and stop - start > len(verb.word) + 1:
        start += len(verb.word) + text.startswith("了", start + len(verb.word))
    if not whole:
        stop = nouns.head(start, nouns.verb(start, stop))
        stop = nouns.joined(start, stop, end)
    if stop == end and text.endswith("有", start + 1, stop):
        stop -= 1
    if text.endswith(_TROUBLES, start, stop):
        stop -= len(_TROUBLE)
    if stop - start < 1 or text.startswith(_NO_NOUN, start):
        return None, False
    blocked = edge is not None and text[edge.end() : stop] not in cues.headed
    return whole_subject(view, start, stop), blocked


def noun_lasting(
    view: TextView, noun: Subject, start: int, end: int, cues: Cues, *, ranked: bool
) -> Subject | None:
    """What a length of time that ends at ``start`` is about, of the noun found behind it.

    Where the noun runs on to the next number, at ``end``, it is the subject of that: 连续3年总产值
    超过百万元. None where it leans on what was spoken of before: 连续6年增速居全省首位. ``ranked``
    says that the next number is a rank.
    """
    leans = noun.start == start and noun.name in cues.leaning
    if noun.end == end and not leans:
        lead = read_lead(view.text, noun.start, end, cues, ranked=ranked)
        if lead.end < end and not lead.verb:
            leans = lead.empty or view.text[lead.start : lead.end] in cues.leaning
            noun = whole_subject(view, lead.start, lead.end)
    return None if leans else noun


def _won(text: str, start: int, stop: int, cues: Cues) -> int | None:
    """Where that begins which was reached in a time or for one: 连续五年荣获一等奖.

    Of a time that is granted any verb will do: 用两年时间建成医院.
    """
    verb = cues.wins.at_start(text, start, stop)
    if verb is None and text.endswith(_TIME, 0, start):
        verb = cues.openers.at_start(text, start, stop)
    if verb is None:
        return None
    start += len(verb.word)
    start += text.startswith("了", start)
    return start if stop - start > 1 else None


@frozen
class _Nouns:
    """Says where nouns end that a number counts; all spans are clean offsets."""

    text: str
    cues: Cues
    heads: re.Pattern[str]
    """The nouns that the unit of the number counts."""

    def verb(self, start: int, stop: int) -> int:
        """Where a verb ends a noun; not within a name: 重点建设项目 of 重点建设项目加快推进."""
        text, headed, second = self.text, self.cues.headed, min(start + 1, stop)
        if text.startswith("“", start):
            second = max(second, text.find("”", start, stop))
        if finite := self.cues.finite.search(text, second, stop):
            stop = finite.start()
        if headed.at_end(text, start, stop):
            return stop
        edges = self.cues.edge.finditer(text, second, stop)
        first = next(edges, None)
        if first is None:
            return stop
        if headed.at_end(text, start, first.start()) or self._ends(start, first.start()):
            return first.start()
        for later in edges:
            if later.start() - first.start() > _NAME_REACH:
                break
            if headed.at_end(text, first.end(), later.start()):
                return later.start()
        return first.start()

    def counts(self, start: int, stop: int) -> bool:
        """Whether a noun that the unit counts stands there: 5家停业的企业, but not 企业的厂房."""
        return self.heads.search(self.text, start, stop) is not None

    def head(self, start: int, stop: int) -> int:
        """Where what is counted ends: 5家企业 of 5家企业挂牌上市.

        Not where it is only the beginning of a longer name: 5家企业技术改造项目.
        """
        head = self._last(start, stop)
        return stop if head is None or self.cues.headed.at_end(self.text, head, stop) else head

    def joined(self, start: int, stop: int, end: int) -> int:
        """Where a noun ends that goes on over 、 or 和: 贫困和低收入人口, 职工和失业人员."""
        while stop > start and self.text.startswith(_LINKS, stop, end):
            if self.cues.headed.at_end(self.text, start, stop) and not self._ends(start, stop):
                break
            other = stop + 1
            found = _BEHIND.match(self.text, other, min(end, other + _NAME_REACH))
            limit = found.end() if found else other
            verbs = (self.cues.edge.match, self.cues.openers.at_start)
            if any(verb(self.text, other, limit) for verb in verbs):
                break
            head = self._last(other, self.verb(other, limit))
            if head is None:
                break
            stop = head
        return stop

    def _ends(self, start: int, stop: int) -> bool:
        return self._last(start, stop) == stop

    def _last(self, start: int, stop: int) -> int | None:
        """Where the last noun ends that the unit counts."""
        ends = [head.end() for head in self.heads.finditer(self.text, start, stop)]
        return ends[-1] if ends else None
