"""The command ``govie``. Verbs live in modules of their own; nothing heavy is imported here."""

from __future__ import annotations

import io
import sys
import warnings
from typing import Annotated

import typer

import govie
from govie.cli.compare import compare
from govie.cli.corpus import app as corpus
from govie.cli.explain import explain
from govie.cli.info import info
from govie.cli.panel import panel
from govie.cli.parse import parse
from govie.cli.patterns import app as patterns
from govie.cli.places import places
from govie.cli.score import score
from govie.cli.segmenter import app as segmenter
from govie.cli.tasks import tasks
from govie.cli.view import view
from govie.errors import InputWarning

__all__ = ["app", "main"]

_formatted = warnings.formatwarning

app = typer.Typer(
    name="govie",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(parse)
app.command()(places)
app.add_typer(patterns, name="patterns")
app.add_typer(segmenter, name="segmenter")
app.add_typer(corpus, name="corpus")
app.command()(info)
app.command()(explain)
app.command()(panel)
app.command()(tasks)
app.command()(compare)
app.command()(view)
app.command()(score)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"govie {govie.__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Structured policy facts from Chinese government work reports (政府工作报告)."""


def main() -> None:
    """Run the command line; the console script and ``python -m govie`` call it."""
    for stream in (sys.stdout, sys.stderr):
        # Results are UTF-8 under any locale, and no file name can break the output.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    warnings.formatwarning = _told
    try:
        app()
    except OSError as error:
        sys.exit(f"govie: {error.strerror or error}")


def _told(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    line: str | None = None,
) -> str:
    """A warning as it is printed: one about what govie was given without the place in its code."""
    if issubclass(category, InputWarning):
        return f"govie: {message}\n"
    return _formatted(message, category, filename, lineno, line)
