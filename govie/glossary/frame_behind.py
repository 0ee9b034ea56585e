"""The frame behind a list: “A、B、C建设” names A, B and C.

Its words stick to the last item. They are told from the item by what the other items look like, by
words that stand behind lists (patterns, TAIL), and by the term: 民生“六位”建设 is explained as
“…和如厕蹲位建设”.
"""

from __future__ import annotations

import re

from govie.glossary.enumerations import common_end
from govie.glossary.words import any_word, type_words
from govie.packs import per_packs

__all__ = ["kept_of_last"]

_THIS = re.compile(r"这(?:一|个|些)?[^、，。；]{1,8}$")
_COUNTED = re.compile(
    r"(?:[一二三四五六七八九十两]{1,3}|[0-9]{1,3})"
    r"(?:个|大|项|条|种|张|类|篇|家|座|位|支|方面|批|级|权)[^、，。；]{0,24}$"
)
_QUOTED_COUNT = re.compile(r"“[双两一二三四五六七八九十0-9][^“”]{1,12}”[^、，。；“”]{0,8}$")
_ET_CETERA = re.compile(r"等(?![级同待候于价量效次离])[^、，。；]{0,16}$")
_NUMERAL = re.compile("[双两一二三四五六七八九十0-9]")
_COUNTED_SIGN = re.compile(
    "[双两一二三四五六七八九十]([^双两一二三四五六七八九十“”])(?=[双两一二三四五六七八九十”])"
)
_OF = re.compile(r"(?<=..)的[一-龥]{1,4}$")
_BEHIND_ITEM = "的所是等进连"


@per_packs
def _tail() -> re.Pattern[str]:
    return re.compile(rf"的?{any_word('TAIL')}$")


def kept_of_last(words: list[str], term: str) -> int:
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
    if len(kept) < len(words[-1]):
        kept = kept.rstrip("有")  # 义务教育、基本医疗、住房安全|有保障
        of = _OF.search(kept)
        if of and not any("的" in word for word in rest):
            kept = kept[: of.start()]  # 无物业、无主管、无人防|的居民院落
    return len(kept or words[-1])


def _up_to_end(last: str, rest: list[str], term: str) -> str:
    """The last item up to what all other items end with, where a frame follows it there."""
    common = common_end(rest) if len(rest) > 1 else ""
    at = last.find(common, 1) + len(common)
    if common and common in term.partition("”")[0] and len(common) < at <= max(map(len, rest)):
        return last[:at]  # “三个一批”: 签约一批、开工一批、投产一批|重大项目
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
        return term.rpartition("”")[2] if "”" in term else ""
    if numerals[-1] == "一":
        return term.rpartition("”")[2] if "”" in term else ""
    return re.sub("^[个大项张条种]", "", _NUMERAL.split(name)[-1])


def _without_named(last: str, rest: list[str], term: str) -> str:
    """The last item without the noun of the term that belongs to all items alike."""
    noun = _counted_noun(term)
    if not noun or all(word[-1] == last[-1] for word in rest):
        return last
    if last[-1] in _COUNTED_SIGN.findall(term):
        return last  # “一核一带一区”区域发展格局: 沿海经济带和北部生态发展区
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
