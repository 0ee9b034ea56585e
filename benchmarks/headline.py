"""Print the headline targets of every report of a collection, to be read against the texts.

The collection is a file of JSON lines with ``id``, ``place`` and ``year``; the text of each report
lies beside it as ``<id>.txt``. A row for each report, a column for each headline indicator.

    ≥8%  at least    ≈5%  about    5–5.5%  a range    <, >, ≤    (…)  said outside the targets
    ∥    in step with economic growth    ↑ ↓  above or below somebody else    →  set from above

What the library found is printed, with no help from the index but to flag another place or year.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

import govie
from govie import Document, NumericFact, Record, RelativeTarget, Section
from govie.json_forms import decimal_string
from govie.reading import read_text

COLUMNS: dict[str, dict[str, str]] = {
    "GDP": {"gdp": ""},
    "industry": {
        "industrial_va": "",
        "industrial_va_total": "all ",
        "industrial_output": "output ",
    },
    "investment": {"fixed_investment": "", "urban_fixed_investment": "urban "},
    "retail": {"retail_sales": ""},
    "revenue": {"general_budget_revenue": "", "fiscal_revenue": "total "},
    "income": {
        "income_per_capita": "",
        "urban_income_per_capita": "urban ",
        "rural_income_per_capita": "rural ",
        "rural_net_income_per_capita": "rural net ",
    },
    "jobs": {"urban_new_jobs": ""},
    "unemployment": {"urban_surveyed_unemployment": "", "urban_registered_unemployment": "reg. "},
    "CPI": {"cpi": "", "retail_price_index": "retail "},
    "trade": {"trade_total": "", "exports": "exports "},
}
"""Columns, and in each the indicators it takes with what is put in front of their values."""
SIGNS = {"approx": "≈", "gt": ">", "ge": "≥", "lt": "<", "le": "≤"}
RELATIONS = {"in_step": "∥", "above": "↑", "below": "↓", "delegated": "→", "positive": ">0"}

Target = NumericFact | RelativeTarget


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("index", type=Path, help="JSON lines with id, place and year")
    options = parser.parse_args()
    reports = [json.loads(line) for line in options.index.read_text("utf-8").splitlines() if line]
    table = Table("report", *COLUMNS, show_lines=True)
    for report in reports:
        text = read_text(options.index.parent / f"{report['id']}.txt")
        records = govie.parse(text)._.govie.records
        table.add_row(_title(report, records), *_cells(records))
    wide = Console(width=None if sys.stdout.isatty() else 200)
    wide.print(table)
    return 0


def _title(report: dict[str, object], records: Iterable[Record]) -> str:
    """Id, place and year as found, with a mark where the index has others."""
    found = next(record for record in records if isinstance(record, Document))
    same = (found.place, found.year) == (report["place"], report["year"])
    return f"{report['id']} {found.place} {found.year}{'' if same else ' !'}"


def _cells(records: Sequence[Record]) -> list[str]:
    document = next(record for record in records if isinstance(record, Document))
    kinds = {record.id: record.kind for record in records if isinstance(record, Section)}
    facts = [
        record
        for record in records
        if isinstance(record, Target)
        and record.status == "target"
        and record.period_end == str(document.year)
        and record.place == document.place
    ]
    inside = [fact for fact in facts if kinds.get(fact.section or "") == "targets"]
    outside = [fact for fact in facts if kinds.get(fact.section or "") == "outlook"]
    return [_cell(series, inside, outside) for series in COLUMNS.values()]


def _cell(series: dict[str, str], inside: list[Target], outside: list[Target]) -> str:
    """The values of one column, one line for each indicator that is stated."""
    lines = []
    for indicator_id, label in series.items():
        if found := _of(indicator_id, inside):
            lines.append(label + ", ".join(map(_written, found)))
        elif found := _of(indicator_id, outside)[:1]:
            lines.append(f"({label}{_written(found[0])})")
    return "\n".join(lines)


def _of(indicator_id: str, facts: list[Target]) -> list[Target]:
    """The facts of one indicator; its growth before its level."""
    found = [fact for fact in facts if fact.indicator_id == indicator_id]
    grown = [fact for fact in found if isinstance(fact, NumericFact) and fact.measure == "growth"]
    others = [fact for fact in found if isinstance(fact, RelativeTarget)]
    return grown + others or found


def _written(fact: Target) -> str:
    if isinstance(fact, RelativeTarget):
        sign = RELATIONS.get(fact.relation, fact.relation)
        return f"{sign}{fact.relative_to or fact.authority or ''}"
    value = fact.value if isinstance(fact.value, str) else decimal_string(fact.value)
    high = f"–{decimal_string(fact.value_high)}" if fact.value_high is not None else ""
    sign = "-" if fact.direction == "down" else SIGNS.get(fact.comparator, "")
    return f"{sign}{value}{high}{fact.unit or ''}"


if __name__ == "__main__":
    sys.exit(main())
