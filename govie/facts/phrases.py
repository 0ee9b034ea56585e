"""Phrases at either end of a lead that are no word of a list: dates, brackets, comparisons."""

from __future__ import annotations

import re

from govie.facts.cues import Cues
from govie.text.glance import glancing

__all__ = ["REACH", "comparison_before", "date_at", "phrase_before"]

_TIME = (
    r"(?:到|至|截至|截止)?(?:(?:[12][0-9]{3}|[一二][一二三四五六七八九零〇○]{3})年(?:前|末|底|全年|上半年|以来)?"
    r"|“[一二三四五六七八九十]{1,3}五”(?:期间|时期|规划)?(?:以来|期?末|前)?"
    r"|(?:(?:前|过去|未来|今后|接下来)的?)?[一二三四五六七八九十两近][一二三四五六七八九十]?[年个][月]?(?:来|间|内)?"
    r"|(?:(?:近|前|过去|未来|今后|接下来)的?)?[0-9]{1,2}年(?:来|间|内)"
    r"|(?:今|明|去|上|全|当|本)年(?:[末底初内]|前)?|年[末底初内]"
    r"|(?:上|下)半年|前?[一二三四1-4]个?季度|[0-9]{1,2}月(?:末|底|份)?)"
)
_TIME_AT_END = glancing(f"(?:由|从|自)?{_TIME}$")
_SUM = "[0-9]{1,2}年(?=累计|共|合计|$)"
"""A span that something is summed up over: 5年累计完成."""
_TIME_AT_START = glancing(f"(?:{_TIME}|{_SUM})(?:，|时|前|后)?")
_NOTE = glancing(r"(?:\^?\[[0-9]{1,3}\]|（(?![市县区旗、]{1,8}）)[^（）]{0,30}）)$")
_LIST_MARK = re.compile("[、等]$")
_BY_LAST = {
    "]": _NOTE,
    "）": _NOTE,
    "、": _LIST_MARK,
    "等": _LIST_MARK,
    **dict.fromkeys("年月末底前内初来间期度时划份个", _TIME_AT_END),
}
"""What may end in these characters."""
REACH = 34
"""How long a bracket or the base of a comparison may be."""


def date_at(text: str, start: int, end: int) -> int | None:
    """Where the date ends with which ``text[start:end]`` begins; None where it begins otherwise."""
    found = _TIME_AT_START.match(text, start, end)
    return found.end() if found else None


def comparison_before(text: str, start: int, end: int, cues: Cues) -> re.Match[str] | None:
    """The base of a comparison with which ``text[start:end]`` ends: 比上年, 占财政支出的."""
    return cues.comparison.search(text, max(start, end - REACH), end)


def phrase_before(text: str, start: int, end: int) -> int | None:
    """Where the bracket, mark or date begins with which ``text[start:end]`` ends."""
    first = max(start, end - REACH)
    last = text[max(start, end - 1) : end]
    if last == "的":
        date = _TIME_AT_END.search(text, first, end - 1)
        return date.start() if date else end - 1
    pattern = _BY_LAST.get(last)
    found = pattern.search(text, first, end) if pattern else None
    return found.start() if found else None
