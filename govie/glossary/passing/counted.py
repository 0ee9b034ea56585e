"""Packed names without quotation marks that brackets explain: 三个重点（工业、旅游、城建）."""

from __future__ import annotations

import re

from govie.glossary.components import find_components
from govie.glossary.enumerations import Span, cut
from govie.glossary.frame_in_front import verbs_in_front
from govie.glossary.passing.names import REACH
from govie.glossary.promises import read_promise
from govie.glossary.terms import Draft

__all__ = ["counted_behind"]

_NUMERAL = "[一二两双三四五六七八九十]"
_NAME = re.compile(
    rf"(?P<count>[两三四五六七八九十][个大种项篇条])(?P<noun>[一-龥]{{2,4}})$"
    rf"|(?:{_NUMERAL}[^{_NUMERAL[1:-1]}，。；：、！？（）“”》\n0-9A-Za-z]{{1,3}}){{2,4}}$"
)
_LONGEST_NAME = 14
_LONGEST_VERB = 6
_LONGEST_ITEM = 14


def counted_behind(text: str, bracket: int) -> Draft | None:
    """The name that ends at a bracket, where the bracket holds as many items as it promises."""
    match = _NAME.search(text, max(0, bracket - _LONGEST_NAME), bracket)
    promise = read_promise(match[0]) if match else None
    if match is None or promise is None or not promise.total:
        return None
    start, end = bracket + 1, text.find("）", bracket, bracket + REACH)
    separators = text.count("、", start, end) + text.count("，", start, end)
    if separators < promise.total - 1:
        return None
    if match["count"]:
        items = _plain_items(text, match, start, end)
    else:
        items = find_components(text, start, end, promise, match[0])
    if len(items) != promise.total:
        return None
    return Draft(
        inline=True,
        name=match[0],
        span=match.span(),
        definition=(start, end),
        components=tuple(items),
        rule="counted" if match["count"] else "list-behind",
    )


def _plain_items(text: str, name: re.Match[str], start: int, end: int) -> list[Span]:
    """Short items behind a slogan: 突出三个重点（…）, not things: 两个园区（东园区、西园区）."""
    before = text[max(0, name.start() - _LONGEST_VERB) : name.start()]
    ahead = range(len(before))
    if not any(verbs_in_front().fullmatch(before, offset) for offset in ahead):
        return []
    items = cut(text, start, end, "、")
    words = [text[a:b] for a, b in items]
    short = max(map(len, words)) <= _LONGEST_ITEM and not re.search("[0-9]", text[start:end])
    things = all(word.endswith(name["noun"][-1]) for word in words)
    return items if short and not things else []
