"""A progress bar on the standard error, for people who wait."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from govie.text.characters import harmless

if TYPE_CHECKING:
    from rich import progress as bars

__all__ = ["Progress"]


class Progress:
    """Counts ``total`` files; shows nothing for a single file or where nobody looks."""

    def __init__(self, total: int) -> None:
        self._bar: bars.Progress | None = None
        if total > 1 and sys.stderr.isatty():
            self._bar = _make_bar()
            self._task = self._bar.add_task("files", total=total)

    def __enter__(self) -> Progress:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, *exception: object) -> None:
        if self._bar:
            self._bar.stop()

    def advance(self) -> None:
        """One more file is done."""
        if self._bar:
            self._bar.advance(self._task)

    def say(self, message: str) -> None:
        """A line on the standard error, above the bar."""
        with self._hidden():
            print(harmless(message), file=sys.stderr, flush=True)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Without the bar while something is written to the same terminal."""
        if sys.stdout.isatty():
            with self._hidden():
                yield
        else:
            yield

    @contextmanager
    def _hidden(self) -> Iterator[None]:
        if self._bar:
            self._bar.stop()
        try:
            yield
        finally:
            if self._bar:
                self._bar.start()


def _make_bar() -> bars.Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
