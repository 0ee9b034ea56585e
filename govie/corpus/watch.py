"""Who looks on while a corpus is built."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govie.corpus.inputs import Skipped
    from govie.corpus.job import Outcome

__all__ = ["Watch"]


class Watch:
    """Is told how a run goes; this one takes no notice."""

    def start(self, total: Callable[[], int]) -> None:
        """The run begins; ``total`` counts the files, which takes a while."""

    def see(self, outcome: Outcome | Skipped) -> None:
        """A file is read, skipped, or given up."""

    def tell(self, line: str) -> None:
        """Something that people should know."""
