"""Names in text: the longest name at each place, with guards on either side.

The scan is one pass of an Aho-Corasick automaton (leftmost match, longest first), linear in the
text and indifferent to the number of names. A guard that forbids a match (岳塘区 before 域) sends
the scan back to the shorter names at that place, then on from the next character.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from govie.packs import Pattern

__all__ = ["Gazetteer"]

T = TypeVar("T")


class Gazetteer(Generic[T]):
    """A set of literal patterns, ready to be found in any text.

    Patterns without a literal string are passed over. Several may share one string; `value` makes
    of all those whose guards allow a match what :meth:`scan` returns for it.
    """

    def __init__(
        self, patterns: Iterable[Pattern], value: Callable[[tuple[Pattern, ...]], T]
    ) -> None:
        grouped: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            if pattern.pattern:
                grouped.setdefault(pattern.pattern, []).append(pattern)
        self._value = value
        self._names = list(grouped)
        self._index = {name: at for at, name in enumerate(grouped)}
        self._values = [value(tuple(found)) for found in grouped.values()]
        self._guarded = {
            self._index[name]: tuple(found)
            for name, found in grouped.items()
            if any(pattern.not_before or pattern.not_after for pattern in found)
        }
        # Of the implementations this one builds fast and scans report text fastest.
        self._automaton = AhoCorasick(
            self._names,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )

    def __len__(self) -> int:
        return len(self._names)

    def get(self, name: str) -> T | None:
        """The value of a string regardless of guards, null where it is no name."""
        at = self._index.get(name)
        return None if at is None else self._values[at]

    def scan(self, text: str) -> list[tuple[int, int, T]]:
        """All names in order of the text, none overlapping another: start, end and value."""
        hits: list[tuple[int, int, T]] = []
        values, guarded = self._values, self._guarded
        free = 0
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if start < free:
                if end > free:
                    free = self._rescan(text, free, end, hits)
            elif index not in guarded:
                hits.append((start, end, values[index]))
            elif hit := self._guard(text, start, end, index):
                hits.append(hit)
            else:
                free = self._rescan(text, start, end, hits)
        return hits

    def _rescan(self, text: str, start: int, end: int, hits: list[tuple[int, int, T]]) -> int:
        """Find names within ``text[start:end]``, where the automaton's own match fell out.

        Returns the offset from which on the automaton's next matches count again.
        """
        while start < end:
            for stop in range(end, start, -1):
                index = self._index.get(text[start:stop])
                if index is not None and (hit := self._guard(text, start, stop, index)):
                    hits.append(hit)
                    start = stop
                    break
            else:
                start += 1
        return end

    def _guard(self, text: str, start: int, end: int, index: int) -> tuple[int, int, T] | None:
        """The hit of the patterns whose guards let them stand at ``text[start:end]``."""
        patterns = self._guarded.get(index)
        if patterns is None:
            return start, end, self._values[index]
        allowed = tuple(
            pattern
            for pattern in patterns
            if not (pattern.not_before and text.startswith(pattern.not_before, end))
            and not (pattern.not_after and text.endswith(pattern.not_after, 0, start))
        )
        if not allowed:
            return None
        value = self._values[index] if len(allowed) == len(patterns) else self._value(allowed)
        return start, end, value
