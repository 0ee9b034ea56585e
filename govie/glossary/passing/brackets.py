"""Brackets behind a name that promises no number.

“光储充”（光伏、储能、充电）; “敲门行动”（…、…、…）; “小升规”（小微企业升级为规模以上企业）.
"""

from __future__ import annotations

import re

from govie.glossary.enumerations import Span, cut
from govie.glossary.passing.names import REACH, passing_draft, typed_end
from govie.glossary.plain_lists import plain_list, spelled_out
from govie.glossary.terms import Draft
from govie.glossary.words import type_words

__all__ = ["bracket_behind", "written_out"]

_FEWEST = 3
_NEAR = 12
"""Within how many characters behind the quotes a bracket may begin: a type word stands between."""
_NOUN = "企业"
_LONGEST = 40
"""How long what a short name stands for is at the most."""


def bracket_behind(text: str, quote: re.Match[str]) -> Draft | None:
    """A list that spells the name out; any list behind a name with a type word."""
    if text.find("（", quote.end(), quote.end() + _NEAR) < 0:
        return None
    name_end = typed_end(text, quote)
    if text[name_end : name_end + 1] != "（":
        return None
    start, end = name_end + 1, text.find("）", name_end, name_end + REACH)
    count = text.count("、", start, end) + 1
    if count < _FEWEST:
        return None
    name = text[quote.start() : name_end]
    items = spelled_out(text, start, end, name)
    if len(items) != len(quote[1]):
        typed = name.rstrip("”").endswith(type_words())
        items = plain_list(text, start, end, name) if typed else []
        items = items or _nearly_spelled(text, start, end, quote[1])
    if len(items) != count:
        return None
    return passing_draft(text, quote, name_end, (start, end), items, rule="list-behind")


def _nearly_spelled(text: str, start: int, end: int, name: str) -> list[Span]:
    """“光芯屏端网”（光通信、芯片、显示、终端、网络）: items of which most hold their character."""
    items = cut(text, start, end, "、")
    if len(items) != len(name):
        return []
    held = sum(sign in text[a:b] for sign, (a, b) in zip(name, items, strict=True))
    return items if 2 * held > len(items) else []


def written_out(text: str, quote: re.Match[str]) -> Draft | None:
    """“小升规”（小微企业升级为规模以上企业）: the characters of the name in their order.

    The bracket begins where the quotation ends, or behind 企业.
    """
    noun = len(_NOUN) if text.startswith(_NOUN, quote.end()) else 0
    start = quote.end() + noun + 1
    if text[start - 1 : start] != "（":
        return None
    end = text.find("）", start, start + _LONGEST)
    if end - start <= len(quote[1]) or "“" in text[start:end]:
        return None
    signs = iter(text[start:end])
    if not all(sign in signs for sign in quote[1]):
        return None
    return passing_draft(text, quote, quote.end(), (start, end), [], rule="written-out")
