"""The stretch behind a name in which its list may stand, and where such a list ends."""

from __future__ import annotations

import re

from attrs import frozen

from govie.glossary.enumerations import Span, cut
from govie.glossary.passing.likeness import may_be_alike
from govie.glossary.passing.names import REACH, stop_of
from govie.glossary.promises import Promise

__all__ = ["FIRST", "Behind", "find_behind", "list_end"]

FIRST = ("一是", "一要")
"""What a list of clauses that count themselves begins with."""
_SIGN = re.compile(r"[^，。；：、！？（）《》“”\[\]^〔【\n—]{0,6}(——|[：，（])")
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
    text: str, name_end: int, promise: Promise, total: int, opening: str = ""
) -> Behind | None:
    """The stretch behind a name; None where there is no room for so many items.

    ``opening`` is what a list of parts begins with, behind a colon or in brackets only.
    """
    sign = _SIGN.match(text, name_end)
    if sign is None:
        return None
    if opening and (sign[1] not in "：（" or not text.startswith(opening, sign.end())):
        return None
    stretch = _stretch(text, sign, promise, total)
    return Behind(sign[1], sign.start(1), stretch) if stretch else None


def _stretch(text: str, sign: re.Match[str], promise: Promise, total: int) -> Span | None:
    start = sign.end()
    if sign[1] == "（":
        end = text.find("）", start, start + REACH)
    elif sign[1] in ("：", "——") or text.startswith(FIRST, start):
        end = text.find("。", start, start + 2 * REACH)
    else:
        end = _clauses_end(text, start, len(promise.parts))
    separators = sum([text.count(mark, start, end) for mark in "、，；“"])
    if end <= start or separators < (promise.paired or total) - len(promise.parts):
        return None
    if text.startswith(FIRST, start):
        return start, end
    if sign[1] == "，" and not may_be_alike(text[start:end], promise):
        return None
    return start, end


def _clauses_end(text: str, start: int, count: int) -> int:
    """Where so many clauses end, -1 where there are fewer."""
    stop = stop_of(text, start)
    comma = text.find("，", start, stop)
    if count == 1 and comma >= 0 and not _OPENING.search(text, start, comma):
        stop = comma  # the first clause is all there is to cut
    clauses = cut(text, start, stop, "，")
    return clauses[count - 1][1] if len(clauses) >= count else -1


def list_end(text: str, items: list[Span], stop: int) -> int:
    """Where a definition ends whose parts are known: before what goes on behind the last."""
    if not items:
        return stop
    comma = _COMMA.search(text, items[-1][1], stop)
    return comma.start() if comma else stop
