"""Lists of divisions: names in them count that by themselves would be everyday words or too far.

和平、河西两区 are districts of one city; beside 吴江 in a list 青浦 and 嘉善 are divisions too,
though of other provinces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import define

from govie.packs.gazetteer import Hit
from govie.places.division import LEVELS, Division
from govie.places.match import PlaceMatch
from govie.places.words import Vocabulary

__all__ = ["LIST_MARKS", "ListReader"]

LIST_MARKS = frozenset("、和与及")
_COUNTED = re.compile(r"[两二三四五六七八九十]?[区县]")


@define
class ListReader:
    """Finds the lists among the words of a document."""

    text: str
    vocabulary: Vocabulary
    division: Callable[[str], Division | None]
    """The one division that a name stands for."""
    tokens: Sequence[Hit]
    found: Mapping[int, PlaceMatch]
    """Places by the index of their last word."""

    def read(self, waiting: Sequence[int]) -> Iterator[int]:
        """Those of the words `waiting`, by index, that stand in a list of divisions.

        The list holds a place found already, or three words, or ends in 区 or 县.
        """
        rest = set(waiting)
        for at in waiting:
            if at not in rest:
                continue
            first = last = at
            while self._is_sibling(rest, first - 2, first):
                first -= 2
            while self._is_sibling(rest, last, last + 2):
                last += 2
            run = range(first, last + 1, 2)
            rest.difference_update(run)
            certain = any(each in self.found for each in run)
            counted = _COUNTED.match(self.text, self.tokens[last][2])
            if len(run) > 1 and (certain or counted or len(run) > 2):
                yield from (each for each in run if each not in self.found)

    def _is_sibling(self, waiting: set[int], left: int, right: int) -> bool:
        """Whether two words, one apart, stand in a list and may name divisions side by side."""
        if left < 0 or right >= len(self.tokens):
            return False
        if not all(at in waiting or at in self.found for at in (left, right)):
            return False
        _, start, end = self.tokens[left + 1]
        if self.tokens[left][2] != start or end != self.tokens[right][1]:
            return False
        if self.text[start:end] not in LIST_MARKS:
            return False
        mine, theirs = (
            self.division(self.text[self.tokens[at][1] : self.tokens[at][2]])
            for at in (left, right)
        )
        if not mine or not theirs:
            return False
        return mine.parent == theirs.parent or (self._only_names(left) and self._only_names(right))

    def _only_names(self, at: int) -> bool:
        """Whether a word is the name of a division and of nothing else, however far."""
        word = self.vocabulary.words[self.tokens[at][0]]
        return word.role == "name" and all(
            name.label in LEVELS and name.meta.get("reach") != "list" for name in word.names
        )
