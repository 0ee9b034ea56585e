"""``govie corpus``: whole collections of reports."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from govie.cli.corpus_progress import CorpusProgress
from govie.cli.inputs import EncodingOption, FilesArgument, MetaOption
from govie.cli.packs import PatternsOption, reading_with
from govie.errors import ConfigError, GovieError, PatternError
from govie.tables.suffixes import fits

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Read whole collections of reports.",
)


class Engine(str, Enum):
    """Where the work is done."""

    local = "local"
    ray = "ray"


@app.callback()
def _group() -> None:
    """Read whole collections of reports."""


@app.command()
def build(
    inputs: FilesArgument,
    out: Annotated[
        Path,
        typer.Option("-o", "--out", metavar="PATH", help="A DuckDB file or a folder for Parquet."),
    ],
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes or actors; else one a core.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Read at most so many files.")
    ] = None,
    errors: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write this run's failures there, as JSON Lines."),
    ] = None,
    patterns: PatternsOption = "default",
    encoding: EncodingOption = None,
    meta: MetaOption = None,
    engine: Annotated[
        Engine, typer.Option(help="Processes of this machine, or actors of a Ray cluster.")
    ] = Engine.local,
    address: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Of the Ray cluster; else one is started.")
    ] = None,
) -> None:
    """Read files, folders and archives into a DuckDB file (.duckdb) or a folder of Parquet files.

    Files that are there already, with the same content and made by the same patterns, are not read
    again: a run that was stopped goes on where it stopped.

    Exit code 1: some file failed, or the run had to stop. Failures are listed in the table
    "failures" or in failures.jsonl.
    """
    from govie.corpus import build

    try:
        if not out.is_dir() and not (fits(out, "duckdb") or fits(out, "parquet")):
            raise ConfigError(f"{out}: a corpus is a .duckdb file, or a folder of Parquet files")
        with reading_with(patterns) as packs, CorpusProgress(errors) as progress:
            summary = build(
                inputs,
                out,
                patterns=packs,
                meta=meta,
                encoding=encoding,
                limit=limit,
                workers=workers,
                engine=engine.value,
                address=address,
                watch=progress,
            )
    except (ConfigError, PatternError) as error:
        raise typer.BadParameter(str(error)) from None
    except GovieError as error:
        typer.echo(f"govie: {error}", err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        typer.echo("govie: stopped; the same command goes on from here", err=True)
        raise typer.Exit(130) from None
    rate = summary.characters / summary.seconds if summary.seconds else 0
    typer.echo(
        f"{out}: {summary.done:,} file{'s' * (summary.done != 1)} read ({summary.rows:,} records,"
        f" {rate:,.0f} characters/s), {summary.skipped:,} there already,"
        f" {summary.failed:,} failed",
        err=True,
    )
    if summary.failed:
        raise typer.Exit(1)
