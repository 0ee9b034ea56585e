"""``govie view``: a report, or targets and results of several, as a page for the browser."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from govie.cli.inputs import (
    EncodingOption,
    FilesArgument,
    Inputs,
    JurisdictionOption,
    Known,
    MetaOption,
    YearOption,
)
from govie.cli.options import OutOption, StrictnessOption, errors_in_a_line
from govie.cli.packs import PatternsOption, reading_with
from govie.cli.panel import rows_of
from govie.errors import ConfigError
from govie.tables.suffixes import form_for

__all__ = ["view"]


def view(
    files: FilesArgument,
    out: OutOption = None,
    panel: Annotated[
        bool, typer.Option("--panel", help="Charts of targets and results of all the files.")
    ] = False,
    jurisdiction: JurisdictionOption = None,
    year: YearOption = None,
    strictness: StrictnessOption = None,
    encoding: EncodingOption = None,
    meta: MetaOption = None,
    patterns: PatternsOption = "default",
) -> None:
    """Make a page to look at: one file that needs no network.

    Of one report: its text with all that was found marked in it, and a table of facts to filter and
    check. With --panel: targets against results over the years, of as many reports as you like.
    """
    with errors_in_a_line():
        form_for("page", out, ())
        if out is None and sys.stdout.isatty():
            raise ConfigError("a page is nothing to read in a terminal; name a file with -o")
        with reading_with(patterns) as packs:
            known = Known(
                jurisdiction=jurisdiction, year=year, encoding=encoding, meta=meta, patterns=packs
            )
            inputs = Inputs(files, known)
            page = _panel(inputs, strictness) if panel else _report(inputs)
        if page is not None:
            _write(out, page)
    if inputs.failed:
        raise typer.Exit(1)


def _report(inputs: Inputs) -> str | None:
    """The page of the one file; None where it could not be read, which has been told."""
    from govie.pages import report_page

    docs = list(inputs.docs())
    if len(docs) > 1:
        raise ConfigError("a page shows one report; --panel takes several")
    return report_page(docs[0][1], docs[0][0].name) if docs else None


def _panel(inputs: Inputs, strictness: Path | None) -> str:
    from govie.pages import panel_page

    return panel_page(rows_of(inputs, strictness))


def _write(out: Path | None, page: str) -> None:
    from govie.tables.targets import Target

    # A lone surrogate, which no encoding knows, becomes a question mark.
    data = page.encode("utf-8", "replace")
    if out is None:
        typer.get_binary_stream("stdout").write(data)
        return
    target = Target(out)
    target.part.write_bytes(data)
    target.finish()
