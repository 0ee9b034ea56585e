"""``govie compare``: what two reports promise differently."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from attrs import evolve

from govie.cli.inputs import EncodingOption, Inputs, Known, MetaOption
from govie.cli.options import (
    OutOption,
    StrictnessOption,
    ToOption,
    chosen,
    errors_in_a_line,
    finish,
)
from govie.cli.packs import PatternsOption, reading_with

if TYPE_CHECKING:
    from govie.comparison import CompareRow

__all__ = ["compare"]

_SHOWN = {
    "indicator": "indicator",
    "measure": "measure",
    "change": "change",
    "wording": "wording",
    "a_text": "A",
    "b_text": "B",
    "difference": "B − A",
    "headline": "main",
}


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A report.")],
    b: Annotated[str, typer.Argument(metavar="B", help="A later one, or one of somebody else.")],
    to: ToOption = None,
    out: OutOption = None,
    strictness: StrictnessOption = None,
    encoding: EncodingOption = None,
    meta: MetaOption = None,
    patterns: PatternsOption = "default",
) -> None:
    """Compare the targets of two reports: raised, lowered, dropped, new, reworded.

    Two years of one government, or two governments in one year. Of a file with several reports the
    first one counts.
    """
    from govie.comparison import CompareRow, compare_reports, report_of
    from govie.panels import Strictness
    from govie.rows import sheet_of

    with errors_in_a_line(), reading_with(patterns) as packs:
        form = chosen(to, out)
        inputs = Inputs([a, b], Known(encoding=encoding, meta=meta, patterns=packs))
        both = [doc for _, doc in inputs.docs()]
        if len(both) != 2:
            if not inputs.failed:
                typer.echo("govie: a comparison takes two files, one report each", err=True)
            raise typer.Exit(1)
        table = Strictness.from_file(strictness) if strictness else Strictness.default()
        sides = {side: report_of(doc, side) for side, doc in zip("AB", both, strict=True)}
        rows = compare_reports(sides["A"], sides["B"], table)
        if form == "table":
            rows = [_for_reading(row) for row in rows]
        names = [f"{side}: {r.place} {r.year} · {r.doc}" for side, r in sides.items()]
        sheet = evolve(sheet_of("comparison", CompareRow, rows), above=names)
        finish(sheet, form, out, shown=_SHOWN, failed=False)


def _for_reading(row: CompareRow) -> CompareRow:
    """A row that says beside its wording how the commitment changed."""
    said = [part for part in (row.wording, row.commitment) if part]
    return evolve(row, wording=", ".join(said) or None)
