"""Options that the verbs for panels, tasks and comparisons share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from govie.errors import ConfigError, GovieError
from govie.rows import Sheet, form_of, write

__all__ = [
    "Form",
    "OutOption",
    "StrictnessOption",
    "ToOption",
    "chosen",
    "errors_in_a_line",
    "finish",
]


class Form(str, Enum):
    """What rows are written as."""

    table = "table"
    csv = "csv"
    xlsx = "xlsx"
    jsonl = "jsonl"


ToOption = Annotated[
    Form | None,
    typer.Option(help="What to write; by default what the file of -o is called, else a table."),
]


def _named(out: Path | None) -> Path | None:
    """The file; none for -, which is the standard output as in other commands."""
    return None if out == Path("-") else out


OutOption = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--out",
        metavar="PATH",
        help="Where to; else, and for -, the standard output.",
        callback=_named,
    ),
]
StrictnessOption = Annotated[
    Path | None,
    typer.Option("--strictness", metavar="FILE", help="Your own table of hard and soft wordings."),
]


@contextmanager
def errors_in_a_line() -> Iterator[None]:
    """An error of govie ends a verb with its message and exit code 1."""
    try:
        yield
    except ConfigError as error:
        raise typer.BadParameter(str(error)) from None
    except GovieError as error:
        typer.echo(f"govie: {error}", err=True)
        raise typer.Exit(1) from None


def chosen(to: Form | None, out: Path | None) -> str:
    """The form to write; ConfigError, before anything is read, where it needs a file."""
    return form_of(to.value if to else None, out)


def finish(
    sheet: Sheet,
    form: str,
    out: Path | None,
    *,
    shown: Mapping[str, str] | None = None,
    failed: bool,
) -> None:
    """Write the rows of a verb; exit code 1 where some file had none."""
    write(sheet, form, out, shown=shown)
    if failed:
        raise typer.Exit(1)
