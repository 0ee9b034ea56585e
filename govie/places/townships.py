"""Townships of the document's own jurisdiction, by the names on record.

Their full names count wherever they stand (魏城镇, which no reading by form tells from 城镇), their
short names in lists: 大石坝、石马河、五里店.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from govie.places.home import Home
from govie.places.lists import LIST_MARKS
from govie.places.match import PlaceMatch, Setting
from govie.places.words import Vocabulary

__all__ = ["home_townships"]

_SHORTEST = 3
_SURE = 2
"""So many items of a list must be full names or no everyday words."""

Item = tuple[str, int, int]


def home_townships(
    text: str,
    setting: Setting,
    home: Home,
    vocabulary: Vocabulary,
    place: Callable[[int, int], PlaceMatch],
) -> Iterator[PlaceMatch]:
    """Mentions of townships of the jurisdiction; `place` makes one of a stretch of the text."""
    full = home.townships.full
    for items in _lists(text, setting, home.townships.names):
        sure = sum(name in full or name not in vocabulary for name, _, _ in items)
        listed = len(items) > 1 and sure >= _SURE
        for name, start, end in items:
            if listed or (name in full and len(name) >= _SHORTEST):
                yield place(start, end)


def _lists(text: str, setting: Setting, names: tuple[str, ...]) -> Iterator[list[Item]]:
    """The names in order of the text, those that 、 or 和 joins together."""
    if not names:
        return
    found = _automaton(names).find_matches_as_indexes(text[setting.start : setting.end])
    items: list[Item] = []
    for number, start, end in found:
        start, end = start + setting.start, end + setting.start
        if items and not (start == items[-1][2] + 1 and text[start - 1] in LIST_MARKS):
            yield items
            items = []
        items.append((names[number], start, end))
    if items:
        yield items


@lru_cache(maxsize=16)
def _automaton(names: tuple[str, ...]) -> AhoCorasick:
    """Kept for a few: reports of one place come together."""
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
