"""Lists in front of a name: A、B和C“三X”行动; A、B、C等“X”改革.

They count where they have the number of items that the name promises, or lead to it with 等 and a
type word behind it.
"""

from __future__ import annotations

import re

from govie.glossary.enumerations import split_items
from govie.glossary.framing import trim_items
from govie.glossary.passing.likeness import LONGEST_ITEM, two_alike
from govie.glossary.passing.names import REACH, passing_draft, typed_end
from govie.glossary.promises import Promise
from govie.glossary.terms import Draft
from govie.text.clauses import behind_last

__all__ = ["list_in_front"]

_CLAUSE_ENDS = "，。；：！？\n"
_CLAUSE_END = re.compile(f"[{_CLAUSE_ENDS}]")
_NO_LIST_BEFORE = "，。；：、！？\n的和及与或在"
_PAIRS = "双两二"
_FEWEST = 3


def list_in_front(text: str, quote: re.Match[str], promise: Promise | None) -> Draft | None:
    """The list that a name sums up."""
    end = quote.start()
    such = text[end - 1 : end] == "等"
    if not (promise or such):
        return None
    first = max(0, end - REACH)
    end -= such
    if end <= first or text[end - 1] in _NO_LIST_BEFORE:
        return None
    mark = text.rfind("、", first, end)
    listed = mark >= 0 and not _CLAUSE_END.search(text, mark, end)
    if not listed and quote[1][0] not in _PAIRS:
        return None
    start = behind_last(_CLAUSE_ENDS, text, first, end)
    total = promise.total if promise else None
    if total and text.count("、", start, end) + 2 < total:
        return None
    name_end = typed_end(text, quote)
    typed = name_end > quote.end()
    for joined in (True, False):
        items = split_items(text, start, end, "、", joined=joined)
        fits = len(items) == total if promise else such and typed and len(items) >= _FEWEST
        if not fits or len(items) < (_FEWEST if such or listed else 2):
            continue
        if len(items) == 2 and not two_alike(text, items):
            continue
        instances = "等" in text[slice(*items[-1])]
        items = trim_items(text, items, text[quote.start() : name_end])
        if instances or max(b - a for a, b in items) > LONGEST_ITEM:
            continue
        definition = items[0][0], items[-1][1]
        return passing_draft(text, quote, name_end, definition, items, rule="list-in-front")
    return None
