"""Definitions in passing: what the body itself says a packed name stands for.

* “X”是指…, “X”，即…, 所谓“X”，就是…;
* a list in front of the name: 就业岗位、…和如厕蹲位“六位”建设; 网上办、一次办等“放管服”改革;
* a list behind it: “3+5+2”产业集群…，A、B、C三大…，…; “三小”：…; “门前三小”（A、B、C）;
  its parts behind it: “135”计划：“1”是…，“3”是…，“5”是… (:mod:`govie.glossary.behind`).

Lists count where they have the number of items that the name promises, or lead to it with 等 and a
type word behind it. Offsets are clean ones.
"""

from __future__ import annotations

import re

from govie.glossary.behind import (
    LONGEST_ITEM,
    REACH,
    bracket_behind,
    labels_behind,
    like,
    list_behind,
    list_end,
    name_span,
    stop_of,
    type_tail,
)
from govie.glossary.components import find_components
from govie.glossary.enumerations import Span, split_items
from govie.glossary.framing import trim_items, type_words
from govie.glossary.promises import Promise, read_promise
from govie.glossary.terms import Draft, unquoted
from govie.text.clauses import behind_last

__all__ = ["find_passing"]

_QUOTED = re.compile(r"“([^“”\n]{2,24})”")
_IS_PATTERN = (
    r"(?:，?(?:是指|指的是|就是指)|（(?:即|指|是指)|，即(?!将|使|便|可|日|时|刻|墨|席)|：?即)"
)
_IS = re.compile(_IS_PATTERN)
_IS_NEAR = re.compile(rf"([^，。；：、！？（）“”\n]{{0,12}}?)({_IS_PATTERN})")
_NOUN = 4
"""How long a noun behind the quotes may be that no pattern knows: “三合一”场所，是指."""
_CLAUSE_ENDS = "，。；：！？\n"
_CLAUSE_END = re.compile(f"[{_CLAUSE_ENDS}]")
_FEWEST = 3


def find_passing(text: str, taken: list[Span]) -> list[Draft]:
    """Definitions in passing outside the spans ``taken`` by lists of definitions, in order.

    What is said twice in the same words is found once.
    """
    found: list[Draft] = []
    seen: set[tuple[str, str]] = set()
    explained = 0
    skip = iter([*taken, (len(text), len(text))])
    barred = next(skip)
    for match in _QUOTED.finditer(text):
        while match.start() >= barred[1] and barred[0] < len(text):
            barred = next(skip)
        if barred[0] <= match.start() < barred[1] or match.start() < explained:
            continue
        if passing := _passing(text, match):
            explained = passing.definition[1] if passing.definition else explained
            said = (passing.name, text[slice(*passing.definition or (0, 0))])
            if said not in seen:
                seen.add(said)
                found.append(passing)
    return found


def _passing(text: str, quote: re.Match[str]) -> Draft | None:
    promise = read_promise(quote[0])
    found = _explicit(text, quote, promise) or _list_in_front(text, quote, promise)
    if found or promise is None:
        return found or bracket_behind(text, quote)
    if promise.total:
        found = list_behind(text, quote, promise, promise.total)
    return found or labels_behind(text, quote, promise)


def _explicit(text: str, quote: re.Match[str], promise: Promise | None) -> Draft | None:
    near = _IS_NEAR.match(text, quote.end())
    if not near:
        return None
    tail = type_tail().match(text, quote.end())
    ends = [quote.end(), tail.end() if tail else quote.end()]
    firm = "是" in near[2] or near[1].endswith(type_words())
    if 0 < len(near[1]) <= _NOUN and firm:
        ends.append(near.end(1))
    for name_end in dict.fromkeys(ends):
        verb = _IS.match(text, name_end)
        if verb is None:
            continue
        plain = "即" in verb[0] and "（" not in verb[0]
        if plain and not (promise or verb[0].startswith("，")):
            continue
        bracket = text.find("）", verb.end(), verb.end() + REACH) if "（" in verb[0] else -1
        stop = bracket if bracket >= 0 else stop_of(text, verb.end())
        if stop - verb.end() < 4:
            return None
        name = text[quote.start() : name_end]
        items = find_components(text, verb.end(), stop, promise, name)
        if plain and promise and len(items) in (promise.total, promise.paired):
            stop = list_end(text, items, stop)
        return Draft(
            inline=True,
            name=unquoted(name),
            span=name_span(quote, name_end),
            definition=(verb.end(), stop),
            components=tuple(items),
            rule="verb",
        )
    return None


def _list_in_front(text: str, quote: re.Match[str], promise: Promise | None) -> Draft | None:
    """A、B和C“三X”行动, A、B、C等“X”行动."""
    end = quote.start()
    such = text[end - 1 : end] == "等"
    if not (promise or such):
        return None
    first = max(0, end - REACH)
    end -= such
    if end <= first or text[end - 1] in "，。；：、！？\n的和及与或在":
        return None
    mark = text.rfind("、", first, end)
    listed = mark >= 0 and not _CLAUSE_END.search(text, mark, end)
    if not listed and quote[1][0] not in "双两二":
        return None
    start = behind_last(_CLAUSE_ENDS, text, first, end)
    total = promise.total if promise else None
    if total and text.count("、", start, end) + 2 < total:
        return None
    tail = type_tail().match(text, quote.end())
    for joined in (True, False):
        items = split_items(text, start, end, "、", joined=joined)
        fits = len(items) == total if promise else such and tail and len(items) >= _FEWEST
        if not fits or len(items) < (_FEWEST if such or listed else 2):
            continue
        if len(items) == 2 and not like(text, items):
            continue
        name_end = tail.end() if tail else quote.end()
        name = text[quote.start() : name_end]
        instances = "等" in text[slice(*items[-1])]
        items = trim_items(text, items, name)
        if instances or max(b - a for a, b in items) > LONGEST_ITEM:
            continue
        return Draft(
            inline=True,
            name=unquoted(name),
            span=name_span(quote, name_end),
            definition=(items[0][0], items[-1][1]),
            components=tuple(items),
            rule="list-in-front",
        )
    return None
