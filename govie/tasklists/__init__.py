"""The task table of an office (任务分解表): what a report sets to be done, one row a task."""

from __future__ import annotations

from govie.tasklists.build import tasks
from govie.tasklists.row import HEADINGS, WORDS, TaskRow

__all__ = ["HEADINGS", "WORDS", "TaskRow", "tasks"]
