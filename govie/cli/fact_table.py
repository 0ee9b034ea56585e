"""Facts as a table for reading: those of one sentence together, and below them what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from attrs import frozen
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text
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
_STYLES = ("", "bold", "", "", "")
_COLOURS = {"target": "green", "actual": "cyan", "reference": "yellow"}


@frozen(kw_only=True)
class _Row:
    fact: Fact
    cells: tuple[str, ...]
    sentence: tuple[int, int]


def print_facts(console: Console, doc: Doc, facts: Iterable[Fact], *, sentences: bool) -> None:
    """Print facts that stand in order of the text, with the sentences that say so or without.

    They are laid out here, and printed at once as one text: tables of rich measure every cell
    anew, which takes as long as to find the facts.
    """
    view = view_of(doc)
    rows = [_row(fact, view) for fact in facts]
    widths = _widths(rows, console.width)
    header = [(name, "bold") for name in _COLUMNS]
    shown = [*_lines(console, widths, header), Text("─" * console.width, "dim")]
    for sentence, group in groupby(rows, key=lambda row: row.sentence):
        of_sentence = list(group)
        for row in of_sentence:
            shown += _lines(console, widths, _styled(row))
        if sentences:
            quoted = _quote(view, sentence, [row.fact for row in of_sentence])
            for line in quoted.divide(line_breaks(quoted.plain, console.width - _GAP)):
                shown.append(Text.assemble(" " * _GAP, line))
            shown.append(Text())
    console.print(Text("\n").join(shown), soft_wrap=True)


def _styled(row: _Row) -> list[tuple[str, str]]:
    """The cells of a row and how they look: its status has a colour."""
    styles = (*_STYLES, _COLOURS.get(row.fact.status, ""))
    return list(zip(row.cells, styles, strict=True))


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
    # Where that does not do, the widest gives way.
    while sum(widths) + _GAP * (len(widths) - 1) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths


def _lines(
    console: Console, widths: Sequence[int], cells: Sequence[tuple[str, str]]
) -> Iterator[Text]:
    """The lines of a row: cells and their styles, folded where they are wider than a column."""
    folded = [_folded(console, cell[0], width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*folded, fillvalue=""):
        line = Text()
        for part, width, (_, style) in zip(parts, widths, cells, strict=True):
            line.append(part, style).append(" " * (width - cell_len(part) + _GAP))
        line.right_crop(_GAP)
        yield line


def _folded(console: Console, cell: str, width: int) -> list[str]:
    if cell_len(cell) <= width and cell.isprintable():
        return [cell]
    return [line.plain for line in Text(cell).wrap(console, width, overflow="fold")]


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
