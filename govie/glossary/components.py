"""The enumerated parts of a definition, in order.

“四战两行动”：A战、B战、C战、D战和E行动、F行动 has six parts. Where to cut is seldom plain: items
hold commas, clauses hold lists, frames stand around both (推进A、B、C建设). The number that the
name promises (:mod:`govie.glossary.promises`) tells which cut is meant: of all lists that a
definition may be read as, one with the promised number of items wins. Without a promise only plain
structures count as lists: numbered items, labelled ones (“放”即…；“管”即…), quoted ones, and
items that spell the name out (专精特新: 专业化、精细化、特色化、新颖化).

All offsets are those of the string passed in.
"""

from __future__ import annotations

import re

from govie.glossary.enumerations import Span, cut, separators
from govie.glossary.framing import trim_items, trim_single
from govie.glossary.labelled import find_counted, find_labelled, find_numbered, find_part_labels
from govie.glossary.list_readings import read_items, stretches
from govie.glossary.plain_lists import (
    longest_list,
    named_sentences,
    plain_list,
    quoted_list,
    spelled_out,
)
from govie.glossary.promises import Promise
from govie.glossary.words import any_word
from govie.packs import per_packs

__all__ = ["find_components"]

_LIMIT = 3000
"""Characters of a definition that are read: no list is longer, and the time stays linear."""

_LEAD_IN = re.compile(
    r"(?:[：，。]|主要是指|特指|指的是|分别是|分别为|具体是|是指|就是|指|即|是(?!否|非))+"
)
_MEASURED = re.compile(r"[个项套条种类大](?:[^，。；：]{0,5}：)?")
_QUOTED = re.compile(r"“([^“”]{1,60})”")


@per_packs
def _another_reading() -> re.Pattern[str]:
    """What begins a second name or reading of what has been explained: ，也称."""
    return re.compile(rf"[，；。]{any_word('ALSO')}")


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
            or spelled_out(text, start, end, term)
            or find_part_labels(text, start, end, term)
            or quoted_list(text, start, end)
            or named_sentences(text, start, end)
            or plain_list(text, start, end, term)
        )
    total = promise.total
    countable = total and (promise.firm or (total > 2 and not promise.parts[0].label.isdigit()))
    found = (
        _by_labels(text, start, end, promise)
        or find_numbered(text, start, end, total)
        or (find_counted(text, start, end, promise) if total is None else [])
        or _before_label(text, start, end, promise)
        or (_grouped(text, start, end, promise) if total else [])
        or (read_items(text, start, end, total, term) if total and countable else [])
        or spelled_out(text, start, end, term)
        or _paired(text, start, end, promise, term)
        or _by_signs(text, start, end, promise)
    )
    if found or not promise.firm:
        return found
    listed = longest_list(text, start, end, term)
    least = sum(part.number or 0 for part in promise.parts) if total is None else 0
    return listed if len(listed) >= least else []


def _body(text: str, start: int, end: int) -> Span:
    if lead := _LEAD_IN.match(text, start, end):
        start = lead.end()
    if also := _another_reading().search(text, start + 2, end):
        end = also.start()
    while end > start and text[end - 1] in "。；，、 \n":
        end -= 1
    return start, end


def _by_labels(text: str, start: int, end: int, promise: Promise) -> list[Span]:
    """Labelled parts, each with the number of items that its label promises."""
    found: list[Span] = []
    for part, span in find_labelled(text, start, end, promise):
        measured = _MEASURED.match(text, *span)
        a, b = _body(text, measured.end() if measured else span[0], span[1])
        if a >= b:
            continue
        items = read_items(text, a, b, part.number, part.label) if part.number else []
        if not items:
            first = cut(text, a, b, "，。；")[:1]
            items = [trim_single(text, *span) for span in first]
        found += items
    return found


def _grouped(text: str, start: int, end: int, promise: Promise) -> list[Span]:
    """One piece of the definition for each part of the name: 三区三线, two lists of three."""
    if len(promise.parts) < 2 or all(part.number == 1 for part in promise.parts):
        return []
    for a, b in stretches(text, start, end):
        marks = separators(text, a, b)
        for level in "；。，":
            groups = cut(text, a, b, level, marks)
            if len(groups) != len(promise.parts):
                continue
            lists = [
                read_items(text, *_before(text, group, part.label), part.number, part.label)
                if part.number and part.number > 1
                else [trim_single(text, *_body(text, *group))]
                for group, part in zip(groups, promise.parts, strict=True)
            ]
            if all(lists):
                return [item for items in lists for item in items]
    return []


def _paired(text: str, start: int, end: int, promise: Promise, term: str) -> list[Span]:
    """Items of which each is one of both kinds: 三请三回 are three that 请 and 回."""
    count = promise.paired or 0
    if count < 2:
        return []
    one, other = (part.label[1:2] for part in promise.parts)
    items = cut(text, *cut(text, start, end, "，；")[0], "、")
    words = [text[a:b] for a, b in items]
    alike = len(items) == count and all(one in word and other in word for word in words)
    return trim_items(text, items, term) if alike else []


def _by_signs(text: str, start: int, end: int, promise: Promise) -> list[Span]:
    """Items that begin with the sign of their part in turn: 一免一补 is what 免 and 补 begin."""
    signs = "".join([part.label[1:2] * (part.number or 0) for part in promise.parts])
    for level in ("，", "、", "、，"):
        items = cut(text, start, end, level)
        if 1 < len(items) == len(signs) and all(
            text[a] == sign for sign, (a, _) in zip(signs, items, strict=True)
        ):
            return items
    return []


def _before(text: str, span: Span, label: str) -> Span:
    """A stretch up to the label that sums it up: …“三创”活动."""
    at = text.find(f"“{label}”", *span)
    return (span[0], at) if at > span[0] else span


def _before_label(text: str, start: int, end: int, promise: Promise) -> list[Span]:
    """Lists in front of the quoted parts of a name: 医疗、医保、医药“三医”."""
    found: list[Span] = []
    parts = [part for part in promise.parts if part.number and part.number > 1]
    for part in parts:
        for match in _QUOTED.finditer(text, start, end):
            if part.label == match[1] or part.label.startswith(match[1]):
                clause = cut(text, start, match.start(), "，；。")[-1:]
                items = [
                    item
                    for span in clause
                    if span[1] == match.start()
                    for item in read_items(text, *span, part.number or 0, part.label)
                ]
                if not items:
                    return []
                found += items
                break
        else:
            return []
    return found
