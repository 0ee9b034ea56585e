"""The enumerated parts of a definition, in order.

“四战两行动”：A战、B战、C战、D战和E行动、F行动 has six parts. Where to cut is seldom plain: items hold
commas, clauses hold lists, frames stand around both (推进A、B、C建设). The number that the name
promises (:mod:`govie.promises`) tells which cut is meant: of all lists that a definition may be read
as, one with the promised number of items wins. Without a promise only plain structures count as lists:
numbered items, labelled ones (“放”即…；“管”即…), quoted ones, and items that spell the name out
(专精特新: 专业化、精细化、特色化、新颖化).

All offsets are those of the string passed in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govie.enumerations import Span, cut, split_items
from govie.framing import trim_items, trim_single
from govie.labelled import find_labelled, find_numbered, find_part_labels
from govie.packs import load_patterns
from govie.promises import Promise

__all__ = ["find_components"]

_LIMIT = 3000
"""Characters of a definition that are read: no list is longer, and the time stays linear."""

_LEAD_IN = re.compile(
    r"(?:[：，。]|主要是指|特指|指的是|分别是|分别为|具体是|是指|就是|指|即|是(?!否|非))+"
)
_LEVELS = ("；", "；。", "。", "，；", "，", "、", "、，", "、，；", "、，；。")
_QUOTED = re.compile(r"“([^“”]{1,60})”")
_WHOLE_QUOTE = re.compile(r"“((?:[^“”]|“[^“”]{0,20}”){8,300})”")


@cache
def _announcing() -> re.Pattern[str]:
    """Words behind which a list begins: 包括, 分别是, 会议提出."""
    words = [p.pattern for p in load_patterns("glossary") if p.label == "ANNOUNCE" and p.pattern]
    return re.compile(
        f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})[，：]?(?:即|是)?"
    )


def find_components(
    text: str, start: int, end: int, promise: Promise | None, term: str
) -> list[Span]:
    """Spans of the parts that ``text[start:end]`` enumerates; none where it enumerates nothing."""
    start, end = _body(text, start, min(end, start + _LIMIT))
    if end - start < 2:
        return []
    if promise is None:
        return (
            find_numbered(text, start, end, None)
            or _spelled_out(text, start, end, term)
            or find_part_labels(text, start, end, term)
            or _quoted_list(text, start, end)
            or _plain_list(text, start, end, term)
        )
    total = promise.total
    found = (
        _by_labels(text, start, end, promise, term)
        or find_numbered(text, start, end, total)
        or (_grouped(text, start, end, promise, term) if total else [])
        or (_counted(text, start, end, total, term) if total and promise.firm else [])
        or _before_label(text, start, end, promise, term)
        or _spelled_out(text, start, end, term)
    )
    return found or (_announced(text, start, end, term) if promise.firm else [])


def _body(text: str, start: int, end: int) -> Span:
    if lead := _LEAD_IN.match(text, start, end):
        start = lead.end()
    while end > start and text[end - 1] in "。；，、 \n":
        end -= 1
    return start, end


def _by_labels(text: str, start: int, end: int, promise: Promise, term: str) -> list[Span]:
    """Labelled parts, each with the number of items that its label promises."""
    found: list[Span] = []
    for part, (a, b) in find_labelled(text, start, end, promise):
        a, b = _body(text, a, b)
        if a >= b:
            continue
        items = []
        if part.number and part.number > 1:
            items = _counted(text, a, b, part.number, term)
        if not items:
            first = cut(text, a, b, "，。；")[:1]
            items = [trim_single(text, *first[0])] if first else []
        found += items
    return found


def _grouped(text: str, start: int, end: int, promise: Promise, term: str) -> list[Span]:
    """One piece of the definition for each part of the name: 三区三线, two lists of three."""
    numbers = [part.number or 0 for part in promise.parts]
    if len(numbers) < 2:
        return []
    for a, b in _stretches(text, start, end):
        for level in ("；", "。", "，"):
            groups = cut(text, a, b, level)
            if len(groups) != len(numbers):
                continue
            lists = [
                [_clean_single(text, *group)]
                if number == 1
                else _counted(text, *group, number, term)
                for group, number in zip(groups, numbers, strict=True)
            ]
            if all(lists) and (len(numbers) < promise_total(numbers)):
                return [item for items in lists for item in items]
    return []


def promise_total(numbers: list[int]) -> int:
    return sum(numbers)


def _clean_single(text: str, start: int, end: int) -> Span:
    start, end = _body(text, start, end)
    return trim_single(text, start, end)


def _counted(text: str, start: int, end: int, total: int, term: str) -> list[Span]:
    """The best reading of a stretch as a list of ``total`` items."""
    best: tuple[float, list[Span]] = (0.0, [])
    if total < 2:
        return []
    size = end - start
    for rank, (a, b) in enumerate(_stretches(text, start, end)):
        for level in _LEVELS:
            for joined in (False, True):
                if joined and level not in ("，", "、", "、，", "、，；"):
                    continue
                items = split_items(text, a, b, level, joined=joined)
                if len(items) != total:
                    continue
                items = trim_items(text, items, term)
                quality = _quality(text, items) + 0.5 * (b - a) / size - 0.01 * rank
                quality -= 0.1 * joined
                if quality > best[0]:
                    best = (quality, items)
    if best[0] < (0.7 if total == 2 else 0.3):
        return _window(text, start, end, total, term)
    return best[1]


def _window(text: str, start: int, end: int, total: int, term: str) -> list[Span]:
    """That many clauses in a row that begin alike, within more clauses."""
    clauses = cut(text, start, end, "，；。、")
    for index in range(len(clauses) - total + 1):
        window = clauses[index : index + total]
        if len({text[a : a + 2] for a, _ in window}) == 1:
            return trim_items(text, window, term)
    return []


def _quality(text: str, items: list[Span]) -> float:
    """How much the items look alike: in their ends, their beginnings, their lengths."""
    words = [text[a:b] for a, b in items]
    lengths = sorted(map(len, words))
    if lengths[0] == 0:
        return 0.0
    same_end = len({word[-1] for word in words}) == 1
    same_start = len({word[0] for word in words}) == 1
    return lengths[0] / lengths[-1] + same_end + same_start


def _stretches(text: str, start: int, end: int) -> list[Span]:
    """Where in a definition its list may stand, the likeliest first."""
    found = [(start, end)]
    for match in list(_announcing().finditer(text, start, end))[:12]:
        found.append((match.end(), end))
        stops = [p for p in (text.find(sign, match.end(), end) for sign in "。；") if p >= 0]
        found += [(match.end(), stop) for stop in stops]
    sentences = cut(text, start, end, "。")
    if len(sentences) > 1:
        found += sentences[:20]
    found += [match.span(1) for match in list(_WHOLE_QUOTE.finditer(text, start, end))[:6]]
    for sentence in sentences[:20]:
        for signs in ("；", "，；"):
            clauses = cut(text, *sentence, signs)
            if len(clauses) > 1:
                found += clauses[:20]
    return [span for span in dict.fromkeys(found) if span[0] < span[1]]


def _before_label(text: str, start: int, end: int, promise: Promise, term: str) -> list[Span]:
    """A list in front of a quoted part of the name: 医疗、医保、医药“三医”."""
    found: list[Span] = []
    for part in promise.parts:
        if not part.number or part.number < 2:
            continue
        for match in _QUOTED.finditer(text, start, end):
            if part.label.startswith(match[1]) or match[1].startswith(part.label):
                clause = cut(text, start, match.start(), "，；。")
                items = _counted(text, *clause[-1], part.number, term) if clause else []
                if items:
                    found += items
                    break
    return found


def _spelled_out(text: str, start: int, end: int, term: str) -> list[Span]:
    """Items that hold the characters of the name in turn: 放管服, “135”, 南延北伸."""
    name = next(iter(_QUOTED.findall(term)), re.sub("[“”]", "", term))
    name = re.sub(r"[^\w]", "", name)
    for a, b in _stretches(text, start, end):
        for level in ("、", "，", "；", "、，"):
            items = split_items(text, a, b, level, joined=level == "、")
            if len(items) < 2:
                continue
            for letters in _letters(name, len(items)):
                if all(letter in text[x:y] for letter, (x, y) in zip(letters, items, strict=True)):
                    return trim_items(text, items, term) if level == "、" else items
    return []


def _letters(name: str, count: int) -> Iterator[list[str]]:
    """The name cut into that many equal parts, in front of a type word or without one."""
    if name.isdigit():
        if len(name) == count and len(set(name)) == count and "0" not in name:
            yield list(name)
        return
    if count >= 3 and count <= len(name) <= count + 3:
        yield list(name[:count])
    if len(name) == 2 * count:
        yield [name[i : i + 2] for i in range(0, len(name), 2)]


def _quoted_list(text: str, start: int, end: int) -> list[Span]:
    """包括“A”和“B”, “A”和“B”的简称."""
    match = re.compile(
        r"(?:包括|包含|分为|是)?“[^“”]{1,20}”(?:[、和及与]{0,2}“[^“”]{1,20}”)+"
    ).match(text, start, end)
    return [m.span(1) for m in _QUOTED.finditer(text, start, match.end())] if match else []


def _plain_list(text: str, start: int, end: int, term: str) -> list[Span]:
    """A definition that is nothing but a list of short items."""
    items = split_items(text, start, end, "、", joined=True)
    if len(items) >= 3 and "，" not in text[start:end] and max(b - a for a, b in items) <= 14:
        return trim_items(text, items, term)
    return []


def _announced(text: str, start: int, end: int, term: str) -> list[Span]:
    """The longest list of the definition, where the promised number cannot be found."""
    best: list[Span] = []
    for match in list(_announcing().finditer(text, start, end))[:6]:
        for clause in cut(text, match.end(), end, "，。；")[:1]:
            items = split_items(text, *clause, "、", joined=True)
            if len(items) > len(best):
                best = items
    if len(best) < 3:
        clauses = cut(text, start, end, "，。；")[:40]
        lists = [split_items(text, *clause, "、", joined=True) for clause in clauses]
        best = max(lists, key=len, default=[])
    return trim_items(text, best, term) if len(best) >= 3 else []
