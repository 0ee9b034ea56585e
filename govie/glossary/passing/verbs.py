"""Definitions that a verb leads to: “X”是指…, “X”，即…, “X”（指…）."""

from __future__ import annotations

import re

from govie.glossary.components import find_components
from govie.glossary.passing.behind import list_end
from govie.glossary.passing.names import REACH, passing_draft, stop_of, typed_end
from govie.glossary.promises import Promise
from govie.glossary.terms import Draft
from govie.glossary.words import type_words

__all__ = ["said_to_be"]

_IS_PATTERN = (
    r"(?:，?(?:是指|指的是|就是指)|（(?:即|指|是指)|，即(?!将|使|便|可|日|时|刻|墨|席)|：?即)"
)
_IS = re.compile(_IS_PATTERN)
_IS_NEAR = re.compile(rf"([^，。；：、！？（）“”\n]{{0,12}}?)({_IS_PATTERN})")
_NOUN = 4
"""How long a noun behind the quotes may be that no pattern knows: “三合一”场所，是指."""
_SHORTEST = 4


def said_to_be(text: str, quote: re.Match[str], promise: Promise | None) -> Draft | None:
    """What a verb of defining behind a name says that it is."""
    near = _IS_NEAR.match(text, quote.end())
    if not near:
        return None
    ends = [quote.end(), typed_end(text, quote)]
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
        if stop - verb.end() < _SHORTEST:
            return None
        name = text[quote.start() : name_end]
        items = find_components(text, verb.end(), stop, promise, name)
        if plain and promise and len(items) in (promise.total, promise.paired):
            stop = list_end(text, items, stop)
        return passing_draft(text, quote, name_end, (verb.end(), stop), items, rule="verb")
    return None
