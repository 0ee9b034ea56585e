"""Where lines and paragraphs of a text begin."""

from __future__ import annotations

import re
from bisect import bisect_right

from govie.text.view import TextView

__all__ = ["Breaks"]


class Breaks:
    """Where lines and paragraphs of a text begin."""

    def __init__(self, view: TextView) -> None:
        self.view = view
        paragraphs = [match.end() for match in re.finditer("\n", view.text)]
        self.starts = sorted({0, *paragraphs, *view.joins})
        self._set = frozenset(self.starts)
        self._end = len(view.text)

    def __contains__(self, offset: int) -> bool:
        return offset in self._set

    def behind(self, offset: int) -> int:
        """The start of the line behind the one that holds an offset."""
        at = bisect_right(self.starts, offset)
        return self.starts[at] if at < len(self.starts) else self._end

    def before(self, offset: int) -> int:
        """The start of the line that holds an offset."""
        return self.starts[bisect_right(self.starts, offset) - 1]
