"""Where the definition of an entry ends: at the next entry, at page furniture, with its paragraphs.

Offsets are clean ones.
"""

from __future__ import annotations

import re

from govie.glossary.breaks import Breaks
from govie.glossary.enumerations import Span
from govie.glossary.marks import PAGE_REFERENCE
from govie.glossary.words import any_word
from govie.packs import per_packs

__all__ = ["definition_span", "furniture", "goes_on"]

_TRIM = "。；，、：— \n"
_NUMBERED = (
    r"[一二三四五六七八九十]{1,2}(?:是|、)|第[一二三四五六七八九十]"
    r"|（[0-9一二三四五六七八九十]{1,2}）|[①-⑳]"
)
_HEADING = re.compile(r"(?P<open>（?)(?P<number>[一二三四五六七八九十]{1,2})(?P<close>[、）])")
_REFERENCE = 24
"""How long a reference to a page is at the most: （见报告第3页第2段）."""
_GARBAGE = re.compile(r"[-—–_*#·.。0-9\s]*")


@per_packs
def furniture() -> re.Pattern[str]:
    """What stands on a page behind the last definition."""
    return re.compile(any_word("FURNITURE"))


@per_packs
def _going_on() -> re.Pattern[str]:
    """What a paragraph begins with that goes on with a definition."""
    return re.compile(rf"{_NUMBERED}|{any_word('GOING_ON')}|“[^“”\n]{{1,14}}”(?:是指|指|即)")


def goes_on(text: str, start: int) -> bool:
    """Whether the paragraph that begins at an offset goes on with a definition."""
    return _going_on().match(text, start) is not None


def definition_span(text: str, start: int, limit: int, breaks: Breaks, last: bool) -> Span:
    """The definition that begins at an offset, of the last entry of a list or another one.

    It reaches to ``limit`` at the most, where the next entry or the list's room ends.
    """
    return _tidy(text, start, _end(text, start, limit, breaks, last))


def _end(text: str, start: int, limit: int, breaks: Breaks, last: bool) -> int:
    position = start
    while True:
        stop = text.find("\n", position, limit)
        if stop < 0:
            stop = limit
        if cue := _furniture_in(text, position, stop, breaks):
            return cue
        if stop >= limit:
            return limit
        following = stop + 1
        if furniture().match(text, following, limit):
            return stop
        if last and stop > start and not goes_on(text, following):
            return stop
        if last and _is_heading(text, start, stop):
            return stop
        position = following


def _is_heading(text: str, start: int, stop: int) -> bool:
    """Whether the paragraph behind ``stop`` is one of the body, not an item of a definition.

    A first item stands behind a colon, the next ones where a first one stands.
    """
    heading = _HEADING.match(text, stop + 1)
    if heading is None:
        return False
    if heading["number"] == "一":
        return text[stop - 1] == "。"
    return text.find(f"{heading['open']}一{heading['close']}", start, stop) < 0


def _furniture_in(text: str, start: int, end: int, breaks: Breaks) -> int | None:
    """Page furniture that a closed-up line break hides, or that follows a full stop."""
    for match in furniture().finditer(text, start, end):
        if match.start() > start and (match.start() in breaks or text[match.start() - 1] in "。）"):
            return match.start()
    return None


def _tidy(text: str, start: int, end: int) -> Span:
    """Without punctuation in front, and without page references and empty lines behind."""
    while start < end and text[start] in _TRIM:
        start += 1
    while True:
        tail = text.rfind("\n", start, end)
        if tail >= 0 and _GARBAGE.fullmatch(text, tail + 1, end):
            end = tail
            continue
        if text[end - 1 : end] in ("；", "\n", " ") and end > start:
            end -= 1
            continue
        if page := PAGE_REFERENCE.search(text[max(start, end - _REFERENCE) : end]):
            end = max(start, end - _REFERENCE) + page.start()
            continue
        return start, max(start, end)
