"""A console whose terminal obeys the program and not the reports that it prints."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from govie.text.characters import harmless

__all__ = ["SafeConsole"]


class SafeConsole(Console):
    """Prints what it is given without control characters and marks of direction.

    They have no width, so that columns stay where they are. The styles of the program come later,
    when segments are written, and are not touched.
    """

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            if segment.control or segment.text.isprintable():
                yield segment
            else:
                yield Segment(harmless(segment.text), segment.style)
