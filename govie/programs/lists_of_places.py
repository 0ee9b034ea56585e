"""Names behind a list of places: 攸县、天元区城乡道路客运一体化试点 is a pilot of both places.

One place in front belongs to a name (株洲“十四五”规划), a list of them tells where.
"""

from __future__ import annotations

from govie.context import Context
from govie.programs.hits import Hit
from govie.programs.words import load_words
from govie.text.view import TextView

__all__ = ["ListsOfPlaces"]

_DIVISIONS = frozenset(["country", "province", "prefecture", "county", "township"])
_JOINTS = ("、", "和", "与", "及")


class ListsOfPlaces:
    """The administrative divisions of one text, asked for single bare names."""

    def __init__(self, view: TextView, context: Context) -> None:
        self._view = view
        divisions = [place for place in context.places if place.kind in _DIVISIONS]
        self._ends = {place.start: place.end for place in divisions}
        self._last = frozenset(self._ends.values())

    def cut_from(self, find: Hit) -> Hit | None:
        """A bare name without the places that it begins with; None if nothing is left of it."""
        text, at = self._view.text, find.start
        places = int(text.endswith(_JOINTS, 0, at) and self._raw(at - 1) in self._last)
        while (end := self._ends.get(self._raw(at))) is not None:
            at, places = self._view.clean_offset(end), places + 1
            if not text.startswith(_JOINTS, at):
                break
            at += 1
        if places < 2 or not find.start < at < find.end:
            return find
        words = load_words()
        if counted := words.opening.match(text, at, find.end):
            at = counted.end()
        return None if words.says_nothing(text[at : find.end]) else find._replace(start=at)

    def _raw(self, offset: int) -> int:
        return self._view.raw_span(offset, offset + 1)[0]
