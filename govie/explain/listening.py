"""Cue words that tell which of them were asked for and found.

The rules take their cue words as an argument. Given these in their place, they read a text as ever,
and what they looked up stays in a log: nothing is added to the rules for the sake of explanations.
"""

from __future__ import annotations

from typing import Any

import attrs
from attrs import frozen

from govie.facts.cues import Cues
from govie.packs import Pattern
from govie.packs.words import WordTable

__all__ = ["Heard", "listening"]


@frozen(kw_only=True)
class Heard:
    """A cue word that a rule found, or that its guards held back."""

    table: str
    """The field of :class:`~govie.facts.cues.Cues` that was asked."""
    pattern: Pattern
    start: int
    end: int
    guarded: bool = False


class _Listener(WordTable):
    """A word table that tells what it finds in ``start:end``, and what its guards hold back."""

    def __init__(self, name: str, table: WordTable, log: list[Heard], start: int, end: int) -> None:
        super().__init__(table.patterns)
        self._name = name
        self._log = log
        self._window = start, end
        self._by_word = {pattern.pattern: pattern for pattern in table.patterns}
        self._sizes = sorted({len(word) for word in self._by_word if word}, reverse=True)

    def at_start(self, text: str, start: int, end: int) -> Pattern | None:
        found = super().at_start(text, start, end)
        if self._window[0] <= start < self._window[1]:
            self._tell(text, found, [(start, start + n) for n in self._sizes if start + n <= end])
        return found

    def at_end(self, text: str, start: int, end: int) -> Pattern | None:
        found = super().at_end(text, start, end)
        if self._window[0] < end <= self._window[1]:
            self._tell(text, found, [(end - n, end) for n in self._sizes if end - n >= start])
        return found

    def _tell(self, text: str, found: Pattern | None, spans: list[tuple[int, int]]) -> None:
        """Log the word found, and longer ones in its place, which only a guard can hold back."""
        for start, end in spans:
            pattern = self._by_word.get(text[start:end])
            if pattern is None:
                continue
            guarded = pattern is not found
            self._log.append(
                Heard(table=self._name, pattern=pattern, start=start, end=end, guarded=guarded)
            )
            if not guarded:
                break


def listening(cues: Cues, log: list[Heard], start: int, end: int) -> Cues:
    """The cue words, such that what is found of them in ``start:end`` of the text is logged."""
    tables = {field.name: getattr(cues, field.name) for field in attrs.fields(Cues)}
    listeners: dict[str, Any] = {
        name: _Listener(name, table, log, start, end)
        for name, table in tables.items()
        if isinstance(table, WordTable)
    }
    return attrs.evolve(cues, **listeners)
