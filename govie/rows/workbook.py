"""A table as an Excel workbook: typed cells, a frozen heading with filters, wrapped texts."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from govie.extras import need
from govie.json_forms import decimal_string
from govie.rows.sheet import LIST, Cell, Sheet
from govie.tables.excel import is_exact
from govie.tables.targets import Target, unwritable

__all__ = ["write_xlsx"]

_LONGEST = 32_000
"""Characters of a cell in Excel, with room for those outside the basic plane of Unicode."""
_NARROW, _WIDE = 6, 60
"""Widths of columns, in characters."""
_SAMPLE = 200
"""Rows that the width of a column is taken from."""


def write_xlsx(sheet: Sheet, out: Path) -> None:
    """Write one sheet. Texts stay texts, whatever they begin with, and so do numbers too long.

    Raises OutputError where the file cannot be written, MissingExtraError where xlsxwriter is not
    installed.
    """
    engine = need("xlsxwriter", "tables", "writing .xlsx")
    target = Target(out)
    try:
        book = engine.Workbook(str(target.part), {"strings_to_urls": False})
        _fill(book, sheet)
        book.close()
    except Exception as error:
        raise unwritable(out, error) from error
    target.finish()


def _fill(book: Any, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    page.freeze_panes(1, 0)
    rows = sheet.rows_for_people
    for column, heading in enumerate(sheet.headings):
        cells = [row[column] for row in rows[:_SAMPLE]]
        width = max(len(heading) * 2, *(_width(value) for value in cells), _NARROW)
        page.set_column(column, column, min(width, _WIDE))
        page.write_string(0, column, heading, bold)
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            _put(page, at, column, value, wrapped)
    page.autofilter(0, 0, max(1, len(rows)), len(sheet.columns) - 1)


def _put(page: Any, row: int, column: int, value: Cell, format_: Any) -> None:
    if value is None or value == ():
        page.write_blank(row, column, None, format_)
    elif isinstance(value, bool):
        page.write_boolean(row, column, value, format_)
    elif isinstance(value, int) or (isinstance(value, Decimal) and is_exact(value)):
        page.write_number(row, column, float(value), format_)
    else:
        page.write_string(row, column, _text(value)[:_LONGEST], format_)


def _text(value: Cell) -> str:
    if isinstance(value, tuple):
        return LIST.join(value)
    return decimal_string(value) if isinstance(value, Decimal) else str(value)


def _width(value: Cell) -> int:
    """Chinese characters take two columns."""
    text = "" if value is None else _text(value)
    return sum(2 if ord(char) > 0x2E7F else 1 for char in text) + 1
