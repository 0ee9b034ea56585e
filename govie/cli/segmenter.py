"""``govie segmenter``: word segmenters for pipelines that want words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govie.cli.options import errors_in_a_line

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Train word segmenters for pipelines that want words.",
)


@app.callback()
def _group() -> None:
    """Train word segmenters for pipelines that want words."""


@app.command()
def train(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="Text in UTF-8, a sentence a line, spaces set words."),
    ],
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="DIR", help="The folder of the model.")
    ],
    iterations: Annotated[
        int, typer.Option(min=1, max=1000, metavar="N", help="Passes over the text.")
    ] = 20,
) -> None:
    """Train a pkuseg model from segmented text.

    Use it with govie.load(segmenter="pkuseg", model="DIR"). Facts do not depend on the segmenter;
    what comes after govie in a pipeline may.
    """
    from govie.training import train as train_model

    with errors_in_a_line():
        folder = train_model(file, out, iterations=iterations)
    typer.echo(f'{folder}: use it with govie.load(segmenter="pkuseg", model="{folder}")')
