"""Short names that brackets give: 新型农村合作医疗（以下简称“新农合”）."""

from __future__ import annotations

import re

from govie.glossary.enumerations import Span
from govie.glossary.frame_in_front import verbs_in_front
from govie.glossary.terms import Draft, unquoted
from govie.text.clauses import behind_last

__all__ = ["short_name"]

_SHORT_NAME = re.compile(
    r"（(?:以下|下文|下)?(?:简称|统称|称)[为：]?"
    r"(“[^“”\n]{1,20}”[^“”（）\n]{0,6}|[^“”《》（）、，。\n]{2,14})）"
)
_SAYS = ("以", "下", "简", "统", "称")
_BOUNDS = "，。；：、！？\n"
_LONGEST = 40


def short_name(text: str, bracket: int) -> Draft | None:
    """The short name in the bracket at an offset, explained by the full one in front of it."""
    match = _SHORT_NAME.match(text, bracket) if text.startswith(_SAYS, bracket + 1) else None
    full = _full_name(text, bracket) if match else None
    if match is None or full is None:
        return None
    signs = iter(text[slice(*full)])
    if "“" not in match[1] and not all(sign in signs for sign in match[1]):
        return None
    name = unquoted(match[1])
    inner = match[1].find(name)
    start = match.start(1) + inner
    return Draft(
        inline=True,
        name=name,
        span=(start, start + len(name)),
        definition=full,
        components=(),
        rule="abbreviation",
    )


def _full_name(text: str, end: int) -> Span | None:
    """What ends at an offset: a quotation, or its clause without the verb in front."""
    first = max(0, end - _LONGEST)
    if text[end - 1] == "”":
        opening = text.rfind("“", first, end)
        return (opening + 1, end - 1) if opening >= 0 else None
    start = behind_last(_BOUNDS, text, first, end)
    if verb := verbs_in_front().match(text, start, end):
        start = verb.end()
    return (start, end) if start < end and text[end - 1] != "》" else None
