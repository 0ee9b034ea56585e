"""The frame in front of a list: “协同推进A、B、C” names A, B and C.

Its words stick to the first item. They are told from the item by what the other items look like,
and by words that stand in front of lists (patterns, LEAD and MANNER).
"""

from __future__ import annotations

import re

from govie.glossary.enumerations import common_end, common_start
from govie.glossary.words import any_word, labelled
from govie.packs import per_packs
from govie.packs.expressions import either

__all__ = ["AS_FRAME", "frame_in_front", "verbs_in_front"]

AS_FRAME = re.compile(r"(?:坚持|紧紧|始终)?以(.{2,300})(?:为|作为)[^、，。；为]{1,12}$", re.DOTALL)
"""以 … 为主线, with what it holds."""

_BEFORE_ITEM = "的将把对在"
_FRAME_LENGTH = 5
"""From this length on, words in front of what all other items begin with are a frame."""
_MANY_ALIKE = 3
"""Behind so many items that begin alike a word of two characters is a frame: 实现|通水、通电 …."""
_NAMED_ALIKE = 3
"""Items that end alike in so many characters are whole: 宣传党的政策下基层、调查研究下基层."""


@per_packs
def verbs_in_front() -> re.Pattern[str]:
    """Words that stand in front of lists: 着力推进, 打造一批."""
    manner, lead = any_word("MANNER"), any_word("LEAD")
    of = "(?:由|以(?![^、]{0,40}为))?"
    more = r"(?:更[^、，。；的]{1,6}的|一批|一系列|新一轮)?"
    return re.compile(
        rf"(?:{manner}{{0,3}}{lead}{{1,2}}(?:了|好)?{more}{of}|由|将|把|从|在[^、，。；的]{{2,8}}过程中)"
    )


@per_packs
def _adverb() -> re.Pattern[str]:
    """着力|盘活存量、培育增量: an adverb (id ``alone``) in front of the verb of an item."""
    found = either(p for p in labelled("MANNER") if p.id == "alone")
    return re.compile(rf"{found}(?=..)")


@per_packs
def _says() -> re.Pattern[str]:
    return re.compile(rf"[^，。；、]{{2,30}}{any_word('SAYS')}，?(?=..)")


def frame_in_front(words: list[str]) -> int:
    """How many characters of the first item belong to the frame."""
    first, rest = words[0], words[1:]
    if AS_FRAME.match(first):
        return 0
    for opening in (_adverb(), _says()):
        opened = opening.match(first)
        if opened and not any(map(opening.match, rest)):
            return opened.end() + frame_in_front([first[opened.end() :], *rest])
    alike = len(common_end(words))  # 组织到位、责任到位: what all end with is no item
    verbs = verbs_in_front()
    lead = verbs.match(first)
    skip = 0
    led = sum(bool(verbs.match(word)) for word in rest)
    if lead and len(first) - alike > lead.end() and 2 * led <= len(rest) - (len(rest) == 1):
        skip = lead.end()
    elif all(word[0] == first[0] for word in rest):
        return 0
    return skip + _up_to_alike(first[skip:], rest, loose=skip > 0)


def _up_to_alike(first: str, rest: list[str], *, loose: bool) -> int:
    """What stands in front of the part of the first item that looks like the other items."""
    common = common_start(rest) if len(rest) > 1 else rest[0][:3] if len(rest[0]) > 3 else ""
    if common and (len(rest) > 1 or len(common) > 1) and not first.startswith(common[:1]):
        for size in range(min(len(common), 4), min(len(common), 2) - 1, -1):
            at = first.rfind(common[:size])
            if at > 0 and (
                loose
                or at >= _FRAME_LENGTH
                or (at == 2 and len(rest) >= _MANY_ALIKE)
                or verbs_in_front().search(first[:at])
                or first[at - 1] in _BEFORE_ITEM
            ):
                return at
    usual = sum(map(len, rest)) / len(rest)
    at = first.rfind("的") + 1
    closer = abs(len(first) - at - usual) < abs(len(first) - usual) / 2
    named = len(common_end([first, *rest])) >= _NAMED_ALIKE
    inner = named or any("的" in word for word in rest)
    if at and closer and len(first) - at >= 2 and not inner:
        return at
    lengths = sorted(map(len, rest))
    if first[0] == "以" and lengths[0] == lengths[-1] == len(first) - 1:
        return 1
    same_end = len({word[-1] for word in (first, *rest)}) == 1
    tiny = lengths[0] == lengths[-1] <= 2 and len(first) >= 3 * lengths[0] + 2
    if len(rest) > 1 and (tiny or (same_end and not named and len(first) >= 2 * lengths[-1])):
        return len(first) - lengths[len(rest) // 2]
    return 0
