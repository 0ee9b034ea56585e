"""Documents within a text: where each report or article begins, whose it is and of which year.

Most texts hold one document. A new one begins at an article's title line (date, 【…】 or separator
in front) and at the head of a further report. The same report given twice is one document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govie.context import Given
from govie.records import Document
from govie.sections.headings import section_words
from govie.sections.jurisdiction import document_words, find_jurisdiction, given_jurisdiction
from govie.sections.report_year import find_year
from govie.text.view import TextView

__all__ = ["extract_documents", "find_copy", "find_documents", "find_title"]

_ARTICLE = 300
"""An article has at least this many characters behind its title line."""
_REPORT = 1500
"""A report has at least this many between its opening and that of the next."""
_SAMPLE_AT, _SAMPLE = 200, 60
"""What is compared to tell a copy: so many characters, so far behind the opening."""
_SENTENCE_END = re.compile(r"[。！？；…]$")
_TITLE = 120
"""Longest line that is taken for a title behind furniture."""
_HEAD = 700
"""How far in front of its opening a report may begin."""


def extract_documents(view: TextView, given: Given | None = None) -> list[Document]:
    """One record for each document of a text; together they cover it."""
    given = given or Given()
    bounds = find_documents(view.text)
    return [
        _record(view, number, start, end, given if len(bounds) == 1 else Given())
        for number, (start, end) in enumerate(bounds, 1)
    ]


def _record(view: TextView, number: int, start: int, end: int, given: Given) -> Document:
    body = view.text[start:end]
    title = find_title(body)
    year = given.year if given.year is not None else find_year(title, body)
    place = given_jurisdiction(given) or find_jurisdiction(title, body, year)
    raw_start, raw_end = view.raw_span(start, end)
    return Document(
        id=f"d{number:04}",
        start=raw_start,
        end=raw_end,
        text=view.raw[raw_start:raw_end],
        title=title,
        place=place.place,
        adcode=place.adcode,
        level=place.level,
        year=year,
        rule="document",
    )


def find_documents(text: str) -> list[tuple[int, int]]:
    """Clean spans of the documents of a text, in order, without gaps."""
    if not text:
        return []
    starts = sorted({0, *_articles(text), *_reports(text)})
    starts = [s for i, s in enumerate(starts) if i == 0 or s - starts[i - 1] > 1]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _articles(text: str) -> Iterator[int]:
    """Title lines of articles with their text below."""
    article = document_words("ARTICLE")
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if stop - start <= 90 and article.fullmatch(text, start, stop):
            following = text.find("\n", stop + 1)
            following = len(text) if following < 0 else following
            if following - stop > _ARTICLE:
                yield start
        start = stop + 1


def _reports(text: str) -> Iterator[int]:
    """The heads of second and further reports; a copy of the one before is none."""
    openings = [m.start() for m in document_words("OPENING").finditer(text)]
    previous: int | None = None
    for opening in openings:
        if previous is not None and opening - previous < _REPORT:
            continue
        if previous is not None and not _is_copy(text, previous, opening):
            yield _head_start(text, opening, previous)
        previous = opening


def find_copy(text: str, start: int, end: int) -> int:
    """Where a document is given a second time; ``end`` where it is not."""
    openings = [m.start() for m in document_words("OPENING").finditer(text, start, end)]
    for first, opening in pairwise(openings):
        if opening - first >= _REPORT and _is_copy(text, start, opening):
            return _head_start(text, opening, first)
    return end


def _is_copy(text: str, start: int, opening: int) -> bool:
    """Whether what follows an opening has been said since ``start``."""
    sample = text[opening + _SAMPLE_AT : opening + _SAMPLE_AT + _SAMPLE]
    return len(sample) == _SAMPLE and sample in text[start:opening]


def _head_start(text: str, opening: int, floor: int) -> int:
    """Where the head of a report begins: behind the last sentence or furniture of what precedes."""
    start = max(floor, opening - _HEAD)
    head = at = opening
    while (line := text.rfind("\n", start, at)) >= 0:
        head = line + 1
        above = max(text.rfind("\n", start, line), start) + 1
        furniture = section_words("FURNITURE").search(text, above, line)
        short = furniture is not None and line - above <= _TITLE
        if furniture and short and document_words("REPORT").search(text, furniture.end(), line):
            return furniture.end()
        if furniture or _SENTENCE_END.search(text, above, line):
            break
        at = line
    return head


def find_title(body: str) -> str | None:
    """The title of a document, if it has one: a line near its beginning."""
    report = document_words("REPORT")
    first: str | None = None
    for number, line in enumerate(body[:600].split("\n")[:6]):
        trimmed = document_words("TITLE_TRIM").sub("", line).strip("-—=*_ ")
        if report.search(trimmed[:80]) and not re.search("[。！；]", trimmed[:80]):
            return _cut(trimmed)
        if number == 0 and 4 <= len(trimmed) <= 60 and not re.search("[。！；：]$", trimmed):
            first = trimmed
    return first


def _cut(line: str) -> str:
    """A title line without the date, the congress or the name that run on behind it."""
    end = document_words("REPORT").search(line)
    if end and len(line) > end.end():
        rest = line[end.end() :]
        date = document_words("DATE").match(rest)
        year = re.match(r"（[0-9〇零○一二三四五六七八九]{4}年度?）", rest)
        if year:
            return line[: end.end() + year.end()]
        if date or rest[:1] in "（—-" or document_words("CONGRESS").search(rest):
            return line[: end.end()]
    return line
