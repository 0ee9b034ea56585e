"""Places named by form: a name and a type word (清水塘大桥, 醴陵经开区, 樟霞村).

The words of a text come from :mod:`govie.places.words`; what lies between them is unknown and so
may be part of a name. Reading from left to right, a *body* grows until an edge (a verb, a function
word, punctuation) cuts it off. A type word makes a place of the body in front of it if something
there is a name: see :mod:`govie.places.bodies`.

Lists share a type word: 醴娄、茶常高速 are two roads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from govie.packs import Pattern, per_packs
from govie.packs.gazetteer import Hit
from govie.places.bodies import Part, begin_of_name, is_another, is_shareable
from govie.places.bridges import Bridge
from govie.places.division import is_official
from govie.places.evidence import Evidence
from govie.places.formed import FormedPlaces
from govie.places.match import PlaceMatch
from govie.places.words import NUMERALS, Vocabulary, words_of

__all__ = ["FormReader"]

_CODE = re.compile(r"[新老]?[A-Z]{0,2}[0-9]{1,4}[A-Z]?$")
_ORDINAL = re.compile(r"第[0-9]{1,3}$")
_ENCLOSED = re.compile(r"（(?![现原今含即])[^（），。；：、\n]{1,6}）(?=[^（），。；：、”“\n])")
_COUNTING = frozenset("个座条所处家")
"""With these measures figures count the items of a list: 青塘、马湾2座水库."""
_ENCLOSING = frozenset({"name", "anchor", "country"})
_DIVISIONS = frozenset({"province", "prefecture", "county"})
_ANCHORS = frozenset({"township", "village", "community"})
_SITES = frozenset({"facility", "scenic", "bridge", "rail"})
"""Kinds of places that streets are called after: 学院路, 机场大道."""


@per_packs
def _counted() -> re.Pattern[str]:
    """A figure with what it counts."""
    measures = "|".join(map(re.escape, words_of("MEASURE")))
    return re.compile(rf"[0-9][0-9.,]{{0,20}}[余多万亿千百]{{0,4}}(?:{measures})?")


class FormReader:
    """Reads places by form from the words of one document."""

    def __init__(self, text: str, names: Mapping[int, PlaceMatch], vocabulary: Vocabulary) -> None:
        """`names` are the places already found, by the index of their (last) word."""
        self.text = text
        self.vocabulary = vocabulary
        self.names = names
        self.organisations: list[tuple[int, int]] = []
        """Stretches that name organisations, where names of places are none."""
        self._places = FormedPlaces(text)
        self._counted = _counted()
        self._parts: list[Part] = []
        self._items: list[list[Part]] = []
        self._open_list: list[list[Part]] | None = None
        self._bridge = Bridge()
        self._evidence = Evidence(text, names.values())

    def read(self, tokens: Sequence[Hit], notable: Sequence[int], start: int) -> list[PlaceMatch]:
        """All places by form in order of the text, which begins at `start`.

        The words that decide are among those whose indexes are `notable`.
        """
        for first, last in self.vocabulary.stretches(tokens, notable):
            self._cut()
            if first:
                _, begin, start = tokens[first - 1]
                self._evidence.lead = self.text[begin:start]
            self._stretch(tokens, first, last, start)
        return self._places.found

    def _stretch(self, tokens: Sequence[Hit], first: int, last: int, at: int) -> None:
        """Read the words ``first:last``, and what lies between them from the offset `at` on."""
        words = self.vocabulary.words
        for index in range(first, last):
            number, begin, end = tokens[index]
            word = words[number]
            if begin < at:
                continue
            if begin > at:
                self._unknown(at, begin)
            at = end
            role = word.role
            place = self.names.get(index)
            if place is not None and place.kind != "deictic":
                self._name(place)
            elif role == "edge" or role == "deictic":
                self._edge(begin, end)
            elif role == "initial":
                self._initial(begin, end)
            elif role == "stop":
                at = self._enclosed(begin) or end
                if at == end:
                    self._bridge.join(self.text[begin:end], self._parts, begin)
                    self._cut()
            elif role == "list":
                self._next_item()
            elif word.type is not None:
                self._type(begin, end, word.type)
            elif role == "organisation":
                if self._parts:
                    self.organisations.append((self._parts[0].start, end))
                self._cut()
            elif role == "name":
                self._far_name(begin, end)
            else:
                self._append(Part(begin, end, role))

    # The body

    def _cut(self) -> None:
        self._parts, self._items, self._open_list = [], [], None
        self._evidence.clear()

    def _append(self, part: Part) -> None:
        last = self._parts[-1] if self._parts else None
        if part.role == "gap" and last and last.role == "gap" and last.end == part.start:
            self._parts[-1] = Part(last.start, part.end, "gap")
        else:
            self._parts.append(part)

    def _unknown(self, start: int, end: int) -> None:
        """Characters between known words: part of a name, but for figures and what they count."""
        stretch = self.text[start:end]
        if stretch.isalpha():
            self._append(Part(start, end, "gap"))
            return
        if _CODE.match(stretch):
            self._append(Part(start, end, "code"))
            return
        figures = list(self._counted.finditer(stretch))
        if figures and not _ORDINAL.search(stretch):
            first = start + figures[0].start()
            if stretch[: first - start].isalpha():
                self._append(Part(start, first, "gap"))
            counts = figures[-1][0][-1] in _COUNTING or self.text[end] in _COUNTING
            if counts and self._ends_list():
                self._await_shared()
            elif self._open_list is None:
                self._cut()
            start += figures[-1].end()
        if start < end:
            self._append(Part(start, end, "gap"))

    def _name(self, place: PlaceMatch) -> None:
        while self._parts and self._parts[-1].end > place.start:
            self._parts.pop()
        if place.kind == "country":
            role = "country"
        else:
            role = "anchor" if is_official(place.form) else "name"
            if place.kind == "water" and is_another(self.text, self._parts, place.start):
                self._places.add(place.start - 1, place.end, place.kind, None)
            if place.kind not in _DIVISIONS:
                self._prove(place.kind)
        self._append(Part(place.start, place.end, role))

    def _far_name(self, start: int, end: int) -> None:
        """A name that is none here; its last character may be a type word: 沙河|治理."""
        type_ = self.vocabulary.type_of(self.text[end - 1])
        if type_ is None or "after" not in type_.meta:
            self._append(Part(start, end, "firm"))
            return
        self._append(Part(start, end - 1, "gap"))
        self._type(end - 1, end, type_)

    def _initial(self, start: int, end: int) -> None:
        """An edge that says nothing of anything where nothing stands in front: 推进|成贵铁路."""
        if self._parts:
            self._edge(start, end)
        else:
            self._append(Part(start, end, "gap"))

    def _edge(self, start: int, end: int) -> None:
        word = self.text[start:end]
        if word == "等" or (word[0] in NUMERALS and self._ends_list()):
            self._await_shared()
        elif self._open_list is None or word[0] not in NUMERALS | _COUNTING:
            self._bridge.join(word, self._parts, start)
            self._cut()
            self._evidence.lead = word

    def _ends_list(self) -> bool:
        """Whether an item ends here that has others in front: 青塘、马湾|两座水库."""
        return self._open_list is None and bool(self._items and self._parts)

    def _await_shared(self) -> None:
        """A type word behind is that of all items."""
        self._open_list, self._parts = [*self._items, self._parts], []
        self._items = []

    def _next_item(self) -> None:
        self._open_list = None
        if self._parts or self._items:
            self._items.append(self._parts)
        self._parts = []

    def _enclosed(self, start: int) -> int | None:
        """The end of a bracket inside a name: 湖南（云龙）大数据产业园, 东莞凤岗（惠东）产业园."""
        last = self._parts[-1] if self._parts else None
        bracket = _ENCLOSED.match(self.text, start) if last and last.end == start else None
        if last is None or bracket is None:
            return None
        named = self._evidence.ends_division(bracket.end() - 1)
        if all(part.role not in _ENCLOSING for part in (self._parts if named else [last])):
            return None
        self._append(Part(start, bracket.end(), "gap"))
        return bracket.end()

    # Type words

    def _type(self, start: int, end: int, kind: Pattern) -> None:
        shared, self._open_list = self._open_list, None
        if shared is not None:
            if kind.meta.get("share"):
                self._places.share(shared, kind)
            self._parts = []
            return
        begin = begin_of_name(self.text, self._parts, start, kind)
        if begin is not None and not self._evidence.bears_out(self._parts, begin, end, kind):
            self._places.insert(self._evidence.row(self._parts, begin, kind.id))
            begin = None
        if begin is None:
            begin = self._evidence.side(self._parts, end, kind)
        if begin is None:
            role = "site" if kind.id in _SITES else "generic"
            self._append(Part(start, end, "gap" if end - start == 1 else role))
            return
        begin = self._bridge.begin(begin, kind)
        named = self._evidence.other_kind(self._parts, begin, end, kind) or kind.id
        self._parts = [part for part in self._parts if part.end <= begin]
        alone = not self._parts
        self._places.add(begin, end, named, kind.pattern)
        self._prove(named)
        self._parts.append(Part(begin, end, "anchor" if kind.id in _ANCHORS else "place"))
        if alone and kind.meta.get("share"):
            items = []
            while self._items and is_shareable(self.text, self._items[-1], kind):
                items.append(self._items.pop())
            self._places.share(items[::-1], kind)

    def _prove(self, kind: str) -> None:
        """Note that the list holds a place of a kind, and those that waited for that."""
        self._places.insert(self._evidence.prove(kind))
