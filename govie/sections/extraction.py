"""Sections of the documents of a text: their headings, kinds, parents and periods.

:func:`extract_sections` returns the documents too. The sections of a document cover it: what stands
in front of the report and behind it is of kind ``opening``, ``closing``, ``glossary`` or
``furniture``. A section without heading has no title.
"""

from __future__ import annotations

from govie.context import Context
from govie.dates.periods import Period
from govie.records import Document, Section
from govie.sections.documents import extract_documents, find_copy
from govie.sections.headings import BULLET, PART, Heading, find_headings
from govie.sections.jurisdiction import is_report
from govie.sections.marks import find_marks
from govie.sections.nodes import Node
from govie.sections.outline import outline
from govie.sections.zones import find_zones, front_stretches, is_glossary
from govie.text.view import TextView

__all__ = ["extract_sections"]


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
    copy = find_copy(text, start, end)
    headings = find_headings(text, start, copy, joins)
    zones = find_zones(text, start, copy, headings, joins)
    nodes = [_node(*stretch) for stretch in front_stretches(text, start, zones.body)]
    nodes += _outlined(text, zones.body, zones.closing, headings, year, begins)
    if zones.behind > zones.closing:
        period = Period(year, year) if year else None
        nodes.append(_node(zones.closing, zones.behind, "closing", period))
    if zones.annex > zones.behind:
        nodes.append(_node(zones.behind, zones.annex, "furniture"))
    nodes += _annexes(text, zones.annex, zones.furniture, headings, year)
    if end > zones.furniture:
        nodes.append(_node(zones.furniture, end, "furniture"))
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
    parts = [h for h in headings if start <= h.start < end and h.rank == PART]
    if start < end and (not parts or parts[0].start > start):
        return [_node(start, end, "glossary")]
    nodes: list[Node] = []
    stops = [*(part.start for part in parts[1:]), end]
    for part, stop in zip(parts, stops, strict=False):
        if is_glossary(text, part, end):
            title = (part.start, part.title_end)
            nodes.append(Node(start=part.start, end=end, rank=0, kind="glossary", title=title))
            break
        nodes += _outlined(text, part.start, stop, headings, year, "tasks")
    return nodes
