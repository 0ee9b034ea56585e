"""The stretch behind a name in which its list may stand, and where such a list ends."""

from __future__ import annotations

import re

from attrs import frozen

from govie.glossary.enumerations import Span, cut
from govie.glossary.passing.likeness import holds_signs, may_be_alike
from govie.glossary.passing.names import REACH, stop_of
from govie.glossary.promises import Promise

__all__ = ["FIRST", "Behind", "clauses_end", "find_behind", "list_end"]

FIRST = ("一是", "一要")
"""What a list of clauses that count themselves begins with."""
_PLAIN = r"[^，。；：、！？（）《》“”\[\]^〔【\n—]"
_SIGN = re.compile(rf"{_PLAIN}{{0,6}}(——|[：，（])")
_SIGN_OF_PARTS = re.compile(rf"{_PLAIN}{{0,14}}([：（])(?=“)")
_COMMA = re.compile("[，；]")
_OPENING = re.compile(r"[（“‘《【〔\[]")


@frozen
class Behind:
    """A stretch behind a name, and the sign that leads to it."""

    sign: str
    """One of ``：——，（``."""
    at: int
    """The offset of the sign."""
    stretch: Span


def find_behind(
    text: str, name_end: int, promise: Promise, total: int, *, parts: bool = False
) -> Behind | None:
    """The stretch behind a name; None where there is no room for so many items.

    With ``parts`` it begins with a quoted part of the name, behind a colon or in brackets.
    """
    sign = (_SIGN_OF_PARTS if parts else _SIGN).match(text, name_end)
    stretch = _stretch(text, sign, promise, total) if sign else None
    return Behind(sign[1], sign.start(1), stretch) if sign and stretch else None


def _stretch(text: str, sign: re.Match[str], promise: Promise, total: int) -> Span | None:
    start = sign.end()
    if sign[1] == "（":
        end = text.find("）", start, start + REACH)
    elif sign[1] in ("：", "——") or text.startswith(FIRST, start):
        end = text.find("。", start, start + 2 * REACH)
    else:
        end = clauses_end(text, start, promise)
    pair = total == 2 and sign[1] == "（"  # 和 may stand between the two
    separators = sum([text.count(mark, start, end) for mark in "、，；“"])
    fewest = 0 if pair else (promise.paired or total) - len(promise.parts)
    if end <= start or separators < fewest:
        return None
    if text.startswith(FIRST, start):
        return start, end
    if sign[1] == "，" and not may_be_alike(text[start:end], promise):
        return None
    return start, end


def clauses_end(text: str, start: int, promise: Promise) -> int:
    """Where as many clauses end as a name has parts, or one that holds what they count; else -1."""
    stop = stop_of(text, start)
    comma = text.find("，", start, stop)
    count = len(promise.parts)
    if count == 1 and comma >= 0 and not _OPENING.search(text, start, comma):
        stop = comma  # the first clause is all there is to cut
    clauses = cut(text, start, stop, "，")
    if len(clauses) >= count:
        return clauses[count - 1][1]
    whole = len(clauses) == 1 and holds_signs(text[slice(*clauses[0])], promise)
    return clauses[0][1] if whole else -1


def list_end(text: str, items: list[Span], stop: int) -> int:
    """Where a definition ends whose parts are known: before what goes on behind the last."""
    if not items:
        return stop
    comma = _COMMA.search(text, items[-1][1], stop)
    return comma.start() if comma else stop
