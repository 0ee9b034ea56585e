"""Sections of the documents of a text: their headings, kinds, parents and periods.

:func:`extract_sections` returns the documents too. The sections of a document cover it: what stands
in front of the report and behind it is of kind ``opening``, ``closing``, ``glossary`` or
``furniture``. A section without heading has no title.
"""

from __future__ import annotations

import re

from govie.context import Context
from govie.documents import extract_documents
from govie.headings import Heading, find_headings, section_words
from govie.marks import find_marks
from govie.outline import Node, outline
from govie.records import Document, Section
from govie.view import TextView

__all__ = ["extract_sections"]

_OPENING = 900
"""How far an opening reaches at most."""
_ENTRY = re.compile(
    r"(?:\^?\[|【|〔)[0-9]{1,3}[\]】〕]|[0-9]{1,3}(?:\.(?![0-9])|、)|[（(][0-9]{1,3}[）)]"
)
_GLOSSARY_AT_LEAST = 3


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
        nodes = _nodes(view.text, start, end, joins, document.year)
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
        title=view.text[slice(*node.title)] if node.title else None,
        level=node.level,
        ordinal=node.ordinal,
        kind=node.kind,
        parent=ids[id(node.parent)] if node.parent else None,
        period_start=str(first) if first else None,
        period_end=str(last) if last else None,
    )


def _nodes(text: str, start: int, end: int, joins: frozenset[int], year: int | None) -> list[Node]:
    """All sections of one document."""
    headings = find_headings(text, start, end, joins)
    opening_end = _opening_end(text, start, end, headings)
    furniture = _furniture_start(text, opening_end, end, headings)
    glossary = _glossary_start(text, opening_end, furniture, headings)
    closing = _closing_start(text, opening_end, glossary, headings)
    nodes: list[Node] = []
    if opening_end > start:
        nodes += _front(text, start, opening_end)
    inner = [h for h in headings if opening_end <= h.start < closing]
    body: list[Node] = []
    if closing > opening_end:
        marks = find_marks(text, opening_end, closing, year)
        if not inner or inner[0].start > opening_end:
            inner.insert(0, Heading(start=opening_end, title_end=opening_end, rank=1))
        body = outline(text, opening_end, closing, inner, marks, year)
    nodes += body
    if glossary > closing:
        period = body[-1].period if body else None
        nodes.append(Node(start=closing, end=glossary, rank=0, kind="closing", period=period))
    titles = {h.start: h for h in headings}
    if furniture > glossary:
        nodes.append(_titled(glossary, furniture, "glossary", titles.get(glossary)))
    if end > furniture:
        nodes.append(Node(start=furniture, end=end, rank=0, kind="furniture", rule="words"))
    return nodes


def _titled(start: int, end: int, kind: str, heading: Heading | None) -> Node:
    title = (heading.start, heading.title_end) if heading else None
    return Node(start=start, end=end, rank=0, kind=kind, title=title)


def _front(text: str, start: int, end: int) -> list[Node]:
    """The furniture in front of a report, and its opening: title, date, speaker, address."""
    cut = start
    for match in re.finditer("\n", text[start:end]):
        line = text.rfind("\n", start, start + match.start()) + 1
        head = text[max(line, start) : start + match.start()]
        if section_words("METADATA").search(head[:200]):
            cut = start + match.end()
    nodes = []
    if cut > start:
        nodes.append(Node(start=start, end=cut, rank=0, kind="furniture", rule="words"))
    if end > cut:
        nodes.append(Node(start=cut, end=end, rank=0, kind="opening", rule="words"))
    return nodes


def _opening_end(text: str, start: int, end: int, headings: list[Heading]) -> int:
    """Where the report begins to report: behind 现在，我代表…请予审议。"""
    limit = min(start + _OPENING, end)
    found = start
    for match in section_words("OPENING").finditer(text, start, limit):
        found = _sentence_end(text, match.end(), end)
        following = text[found : found + 60]
        if re.match(r"[^。]{0,50}(?:审议|意见)[^。]{0,30}。", following):
            found = _sentence_end(text, found, end)
    if found == start:
        first = next((h.start for h in headings if h.start > start), start)
        address = text.find("各位代表", start, limit)
        if address >= 0 and first - start <= _OPENING:
            return first
        return start
    return found + (text[found : found + 1] == "\n")


def _sentence_end(text: str, at: int, end: int) -> int:
    stops = [text.find(stop, at, end) for stop in "。！\n"]
    return min((stop + 1 for stop in stops if stop >= 0), default=end)


def _furniture_start(text: str, start: int, end: int, headings: list[Heading]) -> int:
    """Where page furniture begins behind a report: after its last heading, and to the end."""
    floor = max((h.start for h in headings if h.rank <= 2), default=start)
    found = section_words("FURNITURE").search(text, max(floor, start), end)
    if not found:
        return end
    at = found.start()
    line = text.rfind("\n", start, at) + 1
    return line if at - line <= 12 and line > start else at


def _glossary_start(text: str, start: int, end: int, headings: list[Heading]) -> int:
    """Where the list of terms begins: at its heading, which entries follow."""
    glossary = section_words("HEADING")
    for heading in headings:
        title = text[heading.start : heading.title_end]
        if start <= heading.start < end and heading.rank <= 1 and glossary.search(title):
            if _is_glossary(title) and _entries(text, heading.title_end, end):
                return heading.start
    return end


def _is_glossary(title: str) -> bool:
    from govie.packs import load_patterns

    patterns = [p for p in load_patterns("sections") if p.id == "glossary"]
    return any(re.search(p.regex or "", title) for p in patterns)


def _entries(text: str, start: int, end: int) -> bool:
    """Whether numbered entries follow."""
    lines = text[start : min(start + 3000, end)].split("\n")
    return sum(bool(_ENTRY.match(line)) for line in lines) >= 1


def _closing_start(text: str, start: int, end: int, headings: list[Heading]) -> int:
    """Where the last appeal begins: 各位代表！…让我们更加紧密地团结…"""
    floor = max(
        (h.start for h in headings if start <= h.start < end and h.rank <= 2), default=start
    )
    at = text.rfind("各位代表", floor, end)
    if at < 0:
        at = text.rfind("\n", floor, end - 1) + 1
    if at <= start or end - at > 1500:
        return end
    return at if section_words("CLOSING").search(text, at, end) else end
