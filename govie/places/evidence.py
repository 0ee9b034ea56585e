"""What bears out a type word that is mostly something else (河, 线, 站).

A word behind it does (漓江|治理), a verb in front of it (治理|漓江), another place of its kind in
the same list (长江、练江), or two that wait for evidence likewise (兴龙湖、凤凰湖、神女湖).
Which words these are stands in the ``meta`` of the type word:
``after`` and ``lead``. With ``named`` a division in front is enough, and both together are of that
kind (钦州|港, a facility), as they are before a word of ``named_after`` (白沙港|码头); with
``bordered`` it is where the word ends there: 玛纳斯河、; with ``sided`` where a point of the
compass stands between: 大庆|西|站; with ``loose`` an unknown name of two characters or more is
enough, but before one of those words: 潴龙河|健康评价, not 银河|大厦. A count behind any type word
speaks against a place (金桥学校2所), unless a known name stands in the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from govie.packs import Pattern
from govie.places.bodies import Part
from govie.places.match import PlaceMatch
from govie.places.words import words_of

__all__ = ["Evidence", "Waiting"]

_BORDERS = tuple("、，。；：！？）”\n和与及等")
_ALIKE = 3
"""So many of a kind in one list bear each other out."""
_LOOSE = 2
"""So many unknown characters are enough in front of a type word with ``loose``."""
_SIDES = frozenset("东西南北")
_KNOWN = frozenset({"name", "anchor", "place"})
_MANY = re.compile(r"[0-9]+[个家所座条处](?:以上|以内)?(?![^，。、；：！？）\n])")
"""What stands behind a kind of thing that is counted: 金桥学校|2所."""


def _family(kind: str) -> str:
    """Kinds that bear each other out in a list: sights and waters (太姥山、鸳鸯溪)."""
    return "scenic" if kind == "water" else kind


def _is_known(parts: Sequence[Part], begin: int) -> bool:
    """Whether a body holds a known name, which proves nothing for itself: 湘江|湾."""
    return any(part.role == "name" for part in parts if part.start >= begin)


class Waiting(NamedTuple):
    """A place in a list of which a later item may show that it is one."""

    start: int
    end: int
    type: Pattern


class Evidence:
    """The evidence that one stretch between edges has shown so far."""

    def __init__(self, text: str, names: Iterable[PlaceMatch]) -> None:
        """`names` are the places that are known by their names."""
        self.lead = ""
        """The word or mark in front of the stretch: a verb there may bear it out."""
        self._text = text
        self._names = names
        self._after: dict[str, tuple[str, ...]] = {}
        self._kinds: set[str] = set()
        self._waiting: list[Waiting] = []

    def clear(self) -> None:
        """A new stretch begins."""
        self.lead = ""
        if self._kinds:
            self._kinds = set()
        if self._waiting:
            self._waiting = []

    def bears_out(self, parts: Sequence[Part], begin: int, end: int, kind: Pattern) -> bool:
        """Whether the name from `begin` on, whose type word ends at `end`, is that of a place."""
        if self._is_many(parts, begin, end):
            return False
        after = kind.meta.get("after")
        if after is None:
            return True
        word = kind.word
        if word not in self._after:
            self._after[word] = tuple(after)
        if self._text.startswith(self._after[word], end):
            return True
        if kind.meta.get("named") and self._behind_division(parts, begin):
            return True
        if kind.meta.get("sided") and self._is_sided(parts, begin):
            return True
        if self._is_unknown(parts, begin, end, kind):
            return True
        closes = end >= len(self._text) or self._text.startswith(_BORDERS, end)
        if not closes and self._text[begin - 1] != "、":
            return False
        if kind.meta.get("bordered") and self._behind_division(parts, begin):
            return True
        if self.lead in kind.meta.get("lead", ()):
            return True
        if kind.id in self._kinds and not _is_known(parts, begin):
            return True
        self._waiting.append(Waiting(begin, end, kind))
        return False

    def _is_unknown(self, parts: Sequence[Part], begin: int, end: int, kind: Pattern) -> bool:
        """Whether a type word with ``loose`` ends a name that is no known word and goes on in none:
        潴龙河|健康评价."""
        beyond = kind.meta.get("loose")
        if beyond is None or end - len(kind.word) - begin < _LOOSE:
            return False
        if any(part.role != "gap" for part in parts if part.end > begin):
            return False
        return not self._text.startswith(tuple(beyond), end)

    def side(self, parts: Sequence[Part], end: int, kind: Pattern) -> int | None:
        """Where a place begins that has but its side for a name: 城南新区, 滨河公园.

        Which sides and which type words go together without more says ``quarter``. Other zones may
        have one in a list of zones (红枫新区、南部新区), in front of the first too.
        """
        if len(parts) != 1:
            return None
        begin = parts[0].start
        body = self._text[begin : parts[0].end]
        if kind.meta.get("quarter") and body in words_of("QUARTER"):
            return begin
        if kind.id != "zone" or "after" in kind.meta or body not in words_of("SIDE"):
            return None
        if "、" not in (self._text[begin - 1], self._text[end : end + 1]):
            return None
        if kind.id in self._kinds:
            return begin
        self._waiting.append(Waiting(begin, end, kind))
        return None

    def row(self, parts: Sequence[Part], begin: int, kind: str) -> list[Waiting]:
        """What waited in the list for a place of a kind, where so many bear each other out or a
        place of their family does."""
        family = _family(kind)
        alike = sum(_family(each.type.id) == family for each in self._waiting)
        proved = family in map(_family, self._kinds) and not _is_known(parts, begin)
        return self.prove(kind) if proved or alike >= _ALIKE else []

    def _is_many(self, parts: Sequence[Part], begin: int, end: int) -> bool:
        """Whether a body without a known name is a kind of thing, of which there are several."""
        return _MANY.match(self._text, end) is not None and not any(
            part.role in _KNOWN for part in parts if part.start >= begin
        )

    def prove(self, kind: str) -> list[Waiting]:
        """What waited in the list for a place of a kind to appear."""
        self._kinds.add(kind)
        return self._borne_out(_family(kind)) if self._waiting else []

    def _borne_out(self, family: str) -> list[Waiting]:
        borne_out = [each for each in self._waiting if _family(each.type.id) == family]
        self._waiting = [each for each in self._waiting if _family(each.type.id) != family]
        return borne_out

    def other_kind(self, parts: Sequence[Part], begin: int, end: int, kind: Pattern) -> str | None:
        """The kind of place that a division in front or a word behind makes of the type word:
        钦州|港, 通州|湾, 白沙港|码头."""
        named: str | None = kind.meta.get("named")
        if named is None:
            return None
        told = self._text.startswith(tuple(kind.meta.get("named_after", ())), end)
        return named if told or self._behind_division(parts, begin) else None

    @cached_property
    def _divisions(self) -> frozenset[int]:
        """Where names of divisions end."""
        return frozenset(each.end for each in self._names if each.adcode or each.candidates)

    def ends_division(self, offset: int) -> bool:
        """Whether the name of a division ends at an offset."""
        return offset in self._divisions

    def _is_sided(self, parts: Sequence[Part], begin: int) -> bool:
        body = [part for part in parts if part.start >= begin]
        side = self._text[body[-1].start : body[-1].end]
        return len(body) > 1 and side in _SIDES and self._behind_division(body[:-1], begin)

    def _behind_division(self, parts: Sequence[Part], begin: int) -> bool:
        return all(part.end in self._divisions for part in parts if part.start >= begin)
