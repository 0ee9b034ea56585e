"""How a long run goes: a bar with rate and time left, failures as they happen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING

from govie.corpus.watch import Watch
from govie.errors import OutputError

if TYPE_CHECKING:
    from rich import progress as bars

    from govie.corpus.inputs import Skipped
    from govie.corpus.job import Outcome

__all__ = ["CorpusProgress"]

_SHOWN = 20
"""Failures that are told on the standard error; all are in the output."""


class CorpusProgress(Watch):
    """Watches a run; the bar is for terminals only.

    ``errors`` names a file for the failures. Raises OutputError where it cannot be written.
    """

    def __init__(self, errors: Path | None) -> None:
        self._bar: bars.Progress | None = None
        self._failed = 0
        self._errors: IO[str] | None = None
        if errors:
            try:
                self._errors = errors.open("w", encoding="utf-8", newline="\n")
            except OSError as error:
                raise OutputError(f"{errors}: cannot be written ({error.strerror})") from error

    def __enter__(self) -> CorpusProgress:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._bar:
            self._bar.stop()
        if self._errors:
            self._errors.close()

    def start(self, total: Callable[[], int]) -> None:
        """Show the bar."""
        if sys.stderr.isatty():
            self._bar = _make_bar()
            self._task = self._bar.add_task("", total=total(), rate="", failed="")
            self._bar.start()

    def see(self, outcome: Outcome | Skipped) -> None:
        """One more file is done."""
        from govie.corpus.failure_list import line_of
        from govie.corpus.job import Failed

        if isinstance(outcome, Failed):
            self._failed += 1
            if self._errors:
                self._errors.write(line_of(outcome.name, outcome.reason))
                self._errors.flush()
            if self._failed <= _SHOWN:
                self.tell(f"{outcome.name}: {outcome.reason}")
            elif self._failed == _SHOWN + 1:
                self.tell("more files fail; the output lists them all")
        if self._bar:
            speed = self._bar.tasks[0].speed
            rate = f"{speed:,.1f} files/s" if speed else ""
            failed = f"{self._failed} failed" if self._failed else ""
            self._bar.update(self._task, advance=1, rate=rate, failed=failed)

    def tell(self, line: str) -> None:
        """A line on the standard error, above the bar."""
        if self._bar:
            self._bar.console.print(f"govie: {line}", markup=False, highlight=False)
        else:
            print(f"govie: {line}", file=sys.stderr, flush=True)


def _make_bar() -> bars.Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]}", style="red"),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
