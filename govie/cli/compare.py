"""``govie compare``: what two reports promise differently."""

from __future__ import annotations

from typing import Annotated

import typer

from govie.cli.options import Meta, Out, StrictnessFile, To, errors_in_a_line, finish

__all__ = ["compare"]

_SHOWN = ("indicator", "measure", "change", "wording", "a_text", "b_text", "difference", "headline")


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A report.")],
    b: Annotated[str, typer.Argument(metavar="B", help="A later one, or one of somebody else.")],
    to: To = None,
    out: Out = None,
    strictness: StrictnessFile = None,
    meta: Meta = None,
) -> None:
    """Compare the targets of two reports: raised, lowered, dropped, new, reworded.

    Two years of one government, or two governments in one year. Of a file with several reports the
    first one counts.
    """
    from govie.cli.docs import Docs
    from govie.comparison import CompareRow
    from govie.comparison import compare as comparison
    from govie.rows import sheet_of

    with errors_in_a_line():
        docs = Docs([a, b], meta)
        both = [doc for _, doc in docs]
        if len(both) != 2:
            if not docs.failed:
                typer.echo("govie: a comparison takes two files, one report each", err=True)
            raise typer.Exit(1)
        rows = comparison(*both, strictness=strictness)
        sheet = sheet_of("comparison", CompareRow, rows)
        finish(sheet, to, out, shown=_SHOWN, failed=False)
