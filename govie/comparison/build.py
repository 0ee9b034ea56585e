"""Comparisons of two reports of one government, or of two governments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from govie.comparison.change import Change, change_between, wording_between
from govie.comparison.row import CompareRow
from govie.errors import ConfigError
from govie.panels.bounds import bounds_of
from govie.panels.key import Key
from govie.panels.read import ReportFacts, read_doc
from govie.panels.source import name_of
from govie.panels.statement import Stated, Statement
from govie.panels.strictness import Strictness
from govie.records import NumericFact

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["compare", "compare_reports", "report_of"]


def compare(a: Doc, b: Doc, *, strictness: str | Path | None = None) -> list[CompareRow]:
    """What the report in ``b`` promises otherwise than that in ``a``, in order of the text.

    Raises ConfigError where a Doc holds no report of a known government and year; of several it is
    the first. ``strictness`` is a file in place of the table of hard and soft wordings.

    >>> import govie
    >>> before = govie.parse("预期目标：地区生产总值增长8%。", jurisdiction="株洲市", year=2021)
    >>> after = govie.parse("预期目标：地区生产总值增长7%。", jurisdiction="株洲市", year=2022)
    >>> [(row.indicator, row.change, str(row.difference)) for row in govie.compare(before, after)]
    [('地区生产总值', 'lowered', '-1')]
    """
    table = Strictness.from_file(strictness) if strictness else Strictness.default()
    return compare_reports(report_of(a, "a"), report_of(b, "b"), table)


def report_of(doc: Doc, name: str) -> ReportFacts:
    """The first report of a Doc, which goes by a name where it is from no file.

    Raises ConfigError where it holds none of a known government and year.
    """
    reports, notes = read_doc(doc, name_of(doc) or name)
    if not reports:
        raise ConfigError("; ".join(notes) or f"{name}: no report found in it")
    return reports[0]


def compare_reports(a: ReportFacts, b: ReportFacts, strictness: Strictness) -> list[CompareRow]:
    """A row for each series of which either report states a target."""
    return [
        _row(a, b, key, a.targets.get(key), b.targets.get(key), strictness)
        for key in dict.fromkeys((*a.targets, *b.targets))
    ]


def _row(
    a: ReportFacts,
    b: ReportFacts,
    key: Key,
    first: Stated | None,
    second: Stated | None,
    strictness: Strictness,
) -> CompareRow:
    one, other = (s.first if s else None for s in (first, second))
    if one and other:
        change, wording = change_between(one, other), wording_between(one, other, strictness)
    else:
        change, wording = Change("dropped" if one else "new"), None
    numbers = [s.fact for s in (one, other) if s and isinstance(s.fact, NumericFact)]
    return CompareRow(
        a_place=a.place,
        a_year=a.year,
        b_place=b.place,
        b_year=b.year,
        indicator_id=key.indicator_id,
        indicator=key.name,
        scope=key.scope,
        measure=key.measure,
        unit=numbers[0].unit if numbers else None,
        headline=any(s.headline for s in (first, second) if s),
        change=change.kind,
        difference=change.difference,
        wording=wording,
        commitment=_commitments(one, other),
        **_side("a", one, strictness),
        **_side("b", other, strictness),
    )


def _commitments(one: Statement | None, other: Statement | None) -> str | None:
    """How the commitment changed, in words."""
    if one is None or other is None or one.fact.commitment == other.fact.commitment:
        return None
    return " → ".join(statement.fact.commitment or "none" for statement in (one, other))


def _side(side: str, statement: Statement | None, strictness: Strictness) -> dict[str, Any]:
    """The columns of one of the two reports."""
    if statement is None:
        return {}
    fact = statement.fact
    bounds = bounds_of(fact) if isinstance(fact, NumericFact) else None
    columns = {
        "text": statement.wording,
        "low": bounds.low if bounds else None,
        "high": bounds.high if bounds else None,
        "comparator": fact.comparator if isinstance(fact, NumericFact) else None,
        "commitment": fact.commitment,
        "strictness": strictness.of(fact),
        "doc": statement.doc,
        "start": fact.start,
        "end": fact.end,
        "sentence": statement.sentence,
    }
    return {f"{side}_{name}": value for name, value in columns.items()}
