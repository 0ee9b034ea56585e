"""Files given to a verb: read one after another, with what people say of them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from attrs import frozen

from govie.cli.lasting import lasting
from govie.cli.progress import Progress
from govie.errors import ConfigError, GovieError, InputError, InputWarning
from govie.faults import said_of_fault

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from govie.files import Entry, Metadata, Source
    from govie.tables.text_folder import TextFolder

__all__ = [
    "EncodingOption",
    "FilesArgument",
    "Inputs",
    "JurisdictionOption",
    "Known",
    "MetaOption",
    "SaveTextOption",
    "YearOption",
]

FilesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="Text, HTML, .docx, .pdf, a folder or zip archive of them; - is standard input.",
    ),
]
JurisdictionOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Whose report it is, a name or a code.")
]
YearOption = Annotated[
    int | None, typer.Option(min=1949, max=2100, help="The year that it plans for.")
]
EncodingOption = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Encoding of text and HTML, where it is found out wrongly."),
]
MetaOption = Annotated[
    Path | None,
    typer.Option(metavar="CSV", help="A table: file, place, year. It beats what is found."),
]
SaveTextOption = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Save the texts there, into which the offsets point."),
]


@frozen(kw_only=True)
class Known:
    """What the options of a verb say of its files."""

    jurisdiction: str | None = None
    year: int | None = None
    encoding: str | None = None
    meta: Path | None = None
    save_text: Path | None = None
    patterns: Sequence[str] = ("default",)


class Inputs:
    """The Docs of some files, behind a progress bar.

    A file that cannot be read is told in a line on the standard error and the others are read;
    :attr:`failed` says that there was one. Raises typer.BadParameter for an option that is wrong.
    """

    def __init__(self, files: list[str], known: Known) -> None:
        from govie.files import find
        from govie.tables.text_folder import TextFolder

        self.failed = False
        self._known = known
        self._table = _metadata(known)
        self._folder: TextFolder | None = TextFolder(known.save_text) if known.save_text else None
        self._progress = Progress(0)
        for line in _doubts(known, self._table):
            self._tell(line)
        self._entries: list[Entry] = list(find(files, fail=self._fail, tell=self._tell))
        self._progress = Progress(len(self._entries))

    def docs(self) -> Iterator[tuple[Source, Doc]]:
        """What can be read, in order."""
        with self._progress:
            for entry in self._entries:
                try:
                    found = self._read(entry)
                except GovieError as error:
                    self._fail(error)
                else:
                    yield found
                self._progress.advance()
        if self._folder:
            self._folder.close()
        for row in self._table.unused() if self._table else ():
            self._tell(f"{self._known.meta}:{row.line}: no file {row.file!r} was read")

    def paused(self) -> AbstractContextManager[None]:
        """Without the bar while something is written to the same terminal."""
        return self._progress.paused()

    def _read(self, entry: Entry) -> tuple[Source, Doc]:
        from govie.files import read_entry

        source = read_entry(entry, encoding=self._known.encoding, table=self._table)
        for warning in source.warnings:
            self._tell(f"{_called(source.name)}: {warning}")
        if self._folder:
            self._folder.save(source, entry.place)
        return source, _parse(source, self._known)

    def _fail(self, error: GovieError) -> None:
        self.failed = True
        for line in str(error).splitlines():
            self._tell(line)

    def _tell(self, line: str) -> None:
        self._progress.say(f"govie: {line}")


def _metadata(known: Known) -> Metadata | None:
    """The metadata table; typer.BadParameter where it or the encoding is wrong."""
    from govie.files.encodings import check_encoding
    from govie.files.metadata import read_metadata

    try:
        if known.encoding:
            check_encoding(known.encoding)
    except ConfigError as error:
        raise typer.BadParameter(str(error), param_hint="--encoding") from None
    try:
        return read_metadata(known.meta) if known.meta else None
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="--meta") from None


def _doubts(known: Known, table: Metadata | None) -> Iterator[str]:
    """What is told of jurisdictions that are not known, once and not for each file."""
    from govie.sections.unknown import said_of_unknown

    if known.jurisdiction and (said := said_of_unknown(known.jurisdiction, known.year)):
        yield f"--jurisdiction: {said}"
    yield from table.doubts() if table else ()


def _called(name: str) -> str:
    return "standard input" if name == "-" else name


def _parse(source: Source, known: Known) -> Doc:
    """The Doc of a text; a GovieError whose message names the file where there is none."""
    name = _called(source.name)
    try:
        with lasting(), warnings.catch_warnings():
            # Inputs has told of them, without the places in our code.
            warnings.simplefilter("ignore", InputWarning)
            return source.parse(
                jurisdiction=known.jurisdiction, year=known.year, patterns=known.patterns
            )
    except ConfigError as error:
        if source.jurisdiction is None and source.year is None:
            raise typer.BadParameter(str(error)) from None
        raise InputError(f"{name}: {error} (so says the table of --meta)") from error
    except GovieError as error:
        raise InputError(f"{name}: {error}") from error
    except Exception as error:
        raise InputError(f"{name}: {said_of_fault(error)}") from error
