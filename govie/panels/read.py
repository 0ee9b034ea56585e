"""What a panel needs of a report: for each series what the report says of it.

A report says a thing more than once and says it of others too. What counts here is its own
government, one whole year, and among several facts of one series that of the targets paragraph;
else, and for results, that of the sentence which names most indicators: it sums up the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from govie.packs import load_patterns, per_packs
from govie.packs.expressions import either
from govie.panels.key import Key, key_of
from govie.panels.source import reports_of
from govie.panels.statement import Stated, Statement, best, paired
from govie.panels.wording import wording_of
from govie.records import Document, Fact

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from govie.text.view import TextView

__all__ = ["ReportFacts", "read_doc"]


_MEASURES = frozenset({"growth", "level", "delta", "ratio", "multiple", None})
"""A place in a list and the days that something took are no series over the years."""


@frozen(kw_only=True)
class ReportFacts:
    """The facts of one report that bear on a panel. Series stand in order of the text."""

    doc: str
    """Name of the file."""
    place: str
    adcode: str | None
    level: str | None
    year: int
    targets: Mapping[Key, Stated]
    """Of the year of the report: of known indicators all, of others what the targets paragraph
    names."""
    quoted: Mapping[Key, Stated]
    """Targets of the year before, as the report recalls them: 6.5%（年度目标6%以上）."""
    actuals: Mapping[Key, Stated]
    """Of the year before."""

    @property
    def government(self) -> str:
        """What tells a government from others: its code, else its name."""
        return self.adcode or self.place


def read_doc(doc: Doc, name: str) -> tuple[list[ReportFacts], list[str]]:
    """The reports of a file that goes by a name, and notes on those that could not be used.

    A file may hold several; articles beside them are passed over.
    """
    from govie.store import view_of

    view = view_of(doc)
    documents = reports_of(doc)
    reports: list[ReportFacts] = []
    notes: list[str] = []
    for document in documents:
        if document.place is None or document.year is None:
            missing = "government" if document.place is None else "year"
            notes.append(f"{name}: no {missing} found in it, so it is left out")
            continue
        statements = list(_statements(doc, view, name, document))
        reports.append(_facts(statements, name, document, document.place, document.year))
    if not documents:
        notes.append(f"{name}: holds no report")
    return reports, notes


def _facts(
    statements: list[Statement], name: str, document: Document, place: str, year: int
) -> ReportFacts:
    now, before = str(year), str(year - 1)
    targets = [
        s for s in statements if s.fact.status == "target" and (s.headline or s.key.indicator_id)
    ]
    actuals = [s for s in statements if s.fact.status == "actual" and _is_of(s.fact, before)]
    return ReportFacts(
        doc=name,
        place=place,
        adcode=document.adcode,
        level=document.level,
        year=year,
        targets=best(
            (s for s in targets if _is_due(s.fact, now)),
            lambda s: (not s.headline, s.fact.period_start is None, -s.company, s.fact.start),
        ),
        quoted=best(
            paired((s for s in targets if _is_of(s.fact, before)), actuals),
            lambda s: (s.fact.start,),
        ),
        actuals=best(actuals, lambda s: (-s.company, s.fact.start)),
    )


def _is_own(fact: Fact, document: Document) -> bool:
    """Whether a fact is about the jurisdiction of the report rather than a zone or the nation."""
    if fact.place is None or fact.place == document.place:
        return True
    return fact.adcode is not None and fact.adcode == document.adcode


def _is_of(fact: Fact, year: str) -> bool:
    return fact.period_start == fact.period_end == year


def _is_due(fact: Fact, year: str) -> bool:
    """Whether a target is one of the year, not of five years that end with it."""
    return fact.period_end == year and fact.period_start in (None, year)


def _is_of_part(before: str) -> bool:
    """Whether a fact is about a part of the year (上半年), by the words in front of it."""
    said = [found.lastgroup for found in _parts().finditer(before)]
    return said[-1:] == ["part"]


@per_packs
def _parts() -> re.Pattern[str]:
    part, whole = (either(load_patterns("panel", label)) for label in ("PART", "WHOLE"))
    return re.compile(f"(?P<part>{part})|{whole}|[0-9]{{4}}年")


def _statements(doc: Doc, view: TextView, name: str, document: Document) -> Iterator[Statement]:
    """The facts of a document that name their series."""
    report = doc._.govie
    headlines = frozenset(s.id for s in report.sections if s.kind == "targets")
    found: list[tuple[Key, Fact, tuple[int, int]]] = []
    named: dict[tuple[int, int], set[str]] = {}
    facts: Iterable[Fact] = (*report.numeric_facts, *report.relative_targets)
    for fact in facts:
        if fact.document != document.id or not _is_own(fact, document):
            continue
        key = key_of(fact)
        if key is None or key.measure not in _MEASURES:
            continue
        sentence = view.sentence_at(view.clean_offset(fact.start))
        if _is_of_part(view.text[sentence[0] : view.clean_offset(fact.start)]):
            continue
        found.append((key, fact, sentence))
        if fact.indicator_id:
            named.setdefault(sentence, set()).add(fact.indicator_id)
    for key, fact, sentence in sorted(found, key=lambda entry: entry[1].start):
        yield Statement(
            key=key,
            fact=fact,
            doc=name,
            wording=wording_of(view, fact),
            sentence=view.text[slice(*sentence)].strip(),
            headline=fact.section in headlines,
            company=len(named.get(sentence, ())),
        )
