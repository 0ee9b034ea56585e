"""``govie score``: what people marked as right and wrong, as precision per field."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import attrs
import typer

from govie.cli.options import errors_in_a_line

if TYPE_CHECKING:
    from govie.pages import Score

__all__ = ["score"]


def score(
    marks: Annotated[
        list[str],
        typer.Option("--marks", metavar="FILE", help="Marks saved on a page of govie view."),
    ],
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]...", help="Further files of marks.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Count marks: precision of facts and of each field, with a 95% confidence interval.

    A fact that is none counts against "fact" and "all fields" only; a field is counted over the
    facts where it says something or ought to.
    """
    from govie.pages import read_marks
    from govie.pages import score as scores_of

    with errors_in_a_line():
        scores = scores_of(mark for path in [*marks, *(more or ())] for mark in read_marks(path))
    if as_json:
        plain = [{**attrs.asdict(each), "precision": each.precision} for each in scores]
        typer.echo(json.dumps(plain, indent=1))
    elif scores:
        _print(scores)
    else:
        typer.echo("govie: no fact is marked in these files", err=True)


def _print(scores: list[Score]) -> None:
    from rich.table import Table

    from govie.cli.table import make_console

    table = Table(box=None, pad_edge=False)
    table.add_column("field")
    for column in ("right", "checked", "precision", "95% interval"):
        table.add_column(column, justify="right")
    for each in scores:
        share, low, high = (f"{value:.1%}" for value in (each.precision, each.low, each.high))
        table.add_row(each.field, str(each.right), str(each.checked), share, f"{low} – {high}")
    make_console().print(table)
