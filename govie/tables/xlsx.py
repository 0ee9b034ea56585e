"""Excel workbooks: a sheet a table, typed columns, a frozen heading with filters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govie.errors import OutputError
from govie.extras import need
from govie.tables.cells import as_json
from govie.tables.choice import Choice
from govie.tables.docs import origin_named
from govie.tables.excel import is_exact
from govie.tables.schema import Column, Table
from govie.tables.targets import Target, unwritable

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["LONGEST_CELL", "XlsxWriter"]

LONGEST_CELL = 32_767
"""Characters of a cell in Excel; UTF-16 units, to be exact."""
_MOST_ROWS = 1_048_576
_WIDTHS = {"text": 18, "integer": 8, "boolean": 9, "number": 16, "texts": 24, "mentions": 24}
_CUT = "…"


class XlsxWriter:
    """Texts are written as texts, whatever they begin with; one longer than a cell is cut.

    A number that Excel cannot hold exactly is left out of its column; ``…_text`` has it. Lists are
    JSON.
    """

    def __init__(self, kinds: Sequence[str], out: Path) -> None:
        engine = need("xlsxwriter", "tables", "writing .xlsx")
        self.choice = Choice(kinds)
        self._target = Target(out)
        self._book = engine.Workbook(
            str(self._target.part), {"constant_memory": True, "strings_to_urls": False}
        )
        bold = self._book.add_format({"bold": True, "bottom": 1})
        self._sheets = {table.name: self._new_sheet(table, bold) for table in self.choice.tables}
        self._rows = dict.fromkeys(self._sheets, 1)

    def _new_sheet(self, table: Table, bold: Any) -> Any:
        sheet = self._book.add_worksheet(table.name)
        sheet.freeze_panes(1, 0)
        for number, column in enumerate(table.columns):
            sheet.set_column(number, number, _WIDTHS[column.kind])
            sheet.write_string(0, number, column.name, bold)
        return sheet

    def add(self, path: str, doc: Doc) -> None:
        records = self.choice.select(doc._.govie.records)
        origin = origin_named(doc, path)
        for table in self.choice.tables:
            for row in table.rows(origin, records):
                self._write(table, row)

    def _write(self, table: Table, row: Sequence[Any]) -> None:
        sheet, at = self._sheets[table.name], self._rows[table.name]
        if at >= _MOST_ROWS:
            raise OutputError(
                f"{self._target.path}: Excel holds {_MOST_ROWS:,} rows; write duckdb instead"
            )
        for number, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _write_cell(sheet, at, number, column, value)
        self._rows[table.name] += 1

    def close(self) -> None:
        for table in self.choice.tables:
            last = max(1, self._rows[table.name] - 1)
            self._sheets[table.name].autofilter(0, 0, last, len(table.columns) - 1)
        try:
            self._book.close()
        except Exception as error:
            raise unwritable(self._target.path, error) from error
        self._target.finish()


def _write_cell(sheet: Any, row: int, number: int, column: Column, value: Any) -> None:
    if value is None:
        return
    if column.kind == "boolean":
        sheet.write_boolean(row, number, value)
    elif column.kind == "integer":
        sheet.write_number(row, number, value)
    elif column.kind == "number":
        if is_exact(value):
            sheet.write_number(row, number, float(value))
    else:
        text = as_json(value) if isinstance(value, list) else value
        sheet.write_string(row, number, _fitting(text))


def _fitting(text: str) -> str:
    """A text that a cell holds."""
    if len(text.encode("utf-16-le", "surrogatepass")) <= 2 * LONGEST_CELL:
        return text
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * (LONGEST_CELL - 1)]
    return units.decode("utf-16-le", "ignore") + _CUT
