"""Definitions in passing: what the body itself says a packed name stands for.

* “X”是指…, “X”，即…, 所谓“X”，就是…;
* a list in front of the name: 就业岗位、…和如厕蹲位“六位”建设; 网上办、一次办等“放管服”改革;
* a list behind it: “3+5+2”产业集群…，A、B、C三大…，…; “三小”：…; “门前三小”（A、B、C）.

Lists count where they have the number of items that the name promises, or lead to it with 等 and a
type word behind it. Offsets are clean ones.
"""

from __future__ import annotations

import re

from govie.glossary.components import find_components
from govie.glossary.enumerations import Span, cut, split_items
from govie.glossary.framing import trim_items
from govie.glossary.promises import Promise, read_promise
from govie.glossary.terms import Draft, unquoted
from govie.glossary.words import any_of, labelled
from govie.packs import per_packs
from govie.text.clauses import behind_last

__all__ = ["find_passing"]

_QUOTED = re.compile(r"“([^“”\n]{2,24})”")
_IS_PATTERN = (
    r"(?:，?(?:是指|指的是|就是指)|（(?:即|指|是指)|，即(?!将|使|便|可|日|时|刻|墨|席)|：?即)"
)
_IS = re.compile(_IS_PATTERN)
_IS_NEAR = re.compile(rf"[^，。；：、！？（）“”\n]{{0,12}}?{_IS_PATTERN}")
_SIGN_BEHIND = re.compile(r"[^，。；：、！？（）《》“”\[\]^〔【\n—]{0,6}(——|[：，（])")
_CLAUSE_ENDS = "，。；：！？\n"
_COUNTED = re.compile("[一二三四五六七八九十两][大个项类]")
_CLAUSE_END = re.compile(f"[{_CLAUSE_ENDS}]")
_STOP = re.compile(r"[。；\n]")
_OPENING = re.compile(r"[（“‘《【〔\[]")
_REACH = 260
_LONGEST_ITEM = 26
_FEWEST = 3


@per_packs
def _type_tail() -> re.Pattern[str]:
    """A type word that belongs to the name; after 经验 or 要求 (id ``loose``) the name is over."""
    found = any_of(p for p in labelled("TYPE") if p.id != "loose")
    return re.compile(rf"[^，。；：、！？（）《》\[\]“”—\n等]{{0,4}}?{found}")


def find_passing(text: str, taken: list[Span]) -> list[Draft]:
    """Definitions in passing outside the spans ``taken`` by lists of definitions, in order.

    What is said twice in the same words is found once.
    """
    found: list[Draft] = []
    seen: set[tuple[str, str]] = set()
    skip = iter([*taken, (len(text), len(text))])
    barred = next(skip)
    for match in _QUOTED.finditer(text):
        while match.start() >= barred[1] and barred[0] < len(text):
            barred = next(skip)
        if barred[0] <= match.start() < barred[1]:
            continue
        if passing := _passing(text, match):
            said = (passing.name, text[slice(*passing.definition or (0, 0))])
            if said not in seen:
                seen.add(said)
                found.append(passing)
    return found


def _passing(text: str, quote: re.Match[str]) -> Draft | None:
    promise = read_promise(quote[0])
    found = _explicit(text, quote, promise) or _list_in_front(text, quote, promise)
    if found is None and promise and promise.total and promise.total >= _FEWEST:
        return _list_behind(text, quote, promise, promise.total)
    return found


def _explicit(text: str, quote: re.Match[str], promise: Promise | None) -> Draft | None:
    if not _IS_NEAR.match(text, quote.end()):
        return None
    tail = _type_tail().match(text, quote.end())
    for name_end in dict.fromkeys([quote.end(), tail.end() if tail else quote.end()]):
        verb = _IS.match(text, name_end)
        if verb is None:
            continue
        plain = "即" in verb[0] and "（" not in verb[0]
        if plain and not (promise or verb[0].startswith("，")):
            continue
        bracket = text.find("）", verb.end(), verb.end() + _REACH) if "（" in verb[0] else -1
        stop = bracket if bracket >= 0 else _stop(text, verb.end())
        if stop - verb.end() < 4:
            return None
        name = text[quote.start() : name_end]
        return Draft(
            inline=True,
            name=unquoted(name),
            span=_inner(quote, name_end),
            definition=(verb.end(), stop),
            components=tuple(find_components(text, verb.end(), stop, promise, name)),
            explicit=not plain,
            rule="verb",
        )
    return None


