"""Lists behind a packed name, with as many items as the name promises.

“3+5+2”产业集群…，A、B、C三大…，…; “三小”：…; “门前三小”（A、B、C）; or what each part of the name
stands for: “135”计划：“1”是…，“3”是…，“5”是….
"""

from __future__ import annotations

import re

from govie.glossary.components import find_components
from govie.glossary.enumerations import Span
from govie.glossary.labelled import find_labelled
from govie.glossary.passing.behind import FIRST, Behind, find_behind, list_end
from govie.glossary.passing.likeness import alike_or_counted, holds_signs, two_alike
from govie.glossary.passing.names import passing_draft, typed_end
from govie.glossary.promises import Promise
from govie.glossary.terms import Draft

__all__ = ["labels_behind", "list_behind"]


def list_behind(text: str, quote: re.Match[str], promise: Promise, total: int) -> Draft | None:
    """“三小”经验，建设A、B、C; “三提升”：A，B，C; “3+5+2”产业集群发展，…三大…，…五大…，…"""
    behind = find_behind(text, quote.end(), promise, total)
    if behind is None:
        return None
    name_end = typed_end(text, quote)
    if behind.sign == "（" and behind.at != name_end:
        return None
    stretch = behind.stretch
    items = find_components(text, *stretch, promise, text[quote.start() : name_end])
    if len(items) not in (total, promise.paired):
        return None
    if not _plausible(text, items, behind, promise):
        return None
    if behind.sign != "，" and not text.startswith(FIRST, stretch[0]):
        stretch = stretch[0], list_end(text, items, stretch[1])
    return passing_draft(text, quote, name_end, stretch, items, rule="list-behind")


def labels_behind(text: str, quote: re.Match[str], promise: Promise) -> Draft | None:
    """“135”计划：“1”是…，“3”是…，“5”是…: what each part of the name stands for."""
    behind = find_behind(text, quote.end(), promise, 0, opening="“")
    if behind is None or not find_labelled(text, *behind.stretch, promise):
        return None
    name_end = typed_end(text, quote)
    if name_end > behind.at:
        name_end = quote.end()
    items = find_components(text, *behind.stretch, promise, text[quote.start() : name_end])
    return passing_draft(text, quote, name_end, behind.stretch, items, rule="list-behind")


def _plausible(text: str, items: list[Span], behind: Behind, promise: Promise) -> bool:
    """Behind a comma only lists whose items look alike, or that say their numbers, count."""
    stretch = behind.stretch
    if len(items) == 2 and all(promise.parts[0].label[1:2] in text[a:b] for a, b in items):
        if behind.sign == "（":
            return True  # “双到”（规划到户、责任到人）
    elif behind.sign == "，" and holds_signs(text[slice(*stretch)], promise):
        return True
    if behind.sign == "（" or text.startswith(FIRST, stretch[0]):
        return len(items) > 2 or two_alike(text, items)
    if len(items) < 3:
        return False
    return behind.sign != "，" or alike_or_counted(text, items, stretch)
