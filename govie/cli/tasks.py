"""``govie tasks``: the task table of an office (任务分解表)."""

from __future__ import annotations

from govie.cli.inputs import (
    EncodingOption,
    FilesArgument,
    Inputs,
    JurisdictionOption,
    Known,
    MetaOption,
    YearOption,
)
from govie.cli.options import OutOption, ToOption, chosen, errors_in_a_line, finish
from govie.cli.packs import PatternsOption, reading_with

__all__ = ["tasks"]

_SHOWN = ("number", "kind", "task", "verb", "object", "facts", "deadline")


def tasks(
    files: FilesArgument,
    to: ToOption = None,
    out: OutOption = None,
    jurisdiction: JurisdictionOption = None,
    year: YearOption = None,
    encoding: EncodingOption = None,
    meta: MetaOption = None,
    patterns: PatternsOption = "default",
) -> None:
    """List what reports set to be done, a row a task.

    The table that an office hands out after the session (任务分解表): indicators of the targets
    paragraph, then the tasks, with empty columns for the departments in the lead and in support.
    """
    from govie.rows import sheet_of
    from govie.tasklists import HEADINGS, WORDS, TaskRow
    from govie.tasklists import tasks as tasks_of

    with errors_in_a_line(), reading_with(patterns) as packs:
        form = chosen(to, out)
        known = Known(
            jurisdiction=jurisdiction, year=year, encoding=encoding, meta=meta, patterns=packs
        )
        inputs = Inputs(files, known)
        rows = [row for _, doc in inputs.docs() for row in tasks_of(doc)]
        sheet = sheet_of("任务分解表", TaskRow, rows, HEADINGS, WORDS)
        shown = {name: HEADINGS[name] for name in _SHOWN}
        finish(sheet, form, out, shown=shown, failed=inputs.failed)
