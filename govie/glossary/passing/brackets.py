"""Lists in brackets behind a name that promises no number.

“光储充”（光伏、储能、充电）; “敲门行动”（…、…、…）.
"""

from __future__ import annotations

import re

from govie.glossary.passing.names import REACH, passing_draft, typed_end
from govie.glossary.plain_lists import plain_list, spelled_out
from govie.glossary.terms import Draft
from govie.glossary.words import type_words

__all__ = ["bracket_behind"]

_FEWEST = 3


def bracket_behind(text: str, quote: re.Match[str]) -> Draft | None:
    """A list that spells the name out; any list behind a name with a type word."""
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
    if len(items) != count:
        return None
    return passing_draft(text, quote, name_end, (start, end), items, rule="list-behind")
