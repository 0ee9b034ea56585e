"""``govie parse``: facts of files, as a table for reading or as JSON for programs."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from govie.cli.inputs import (
    EncodingOption,
    FilesArgument,
    Inputs,
    JurisdictionOption,
    Known,
    MetaOption,
    SaveTextOption,
    YearOption,
)
from govie.cli.lasting import lasting
from govie.cli.options import OutOption
from govie.cli.packs import PatternsOption, reading_with
from govie.errors import ConfigError, GovieError
from govie.tables.kinds import KINDS, kinds_of
from govie.tables.suffixes import form_for

__all__ = ["parse"]


class Form(str, Enum):
    """What the facts are written as: a table for reading, or a form of govie.tables."""

    table = "table"
    jsonl = "jsonl"
    json = "json"
    csv = "csv"
    xlsx = "xlsx"
    parquet = "parquet"
    duckdb = "duckdb"
    doccano = "doccano"
    labelstudio = "labelstudio"


def parse(
    files: FilesArgument,
    to: Annotated[
        Form | None,
        typer.Option(help="What to write; by default what the file of -o is called, else a table."),
    ] = None,
    out: OutOption = None,
    only: Annotated[
        str, typer.Option(metavar="KINDS", help=f"Kinds, with commas: {', '.join(KINDS)}.")
    ] = "",
    jurisdiction: JurisdictionOption = None,
    year: YearOption = None,
    encoding: EncodingOption = None,
    meta: MetaOption = None,
    save_text: SaveTextOption = None,
    patterns: PatternsOption = "default",
    sentences: Annotated[
        bool, typer.Option(help="In a table, print the sentences that say so.")
    ] = True,
) -> None:
    """Read reports and print or save their facts.

    Jurisdiction and year are found in the text when they are not given.

    Offsets count characters of the text that is read out of a file, with one line feed for each
    line end. CSV and Parquet hold one record type a file, numeric facts when -o names a file, all
    when it names a folder.

    Exit code 1: some file failed; standard error names it, the others are printed.
    """
    from govie.cli.output import make_writer

    try:
        kinds = kinds_of(only)
    except ConfigError as error:
        raise typer.BadParameter(str(error), param_hint="--only") from None
    try:
        form = form_for(to.value if to else None, out, [each.value for each in Form]) or "table"
        with reading_with(patterns) as packs:
            known = Known(
                jurisdiction=jurisdiction,
                year=year,
                encoding=encoding,
                meta=meta,
                save_text=save_text,
                patterns=packs,
            )
            inputs = Inputs(files, known)
            with lasting():
                writer = make_writer(form, kinds, sentences, out)
            for source, doc in inputs.docs():
                with inputs.paused():
                    writer.add(source.name, doc)
            writer.close()
    except ConfigError as error:
        raise typer.BadParameter(str(error), param_hint="--out") from None
    except GovieError as error:
        typer.echo(f"govie: {error}", err=True)
        raise typer.Exit(1) from None
    if inputs.failed:
        raise typer.Exit(1)
