"""Stretches of a text in which no number is a fact: definitions, adverts and page furniture."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from govie.context import Context

__all__ = ["Stretches", "closed_stretches"]

_KINDS = frozenset({"glossary", "furniture"})
_RULES = frozenset({"list", "verb"})
"""Rules of the glossary whose definitions explain a word and state nothing: a list, “X”是指…."""


class Stretches:
    """Spans of a text, asked for single offsets."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, offset: int) -> bool:
        """Whether an offset lies in one of the spans."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


def closed_stretches(context: Context) -> Stretches:
    """The raw spans of glossaries, furniture and definitions, whatever sections lie inside them."""
    sections = [(s.start, s.end) for s in context.sections if s.kind in _KINDS]
    definitions = [
        (term.definition_start, term.definition_end)
        for term in context.terms
        if term.rule in _RULES
        and term.definition_start is not None
        and term.definition_end is not None
    ]
    return Stretches(sections + definitions)
