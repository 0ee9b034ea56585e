"""Sections of the documents of a text: their headings, kinds, parents and periods.

:func:`extract_sections` returns the documents too. The sections of a document cover it: what stands
in front of the report and behind it is of kind ``opening``, ``closing``, ``glossary`` or
``furniture``. A section without heading has no title.
"""

from __future__ import annotations

import re

from govie.context import Context
from govie.documents import extract_documents
from govie.headings import BULLET, PART, Heading, find_headings, section_words
from govie.jurisdiction import document_words, is_report
from govie.marks import find_marks
from govie.outline import Node, outline
from govie.periods import Period
from govie.records import Document, Section
from govie.view import TextView

__all__ = ["extract_sections"]

_OPENING = 900
"""How far an opening reaches at most."""
_ENTRY = re.compile(
    r"(?:\^?\[|【|〔)[0-9]{1,3}[\]】〕]|[0-9]{1,3}(?:\.(?![0-9])|、)|[（(][0-9]{1,3}[）)]"
)
_SUBMITTED = re.compile(r"[^。]{0,50}(?:审议|意见)[^。]{0,30}。")
_TITLE = 90
"""How long a title line is at most."""
_CLOSING = 1500
"""How long a closing is at most."""


def extract_sections(view: TextView, context: Context) -> list[Document | Section]:
    """The documents of a text, each followed by its sections in order.

    What the caller gave as jurisdiction and year (``context.given``) overrides what the text says.
    """
    records: list[Document | Section] = []
    number = 0
    joins = frozenset(view.joins)
    for document in extract_documents(view, context.given):
        records.append(document)
        start = view.clean_offset(document.start)
        end = view.clean_offset(document.end)
        nodes = _nodes(view.text, start, end, joins, document)
        ids = {id(node): f"s{number + i:04}" for i, node in enumerate(nodes, 1)}
        number += len(nodes)
        records.extend(_record(view, node, ids, document.id) for node in nodes)
    return records


def _record(view: TextView, node: Node, ids: dict[int, str], document: str) -> Section:
    start, end = view.raw_span(node.start, node.end)
    first, last = node.period or (None, None)
    return Section(
        id=ids[id(node)],
        start=start,
        end=end,
        text=view.raw[start:end],
        document=document,
        rule=node.rule,
        title=view.text[node.title[0] : min(node.title[1], node.end)] if node.title else None,
        level=node.level,
        ordinal=node.ordinal,
        kind=node.kind,
        parent=ids[id(node.parent)] if node.parent else None,
        period_start=str(first) if first else None,
        period_end=str(last) if last else None,
    )


def _nodes(
    text: str, start: int, end: int, joins: frozenset[int], document: Document
) -> list[Node]:
    """All sections of one document."""
    year = document.year
    begins = "review" if is_report(document.title, text[start:end]) else None
    headings = find_headings(text, start, end, joins)
    body = _opening_end(text, start, end, headings, joins)
    furniture = _furniture_start(text, body, end, headings)
    annex = _annex_start(text, body, furniture, headings)
    closing = _closing_start(text, body, annex, headings)
    rest = _behind_closing(text, closing, annex)
    nodes = _front(text, start, body)
    nodes += _outlined(text, body, closing, headings, year, begins)
    if rest > closing:
        period = Period(year, year) if year else None
        nodes.append(_node(closing, rest, "closing", period))
    if annex > rest:
        nodes.append(_node(rest, annex, "furniture"))
    nodes += _annexes(text, annex, furniture, headings, year)
    if end > furniture:
        nodes.append(_node(furniture, end, "furniture"))
    return nodes


def _node(start: int, end: int, kind: str, period: Period | None = None) -> Node:
    return Node(start=start, end=end, rank=0, kind=kind, period=period, rule="words")


def _outlined(
    text: str,
    start: int,
    end: int,
    headings: list[Heading],
    year: int | None,
    begins: str | None,
) -> list[Node]:
    """The sections of a stretch with headings and sentences; what stands first is ``begins``."""
    if start >= end:
        return []
    inner = [h for h in headings if start <= h.start < end]
    if not inner or inner[0].start > start or inner[0].rank >= BULLET:
        inner.insert(0, Heading(start=start, title_end=start, rank=1))
    return outline(text, end, inner, find_marks(text, start, end, year), year, begins=begins)


def _annexes(
    text: str, start: int, end: int, headings: list[Heading], year: int | None
) -> list[Node]:
    """Appendices and the list of terms behind a report."""
    nodes: list[Node] = []
    parts = [h for h in headings if start <= h.start < end and h.rank == PART]
    stops = [*(part.start for part in parts[1:]), end]
    for part, stop in zip(parts, stops, strict=False):
        if _is_glossary(text, part, end):
            title = (part.start, part.title_end)
            nodes.append(Node(start=part.start, end=end, rank=0, kind="glossary", title=title))
            break
        nodes += _outlined(text, part.start, stop, headings, year, "tasks")
    return nodes


def _front(text: str, start: int, end: int) -> list[Node]:
    """The furniture in front of a report, and its opening: title, date, speaker, address."""
    cut, at = start, start
    lines: list[tuple[int, int, str]] = []
    while at < end:
        stop = text.find("\n", at, end) + 1 or end
        line = text[at:stop]
        excerpt = bool(lines) and "内容摘要" in lines[-1][2] and len(line) > 60
        if section_words("METADATA_END").search(line[:200]) or excerpt:
            cut = stop
        metadata = section_words("METADATA").search(line[:200])
        lines.append(
            (at, stop, "内容摘要" if "内容摘要" in line else "furniture" if metadata else "")
        )
        at = stop
    nodes: list[Node] = []
    for at, stop, mark in lines:
        kind = "furniture" if mark or stop <= cut else "opening"
        if nodes and nodes[-1].kind == kind:
            nodes[-1].end = stop
        else:
            nodes.append(_node(at, stop, kind))
    return nodes


def _opening_end(
    text: str, start: int, end: int, headings: list[Heading], joins: frozenset[int]
) -> int:
    """Where the report begins to report: behind 现在，我代表…请予审议。, else behind its title."""
    limit = min(start + _OPENING, end)
    found = start
    for match in section_words("OPENING").finditer(text, start, limit):
        found = _sentence_end(text, match.end(), end)
        if _SUBMITTED.match(text, found, min(found + 90, end)):
            found = _sentence_end(text, found, end)
    if found > start:
        return found + (text[found : found + 1] == "\n")
    first = next((h.start for h in headings if h.start > start and h.rank <= 1), end)
    if first - start <= _OPENING and 0 <= text.find("各位代表", start, limit) < first:
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
            if section_words("APPENDIX").match(title) or _is_glossary(text, heading, end):
                return heading.start
    return end


def _is_glossary(text: str, heading: Heading, end: int) -> bool:
    """Whether a heading is that of a list of terms: by its words, and entries follow."""
    if not section_words("GLOSSARY").search(text[heading.start : heading.title_end]):
        return False
    lines = text[heading.title_end : min(heading.title_end + 3000, end)].split("\n")
    return any(_ENTRY.match(line) for line in lines)


def _closing_start(text: str, start: int, end: int, headings: list[Heading]) -> int:
    """Where the last appeal begins: 各位代表！…让我们更加紧密地团结…"""
    floor = _last_heading(headings, start, end)
    last = max(text.rfind("\n", floor, end - 1) + 1, floor)
    at = text.rfind("各位代表", floor, end)
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
