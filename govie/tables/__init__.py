"""Records as files and tables: JSON, CSV, Excel, Parquet, DuckDB, annotation tools, data frames.

The columns come from the record classes (:mod:`govie.tables.schema`). All but text forms need the
extra ``govie[tables]``, which is imported when it is first needed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from govie.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govie.tables.writer import Writer

__all__ = ["FORMS", "make_writer"]

FORMS = ("jsonl", "json", "csv", "xlsx", "parquet", "duckdb", "doccano", "labelstudio")
"""What :func:`make_writer` writes."""
_BINARY = ("xlsx", "parquet", "duckdb")


def make_writer(form: str, kinds: Sequence[str], out: Path | None = None) -> Writer:
    """The writer of a form, to a file or, of text, to the standard output.

    Raises ConfigError where a form needs a file and none is named, OutputError where the file
    cannot be written, MissingExtraError where a library is not installed.
    """
    from govie.tables.annotation import DoccanoWriter, LabelStudioWriter
    from govie.tables.csv_files import CsvWriter
    from govie.tables.duck import DuckDbWriter
    from govie.tables.json_files import JsonLinesWriter, JsonWriter
    from govie.tables.parquet import ParquetWriter
    from govie.tables.xlsx import XlsxWriter

    if form not in FORMS:
        raise ConfigError(f"there is no form {form!r}; the forms are {', '.join(FORMS)}")
    if form in _BINARY and out is None:
        raise ConfigError(f"{form} is no text for the standard output; name a file with -o")
    makers: dict[str, Any] = {
        "jsonl": JsonLinesWriter,
        "json": JsonWriter,
        "csv": CsvWriter,
        "xlsx": XlsxWriter,
        "parquet": ParquetWriter,
        "duckdb": DuckDbWriter,
        "doccano": DoccanoWriter,
        "labelstudio": LabelStudioWriter,
    }
    writer: Writer = makers[form](kinds, out)
    return writer
