"""What govie promises of any text, and whether it keeps it.

:func:`read` runs the extractors over a text, without spaCy; :func:`breaches` says in a line each
which promises what they found breaks. Tests and the fuzzer ask the same.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator

from govie.context import Context, Given
from govie.facts.extraction import extract_numeric
from govie.facts.relative import extract_relative
from govie.glossary.extraction import extract_terms
from govie.in_words import period_in_words, value_in_words
from govie.numbers.quantity import quantities
from govie.places.extraction import extract_places
from govie.programs.extraction import extract_programs
from govie.records import NumericFact, Record, RelativeTarget, Term, from_dict
from govie.sections.extraction import extract_sections
from govie.text.view import TextView

__all__ = ["EXTRACTORS", "breaches", "measure", "read"]

EXTRACTORS: dict[str, Callable[[TextView, Context], list[Record]]] = {
    "sections": extract_sections,
    "places": extract_places,
    "glossary": extract_terms,
    "programs": extract_programs,
    "numeric": extract_numeric,
    "relative": extract_relative,
}
"""The text-level extractors in the order of the pipeline."""
_SLOW = 1.0
"""Seconds that a text of some hundred characters may take."""


def read(raw: str, given: Given | None = None) -> list[Record]:
    """All records of a text."""
    view = TextView(raw)
    records: list[Record] = []
    for extract in EXTRACTORS.values():
        records += extract(view, Context(records, given))
    return records


def measure(raw: str) -> dict[str, float]:
    """Seconds of processor time that the view and each extractor take over a text."""
    taken: dict[str, float] = {}
    started = time.process_time()
    view = TextView(raw)
    taken["view"] = time.process_time() - started
    records: list[Record] = []
    for name, extract in EXTRACTORS.items():
        started = time.process_time()
        records += extract(view, Context(records))
        taken[name] = time.process_time() - started
    return taken


def breaches(raw: str, given: Given | None = None) -> list[str]:
    """The promises that govie breaks over a text; empty where it keeps them all."""
    started = time.process_time()
    try:
        records = read(raw, given)
        numbers = quantities(raw, bare=True)
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]
    found = [*_records(raw, records)]
    found += [f"{q}: no such text" for q in numbers if raw[q.start : q.end] != q.text]
    if (taken := time.process_time() - started) > _SLOW * (1 + len(raw) / 1000):
        found.append(f"slow: {taken:.1f} s for {len(raw)} characters")
    return found


def _records(raw: str, records: list[Record]) -> Iterator[str]:
    known = {record.id for record in records}
    if len(known) < len(records):
        yield "two records have one id"
    last: dict[str, int] = {}
    for record in records:
        if record.start < last.get(record.type, 0):
            yield f"{record.id}: out of order"
        last[record.type] = record.start
        for start, end, text in _spans(record):
            if not 0 <= start < end <= len(raw) or raw[start:end] != (text or raw[start:end]):
                yield f"{record.id}: {start}:{end} is not {text!r}"
        for other in (record.section, record.document):
            if other is not None and other not in known:
                yield f"{record.id}: stands in {other}, which is not there"
        if from_dict(json.loads(json.dumps(record.to_dict()))) != record:
            yield f"{record.id}: does not survive JSON"
        if isinstance(record, NumericFact | RelativeTarget):
            try:
                value_in_words(record)
                period_in_words(record.period_start, record.period_end)
            except Exception as error:
                yield f"{record.id}: cannot be put in words ({type(error).__name__}: {error})"


def _spans(record: Record) -> Iterator[tuple[int, int, str | None]]:
    """Offsets of a record with the text that must stand there, None where it may be any."""
    yield record.start, record.end, record.text
    if isinstance(record, NumericFact | RelativeTarget) and record.indicator_start is not None:
        assert record.indicator_end is not None
        yield record.indicator_start, record.indicator_end, None
    if isinstance(record, Term):
        for mention in record.mentions:
            yield mention.start, mention.end, mention.text
