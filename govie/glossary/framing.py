"""The frame around a list: “协同推进A、B、C建设” names A, B and C.

The words of the frame stick to the first and the last item. They are told from the items by what
the other items look like, by words that stand in front of lists (patterns, LEAD and MANNER) and
behind them (TAIL), and by the term: 民生“六位”建设 is explained as “…和如厕蹲位建设”.
"""

from __future__ import annotations

import re

from govie.glossary.enumerations import Span
from govie.glossary.words import any_word, labelled
from govie.packs import per_packs

__all__ = ["AS_FRAME", "another_reading", "trim_items", "trim_single", "type_words"]

AS_FRAME = re.compile(r"(?:坚持|紧紧|始终)?以(.{2,300})(?:为|作为)[^、，。；为]{1,12}$", re.DOTALL)
"""以 … 为主线, with what it holds."""

_AROUND = re.compile(r"(?:紧紧|坚持)?围绕(.{2,100}?)(?:这一|这个)[^、，。；]{1,8}$")
_THIS = re.compile(r"这(?:一|个|些)?[^、，。；]{1,8}$")
_COUNTED = re.compile(
    r"(?:[一二三四五六七八九十两]{1,3}|[0-9]{1,3})"
    r"(?:个|大|项|条|种|张|类|篇|家|座|位|支|方面|批|级|权)[^、，。；]{0,24}$"
)
_QUOTED_COUNT = re.compile(r"“[双两一二三四五六七八九十0-9][^“”]{1,12}”[^、，。；“”]{0,8}$")
_ET_CETERA = re.compile(r"等(?![级同待候于价量效次离])[^、，。；]{0,16}$")
_NUMERAL = re.compile("[双两一二三四五六七八九十0-9]")
_BEFORE_ITEM = "的将把对在"
_BEHIND_ITEM = "的所是等进连"
_FRAME_LENGTH = 5
"""From this length on, words in front of what all other items begin with are a frame."""
_MANY_ALIKE = 3
"""Behind so many items that begin alike a word of two characters is a frame: 实现|通水、通电 …."""
_NAMED_ALIKE = 3
"""Items that end alike in so many characters are whole: 宣传党的政策下基层、调查研究下基层."""


@per_packs
def _lead() -> re.Pattern[str]:
    manner, lead = any_word("MANNER"), any_word("LEAD")
    more = r"(?:更[^、，。；的]{1,6}的|一批|一系列)?"
    return re.compile(rf"(?:{manner}{{0,3}}{lead}{{1,2}}(?:了|好)?{more}|由|将|把|从)")


@per_packs
def _says() -> re.Pattern[str]:
    return re.compile(rf"[^，。；、]{{2,30}}{any_word('SAYS')}，?(?=..)")


@per_packs
def _tail() -> re.Pattern[str]:
    return re.compile(rf"的?{any_word('TAIL')}$")


@per_packs
def another_reading() -> re.Pattern[str]:
    """What begins a second name or reading of what has been explained: ，也称."""
    return re.compile(rf"[，；。]{any_word('ALSO')}")


@per_packs
def type_words() -> tuple[str, ...]:
    """Nouns that say what kind of thing a packed name is: 行动, 工程, 企业."""
    return tuple(p.pattern for p in labelled("TYPE") if p.pattern)


def trim_items(text: str, items: list[Span], term: str) -> list[Span]:
    """The items without the frame around their list."""
    if len(items) < 2:
        return [trim_single(text, *item) for item in items]
    words = [text[a:b] for a, b in items]
    keep = _trailing(words, term)
    words[-1] = words[-1][:keep]
    skip = _leading(words)
    spans = list(items)
    spans[-1] = (spans[-1][0], spans[-1][0] + keep)
    spans[0] = (spans[0][0] + skip, spans[0][1])
    if words[0][0] == "以" and skip == 0 and words[-1][-1] == "为":
        spans[0], spans[-1] = (items[0][0] + 1, spans[0][1]), (spans[-1][0], spans[-1][1] - 1)
    for index in range(1, len(spans) - 1):
        start, end = spans[index]
        if text[start - 1] in "，；" and text[end] == "、":
            verb = _lead().match(text, start, end)
            if verb and end - verb.end() >= 2 and not _lead().match(text, *spans[index + 1]):
                spans[index] = (verb.end(), end)
    return [trim_single(text, start, end) for start, end in spans]


def trim_single(text: str, start: int, end: int) -> Span:
    """An item without 以…为主线 or 围绕…这一目标 around it, and without 是 in front of it."""
    for frame in (AS_FRAME, _AROUND):
        if match := frame.match(text[start:end]):
            return start + match.start(1), start + match.end(1)
    if end - start > 3 and text[start] == "是" and text[start + 1] not in "否非":
        start += 1
    return start, end


def _leading(words: list[str]) -> int:
    """How many characters of the first item belong to the frame."""
    first, rest = words[0], words[1:]
    if AS_FRAME.match(first):
        return 0
    said = _says().match(first)
    if said and not any(_says().match(word) for word in rest):
        return said.end() + _leading([first[said.end() :], *rest])
    lead = _lead().match(first)
    skip = 0
    led = sum(bool(_lead().match(word)) for word in rest)
    if lead and len(first) > lead.end() and 2 * led <= len(rest) - (len(rest) == 1):
        skip = lead.end()
    elif all(word[0] == first[0] for word in rest):
        return 0
    return skip + _up_to_alike(first[skip:], rest, loose=skip > 0)


