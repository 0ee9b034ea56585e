"""A table for reading in a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from decimal import Decimal
from typing import IO

from rich import box
from rich.console import Console
from rich.table import Table

from govie.rows.sheet import Cell, Sheet

__all__ = ["print_sheet"]

_WIDTH = 120
"""Columns where the output is no terminal and the environment says nothing."""
_SCALES = ((Decimal(10**8), "亿"), (Decimal(10**4), "万"))


def print_sheet(sheet: Sheet, file: IO[str], shown: Iterable[str] | None = None) -> None:
    """Print some columns of a table, all where none is named; empty columns are left out."""
    told = file.isatty() or ("COLUMNS" in os.environ and file is sys.stdout)
    console = Console(
        file=file, width=None if told else _WIDTH, highlight=False, markup=False, emoji=False
    )
    wanted = tuple(shown) if shown is not None else sheet.columns
    at = [sheet.columns.index(name) for name in wanted]
    cells = [[_words(row[i]) for i in at] for row in sheet.rows]
    filled = [n for n in range(len(at)) if any(row[n] for row in cells)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for n in filled:
        numbers = all(isinstance(row[at[n]], Decimal | None) for row in sheet.rows)
        table.add_column(
            sheet.headings[at[n]], overflow="fold", justify="right" if numbers else "left"
        )
    for row in cells:
        table.add_row(*(row[n] for n in filled))
    console.print(table)


def _words(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "；".join(value)
    if isinstance(value, Decimal):
        scale, word = next(((s, w) for s, w in _SCALES if abs(value) >= s), (Decimal(1), ""))
        text = f"{value / scale:,f}"
        return (text.rstrip("0").rstrip(".") if "." in text else text) + word
    return str(value)
