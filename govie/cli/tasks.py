"""``govie tasks``: the task table of an office (任务分解表)."""

from __future__ import annotations

from govie.cli.options import Files, Meta, Out, To, errors_in_a_line, finish

__all__ = ["tasks"]

_SHOWN = ("number", "kind", "task", "verb", "object", "facts", "deadline")


def tasks(files: Files, to: To = None, out: Out = None, meta: Meta = None) -> None:
    """List what reports set to be done, a row a task.

    The table that an office hands out after the session (任务分解表): indicators of the targets
    paragraph, then the tasks, with empty columns for the departments in the lead and in support.
    """
    from govie.cli.docs import Docs
    from govie.rows import sheet_of
    from govie.tasklists import HEADINGS, TaskRow
    from govie.tasklists import tasks as tasks_of

    with errors_in_a_line():
        docs = Docs(files, meta)
        rows = [row for _, doc in docs for row in tasks_of(doc)]
        sheet = sheet_of("任务分解表", TaskRow, rows, HEADINGS)
        finish(sheet, to, out, shown=_SHOWN, failed=docs.failed)
