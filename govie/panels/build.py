"""Panels from parsed reports: the target of a year from its report, the result from the next."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govie.panels.book import Book
from govie.panels.bounds import bounds_of
from govie.panels.key import Key
from govie.panels.read import ReportFacts, read_doc
from govie.panels.relative import judge_relative, reference_of
from govie.panels.row import PanelRow
from govie.panels.source import named
from govie.panels.statement import Stated, Statement
from govie.panels.strictness import Strictness
from govie.panels.verdict import Verdict, comparable, judge
from govie.records import NumericFact, RelativeTarget

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["PanelWarning", "panel", "panel_of"]


class PanelWarning(UserWarning):
    """A report was left out of a panel, or took the place of another one."""


def panel(
    docs: Mapping[str, Doc] | Iterable[Doc], *, strictness: str | Path | None = None
) -> list[PanelRow]:
    """Rows of government, year and series from reports read by :func:`govie.parse`.

    ``docs`` are Docs by the names that rows shall call them, or just Docs, which are called by
    their file or, where their text was a string, by their number from 1. ``strictness`` is a file
    in place of the table of hard and soft wordings; PatternError where it is wrong. Warns with
    PanelWarning of reports without place or year, and of several for one government and year, of
    which the last one counts.

    >>> import govie
    >>> before = govie.parse("预期目标：地区生产总值增长8%。", jurisdiction="株洲市", year=2021)
    >>> after = govie.parse("2021年地区生产总值增长8.3%。", jurisdiction="株洲市", year=2022)
    >>> (row,) = govie.panel([before, after])
    >>> row.year, row.target_text, row.actual_text, str(row.gap), row.met
    (2021, '8%', '8.3%', '0.3', True)
    """
    table = Strictness.from_file(strictness) if strictness else Strictness.default()
    reports: list[ReportFacts] = []
    notes: list[str] = []
    for name, doc in named(docs):
        found, said = read_doc(doc, name)
        reports += found
        notes += said
    rows, said = panel_of(reports, table)
    for note in (*notes, *said):
        warnings.warn(note, PanelWarning, stacklevel=2)
    return rows


def panel_of(
    reports: Iterable[ReportFacts], strictness: Strictness
) -> tuple[list[PanelRow], list[str]]:
    """The rows, by government, year and order of the text, and notes on what was passed over."""
    book = Book(reports)
    rows = [row for report, year in book.years() for row in _rows(book, report, year, strictness)]
    return rows, book.notes


def _rows(book: Book, report: ReportFacts, year: int, strictness: Strictness) -> Iterator[PanelRow]:
    """The rows of a government and a year: targets in order, then results that nobody set."""
    own, following = book.report(report.government, year), book.report(report.government, year + 1)
    targets = dict(own.targets) if own else {}
    for key, quoted in following.quoted.items() if following else ():
        targets.setdefault(key, quoted)
    actuals = following.actuals if following else {}
    others = [key for key in actuals if key.indicator_id and key not in targets]
    others = [key for key in others if actuals[key].number]
    for key in (*targets, *others):
        target, actual = targets.get(key), actuals.get(key)
        yield PanelRow(
            place=report.place,
            adcode=report.adcode,
            level=report.level,
            year=year,
            indicator_id=key.indicator_id,
            indicator=key.name,
            scope=key.scope,
            measure=key.measure,
            unit=_unit(target, actual),
            headline=target is not None and target.headline,
            target_state=_state(own, target),
            actual_state=_state(following, actual),
            **_target(target, own, strictness),
            **_actual(actual, following),
            **_verdict(book, report, year, key, target, actual),
            **_above(book, report, year, key, _unit(target, actual)),
        )


def _state(report: ReportFacts | None, stated: Stated | None) -> str:
    if stated is not None:
        return "stated"
    return "not_found" if report is None else "not_stated"


def _unit(*stated: Stated | None) -> str | None:
    facts = [s.number.fact for s in stated if s and s.number]
    return next((f.unit for f in facts if isinstance(f, NumericFact)), None)


def _source(side: str, statement: Statement | None, report: ReportFacts | None) -> dict[str, Any]:
    """The columns that say where a side comes from, or would have stood."""
    if statement is None:
        return {f"{side}_doc": report.doc if report else None}
    return {
        f"{side}_text": statement.wording,
        f"{side}_doc": statement.doc,
        f"{side}_start": statement.fact.start,
        f"{side}_end": statement.fact.end,
        f"{side}_sentence": statement.sentence,
    }


def _target(
    stated: Stated | None, report: ReportFacts | None, strictness: Strictness
) -> dict[str, Any]:
    """The columns of the promise: the number, and what is said beside it without one."""
    statement = stated.first if stated else None
    columns = _source("target", statement, report)
    if stated is None or statement is None:
        return columns
    columns["commitment"] = statement.fact.commitment
    columns["strictness"] = strictness.of(statement.fact)
    if isinstance(statement.fact, NumericFact):
        bounds = bounds_of(statement.fact)
        columns["target_low"] = bounds.low if bounds else None
        columns["target_high"] = bounds.high if bounds else None
        columns["comparator"] = statement.fact.comparator
        columns["hedge"] = statement.fact.hedge
    if stated.relative and isinstance(stated.relative.fact, RelativeTarget):
        columns["relation"] = stated.relative.fact.relation
        columns["relative_to"] = stated.relative.fact.relative_to
    return columns


def _actual(stated: Stated | None, report: ReportFacts | None) -> dict[str, Any]:
    """The columns of the result."""
    statement = stated.first if stated else None
    columns = _source("actual", statement, report)
    if statement is not None and isinstance(statement.fact, NumericFact):
        bounds = bounds_of(statement.fact)
        columns["actual"] = bounds.nearest if bounds else None
        columns["actual_comparator"] = statement.fact.comparator
        columns["estimated"] = statement.fact.estimated
    return columns


def _verdict(
    book: Book,
    report: ReportFacts,
    year: int,
    key: Key,
    target: Stated | None,
    actual: Stated | None,
) -> dict[str, Any]:
    """Gap, verdict, and for a target without a number what it stands for."""
    if target is None:
        return {}
    promise, result = target.first.fact, actual.number.fact if actual and actual.number else None
    if isinstance(promise, NumericFact):
        verdict = judge(promise, result) if isinstance(result, NumericFact) else Verdict()
        return {"gap": verdict.gap, "met": verdict.met}
    reference = reference_of(book, report, year, key, promise)
    verdict = judge_relative(promise, reference, actual) if actual else Verdict()
    return {"reference": reference, "gap": verdict.gap, "met": verdict.met}


def _above(
    book: Book, report: ReportFacts, year: int, key: Key, unit: str | None
) -> dict[str, Any]:
    """The target that the nearest government above set itself for the same series."""
    for superior in book.above(report, year):
        stated = superior.targets.get(key)
        fact = stated.number.fact if stated and stated.number else None
        if not isinstance(fact, NumericFact) or (unit and not comparable(unit, fact.unit)):
            continue
        if bounds := bounds_of(fact):
            return {
                "target_above_place": superior.place,
                "target_above_low": bounds.low,
                "target_above_high": bounds.high,
                "target_above_comparator": fact.comparator,
            }
    return {}
