"""The frame around a list: “协同推进A、B、C建设” names A, B and C.

The words of the frame stick to the first and the last item. They are told from the items by what the
other items look like, by words that stand in front of lists (patterns, LEAD and MANNER) and behind
them (TAIL), and by the term itself: 民生“六位”建设 is explained as “…和如厕蹲位建设”.
"""

from __future__ import annotations

import re
from functools import cache

from govie.enumerations import Span
from govie.packs import load_patterns

__all__ = ["trim_items", "trim_single"]

_AS = re.compile(r"(?:坚持|紧紧|始终)?以(.{2,200})(?:为|作为)[^、，。；为]{1,12}$")
_THIS = re.compile(r"(?:这|这一|这个|这些)[^、，。；]{1,8}$")
_COUNTED_TAIL = re.compile(
    r"(?:[一二三四五六七八九十两]{1,3}|[0-9]{1,3})(?:个|大|项|条|种|张|类|篇|家|座|位|支|方面|批|级|权)"
    r"[^、，。；]{0,14}$"
)
_QUOTED_COUNT = re.compile(r"“[双两一二三四五六七八九十0-9][^“”]{1,12}”[^、，。；“”]{0,8}$")
_ET_CETERA = re.compile(r"等(?![级同待候于价量效次离])[^、，。；]{0,16}$")


@cache
def _words(label: str) -> str:
    found = [p.pattern for p in load_patterns("glossary") if p.label == label and p.pattern]
    return "(?:" + "|".join(map(re.escape, sorted(found, key=len, reverse=True))) + ")"


@cache
def _lead() -> re.Pattern[str]:
    more = r"(?:更[^、，。；的]{1,6}的|一批|一系列|“)?"
    return re.compile(rf"{_words('MANNER')}{{0,3}}{_words('LEAD')}(?:了|好)?{more}")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"的?{_words('TAIL')}$")


def trim_items(text: str, items: list[Span], term: str) -> list[Span]:
    """The items without the frame around their list."""
    if not items:
        return []
    if len(items) == 1:
        return [trim_single(text, *items[0])]
    words = [text[a:b] for a, b in items]
    first = _leading(words, term)
    words[0] = words[0][first:]
    last = _trailing(words, term)
    spans = list(items)
    spans[0] = (spans[0][0] + first, spans[0][1])
    spans[-1] = (spans[-1][0], spans[-1][0] + last)
    for index in range(1, len(spans)):
        a, b = spans[index]
        if text[a - 1] in "，；" and index + 1 < len(spans) and text[b] == "、":
            verb = _lead().match(text, a, b)
            if verb and b - verb.end() >= 2 and not _lead().match(text, *spans[index + 1]):
                spans[index] = (verb.end(), b)
    return [trim_single(text, a, b) for a, b in spans]


def trim_single(text: str, start: int, end: int) -> Span:
    """An item without 以…为主线 around it, and without 是 in front of it."""
    if match := _AS.match(text[start:end]):
        return start + match.start(1), start + match.end(1)
    if end - start > 3 and text[start] == "是" and text[start + 1] not in "否非":
        start += 1
    return start, end


def _leading(words: list[str], term: str) -> int:
    """How many characters of the first item belong to the frame."""
    first, rest = words[0], words[1:]
    if _AS.match(first):
        return 0
    lead = _lead().match(first)
    if lead and len(first) - lead.end() >= 2 and not _lead().match(rest[0]):
        if not _shared_start(rest, first):
            return lead.end() + _leading_noun(first[lead.end() :], rest)
    # The others start alike, and the first holds that start further on.
    common = _common_start(rest) if len(rest) > 1 else rest[0][:3] if len(rest[0]) > 3 else ""
    for size in range(min(len(common), 4), 0, -1):
        if size == 1 and len(rest) < 2:
            break
        at = first.rfind(common[:size]) if size > 1 else first.find(common[:1])
        if at == 0:
            break
        if at > 0 and (at >= 5 or _lead().search(first[:at]) or first[at - 1] in "的将把对在"):
            return at
    return _leading_noun(first, rest)


def _leading_noun(first: str, rest: list[str]) -> int:
    """A frame that ends in 的, or before the part of the length that all others have."""
    at = first.rfind("的") + 1
    longest = max(map(len, rest))
    others = sum(map(len, rest)) / len(rest)
    if (
        at
        and len(first) - at >= 2
        and not any("的" in word for word in rest)
        and abs(len(first) - at - others) < abs(len(first) - others) / 2
    ):
        return at
    end = first[-1]
    if len(rest) > 1 and all(word[-1] == end for word in rest):
        usual = sorted(map(len, rest))[len(rest) // 2]
        if len(first) >= 2 * longest or (longest == min(map(len, rest)) and len(first) > longest):
            return len(first) - usual
    return 0


def _shared_start(rest: list[str], first: str) -> bool:
    return all(word[:2] == first[:2] for word in rest)


def _common_start(words: list[str]) -> str:
    shortest = min(words, key=len)
    for size in range(len(shortest), 0, -1):
        if all(word.startswith(shortest[:size]) for word in words):
            return shortest[:size]
    return ""


def _trailing(words: list[str], term: str) -> int:
    """How many characters of the last item belong to it."""
    last, rest = words[-1], words[:-1]
    for pattern in (_ET_CETERA, _QUOTED_COUNT, _COUNTED_TAIL, _THIS):
        match = pattern.search(last)
        if match and match.start() >= 1 and not any(pattern.search(word) for word in rest):
            last = last[: match.start()]
    if not any(_tail().search(word) for word in rest):
        match = _tail().search(last)
        if match and match.start() >= 2:
            last = last[: match.start()]
    # The others end alike, and the last goes on behind that end.
    if len(rest) > 1 or len(rest[0]) > 2:
        size = 2 if len({word[-2:] for word in rest}) == 1 and len(rest[0]) > 2 else 1
        if len({word[-size:] for word in rest}) == 1 and not last.endswith(rest[0][-size:]):
            at = last.find(rest[0][-size:], 1)
            if at > 0 and last[at + size] in "的所是等进":
                return at + size
    lengths = set(map(len, rest))
    named = re.sub("[“”]", "", term)
    for size in (6, 5, 4, 3, 2):
        tail = last[-size:]
        if len(last) - size < 2 or any(word.endswith(tail[-2:]) for word in rest):
            continue
        if tail in named or (size == 2 and (tail[0] in named or tail[1] in named)):
            if size == 2 and tail not in named and lengths != {len(last) - 2} and len(rest) > 1:
                continue
            last = last[:-size]
            break
    else:
        at = last.find("的")
        if at >= 2 and not any("的" in word for word in rest):
            usual = sum(map(len, rest)) / len(rest)
            if abs(at - usual) < abs(len(last) - usual) / 2:
                last = last[:at]
    return len(last.rstrip("的等"))
