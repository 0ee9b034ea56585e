"""Writing a table in one of several forms, to a file or to the standard output."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import IO

from govie.errors import ConfigError
from govie.json_forms import decimal_string
from govie.rows.sheet import LIST, Cell, Sheet
from govie.tables.cells import cell
from govie.tables.suffixes import form_for
from govie.tables.targets import Target

__all__ = ["FORMS", "form_of", "write"]

FORMS = ("table", "csv", "xlsx", "jsonl")


def form_of(form: str | None, out: Path | None) -> str:
    """The form that was asked for, else the one that the name of the file promises, else a table.

    Raises ConfigError for a name that promises something else, and for an Excel file that is to go
    nowhere.
    """
    chosen = form_for(form, out, FORMS) or "table"
    if chosen == "xlsx" and out is None:
        raise ConfigError("xlsx is no text for the standard output; name a file with -o")
    return chosen


def write(
    sheet: Sheet, form: str, out: Path | None, *, shown: Mapping[str, str] | None = None
) -> None:
    """Write a table in a form of :data:`FORMS`.

    ``shown`` names the columns that a table for reading has, with their headings there. Raises
    OutputError where the file cannot be written, MissingExtraError where Excel files need a library
    that is not installed.
    """
    if form == "xlsx":
        from govie.rows.workbook import write_xlsx

        assert out is not None
        write_xlsx(sheet, out)
        return
    writers: dict[str, Callable[[Sheet, IO[str]], None]] = {"csv": _csv, "jsonl": _jsonl}
    if form == "table":
        from govie.rows.console import print_sheet

        writers["table"] = lambda sheet, file: print_sheet(sheet, file, shown)
    if out is None:
        writers[form](sheet, sys.stdout)
        sys.stdout.flush()
        return
    target = Target(out)
    with target.part.open("w", encoding="utf-8", newline="") as file:
        writers[form](sheet, file)
    target.finish()


def _csv(sheet: Sheet, file: IO[str]) -> None:
    """With the mark by which Excel knows UTF-8, and no cell that it would run."""
    file.write("\ufeff")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(sheet.headings)
    for row in sheet.rows_for_people:
        writer.writerow(cell(LIST.join(c) or None if isinstance(c, tuple) else c) for c in row)


def _jsonl(sheet: Sheet, file: IO[str]) -> None:
    for row in sheet.rows:
        plain = dict(zip(sheet.columns, map(_plain, row), strict=True))
        file.write(json.dumps(plain, ensure_ascii=False) + "\n")


def _plain(value: Cell) -> object:
    """Amounts are strings, as in the JSON of records."""
    return decimal_string(value) if isinstance(value, Decimal) else value
