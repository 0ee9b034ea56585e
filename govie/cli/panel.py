"""``govie panel``: targets against results, by government, year and indicator."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from attrs import evolve

from govie.cli.inputs import EncodingOption, FilesArgument, Inputs, Known, MetaOption
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
    from govie.panels import PanelRow

__all__ = ["panel", "rows_of"]

_SHOWN = {
    "place": "place",
    "year": "year",
    "indicator": "indicator",
    "measure": "measure",
    "target_text": "target",
    "strictness": "wording",
    "actual_text": "result",
    "gap": "gap",
    "met": "met",
}
_ABSENT = {"not_stated": "not stated", "not_found": "no report"}


def panel(
    files: FilesArgument,
    wide: Annotated[
        bool, typer.Option("--wide", help="One row a government and year, columns by indicator.")
    ] = False,
    headline: Annotated[
        bool,
        typer.Option(
            "--headline",
            help="Only indicators that a targets paragraph (主要预期目标) names, in all years.",
        ),
    ] = False,
    to: ToOption = None,
    out: OutOption = None,
    strictness: StrictnessOption = None,
    encoding: EncodingOption = None,
    meta: MetaOption = None,
    patterns: PatternsOption = "default",
) -> None:
    """Set targets against results: government, year, indicator.

    The target of a year comes from the report of that year, the result from the report of the next.
    not_stated: the report was read and does not say. not_found: there is no such report among the
    files.
    """
    from govie.panels import PanelRow, headlines, widen
    from govie.rows import Sheet, sheet_of

    with errors_in_a_line(), reading_with(patterns) as packs:
        form = chosen(to, out)
        inputs = Inputs(files, Known(encoding=encoding, meta=meta, patterns=packs))
        rows = rows_of(inputs, strictness)
        if headline:
            rows = headlines(rows)
        if wide:
            columns, cells = widen(rows)
            sheet = Sheet(name="panel", columns=columns, headings=columns, rows=cells)
            finish(sheet, form, out, failed=inputs.failed)
        else:
            if form == "table":
                rows = [_for_reading(row) for row in rows]
            sheet = sheet_of("panel", PanelRow, rows)
            finish(sheet, form, out, shown=_SHOWN, failed=inputs.failed)


def _for_reading(row: PanelRow) -> PanelRow:
    """A row that says in place of a target or result why there is none."""
    return evolve(
        row,
        target_text=row.target_text or _ABSENT.get(row.target_state),
        actual_text=row.actual_text or _ABSENT.get(row.actual_state),
    )


def rows_of(inputs: Inputs, strictness: Path | None) -> list[PanelRow]:
    """The panel of some files; what had to be passed over is told on the standard error."""
    from govie.panels import ReportFacts, Strictness, panel_of, read_doc

    table = Strictness.from_file(strictness) if strictness else Strictness.default()
    reports: list[ReportFacts] = []
    notes: list[str] = []
    for source, doc in inputs.docs():
        found, said = read_doc(doc, source.name)
        reports += found
        notes += said
    rows, said = panel_of(reports, table)
    for note in (*notes, *said):
        typer.echo(f"govie: {note}", err=True)
    return rows
