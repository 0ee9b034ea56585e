"""Names in text: the longest name at each place, with guards on either side.

The scan is one pass of an Aho-Corasick automaton (leftmost match, longest first), linear in the
text and indifferent to the number of names. A guard that forbids a match (岳塘区 before 域) sends
the scan back to the shorter names at that place, then on from the next character.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

__all__ = ["Gazetteer", "Guard", "Hit"]

T = TypeVar("T")


Hit = tuple[int, int, int]
"""A name found: its number, and where it starts and ends.

Numbers count the names as given, those that have guards before the others: whoever asks which of
many hits matter asks fastest whether a number is below another.
"""


class Guard(NamedTuple):
    """Strings that forbid a name: it may not stand before the ones, nor after the others."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Gazetteer(Generic[T]):
    """Names with their values, ready to be found in any text."""

    def __init__(self, names: Mapping[str, T], guards: Mapping[str, Guard] | None = None) -> None:
        """`guards` holds guards by name, for the names that have any. No name may be empty."""
        guards = guards or {}
        self._guards = [guards[name] for name in names if name in guards]
        self.names = (
            *(name for name in names if name in guards),
            *(name for name in names if name not in guards),
        )
        """The names by their numbers."""
        self._index = {name: at for at, name in enumerate(self.names)}
        self.values: tuple[T, ...] = tuple(names[name] for name in self.names)
        """The values by the numbers of their names."""
        self._longest = max(map(len, names), default=0)
        # Of the implementations this one builds fast and scans report text fastest.
        self._automaton = AhoCorasick(
            self.names,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )

    def __len__(self) -> int:
        return len(self.values)

    def get(self, name: str) -> T | None:
        """The value of a name, null where there is no such name."""
        at = self._index.get(name)
        return None if at is None else self.values[at]

    def over(self, text: str, offset: int) -> list[tuple[Hit, str | None]]:
        """Every name over an offset, each with the string that forbids it there if one does.

        For explanations: they may overlap, and :meth:`scan` finds one of them at the most.
        """
        found: list[tuple[Hit, str | None]] = []
        for start in range(max(0, offset - self._longest + 1), offset + 1):
            for end in range(offset + 1, min(len(text), start + self._longest) + 1):
                index = self._index.get(text[start:end])
                if index is not None:
                    guard = self._guards[index] if index < len(self._guards) else Guard()
                    found.append(((index, start, end), _forbidding(guard, text, start, end)))
        return found

    def scan(
        self, text: str, start: int = 0, end: int | None = None, held: list[Hit] | None = None
    ) -> list[Hit]:
        """All names within ``text[start:end]`` in order, none overlapping another.

        Those that a guard holds back are added to `held`.
        """
        found: list[Hit] = self._automaton.find_matches_as_indexes(text[start:end])
        if start:
            found = [(number, first + start, last + start) for number, first, last in found]
        guards = self._guards
        guarded = len(guards)
        fallen = [
            at
            for at, hit in enumerate(found)
            if hit[0] < guarded and not _allows(guards[hit[0]], text, hit[1], hit[2])
        ]
        if held is not None:
            held += [found[at] for at in fallen]
        hits: list[Hit] = []
        done = 0
        for at in fallen:
            if at < done:
                continue
            hits += found[done:at]
            free = self._rescan(text, found[at][1], found[at][2], hits)
            done = at + 1
            while done < len(found) and found[done][1] < free:
                if found[done][2] > free:
                    free = self._rescan(text, free, found[done][2], hits)
                done += 1
        hits += found[done:]
        return hits

    def _rescan(self, text: str, start: int, end: int, hits: list[Hit]) -> int:
        """Find names that begin in ``text[start:end]``, where the automaton's own match fell out.

        Returns the offset from which on the automaton's next matches count again.
        """
        while start < end:
            for stop in range(min(start + self._longest, len(text)), start, -1):
                index = self._index.get(text[start:stop])
                if index is None:
                    continue
                guarded = index < len(self._guards)
                if not guarded or _allows(self._guards[index], text, start, stop):
                    hits.append((index, start, stop))
                    start = stop
                    break
            else:
                start += 1
        return start


def _allows(guard: Guard, text: str, start: int, end: int) -> bool:
    return not (
        (guard.before and text.startswith(guard.before, end))
        or (guard.after and text.endswith(guard.after, 0, start))
    )


def _forbidding(guard: Guard, text: str, start: int, end: int) -> str | None:
    """The string of a guard that stands next to a name."""
    behind = (word for word in guard.before if text.startswith(word, end))
    return next(behind, None) or next(
        (word for word in guard.after if text.endswith(word, 0, start)), None
    )
