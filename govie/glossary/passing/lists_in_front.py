"""Lists in front of a name: A、B和C“三X”行动; A、B、C的“三X”体系; A、B、C等“X”改革.

They count where they have the number of items that the name promises, or lead to it with 等 and a
type word behind it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from govie.glossary.components import find_components
from govie.glossary.enumerations import Span, split_items
from govie.glossary.framing import trim_items
from govie.glossary.passing.likeness import LONGEST_ITEM, two_promised
from govie.glossary.passing.names import REACH, passing_draft, typed_end
from govie.glossary.promises import Promise
from govie.glossary.terms import Draft
from govie.text.clauses import behind_last

__all__ = ["list_in_front"]

_CLAUSE_ENDS = "，。；：！？\n"
_CLAUSE_END = re.compile(f"[{_CLAUSE_ENDS}]")
_NO_END = "，。；：、！？\n"
_NO_LIST_BEFORE = _NO_END + "的和及与或在"
_LEADS_ON = re.compile(r"(?:为(?:主要)?..|[构组]成|[为于]一体|相结合)?的$")
"""What stands between a list and the name it is an attribute of: 以…为主要内容的, 由…组成的, 的."""
_LONGEST_LEAD = 8
_NEAR = 8
"""How near to a name that its items spell the character is that the last one holds."""
_PAIRS = "双两二"
_FEWEST = 3


class _Stretch(NamedTuple):
    """Where a list in front of a name may stand."""

    start: int
    end: int
    such: bool
    """Whether 等 leads to the name."""
    of: bool
    """Whether the list is an attribute of the name."""


def list_in_front(text: str, quote: re.Match[str], promise: Promise | None) -> Draft | None:
    """The list that a name sums up."""
    stretch = _stretch(text, quote, promise)
    if stretch is None:
        return None
    name_end = typed_end(text, quote)
    name = text[quote.start() : name_end]
    if text[stretch.end - 1] == "”" and stretch.of:
        items = _quoted_items(text, stretch, promise, name)
    else:
        items = _items(text, stretch, promise, name, typed=name_end > quote.end())
    if not items:
        return None
    definition = items[0][0], items[-1][1]
    return passing_draft(text, quote, name_end, definition, items, rule="list-in-front")


def _stretch(text: str, quote: re.Match[str], promise: Promise | None) -> _Stretch | None:
    end = quote.start()
    such = text[end - 1 : end] == "等"
    if not (promise or such or text.find(quote[1][-1], max(0, end - _NEAR), end) >= 0):
        return None
    first = max(0, end - REACH)
    end -= such
    if text[end - 1] == "（" and text.startswith("）", quote.end()):
        end -= 1  # 供水、供电、供热和物业管理（“三供一业”）
    of = text[end - 1 : end] == "的"
    if of and (lead := _LEADS_ON.search(text, max(first, end - _LONGEST_LEAD), end)):
        end = lead.start()
    if end <= first or text[end - 1] in (_NO_END if of else _NO_LIST_BEFORE):
        return None
    if of and text[end - 1] == "”":
        return _Stretch(text.rfind("“", first, end), end, such, of)
    mark = text.rfind("、", first, end)
    listed = mark >= 0 and not _CLAUSE_END.search(text, mark, end)
    if not listed and (of or quote[1][0] not in _PAIRS):
        return None
    start = behind_last(_CLAUSE_ENDS, text, first, end)
    total = promise.total if promise else None
    if total and text.count("、", start, end) + 2 < total:
        return None
    return _Stretch(start, end, such, of)


def _quoted_items(text: str, stretch: _Stretch, promise: Promise | None, name: str) -> list[Span]:
    """“A、B、C”的“三X”: a quoted list."""
    if stretch.start < 0 or promise is None:
        return []
    items = find_components(text, stretch.start + 1, stretch.end - 1, promise, name)
    return items if len(items) == promise.total else []


def _items(
    text: str, stretch: _Stretch, promise: Promise | None, name: str, *, typed: bool
) -> list[Span]:
    start, end, such, of = stretch
    wanted = promise.total if promise else None
    if promise and wanted is None and of:  # 以A、B、C为主导的“3+N”体系
        wanted = sum(part.number or 0 for part in promise.parts)
    for joined in (True, False):
        items = split_items(text, start, end, "、", joined=joined)
        if promise:
            fits = len(items) == wanted
        else:
            fits = (such and typed) or (joined and _spells(text, items, name))
        if not fits or len(items) < (_FEWEST if such or not promise else 2):
            continue
        instances = "等" in text[slice(*items[-1])]
        items = trim_items(text, items, name)
        if instances or max(b - a for a, b in items) > LONGEST_ITEM:
            continue
        if len(items) == 2 and promise and not two_promised(text, items, promise):
            continue
        return items
    return []


def _spells(text: str, items: list[Span], name: str) -> bool:
    """Whether each item holds its character of the name: 经济强、百姓富、环境美的“强富美”."""
    signs = name[1 : name.rfind("”")]
    return len(items) == len(signs) and all(
        sign in text[a:b] for sign, (a, b) in zip(signs, items, strict=True)
    )
