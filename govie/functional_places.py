"""Places named by form: a name and a type word (清水塘大桥, 醴陵经开区, 樟霞村).

The words of a text come from :mod:`govie.place_words`; what lies between them is unknown and so may
be part of a name. Reading from left to right, a *body* grows until an edge (a verb, a function word,
punctuation) cuts it off. A type word makes a place of the body in front of it if something there is
a name: unknown characters, a name of the gazetteer, or an everyday word that names are made of.

Lists share a type word: 醴娄、茶常高速 are two, 雪峰岭、凤凰山、新苗等公园 are three.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govie.packs import Pattern
from govie.place_match import PlaceMatch
from govie.place_words import PlaceWord

__all__ = ["FormReader"]

Token = tuple[int, int, PlaceWord]

_COUNTED = re.compile(r"[0-9][0-9.,]*[余多万亿千百]*(?:平方公里|[^\W0-9A-Za-z_])?")
_CODE = re.compile(r"[A-Z]{0,2}[0-9]{1,4}[A-Z]?$")
_ENCLOSED = re.compile(r"（[^（），。；：、\n]{1,6}）(?=[^（），。；：、”“\n])")
_FAINT = frozenset(
    "新老旧大小多全各本我市区县省州旗镇乡村中两三四五六七八九十一二高上下前后内外双多原现总"
)
_OWNERS = frozenset("市区县省州旗镇")
_NUMERALS = frozenset("一二三四五六七八九十两几多数")
_OFFICIAL = tuple("省市区县旗州盟")
_ANCHORS = frozenset({"township", "village", "community"})
_SHARED_LENGTH = range(2, 7)


class Part(NamedTuple):
    """A piece of the body; ``role`` as in :mod:`govie.place_words`, or gap, code, anchor, place."""

    start: int
    end: int
    role: str


class FormReader:
    """Reads places by form from the words of one document."""

    def __init__(self, text: str, names: Mapping[int, PlaceMatch]) -> None:
        self.text = text
        self.names = names
        self.found: list[PlaceMatch] = []
        self.organisations: list[tuple[int, int]] = []
        """Stretches that name organisations, where names of places are none."""
        self._parts: list[Part] = []
        self._items: list[list[Part]] = []
        self._open_list: list[list[Part]] | None = None
        self._bridged: Part | None = None

    def read(self, tokens: Sequence[Token], start: int) -> list[PlaceMatch]:
        """All places by form in order of the text. `start` is where the document begins."""
        at = start
        for index, (begin, end, word) in enumerate(tokens):
            if begin < at:
                continue
            if begin > at:
                self._unknown(at, begin)
            at = end
            place = self.names.get(index)
            if place is not None and place.kind != "deictic":
                self._name(place)
            elif word.type is not None:
                self._type(begin, end, word.type)
            elif word.role in ("edge", "deictic"):
                self._edge(begin, end)
            elif word.role == "list":
                self._next_item()
            elif word.role == "stop":
                enclosed = self._enclosed(begin)
                if enclosed:
                    at = enclosed
                else:
                    self._cut()
            elif word.role == "organisation":
                if self._parts:
                    self.organisations.append((self._parts[0].start, end))
                self._cut()
            else:
                self._append(Part(begin, end, "like" if word.names else word.role))
        return self.found

    # The body

    def _cut(self) -> None:
        self._parts, self._items, self._open_list, self._bridged = [], [], None, None

    def _append(self, part: Part) -> None:
        last = self._parts[-1] if self._parts else None
        if part.role == "gap" and last and last.role == "gap" and last.end == part.start:
            self._parts[-1] = Part(last.start, part.end, "gap")
        else:
            self._parts.append(part)

    def _unknown(self, start: int, end: int) -> None:
        """Characters between known words: part of a name, but for figures and what they count."""
        stretch = self.text[start:end]
        if stretch.isascii() and _CODE.match(stretch):
            self._append(Part(start, end, "code"))
            return
        counted = None
        for counted in _COUNTED.finditer(stretch):
            pass
        if counted:
            if self._open_list is None:
                self._cut()
            start += counted.end()
        if start < end:
            self._append(Part(start, end, "gap"))

    def _name(self, place: PlaceMatch) -> None:
        while self._parts and self._parts[-1].end > place.start:
            self._parts.pop()
        role = "anchor" if place.form.endswith(_OFFICIAL) else "name"
        self._append(Part(place.start, place.end, role))

    def _edge(self, start: int, end: int) -> None:
        word = self.text[start:end]
        if word == "等":
            self._open_list, self._parts = [*self._items, self._parts], []
            self._items = []
        elif self._open_list is not None and word[0] in _NUMERALS:
            return
        else:
            joined = self._parts[-1] if word in ("至", "到") and self._parts else None
            self._cut()
            if joined and joined.role in ("name", "anchor", "gap"):
                self._bridged = Part(joined.start, end, "gap")

    def _next_item(self) -> None:
        self._open_list = self._bridged = None
        if self._parts or self._items:
            self._items.append(self._parts)
        self._parts = []

    def _enclosed(self, start: int) -> int | None:
        """The end of a bracket inside a name: 湖南（云龙）大数据产业园."""
        last = self._parts[-1] if self._parts else None
        if last is None or last.role not in ("name", "anchor") or last.end != start:
            return None
        bracket = _ENCLOSED.match(self.text, start)
        if bracket is None:
            return None
        self._append(Part(start, bracket.end(), "gap"))
        return bracket.end()

    # Type words

    def _type(self, start: int, end: int, kind: Pattern) -> None:
        if self._open_list is not None:
            shared, self._open_list = self._open_list, None
            if kind.meta.get("share"):
                self._share(shared, kind)
            self._parts = []
            return
        body = self._body(start, kind)
        if body is None:
            self._append(Part(start, end, "gap" if end - start == 1 else "generic"))
            return
        if kind.meta.get("weak") and not self._has_evidence(end, kind):
            self._append(Part(start, end, "gap"))
            return
        self._make(body, end, kind)
        if kind.meta.get("share") and len(self._parts) == 1:
            items = []
            while self._items and self._shareable(self._items[-1], kind):
                items.append(self._items.pop())
            self._share(items[::-1], kind)

    def _body(self, end: int, kind: Pattern) -> int | None:
        """Where the name begins whose type word stands at `end`, null where there is no name."""
        parts = self._parts
        meta = kind.meta
        if not parts:
            return end if meta.get("bare") else None
        if parts[-1].end != end:
            return None
        if meta.get("pure"):
            parts = _trailing(parts, ("gap", "like", "name", "code"))
        elif meta.get("apart"):
            parts = _after_anchor(parts)
        while len(parts) > 1 and parts[0].role in ("generic", "word"):
            if not any(self._proper(part, kind) for part in parts[1:]):
                break
            parts = parts[1:]
        while len(parts) > 1 and end - parts[0].start > meta["max"]:
            parts = parts[1:]
        if not parts or not meta.get("min", 1) <= end - parts[0].start <= meta["max"]:
            return None
        if self._is_named(parts, kind):
            bridged = self._bridged
            if bridged and meta.get("bridge") and bridged.end == parts[0].start:
                return bridged.start
            return parts[0].start
        return None

    def _is_named(self, parts: Sequence[Part], kind: Pattern) -> bool:
        if any(self._proper(part, kind) for part in parts):
            return True
        if kind.meta.get("owned") and parts[0].role == "gap":
            return (
                self.text[parts[0].start : parts[0].end] in _OWNERS and parts[0] is self._parts[0]
            )
        if kind.meta.get("industry") and any(part.role == "specific" for part in parts):
            return parts[0] is self._parts[0]
        return False

    def _proper(self, part: Part, kind: Pattern) -> bool:
        """Whether a part makes a name of what it stands in."""
        if part.role in ("name", "anchor", "place"):
            return True
        if part.role == "gap":
            return not _FAINT.issuperset(self.text[part.start : part.end]) or bool(
                kind.meta.get("ordinal")
            )
        if part.role == "code":
            return bool(kind.meta.get("code"))
        return part.role == "like" and bool(kind.meta.get("like"))

    def _has_evidence(self, end: int, kind: Pattern) -> bool:
        return self.text.startswith(tuple(kind.meta["after"]), end)

    def _make(self, start: int, end: int, kind: Pattern, rule: str = "form") -> None:
        form = self.text[start:end]
        while self.found and self.found[-1].start >= start:
            self.found.pop()
        self.found.append(
            PlaceMatch(
                start=start,
                end=end,
                kind=kind.id,
                name=form,
                form=form,
                rule=rule,
                pattern=kind.pattern,
            )
        )
        self._parts = [part for part in self._parts if part.end <= start]
        self._parts.append(Part(start, end, "anchor" if kind.id in _ANCHORS else "place"))

    # Lists

    def _shareable(self, item: Sequence[Part], kind: Pattern) -> bool:
        if not item or item[-1].role in ("place", "anchor", "generic", "word", "specific"):
            return False
        length = item[-1].end - item[0].start
        return (
            length in _SHARED_LENGTH
            and all(part.role in ("gap", "like", "code", "name") for part in item)
            and any(self._proper(part, kind) for part in item if part.role != "name")
        )

    def _share(self, items: Sequence[Sequence[Part]], kind: Pattern) -> None:
        """Places out of list items whose common type word stands behind the list."""
        made = [
            PlaceMatch(
                start=item[0].start,
                end=item[-1].end,
                kind=kind.id,
                name=self._shared_name(item, kind),
                form=self.text[item[0].start : item[-1].end],
                rule="list",
                pattern=kind.pattern,
            )
            for item in items
            if self._shareable(item, kind)
        ]
        if made:
            self.found = sorted([*self.found, *made], key=lambda place: place.start)

    def _shared_name(self, item: Sequence[Part], kind: Pattern) -> str:
        form = self.text[item[0].start : item[-1].end]
        if kind.meta.get("listed") or form.endswith(kind.pattern or ""):
            return form
        return form + (kind.pattern or "")


def _trailing(parts: list[Part], roles: tuple[str, ...]) -> list[Part]:
    """The last parts that all have one of some roles and follow each other closely."""
    first = len(parts)
    while first and parts[first - 1].role in roles:
        first -= 1
    return parts[first:]


def _after_anchor(parts: list[Part]) -> list[Part]:
    """What follows the last division's or village's name, which is no part of a road's name."""
    for at in range(len(parts) - 1, -1, -1):
        if parts[at].role == "anchor":
            return parts[at + 1 :]
    return parts
