"""Facts as a table for reading: those of one sentence together, and below them what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from attrs import frozen
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text, TextType
from spacy.tokens import Doc

from govie.in_words import measure_in_words, period_in_words, status_in_words, value_in_words
from govie.records import Fact
from govie.rows.lines import line_breaks
from govie.store import view_of
from govie.text.view import TextView

__all__ = ["print_facts"]


_COLUMNS = ("indicator", "value", "measure", "period", "place", "status")
_WIDEST = (40, 26, 12, 9, 18, 16)
"""Cells that a column takes at most; the indicator gives way where the console is narrower."""
_GAP = 2
_LONGEST = 240
"""Characters of a sentence that are shown whole."""
_AROUND = 60
_FACT = ("", "bold", "", "", "", "")
_STYLES = {"target": "green", "actual": "cyan", "reference": "yellow"}


@frozen(kw_only=True)
class _Row:
    fact: Fact
    cells: tuple[str, ...]
    sentence: tuple[int, int]


def print_facts(console: Console, doc: Doc, facts: Iterable[Fact], *, sentences: bool) -> None:
    """Print facts that stand in order of the text, with the sentences that say so or without.

    They are printed at once: a console takes as long to begin as for a row.
    """
    view = view_of(doc)
    rows = [_row(fact, view) for fact in facts]
    widths = _widths(rows, console.width)
    shown: list[RenderableType] = [
        _grid(widths, [_COLUMNS], ["bold"] * len(_COLUMNS)),
        Rule(style="dim", characters="─"),
    ]
    for sentence, group in groupby(rows, key=lambda row: row.sentence):
        of_sentence = list(group)
        shown.append(_grid(widths, [_styled(row) for row in of_sentence], _FACT))
        if sentences:
            quoted = _quote(view, sentence, [row.fact for row in of_sentence])
            for line in quoted.divide(line_breaks(quoted.plain, console.width - _GAP)):
                shown.append(Text.assemble(" " * _GAP, line))
            shown.append(Text())
    console.print(Group(*shown))


def _styled(row: _Row) -> tuple[TextType, ...]:
    """The cells of a row, its status in its colour."""
    return (*row.cells[:-1], Text(row.cells[-1], _STYLES.get(row.fact.status, "")))


def _row(fact: Fact, view: TextView) -> _Row:
    return _Row(
        fact=fact,
        cells=(
            fact.indicator or "",
            value_in_words(fact),
            measure_in_words(fact),
            period_in_words(fact.period_start, fact.period_end),
            fact.place or "",
            status_in_words(fact),
        ),
        sentence=view.sentence_at(view.clean_offset(fact.start)),
    )


def _widths(rows: Sequence[_Row], room: int) -> list[int]:
    """Width of each column: as wide as its cells, within bounds and the room there is."""
    cells = [_COLUMNS, *(row.cells for row in rows)]
    widths = [
        min(widest, max(map(cell_len, column)))
        for column, widest in zip(zip(*cells, strict=True), _WIDEST, strict=True)
    ]
    others = sum(widths[1:]) + _GAP * (len(widths) - 1)
    widths[0] = max(len(_COLUMNS[0]), min(widths[0], room - others))
    return widths


def _grid(
    widths: Sequence[int], rows: Sequence[Sequence[TextType]], styles: Sequence[str]
) -> Table:
    table = Table.grid(padding=(0, _GAP, 0, 0))
    for width, style in zip(widths, styles, strict=True):
        table.add_column(width=width, style=style, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _quote(view: TextView, sentence: tuple[int, int], facts: Sequence[Fact]) -> Text:
    """A sentence as the clean text has it, its values marked; a long one is cut around them."""
    spans = [(view.clean_offset(fact.start), view.clean_offset(fact.end)) for fact in facts]
    start, end = sentence
    if end - start > _LONGEST:
        start = max(start, min(span[0] for span in spans) - _AROUND)
        end = min(end, max(span[1] for span in spans) + _AROUND)
    text = Text("…" * (start > sentence[0]), style="dim")
    done = start
    for first, last in sorted(set(spans)):
        if first >= done:
            text.append(view.text[done:first])
            text.append(view.text[first:last], style="not dim bold")
            done = last
    text.append(view.text[done:end].rstrip())
    return text.append("…" * (end < sentence[1]))