def _list_in_front(text: str, quote: re.Match[str], promise: Promise | None) -> Draft | None:
    """A、B和C“三X”行动, A、B、C等“X”行动."""
    end = quote.start()
    such = text[end - 1 : end] == "等"
    if not (promise or such):
        return None
    first = max(0, end - _REACH)
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
    tail = _type_tail().match(text, quote.end())
    for joined in (True, False):
        items = split_items(text, start, end, "、", joined=joined)
        fits = len(items) == total if promise else such and tail and len(items) >= _FEWEST
        if not fits or len(items) < (_FEWEST if such or listed else 2):
            continue
        if len(items) == 2 and not _like(text, items):
            continue
        name_end = tail.end() if tail else quote.end()
        name = text[quote.start() : name_end]
        instances = "等" in text[slice(*items[-1])]
        items = trim_items(text, items, name)
        if instances or max(b - a for a, b in items) > _LONGEST_ITEM:
            continue
        return Draft(
            inline=True,
            name=unquoted(name),
            span=_inner(quote, name_end),
            definition=(items[0][0], items[-1][1]),
            components=tuple(items),
            rule="list-in-front",
        )
    return None


def _like(text: str, items: list[Span]) -> bool:
    """Whether two items are alike enough to be the two that a name promises."""
    (a, b), (c, d) = items
    return text[b - 1] == text[d - 1] and min(b - a, d - c) * 2 >= max(b - a, d - c)


def _list_behind(text: str, quote: re.Match[str], promise: Promise, total: int) -> Draft | None:
    """“三小”经验，建设A、B、C; “三提升”：A，B，C; “3+5+2”产业集群发展，…三大…，…五大…，…"""
    sign = _SIGN_BEHIND.match(text, quote.end())
    stretch = _stretch_behind(text, sign, promise, total) if sign else None
    if sign is None or stretch is None:
        return None
    tail = _type_tail().match(text, quote.end())
    name_end = tail.end() if tail else quote.end()
    if sign[1] == "（" and sign.start(1) != name_end:
        return None
    name = text[quote.start() : name_end]
    items = find_components(text, *stretch, promise, name)
    if len(items) != total or not _plausible(text, items, stretch, sign[1]):
        return None
    return Draft(
        inline=True,
        name=unquoted(name),
        span=_inner(quote, name_end),
        definition=stretch,
        components=tuple(items),
        rule="list-behind",
    )


def _stretch_behind(text: str, sign: re.Match[str], promise: Promise, total: int) -> Span | None:
    """Where a list behind a sign stands; None where there is no room for as many items."""
    start = sign.end()
    if sign[1] == "（":
        end = text.find("）", start, start + _REACH)
    elif sign[1] in ("：", "——"):
        end = text.find("。", start, start + 2 * _REACH)
    else:
        end = _clauses_end(text, start, len(promise.parts))
    separators = sum([text.count(mark, start, end) for mark in "、，；“"])
    if end <= start or separators < total - len(promise.parts):
        return None
    if sign[1] == "，" and not _may_be_alike(text[start:end], total):
        return None
    return start, end


def _clauses_end(text: str, start: int, count: int) -> int:
    """Where so many clauses end, -1 where there are fewer."""
    stop = _stop(text, start)
    comma = text.find("，", start, stop)
    if count == 1 and comma >= 0 and not _OPENING.search(text, start, comma):
        stop = comma  # the first clause is all there is to cut
    clauses = cut(text, start, stop, "，")
    return clauses[count - 1][1] if len(clauses) >= count else -1


def _may_be_alike(stretch: str, total: int) -> bool:
    """Whether a stretch says a number, or holds some sign as often as items alike would."""
    return bool(_COUNTED.search(stretch)) or any(
        stretch.count(sign) >= total for sign in set(stretch).difference("、，；")
    )


def _plausible(text: str, items: list[Span], stretch: Span, sign: str) -> bool:
    """Behind a comma only lists whose items look alike, or that say their numbers, count."""
    if sign != "，":
        return True
    if max(b - a for a, b in items) > _LONGEST_ITEM:
        return False
    words = [text[a:b] for a, b in items]
    lengths = sorted(map(len, words))
    if 3 * lengths[0] < lengths[-1] and len(words) < 7:
        return False
    alike = len({word[0] for word in words}) == 1 or len({word[-1] for word in words}) == 1
    return alike or bool(_COUNTED.search(text, *stretch))


def _stop(text: str, start: int) -> int:
    match = _STOP.search(text, start, start + 2 * _REACH)
    return match.start() if match else min(len(text), start + _REACH)


def _inner(quote: re.Match[str], end: int) -> Span:
    return quote.span(1) if end == quote.end() else (quote.start(), end)
