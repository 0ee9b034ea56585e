"""Short names and brackets: 新型农村合作医疗（以下简称“新农合”）, RCEP（…协定）."""

from __future__ import annotations

import re

from govie.glossary.enumerations import Span
from govie.glossary.frame_in_front import verbs_in_front
from govie.glossary.terms import Draft, unquoted
from govie.text.clauses import behind_last

__all__ = ["letters_behind", "short_name"]

_SHORT_NAME = re.compile(
    r"（(?:以下|下文|下)?(?:简称|统称|称)[为：]?"
    r"(“[^“”\n]{1,20}”[^“”（）\n]{0,6}|[^“”《》（）、，。\n]{2,14})）"
)
_MOST_LETTERS = 6
_LETTERS = re.compile(r"(?<![A-Za-z0-9+&-])[A-Z]{3,6}$")
_MEANING = re.compile(
    r"（(?![^）]{0,20}(?:公司|集团|赛|[一二三四五六七八九十]期|中国|已|例如|见))([一-龥、]{5,24})）"
)
"""What a few letters stand for in Chinese; a name or a remark is none."""
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


def letters_behind(text: str, bracket: int) -> Draft | None:
    """Capitals that the bracket at an offset writes out: RCEP（区域全面经济伙伴关系协定）."""
    if not "A" <= text[bracket - 1 : bracket] <= "Z":
        return None
    letters = _LETTERS.search(text, max(0, bracket - _MOST_LETTERS - 1), bracket)
    meaning = _MEANING.match(text, bracket)
    if letters is None or meaning is None:
        return None
    return Draft(
        inline=True,
        name=letters[0],
        span=letters.span(),
        definition=meaning.span(1),
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
