"""Reading files of reports: text in any Chinese encoding, HTML, Word, PDF, folders, zip archives.

:func:`read` is the front door. What a file is, is told by its content. Text needs nothing beyond
govie itself; HTML, .docx and .pdf need the extra ``govie[files]``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from attrs import evolve

from govie.errors import GovieError
from govie.files.entries import Entry, find
from govie.files.metadata import Metadata, read_metadata
from govie.files.reader import read_bytes
from govie.files.source import Source, origin_of

__all__ = [
    "Entry",
    "Metadata",
    "Source",
    "find",
    "origin_of",
    "read",
    "read_entry",
    "read_metadata",
]


def read(
    path: str | Path,
    *,
    encoding: str | None = None,
    meta: str | Path | None = None,
    on_error: Callable[[GovieError], None] | None = None,
) -> list[Source]:
    """The texts of a file, a folder or a zip archive, in order of their names.

    ``encoding`` is that of text and HTML where it need not be found out; ``meta`` the path of a
    metadata table (see :func:`govie.files.metadata.read_metadata`). Raises
    :class:`~govie.errors.InputError` where something cannot be read, and
    :class:`~govie.errors.MissingExtraError` where a library is not installed; with ``on_error``
    that is called for each such file instead, and the others are read.

    >>> import govie, pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "report.txt")
    ...     _ = path.write_text("工业增长5%。", encoding="utf-8")
    ...     (source,) = govie.read(path)
    >>> source.parse()._.govie.numeric_facts[0].text
    '5%'
    """
    problems = on_error or _raise
    table = read_metadata(meta) if meta is not None else None
    sources: list[Source] = []
    for entry in find([path], fail=problems, tell=lambda _: None):
        try:
            sources.append(read_entry(entry, encoding=encoding, table=table))
        except GovieError as error:
            problems(error)
    return sources


def read_entry(
    entry: Entry, *, encoding: str | None = None, table: Metadata | None = None
) -> Source:
    """The text of one file that :func:`find` found, with what the metadata table says of it.

    Raises :class:`~govie.errors.GovieError` whose message begins with the name of the file.
    """
    row = table.row_of(entry.name) if table else None
    name = "standard input" if entry.name == "-" else entry.name
    source = read_bytes(entry.load(), name, encoding=(row and row.encoding) or encoding)
    return evolve(
        source,
        name=entry.name,
        jurisdiction=row.place if row else None,
        year=row.year if row else None,
    )


def _raise(error: GovieError) -> None:
    raise error
