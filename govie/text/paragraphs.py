"""Does a line break end a paragraph, or is it dirt inside a sentence?

Line breaks stand anywhere in these texts: after each line of a newspaper column, inside words and
numbers. So a break is closed up unless something speaks for a new paragraph: the end of a sentence
in front of it, a heading's number or a dash behind it, or a heading alone on its line. The words
that tell are lines of ``patterns/sections.jsonl``.
"""

from __future__ import annotations

import re

from govie.packs import load_patterns, per_packs
from govie.packs.expressions import either

__all__ = ["is_paragraph_break"]

_LINE_LIMIT = 200
"""How far a line is read to either side of a break: enough to judge it, and linear in the text."""

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_ENDS = re.compile(r"(?:[。！？][”’）】》\"]{0,3}|各位代表[：！]|同志们[：！])$")
_LONGEST_END = 5
"""Characters of the longest of these."""
_STARTS = re.compile(
    rf"{_NUMERAL}、(?!{_NUMERAL}(?:、|产业|次产业|是))"
    rf"|（[ \u3000]?{_NUMERAL}[ \u3000]?）"
    rf"|第{_NUMERAL}(?:部分|章)"
    r"|[0-9]{1,2}(?:、|\.)[ ]{0,3}(?![\s0-9%、])"
    r"|[—―–-]{1,2}(?=[ ]?[12][ 0-9]{3,6}年[ ]?[0-9])|[—―–-]{1,2}(?=[^\s0-9—―–%-])"
    r"|[●◆■※★•]|(?:\^?\[|【|〔)[0-9]{1,3}[\]】〕]|各位代表[：！]"
)
_HEADING = re.compile(
    rf"(?:{_NUMERAL}、|（[ \u3000]?{_NUMERAL}[ \u3000]?）|第{_NUMERAL}(?:部分|章)|[※【])"
    r"[^。！？；]{1,45}$"
)
_DATED = re.compile(
    r"(?:[12][0-9]{3}|[一二][一二三四五六七八九零〇○0]{3})年[^。！？；，：、]{2,20}"
)
"""A heading without a number: 2023年工作回顾."""


@per_packs
def _metadata() -> re.Pattern[str]:
    """The fields of a portal in front of a report."""
    return re.compile(either(load_patterns("sections", "METADATA")))


@per_packs
def _heading_end() -> re.Pattern[str]:
    """What a heading ends with: its line is no sentence that goes on."""
    return re.compile(f"{either(load_patterns('sections', 'HEADING_END'))}$")


def is_paragraph_break(folded: str, start: int, end: int) -> bool:
    """Whether the white space ``folded[start:end]``, which holds a line break, ends a paragraph."""
    before = folded[max(0, start - _LINE_LIMIT) : start]
    line = before[before.rfind("\n") + 1 :].strip()
    if (
        _ENDS.search(line, len(line) - _LONGEST_END)
        or _STARTS.match(folded, end)
        or _metadata().match(folded, end)
    ):
        return True
    if _metadata().match(line):
        return True
    if _HEADING.match(line):
        if _heading_end().search(line):
            return True
        stop = folded.find("\n", end, end + _LINE_LIMIT)
        following = (stop if stop >= 0 else min(len(folded), end + _LINE_LIMIT)) - end
        return folded.count("\n", start, end) > 1 or following > 1.5 * len(line)
    if _DATED.fullmatch(line) and _heading_end().search(line):
        above = before.rpartition("\n")[0].rstrip()
        return not above or _ENDS.search(above, max(0, len(above) - _LONGEST_END)) is not None
    return False
