"""The zones of a document: opening, report, closing, appendices, page furniture.

:func:`find_zones` says where each begins; the report itself is left to the outline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from govie.sections.headings import PART, Heading, section_words
from govie.sections.jurisdiction import document_words

__all__ = ["Zones", "find_zones", "front_stretches", "is_glossary"]

_OPENING = 900
"""How far an opening reaches at most."""
_CLOSING = 1500
"""How long a closing is at most."""
_TITLE = 90
"""How long a title line is at most."""
_LINE = 200
"""How much of a line of metadata is read."""
_EXCERPT = 60
"""A line longer than this below 内容摘要 is an excerpt of the report."""
_NUMBERED = r"(?:\^?\[|【|〔)[0-9]{1,3}[\]】〕]"
_ENTRY = re.compile(
    _NUMBERED + r"|[0-9]{1,3}(?:\.(?![0-9])|、)|[（(][0-9]{1,3}[）)]|“[^”]{1,25}”|[^，。：]{2,25}："
)
_FIRST_ENTRY = re.compile(r"\n(?=(?:\^?\[|【|〔)1[\]】〕][^\n]{2,40}[：是])")


class Zones(NamedTuple):
    """Where the zones of a document begin; one that is missing begins where the next does."""

    body: int
    closing: int
    behind: int
    """Furniture between the closing and the appendices."""
    annex: int
    furniture: int


def find_zones(
    text: str, start: int, end: int, headings: list[Heading], joins: frozenset[int]
) -> Zones:
    """The zones of the document ``text[start:end]``."""
    body = _opening_end(text, start, end, headings, joins)
    furniture = _furniture_start(text, body, end, headings)
    annex = _annex_start(text, body, furniture, headings)
    closing = _closing_start(text, body, annex, headings)
    return Zones(body, closing, _behind_closing(text, closing, annex), annex, furniture)


def front_stretches(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """What stands in front of a report: furniture, and its opening (title, date, speaker)."""
    stretches: list[tuple[int, int, str]] = []
    cut = _metadata_end(text, start, end)
    for at, stop in _lines(text, start, end):
        line = text[at : min(stop, at + _LINE)]
        marked = any(section_words(label).search(line) for label in ("METADATA", "PORTAL"))
        kind = "furniture" if stop <= cut or marked else "opening"
        if stretches and stretches[-1][2] == kind:
            at = stretches.pop()[0]
        stretches.append((at, stop, kind))
    return stretches


def _metadata_end(text: str, start: int, end: int) -> int:
    """Behind the last line that ends a block of metadata, an excerpt of the report included."""
    cut, after_summary = start, False
    for at, stop in _lines(text, start, end):
        line = text[at : min(stop, at + _LINE)]
        if section_words("METADATA_END").search(line) or (after_summary and stop - at > _EXCERPT):
            cut = stop
        after_summary = bool(section_words("SUMMARY").search(line))
    return cut


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end) + 1 or end
        yield start, stop
        start = stop


def _opening_end(
    text: str, start: int, end: int, headings: list[Heading], joins: frozenset[int]
) -> int:
    """Where the report begins to report: behind 现在，我代表…请予审议。, else behind its title."""
    limit = min(start + _OPENING, end)
    found = start
    for match in section_words("OPENING").finditer(text, start, limit):
        found = _sentence_end(text, match.end(), end)
        if section_words("SUBMITTED").match(text, found, min(found + 90, end)):
            found = _sentence_end(text, found, end)
    if found > start:
        return found + (text[found : found + 1] == "\n")
    first = next((h.start for h in headings if h.start > start and h.rank <= 1), end)
    if first - start <= _OPENING and section_words("ADDRESS").search(
        text, start, min(limit, first)
    ):
        return first
    return _title_end(text, start, end, joins)


def _title_end(text: str, start: int, end: int, joins: frozenset[int]) -> int:
    """Behind the title line with which a text begins, if it has one."""
    stop = text.find("\n", start, min(start + _TITLE, end))
    if stop >= 0 and document_words("ARTICLE").fullmatch(text, start, stop):
        return stop + 1
    stop = next((i for i in range(start + 4, min(start + _TITLE, end)) if i in joins), stop)
    titled = stop >= 0 and document_words("REPORT").search(text, start, stop)
    if not titled or "。" in text[start:stop]:
        return start
    return stop + (text[stop] == "\n")


def _sentence_end(text: str, at: int, end: int) -> int:
    stops = [text.find(stop, at, end) for stop in "。！\n"]
    return min((stop + 1 for stop in stops if stop >= 0), default=end)


def _last_heading(headings: list[Heading], start: int, end: int) -> int:
    return max((h.start for h in headings if start <= h.start < end and h.rank <= 2), default=start)


def _furniture_start(text: str, start: int, end: int, headings: list[Heading]) -> int:
    """Where page furniture begins behind a report: after its last heading, and to the end."""
    floor = _last_heading(headings, start, end)
    found = section_words("FURNITURE").search(text, floor, end)
    if not found:
        return end
    line = text.rfind("\n", floor, found.start()) + 1
    return line if floor < line and found.start() - line <= 12 else found.start()


def _annex_start(text: str, start: int, end: int, headings: list[Heading]) -> int:
    """Where the first appendix or the list of terms begins."""
    for heading in headings:
        if start < heading.start < end and heading.rank == PART:
            title = text[heading.start : heading.title_end]
            if section_words("APPENDIX").match(title) or is_glossary(text, heading, end):
                return heading.start
    first = _FIRST_ENTRY.search(text, _last_heading(headings, start, end), end)
    return first.end() if first and not _at_foot(text, start, first.end(), end) else end


def _at_foot(text: str, start: int, note: int, end: int) -> bool:
    """Whether a note is at the foot of a page: others are numbered 1 too, or the report goes on."""
    others = _FIRST_ENTRY.search(text, start, note - 1) or _FIRST_ENTRY.search(text, note, end)
    return bool(others or section_words("ADDRESS").search(text, note, end))


def is_glossary(text: str, heading: Heading, end: int) -> bool:
    """Whether a heading is that of a list of terms: by its words, and entries follow."""
    if not section_words("GLOSSARY").search(text[heading.start : heading.title_end]):
        return False
    lines = text[heading.title_end : min(heading.title_end + 3000, end)].split("\n")
    return any(_ENTRY.match(line.lstrip("※】）：")) for line in lines)


def _closing_start(text: str, start: int, end: int, headings: list[Heading]) -> int:
    """Where the last appeal begins: 各位代表！…让我们更加紧密地团结…"""
    floor = _last_heading(headings, start, end)
    last = max(text.rfind("\n", floor, end - 1) + 1, floor)
    at = max((m.start() for m in section_words("ADDRESS").finditer(text, floor, end)), default=-1)
    words = "CLOSING" if at >= 0 else "APPEAL"
    final = at == last
    at = at if at >= 0 else last
    if at <= floor or end - at > _CLOSING:
        return end
    return at if final or section_words(words).search(text, at, end) else end


def _behind_closing(text: str, start: int, end: int) -> int:
    """Where the closing ends: lists of names without a sentence behind it are furniture."""
    stop = max(text.rfind(mark, start, end) for mark in "。！？") + 1
    line = text.find("\n", stop, end) + 1
    return line if stop > 0 and line > 0 and end - line > 20 else end
