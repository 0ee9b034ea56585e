"""What stands behind a packed name in the body: a list with as many items as the name promises.

“3+5+2”产业集群…，A、B、C三大…，…; “三小”：…; “门前三小”（A、B、C）; or what each part of the name
stands for: “135”计划：“1”是…，“3”是…，“5”是….
"""

from __future__ import annotations

import re

from govie.glossary.components import find_components
from govie.glossary.enumerations import Span, cut
from govie.glossary.framing import type_words
from govie.glossary.labelled import find_labelled
from govie.glossary.plain_lists import plain_list, spelled_out
from govie.glossary.promises import Promise
from govie.glossary.terms import Draft, unquoted
from govie.glossary.words import labelled
from govie.packs import per_packs
from govie.packs.expressions import either

__all__ = [
    "LONGEST_ITEM",
    "REACH",
    "bracket_behind",
    "labels_behind",
    "like",
    "list_behind",
    "list_end",
    "name_span",
    "stop_of",
    "type_tail",
]

REACH = 260
"""How far from a name what explains it reaches."""
LONGEST_ITEM = 26
_SIGN_BEHIND = re.compile(r"[^，。；：、！？（）《》“”\[\]^〔【\n—]{0,6}(——|[：，（])")
_COUNTED = re.compile("[一二三四五六七八九十两][大个项类]")
_COMMA = re.compile("[，；]")
_FEWEST = 3
_FIRST = ("一是", "一要")
_STOP = re.compile(r"[。；\n]")
_OPENING = re.compile(r"[（“‘《【〔\[]")


@per_packs
def type_tail() -> re.Pattern[str]:
    """A type word that belongs to the name; after 经验 or 要求 (id ``loose``) the name is over."""
    found = either(p for p in labelled("TYPE") if p.id != "loose")
    return re.compile(rf"[^，。；：、！？（）《》\[\]“”—\n等]{{0,4}}?{found}")


def list_behind(text: str, quote: re.Match[str], promise: Promise, total: int) -> Draft | None:
    """“三小”经验，建设A、B、C; “三提升”：A，B，C; “3+5+2”产业集群发展，…三大…，…五大…，…"""
    sign = _SIGN_BEHIND.match(text, quote.end())
    stretch = _stretch_behind(text, sign, promise, total) if sign else None
    if sign is None or stretch is None:
        return None
    tail = type_tail().match(text, quote.end())
    name_end = tail.end() if tail else quote.end()
    if sign[1] == "（" and sign.start(1) != name_end:
        return None
    name = text[quote.start() : name_end]
    items = find_components(text, *stretch, promise, name)
    if len(items) not in (total, promise.paired):
        return None
    signs = sign[1] == "，" and _holds_signs(text[slice(*stretch)], promise)
    if len(items) == 2 and all(promise.parts[0].label[1:2] in text[a:b] for a, b in items):
        signs = sign[1] == "（"  # “双到”（规划到户、责任到人）
    if not (signs or _plausible(text, items, stretch, sign[1])):
        return None
    if sign[1] != "，" and not text.startswith(_FIRST, stretch[0]):
        stretch = stretch[0], list_end(text, items, stretch[1])
    return Draft(
        inline=True,
        name=unquoted(name),
        span=name_span(quote, name_end),
        definition=stretch,
        components=tuple(items),
        rule="list-behind",
    )


def bracket_behind(text: str, quote: re.Match[str]) -> Draft | None:
    """“光储充”（光伏、储能、充电）: a list that spells the name out; “敲门行动”（…、…、…）: any."""
    tail = type_tail().match(text, quote.end())
    name_end = tail.end() if tail else quote.end()
    if text[name_end : name_end + 1] != "（":
        return None
    start, end = name_end + 1, text.find("）", name_end, name_end + REACH)
    count = text.count("、", start, end) + 1
    if count < _FEWEST:
        return None
    name = text[quote.start() : name_end]
    items = spelled_out(text, start, end, name)
    if len(items) != len(quote[1]):
        typed = name.rstrip("”").endswith(type_words())
        items = plain_list(text, start, end, name) if typed else []
    if len(items) != count:
        return None
    return Draft(
        inline=True,
        name=unquoted(name),
        span=name_span(quote, name_end),
        definition=(start, end),
        components=tuple(items),
        rule="list-behind",
    )


