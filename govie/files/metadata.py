"""The metadata table: whose reports the files are, and of which year, where a person knows."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from attrs import field, frozen

from govie.errors import ConfigError, InputError
from govie.files.encodings import check_encoding, decode

__all__ = ["Metadata", "Row", "read_metadata"]

_COLUMNS = {
    "file": ("file", "文件", "文件名"),
    "place": ("place", "jurisdiction", "地区", "地方"),
    "year": ("year", "年份", "年度"),
    "encoding": ("encoding", "编码"),
}
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:年|\.0)?")


@frozen(kw_only=True)
class Row:
    """What the table says of one file."""

    line: int
    file: str
    place: str | None = None
    year: int | None = None
    encoding: str | None = None


@frozen
class Metadata:
    """A table of metadata, looked up by the names of files."""

    name: str = ""
    rows: dict[str, Row] = field(factory=dict)
    _used: dict[str, str] = field(factory=dict, init=False, eq=False)

    def row_of(self, name: str) -> Row | None:
        """The row whose ``file`` is ``name`` or the longest end of it, in whole path components.

        Raises :class:`~govie.errors.InputError` where the row served another file before.
        """
        parts = _settled(name).split("/")
        for first in range(len(parts)):
            row = self.rows.get("/".join(parts[first:]))
            if row:
                if self._used.setdefault(row.file, name) != name:
                    raise InputError(
                        f"{name}: {self.name}:{row.line} may mean this file or"
                        f" {self._used[row.file]}; write more of the path"
                    )
                return row
        return None

    def unused(self) -> list[Row]:
        """The rows that no file was looked up for."""
        return [row for row in self.rows.values() if row.file not in self._used]

    def doubts(self) -> Iterator[str]:
        """What is told of places that no division of the packs in force is known by, with lines."""
        from govie.sections.unknown import said_of_unknown

        for row in self.rows.values():
            if row.place and (said := said_of_unknown(row.place, row.year)):
                yield f"{self.name}:{row.line}: {said}"


def read_metadata(path: str | Path) -> Metadata:
    """Read a CSV table with the columns file, place, year and encoding; only the first is a must.

    Headings may be Chinese (文件, 地区, 年份, 编码); commas, semicolons or tabs set cells
    apart, and any encoding that Excel writes will do. Raises
    :class:`~govie.errors.InputError` with a line for each fault.
    """
    name = str(path)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror})") from error
    lines = decode(data, name).text
    first = lines.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    table = csv.reader(io.StringIO(lines), delimiter=delimiter)
    columns = _columns(next(table, []), name)
    rows: dict[str, Row] = {}
    problems: list[str] = []
    for cells in table:
        values = {key: cells[i].strip() for key, i in columns.items() if i < len(cells)}
        if not any(values.values()):
            continue
        try:
            row = _row(values, table.line_num)
            if row.file in rows:
                raise ConfigError(f"{row.file} stands in line {rows[row.file].line} already")
        except ConfigError as error:
            problems.append(f"{name}:{table.line_num}: {error}")
        else:
            rows[row.file] = row
    if problems:
        raise InputError("\n".join(problems))
    return Metadata(name, rows)


def _columns(heading: list[str], name: str) -> dict[str, int]:
    """Where each known column stands."""
    plain = [cell.strip().lower() for cell in heading]
    found = {
        key: plain.index(word)
        for key, words in _COLUMNS.items()
        for word in words[::-1]
        if word in plain
    }
    if "file" not in found:
        raise InputError(f"{name}:1: no column is headed file (or 文件); found {', '.join(plain)}")
    return found


def _row(values: dict[str, str], line: int) -> Row:
    if not values.get("file"):
        raise ConfigError("no file is named")
    year = values.get("year")
    written = _YEAR.fullmatch(year) if year else None
    if year and not written:
        raise ConfigError(f"{year!r} is no year")
    encoding = values.get("encoding")
    return Row(
        line=line,
        file=_settled(values["file"]),
        place=values.get("place") or None,
        year=int(written[1]) if written else None,
        encoding=check_encoding(encoding) if encoding else None,
    )


def _settled(name: str) -> str:
    """A path in one spelling: macOS takes letters apart, Windows turns the strokes round."""
    return unicodedata.normalize("NFC", name).replace("\\", "/").removeprefix("./")
