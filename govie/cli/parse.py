"""``govie parse``: facts of files, as a table for reading or as JSON for programs."""

from __future__ import annotations

import os
import sys
import traceback
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from govie.cli.kinds import KINDS, kinds_of
from govie.cli.progress import Progress
from govie.errors import ConfigError, GovieError, InputError
from govie.reading import decode, read_text

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["parse"]


class Form(str, Enum):
    """What the facts are printed as."""

    table = "table"
    jsonl = "jsonl"
    json = "json"


def parse(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Text in UTF-8; - is standard input.")
    ],
    to: Annotated[
        Form, typer.Option(help="A table for reading, a JSON record a line, or a JSON array.")
    ] = Form.table,
    only: Annotated[
        str, typer.Option(metavar="KINDS", help=f"Kinds, with commas: {', '.join(KINDS)}.")
    ] = "",
    jurisdiction: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose report it is, a name or a code.")
    ] = None,
    year: Annotated[
        int | None, typer.Option(min=1949, max=2100, help="The year that it plans for.")
    ] = None,
    sentences: Annotated[
        bool, typer.Option(help="In a table, print the sentences that say so.")
    ] = True,
) -> None:
    """Read reports and print their facts.

    Jurisdiction and year are found in the text when they are not given.

    Offsets in JSON count characters of the text, without byte-order mark and with one line feed for
    each line end. Exit code 1: some file failed; standard error names it, the others are printed.
    """
    from govie.cli.output import make_writer

    try:
        kinds = kinds_of(only)
    except ConfigError as error:
        raise typer.BadParameter(str(error), param_hint="--only") from None
    writer = make_writer(to.value, kinds, sentences)
    failed = False
    with Progress(len(files)) as progress:
        for path in files:
            try:
                doc = _read(path, jurisdiction, year)
            except GovieError as error:
                failed = True
                progress.say(f"govie: {error}")
            else:
                with progress.paused():
                    writer.add(path, doc)
            progress.advance()
    writer.close()
    if failed:
        raise typer.Exit(1)


def _read(path: str, jurisdiction: str | None, year: int | None) -> Doc:
    """The Doc of a file; a GovieError whose message names the file where there is none."""
    import govie

    name = "standard input" if path == "-" else path
    text = decode(sys.stdin.buffer.read(), name) if path == "-" else read_text(path)
    try:
        return govie.parse(text, jurisdiction=jurisdiction, year=year)
    except ConfigError as error:
        raise typer.BadParameter(str(error)) from None
    except GovieError as error:
        raise InputError(f"{name}: {error}") from error
    except Exception as error:
        # A fault of ours in one file must not cost the results of the others.
        where = traceback.extract_tb(error.__traceback__)[-1]
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        line = f"{os.path.basename(where.filename)}:{where.lineno}"
        raise InputError(f"{name}: a fault of govie, please report it ({line}: {fault})") from error
