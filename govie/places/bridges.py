"""Roads and railways that are named by their two ends: 韶山至井冈山铁路, 北京—上海高铁.

The word or mark between the ends is an edge, over which no other name goes on. A bridge notes where
the first end begins, so that the type word behind the second may make one name of both.
"""

from __future__ import annotations

from collections.abc import Sequence

from govie.packs import Pattern
from govie.places.bodies import Part

__all__ = ["Bridge"]

_WORDS = frozenset({"至", "到", "—"})
_JOINABLE = frozenset({"name", "anchor", "gap", "firm"})
"""What an end is made of."""


class Bridge:
    """The last bridge of a text that is read from left to right."""

    def __init__(self) -> None:
        self._start = self._end = -1

    def join(self, word: str, parts: Sequence[Part], start: int) -> None:
        """Note what an edge at `start` joins to the name behind it, if anything.

        `parts` is the body in front; verbs in it are no part of the first end:
        建设|佳木斯|至|抚远公路. A mark may follow another one: 格尔木——库尔勒铁路.
        """
        if word not in _WORDS:
            return
        first = len(parts)
        while first and parts[first - 1].role in _JOINABLE:
            first -= 1
        if first < len(parts):
            self._start = parts[first].start
        elif parts or start != self._end:
            return
        self._end = start + len(word)

    def begin(self, start: int, type_: Pattern) -> int:
        """Where a name begins whose second end, or all of it, begins at `start`."""
        return self._start if start == self._end and type_.meta.get("bridge") else start
