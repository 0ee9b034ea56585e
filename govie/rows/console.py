"""A table for reading in a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from decimal import Decimal
from typing import IO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govie.rows.lines import line_breaks, shared_out
from govie.rows.sheet import LIST, Cell, Sheet

__all__ = ["print_sheet"]

_WIDTH = 120
"""Columns where the output is no terminal and the environment says nothing."""
_PADDING = 1
_GAP = _PADDING + 1
"""Between columns: the box has a blank line there."""
_SCALES = ((Decimal(10**8), "亿"), (Decimal(10**4), "万"))


def print_sheet(sheet: Sheet, file: IO[str], shown: Mapping[str, str] | None = None) -> None:
    """Print some columns of a table under headings, all where none is named, but no empty ones."""
    told = file.isatty() or ("COLUMNS" in os.environ and file is sys.stdout)
    console = Console(
        file=file, width=None if told else _WIDTH, highlight=False, markup=False, emoji=False
    )
    headings = shown or dict(zip(sheet.columns, sheet.headings, strict=True))
    at = {heading: sheet.columns.index(name) for name, heading in headings.items()}
    rows = sheet.rows_for_people
    cells = {heading: [_words(row[i]) for row in rows] for heading, i in at.items()}
    filled = {heading: texts for heading, texts in cells.items() if any(texts)}
    room = console.width - _GAP * (len(filled) - 1)
    widths = shared_out([[heading, *texts] for heading, texts in filled.items()], room)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, _PADDING, 0, 0), pad_edge=False, show_edge=False)
    for heading, width in zip(filled, widths, strict=True):
        numbers = all(isinstance(row[at[heading]], Decimal | None) for row in rows)
        table.add_column(
            _folded(heading, width), width=width, justify="right" if numbers else "left"
        )
    for row in zip(*filled.values(), strict=True):
        table.add_row(*(_folded(text, width) for text, width in zip(row, widths, strict=True)))
    for line in sheet.above:
        console.print(Text(line, style="bold"))
    console.print(table)


def _folded(text: str, width: int) -> Text:
    return Text("\n").join(Text(text).divide(line_breaks(text, width)))


def _words(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return LIST.join(value)
    if isinstance(value, Decimal):
        scale, word = next(((s, w) for s, w in _SCALES if abs(value) >= s), (Decimal(1), ""))
        text = f"{value / scale:,f}"
        return (text.rstrip("0").rstrip(".") if "." in text else text) + word
    return str(value)
