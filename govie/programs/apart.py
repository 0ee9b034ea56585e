"""Where a name of a programme is none: in page furniture, and as a label within a definition.

A list of terms explains “一岗双责” by its halves: “一岗”, 就是…; “双责”, 就是…. The term is the
programme, its halves are not.
"""

from __future__ import annotations

import re

from govie.context import Context
from govie.programs.hits import Hit
from govie.text.stretches import Stretches
from govie.text.view import TextView

__all__ = ["Apart"]

_COUNTED = re.compile("[一二两三四五六七八九十双][^百千万+]")
"""How a label begins that counts parts; 百村示范、千村整治 counts what is done."""


class Apart:
    """The furniture and the definitions of one text, asked for single mentions."""

    def __init__(self, view: TextView, context: Context) -> None:
        self._view = view
        self._context = context
        self._definitions = Stretches(
            (term.definition_start, term.definition_end)
            for term in context.terms
            if term.rule == "list"
            and term.definition_start is not None
            and term.definition_end is not None
        )

    def holds(self, hit: Hit) -> bool:
        """Whether a mention stands in furniture, or is a label within a definition."""
        at = self._view.raw_span(hit.start, hit.end)[0]
        if self._context.in_furniture(at):
            return True
        labels = hit.rule == "quoted" and hit.core is not None and _COUNTED.match(hit.core)
        return bool(labels) and self._definitions.holds(at)