def list_end(text: str, items: list[Span], stop: int) -> int:
    """Where a definition ends whose parts are known: before what goes on behind the last."""
    if not items:
        return stop
    comma = _COMMA.search(text, items[-1][1], stop)
    return comma.start() if comma else stop


def labels_behind(text: str, quote: re.Match[str], promise: Promise) -> Draft | None:
    """“135”计划：“1”是…，“3”是…，“5”是…: what each part of the name stands for."""
    sign = _SIGN_BEHIND.match(text, quote.end())
    if sign is None or sign[1] not in "：（" or text[sign.end() : sign.end() + 1] != "“":
        return None
    stretch = _stretch_behind(text, sign, promise, 0)
    if stretch is None or not find_labelled(text, *stretch, promise):
        return None
    tail = type_tail().match(text, quote.end())
    name_end = tail.end() if tail and tail.end() <= sign.start(1) else quote.end()
    name = text[quote.start() : name_end]
    return Draft(
        inline=True,
        name=unquoted(name),
        span=name_span(quote, name_end),
        definition=stretch,
        components=tuple(find_components(text, *stretch, promise, name)),
        rule="list-behind",
    )


def _stretch_behind(text: str, sign: re.Match[str], promise: Promise, total: int) -> Span | None:
    """Where a list behind a sign stands; None where there is no room for as many items."""
    start = sign.end()
    if sign[1] == "（":
        end = text.find("）", start, start + REACH)
    elif sign[1] in ("：", "——") or text.startswith(_FIRST, start):
        end = text.find("。", start, start + 2 * REACH)
    else:
        end = _clauses_end(text, start, len(promise.parts))
    separators = sum([text.count(mark, start, end) for mark in "、，；“"])
    if end <= start or separators < (promise.paired or total) - len(promise.parts):
        return None
    if text.startswith(_FIRST, start):
        return start, end
    if sign[1] == "，" and not _may_be_alike(text[start:end], promise):
        return None
    return start, end


def _clauses_end(text: str, start: int, count: int) -> int:
    """Where so many clauses end, -1 where there are fewer."""
    stop = stop_of(text, start)
    comma = text.find("，", start, stop)
    if count == 1 and comma >= 0 and not _OPENING.search(text, start, comma):
        stop = comma  # the first clause is all there is to cut
    clauses = cut(text, start, stop, "，")
    return clauses[count - 1][1] if len(clauses) >= count else -1


def _may_be_alike(stretch: str, promise: Promise) -> bool:
    """Whether a stretch says a number, or holds some sign as often as items alike would."""
    if _COUNTED.search(stretch) or _holds_signs(stretch, promise):
        return True
    total = promise.total or 0
    return any(stretch.count(sign) >= total for sign in set(stretch).difference("、，；"))


def _holds_signs(stretch: str, promise: Promise) -> bool:
    """Whether each part's sign stands there as often as the part counts: 五清一改, 清…清…改."""
    parts = [(part.label[1:2], part.number or 0) for part in promise.parts]
    return len(parts) > 1 and all(sign and stretch.count(sign) >= n > 0 for sign, n in parts)


def _plausible(text: str, items: list[Span], stretch: Span, sign: str) -> bool:
    """Behind a comma only lists whose items look alike, or that say their numbers, count."""
    if sign == "（" or text.startswith(_FIRST, stretch[0]):
        return len(items) > 2 or like(text, items)
    if len(items) < 3:
        return False
    if sign != "，":
        return True
    if max(b - a for a, b in items) > LONGEST_ITEM:
        return False
    words = [text[a:b] for a, b in items]
    lengths = sorted(map(len, words))
    if 3 * lengths[0] < lengths[-1] and len(words) < 7:
        return False
    alike = len({word[0] for word in words}) == 1 or len({word[-1] for word in words}) == 1
    return alike or bool(_COUNTED.search(text, *stretch))


def like(text: str, items: list[Span]) -> bool:
    """Whether two items are alike enough to be the two that a name promises."""
    (a, b), (c, d) = items
    return text[b - 1] == text[d - 1] and min(b - a, d - c) * 2 >= max(b - a, d - c)


def stop_of(text: str, start: int) -> int:
    """Where the sentence or its part that goes on at an offset stops."""
    match = _STOP.search(text, start, start + 2 * REACH)
    return match.start() if match else min(len(text), start + REACH)


def name_span(quote: re.Match[str], end: int) -> Span:
    """The span of a name that ends at an offset: without its quotes where nothing follows them."""
    return quote.span(1) if end == quote.end() else (quote.start(), end)
