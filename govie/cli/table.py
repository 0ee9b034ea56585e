"""Records as tables for reading in a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import groupby
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text
from spacy.tokens import Doc

from govie.cli.console import SafeConsole
from govie.cli.fact_table import print_facts
from govie.in_words import period_in_words
from govie.records import Document, Fact, Record, Section

__all__ = ["make_console", "print_report"]

_WIDTH = 100
"""Columns where the output is no terminal and the environment says nothing."""


def make_console() -> Console:
    """A console on the standard output, 100 columns wide where that is no terminal."""
    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    return SafeConsole(width=None if told else _WIDTH, highlight=False, markup=False, emoji=False)


def print_report(
    console: Console, name: str, doc: Doc, records: Sequence[Record], *, sentences: bool = True
) -> None:
    """Print some records of a Doc, a table for each type; ``name`` says where the text is from."""
    documents = {document.id: document for document in doc._.govie.documents}
    facts = [r for r in records if isinstance(r, Fact)]
    facts.sort(key=lambda fact: fact.start)
    for document_id, group in groupby(facts, key=lambda fact: fact.document):
        of_document = list(group)
        _print_title(console, name, of_document, documents.get(document_id or ""))
        print_facts(console, doc, of_document, sentences=sentences)
    for kind, make_table in _TABLES.items():
        of_kind = [record for record in records if record.type == kind]
        if of_kind:
            table = make_table(of_kind)
            _print_title(console, name, of_kind, rows=table.row_count)
            console.print(table)
            console.print()
    if not records:
        _print_title(console, name, records)


def _print_title(
    console: Console,
    name: str,
    records: Sequence[Record],
    document: Document | None = None,
    *,
    rows: int | None = None,
) -> None:
    """A line that says whose report follows, from which file, and how much was found.

    ``rows`` is the length of the table below: a table of names has one for all their mentions.
    """
    kind = records[0].type if records else ""
    noun = _NOUNS.get(kind, "record")
    count = _count(len(records), noun)
    if kind in _MENTIONED:
        count = f"{_count(len(records), 'mention')} of {_count(rows or 0, noun)}"
    whose = (document.place, document.year) if document else ()
    parts = [" ".join(str(part) for part in whose if part), name, count]
    console.print(Text(" · ".join(filter(None, parts)), style="bold underline"))


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _documents(records: Iterable[Any]) -> Table:
    table = _table("id", "place", "code", "level", "year", "title")
    for r in records:
        table.add_row(r.id, r.place, r.adcode, r.level, str(r.year or ""), _flat(r.title))
    return table


def _sections(records: Iterable[Any]) -> Table:
    table = _table("id", "section", "kind", "period")
    for r in records:
        title = "  " * max(0, r.level - 1) + _title_of(r)
        table.add_row(r.id, title, r.kind, period_in_words(r.period_start, r.period_end))
    return table


def _title_of(section: Section) -> str:
    return _flat(section.title) if section.title else f"({_flat(section.text[:20])}…)"


def _places(records: Iterable[Any]) -> Table:
    table = _table("place", "code", "kind", "written", "times")
    for of_one in _by(records, lambda r: (r.name, r.adcode, r.kind)):
        first = of_one[0]
        code = first.adcode or ("?" if first.candidates else "")
        table.add_row(first.name, code, first.kind, _forms(of_one), str(len(of_one)))
    return table


def _programs(records: Iterable[Any]) -> Table:
    table = _table("programme", "kind", "written", "times")
    for of_one in _by(records, lambda r: r.program_id):
        first = of_one[0]
        table.add_row(first.name, first.kind, _forms(of_one), str(len(of_one)))
    return table


def _terms(records: Iterable[Any]) -> Table:
    table = _table("term", "definition", "parts", "times")
    for r in records:
        parts = f"{len(r.components)} of {r.count}" if r.count else str(len(r.components) or "")
        table.add_row(r.term, _flat(r.definition), parts, str(len(r.mentions)))
    return table


_TABLES: dict[str, Callable[[Iterable[Any]], Table]] = {
    "document": _documents,
    "section": _sections,
    "place": _places,
    "program": _programs,
    "term": _terms,
}
_MENTIONED = frozenset({"place", "program"})
"""Records that are mentions of what a row of their table is about."""
_NOUNS = {
    "document": "document",
    "section": "section",
    "place": "place",
    "program": "programme",
    "term": "term",
    "numeric": "fact",
    "relative": "fact",
}


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _by(records: Iterable[Any], key: Callable[[Any], Hashable]) -> list[list[Any]]:
    """Records of one key together, in order of their first."""
    groups: dict[Hashable, list[Any]] = {}
    for record in records:
        groups.setdefault(key(record), []).append(record)
    return list(groups.values())


def _forms(records: Iterable[Any]) -> str:
    return "、".join(dict.fromkeys(record.form for record in records))


def _flat(text: str | None) -> str:
    """A text on one line."""
    return " ".join((text or "").split())
