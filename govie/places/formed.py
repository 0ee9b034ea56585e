"""The places that were found by form, in order of the text, list items among them.

雪峰岭、凤凰山、新苗等公园 are three parks: items of a list take the type word behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govie.packs import Pattern
from govie.places.bodies import Part, is_shareable, shared_name
from govie.places.evidence import Waiting
from govie.places.match import PlaceMatch

__all__ = ["FormedPlaces"]


class FormedPlaces:
    """Takes places as a reader finds them, from left to right but for those that had to wait."""

    def __init__(self, text: str) -> None:
        self.found: list[PlaceMatch] = []
        self._text = text

    def add(self, start: int, end: int, kind: str, pattern: str | None) -> None:
        """Note a place; those inside it are parts of its name."""
        while self.found and self.found[-1].start >= start:
            self.found.pop()
        self.found.append(self._match(start, end, kind, pattern))

    def insert(self, waiting: Iterable[Waiting]) -> None:
        """Note places further in front that something behind them has borne out."""
        self._insert([self._match(at, end, type_.id, type_.pattern) for at, end, type_ in waiting])

    def share(self, items: Iterable[Sequence[Part]], kind: Pattern) -> None:
        """Places out of list items whose common type word stands behind the list."""
        items = [item[1:] if item and item[0].role == "verb" else item for item in items]
        made = [
            PlaceMatch(
                start=item[0].start,
                end=item[-1].end,
                kind=kind.id,
                name=shared_name(self._text, item, kind),
                form=self._text[item[0].start : item[-1].end],
                rule="list",
                pattern=kind.pattern,
            )
            for item in items
            if is_shareable(self._text, item, kind)
        ]
        self._insert(made)

    def _match(self, start: int, end: int, kind: str, pattern: str | None) -> PlaceMatch:
        form = self._text[start:end]
        return PlaceMatch(
            start=start, end=end, kind=kind, name=form, form=form, rule="form", pattern=pattern
        )

    def _insert(self, places: Sequence[PlaceMatch]) -> None:
        if places:
            spans = {(place.start, place.end) for place in places}
            rest = [place for place in self.found if (place.start, place.end) not in spans]
            self.found = sorted([*rest, *places], key=lambda place: place.start)
