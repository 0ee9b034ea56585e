"""What a notebook shows of ``doc._.govie``: a short table of facts, as HTML without a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from govie.in_words import measure_in_words, period_in_words, status_in_words, value_in_words
from govie.pages.palette import KINDS, kind_of
from govie.records import Fact, Record

__all__ = ["report_html"]

_MOST = 20
"""Facts that are shown; a notebook is no place for hundreds."""
_COLUMNS = ("indicator", "value", "measure", "period", "place", "status")
_NOUNS = {
    "target": "targets",
    "actual": "actuals",
    "reference": "references",
    "place": "places",
    "program": "programmes",
    "term": "terms",
}


def report_html(title: str, records: Iterable[Record]) -> Markup:
    """A heading, how many there are of each kind, and the first facts; all text is escaped."""
    kept = list(records)
    counts = Counter(kind_of(record) for record in kept)
    summary = ", ".join(f"{counts[kind]} {_NOUNS[kind]}" for kind in KINDS if counts[kind])
    facts = [r for r in kept if isinstance(r, Fact)]
    facts.sort(key=lambda fact: fact.start)
    head = Markup("").join(Markup("<th>{}</th>").format(column) for column in _COLUMNS)
    rows = Markup("").join(_row(fact) for fact in facts[:_MOST])
    more = len(facts) - _MOST
    note = Markup("<p>… and {} more facts</p>").format(more) if more > 0 else ""
    return Markup(
        "<div><p><b>{}</b> · {}</p>"
        "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}</div>"
    ).format(title, summary or "no records", head, rows, note)


def _row(fact: Fact) -> Markup:
    cells = (
        fact.indicator or "",
        value_in_words(fact),
        measure_in_words(fact),
        period_in_words(fact.period_start, fact.period_end),
        fact.place or "",
        status_in_words(fact),
    )
    return Markup("<tr>{}</tr>").format(
        Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells)
    )
