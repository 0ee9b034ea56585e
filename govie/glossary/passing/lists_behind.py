"""Lists behind a packed name, with as many items as the name promises.

“3+5+2”产业集群…，A、B、C三大…，…; “三小”：…; “门前三小”（A、B、C）; or what each part of the name
stands for: “135”计划：“1”是…，“3”是…，“5”是….
"""

from __future__ import annotations

import re

from govie.glossary.components import find_components
from govie.glossary.enumerations import Span, split_items
from govie.glossary.labelled import find_counted, find_labelled
from govie.glossary.passing.behind import FIRST, Behind, clauses_end, find_behind, list_end
from govie.glossary.passing.likeness import alike_or_counted, holds_signs, two_alike, two_promised
from govie.glossary.passing.names import passing_draft, typed_end
from govie.glossary.promises import Promise
from govie.glossary.terms import Draft

__all__ = ["counted_parts_behind", "labels_behind", "list_behind"]

_NOUN = 4
"""How long a noun between a name and brackets may be that no pattern knows."""
_LONG_NOUN = 8
"""How long one behind a name may be whose parts are explained one by one."""
_SHORT = 10
_REFERS = ("见", "附", "详", "第")
"""What a reference begins with: （见附件一、附件二）."""


def list_behind(text: str, quote: re.Match[str], promise: Promise, total: int) -> Draft | None:
    """“三小”经验，建设A、B、C; “三提升”：A，B，C; “3+5+2”产业集群发展，…三大…，…五大…，…"""
    behind = find_behind(text, quote.end(), promise, total)
    if behind is None:
        return None
    name_end = typed_end(text, quote)
    if behind.sign == "（" and behind.at != name_end:
        if behind.at - quote.end() > _NOUN:
            return None
        name_end = quote.end()
    stretch, items = _items(text, behind, promise, total, text[quote.start() : name_end])
    if len(items) not in (total, promise.paired):
        return None
    if not _plausible(text, items, behind, promise):
        return None
    if behind.sign != "，" and not text.startswith(FIRST, stretch[0]):
        stretch = stretch[0], list_end(text, items, stretch[1])
    return passing_draft(text, quote, name_end, stretch, items, rule="list-behind")


def _items(
    text: str, behind: Behind, promise: Promise, total: int, name: str
) -> tuple[Span, list[Span]]:
    """The items behind a name, and the stretch that holds them."""
    items = find_components(text, *behind.stretch, promise, name)
    if len(items) == total:
        return behind.stretch, items
    start, end = behind.stretch
    if behind.sign == "（" and total == 2:
        joined = "、" not in text[start:end]
        return behind.stretch, split_items(text, start, end, "、", joined=joined)
    if behind.sign in ("：", "——") and len(promise.parts) > 1:
        first = start, clauses_end(text, start, promise)
        fewer = find_components(text, *first, promise, name) if first[1] > start else []
        if len(fewer) == total:
            return first, fewer
    return behind.stretch, items


def labels_behind(text: str, quote: re.Match[str], promise: Promise) -> Draft | None:
    """“135”计划：“1”是…，“3”是…，“5”是…: what each part of the name stands for."""
    behind = find_behind(text, quote.end(), promise, 0, parts=True)
    if behind is None or not find_labelled(text, *behind.stretch, promise):
        return None
    name_end = typed_end(text, quote)
    if name_end != behind.at and behind.at - quote.end() <= _LONG_NOUN:
        name_end = behind.at
    items = find_components(text, *behind.stretch, promise, text[quote.start() : name_end])
    return passing_draft(text, quote, name_end, behind.stretch, items, rule="list-behind")


def counted_parts_behind(text: str, quote: re.Match[str], promise: Promise) -> Draft | None:
    """“1+5+N”服务团（1名县级领导、5个部门、N名服务专员）: parts that say their numbers."""
    behind = find_behind(text, quote.end(), promise, 0)
    if behind is None or behind.sign not in ("（", "："):
        return None
    items = find_counted(text, *behind.stretch, promise)
    if not items or items[0][0] != behind.stretch[0]:
        return None
    name_end = behind.at if behind.at - quote.end() <= _LONG_NOUN else typed_end(text, quote)
    definition = behind.stretch[0], items[-1][1]
    return passing_draft(text, quote, name_end, definition, items, rule="list-behind")


def _plausible(text: str, items: list[Span], behind: Behind, promise: Promise) -> bool:
    """Behind a comma only lists whose items look alike, or that say their numbers, count."""
    stretch = behind.stretch
    if len(items) != 2 and behind.sign == "，" and holds_signs(text[slice(*stretch)], promise):
        return True
    if behind.sign == "（" and len(items) == 2:
        refers = text.startswith(_REFERS, items[0][0])
        return not refers and (two_promised(text, items, promise) or _short_pair(text, items))
    if behind.sign == "（" or text.startswith(FIRST, stretch[0]):
        return len(items) > 2 or two_alike(text, items)
    if len(items) < 3:
        return False
    return behind.sign != "，" or alike_or_counted(text, items, stretch)


def _short_pair(text: str, items: list[Span]) -> bool:
    """Whether two items in brackets are words of like length: “两个关键”（项目、环境）."""
    lengths = [b - a for a, b in items]
    return max(lengths) <= min(_SHORT, 2 * min(lengths))