def _up_to_alike(first: str, rest: list[str], *, loose: bool) -> int:
    """What stands in front of the part of the first item that looks like the other items."""
    common = _common_start(rest) if len(rest) > 1 else rest[0][:3] if len(rest[0]) > 3 else ""
    if common and (len(rest) > 1 or len(common) > 1) and not first.startswith(common[:1]):
        for size in range(min(len(common), 4), min(len(common), 2) - 1, -1):
            at = first.rfind(common[:size])
            if at > 0 and (
                loose
                or at >= _FRAME_LENGTH
                or (at == 2 and len(rest) >= _MANY_ALIKE)
                or _lead().search(first[:at])
                or first[at - 1] in _BEFORE_ITEM
            ):
                return at
    usual = sum(map(len, rest)) / len(rest)
    at = first.rfind("的") + 1
    closer = abs(len(first) - at - usual) < abs(len(first) - usual) / 2
    named = len(_common_end([first, *rest])) >= _NAMED_ALIKE
    inner = named or any("的" in word for word in rest)
    if at and closer and len(first) - at >= 2 and not inner:
        return at
    lengths = sorted(map(len, rest))
    if first[0] == "以" and lengths[0] == lengths[-1] == len(first) - 1:
        return 1
    same_end = len({word[-1] for word in (first, *rest)}) == 1
    tiny = lengths[0] == lengths[-1] <= 2 and len(first) >= 3 * lengths[0] + 2
    if len(rest) > 1 and (tiny or (same_end and len(first) >= 2 * lengths[-1])):
        return len(first) - lengths[len(rest) // 2]
    return 0


def _common_end(words: list[str]) -> str:
    return _common_start([word[::-1] for word in words])[::-1]


def _common_start(words: list[str]) -> str:
    shortest = min(words, key=len)
    for size in range(len(shortest), 0, -1):
        if all(word.startswith(shortest[:size]) for word in words):
            return shortest[:size]
    return ""


def _trailing(words: list[str], term: str) -> int:
    """How many characters of the last item belong to it."""
    last, rest = words[-1], words[:-1]
    for pattern in (_ET_CETERA, _QUOTED_COUNT, _COUNTED, _THIS, _tail()):
        match = pattern.search(last)
        if match is None or any(pattern.search(word) for word in rest):
            continue
        fewest = 2 if pattern is _COUNTED else 3
        if match.start() >= fewest or match.start() in map(len, rest[1:]):
            last = last[: match.start()]
    kept = _without_named(_up_to_end(last, rest, term), rest, term).rstrip("的等")
    return len(kept or words[-1])


def _up_to_end(last: str, rest: list[str], term: str) -> str:
    """The last item up to what all other items end with, where a frame follows it there."""
    ends = {word[-1] for word in rest}
    end = rest[0][-1]
    if len(ends) > 1 or last[-1] == end or (len(rest) == 1 and len(rest[0]) < 3):
        return last
    at = last.find(end, 1)
    behind = last[at + 1 : at + 3]
    longest = max(map(len, rest[1:] or rest))
    alike = len(rest) > 2 and at <= longest < len(last) - 2
    if at > 0 and behind and (alike or behind[0] in _BEHIND_ITEM or behind in term):
        return last[: at + 1]
    return last


def _counted_noun(term: str) -> str:
    """What a term counts, and its type word: 振兴 of 五大振兴, 位建设 of “六位”建设."""
    name = re.sub("[“”]", "", term)
    numerals = _NUMERAL.findall(name)
    if not numerals:
        return ""
    if numerals[-1] == "一":
        return term.rpartition("”")[2] if "”" in term else ""
    return re.sub("^[个大项张条种]", "", _NUMERAL.split(name)[-1])


def _without_named(last: str, rest: list[str], term: str) -> str:
    """The last item without the noun of the term that belongs to all items alike."""
    noun = _counted_noun(term)
    if not noun or all(word[-1] == last[-1] for word in rest):
        return last
    if last[1:-2].endswith(noun) and all(word.endswith(noun) for word in rest):
        return last[:-2]  # 三务: 党务、村务、财务|公开
    if len(noun) < 2 and not (last[-2:-1] == noun and len(last) > 3):
        return last
    if all(word[-2:-1] == noun for word in rest):  # 双到: 规划到户、责任到人
        return last
    for size in range(min(len(noun), 6), 1, -1):
        tail = last[-size:]
        if len(last) - size < 2 or any(word.endswith(tail[-2:]) for word in rest):
            continue
        if (tail == noun and len(rest) > 1) or tail in noun[1:]:
            return last[:-size]
    tail = last[-2:]
    if len(last) > 3 and not any(word.endswith(tail) for word in rest):
        left = last[:-2]
        lengths = set(map(len, rest[1:] or rest))
        alike = {left[-1]} == {word[-1] for word in rest} or {len(left)} == lengths
        shared = tail[0] in noun[1:] or tail[1] in noun[1:]
        if (shared and alike) or (tail[0] == noun and len(rest) == 1):
            return left
    at = last.find("的")
    named = set(last[at + 1 :]) & set(noun) or last.endswith(type_words())
    usual = sum(map(len, rest)) / len(rest)
    closer = abs(at - usual) < abs(len(last) - usual)
    if at >= 2 and named and closer and not any("的" in word for word in rest):
        return last[:at]
    return last
