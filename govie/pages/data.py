"""What the script of a page knows: facts, other records, the outline, as JSON without nulls."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from govie.in_words import value_in_words
from govie.records import Document, Fact, NumericFact, Place, Program, Record, Section, Term

__all__ = ["JUDGED", "document_hash", "facts_of", "names_of", "outline_of"]

JUDGED = {
    "numeric": (
        "indicator",
        "indicator_id",
        "value",
        "value_high",
        "from_value",
        "unit",
        "comparator",
        "hedge",
        "commitment",
        "measure",
        "direction",
        "status",
        "estimated",
        "period_start",
        "period_end",
        "place",
        "rank_scope",
    ),
    "relative": (
        "indicator",
        "indicator_id",
        "relation",
        "relative_to",
        "authority",
        "commitment",
        "direction",
        "status",
        "period_start",
        "period_end",
        "place",
    ),
}
"""The fields of a fact that a reader can correct and that a score counts, by type."""

_NAMES = {Place: ("name", "kind", "adcode"), Program: ("name", "kind", "program_id")}


def document_hash(text: str) -> str:
    """What tells a text from others; marks on facts belong to it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def facts_of(records: Iterable[Record]) -> list[dict[str, Any]]:
    """The facts in order of the text, each with ``shown``, its value in words, and ``key``.

    The key holds for what the fact says, so that a mark does not survive a change of it.
    """
    facts = [r for r in records if isinstance(r, Fact)]
    facts.sort(key=lambda fact: (fact.start, fact.id))
    seen: dict[str, int] = {}
    rows: list[dict[str, Any]] = []
    for fact in facts:
        plain = _compact(fact.to_dict())
        said = {name: plain.get(name) for name in ("start", "end", *JUDGED[fact.type])}
        digest = hashlib.sha256(json.dumps([fact.type, said]).encode()).hexdigest()[:12]
        seen[digest] = count = seen.get(digest, 0) + 1
        plain["key"] = digest if count == 1 else f"{digest}-{count}"
        plain["text"] = "".join(plain["text"].split())
        if isinstance(fact, NumericFact):
            plain["shown"] = value_in_words(fact)
        rows.append(plain)
    return rows


def names_of(records: Iterable[Record]) -> dict[str, dict[str, Any]]:
    """Places, programmes and terms by id."""
    names: dict[str, dict[str, Any]] = {}
    for record in records:
        if isinstance(record, Term):
            said = attrs.asdict(
                record, filter=attrs.filters.include("term", "definition", "components", "count")
            )
            said["name"] = said.pop("term")
        elif fields := _NAMES.get(type(record)):
            said = {field: getattr(record, field) for field in fields}
        else:
            continue
        names[record.id] = {"type": record.type, **_compact(said)}
    return names


def outline_of(records: Sequence[Record]) -> list[dict[str, Any]]:
    """Documents and titled sections in order: id, depth, title.

    A file of one document needs no line for it.
    """
    documents = [record for record in records if isinstance(record, Document)]
    lines: list[tuple[int, int, dict[str, Any]]] = []
    if len(documents) > 1:
        lines = [(d.start, -1, {"id": d.id, "depth": 0, "title": _title(d)}) for d in documents]
    depths: dict[str | None, int] = {None: int(len(documents) > 1)}
    for record in records:
        if isinstance(record, Section):
            depth = depths.get(record.parent, depths[None])
            depths[record.id] = depth + bool(record.title)
            if record.title:
                line = {"id": record.id, "depth": depth, "title": record.title}
                lines.append((record.start, depth, line))
    return [line for _, _, line in sorted(lines, key=lambda entry: entry[:2])]


def _title(document: Document) -> str:
    whose = " ".join(str(part) for part in (document.place, document.year) if part)
    return document.title or whose or document.id


def _compact(plain: dict[str, Any]) -> dict[str, Any]:
    """Without what is null, false or empty."""
    return {
        name: value
        for name, value in plain.items()
        if value is not None and value is not False and value != []
    }
