"""Places that a list names as the origins of products: 炎陵黄桃、茶陵红茶、白关丝瓜.

Where two items of a list begin with places that are known and go on with a product, what stands in
front of the product in the other items is a place too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from govie.packs import load_patterns, per_packs
from govie.places.match import PlaceMatch, Setting

__all__ = ["origins"]

_KNOWN = 2
_SHORTEST, _LONGEST = 2, 4
_MARKS = "、和及"
_ENDS = "、和及等，。；"


class _Item(NamedTuple):
    """An item of a list: ``start:head`` in front of a product, which ends at ``end``."""

    start: int
    head: int
    end: int


@per_packs
def _products() -> AhoCorasick:
    words = [line.pattern for line in load_patterns("places/products") if line.pattern]
    # For so few words the implementation that scans fastest is small and soon built.
    return AhoCorasick(
        words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )


def _items(text: str, start: int, end: int) -> Iterator[_Item]:
    """List items that end in a product and hold two to four characters more."""
    for _, head, stop in _products().find_matches_as_indexes(text[start:end]):
        head, stop = head + start, stop + start
        if stop < end and text[stop] in _ENDS:
            marks = [text.rfind(mark, max(start, head - _LONGEST - 1), head) for mark in _MARKS]
            first = max(marks) + 1 or max(start, head - _LONGEST)
            if head - first >= _SHORTEST:
                yield _Item(first, head, stop)


def origins(
    text: str,
    setting: Setting,
    places: Sequence[PlaceMatch],
    place: Callable[[int, int], PlaceMatch],
) -> list[PlaceMatch]:
    """Unknown origins in lists of a document that hold two of the `places`.

    `place` makes a place of a stretch of the text.
    """
    ends = {place.end for place in places}
    found: list[PlaceMatch] = []
    run: list[_Item] = []
    for item in _items(text, setting.start, setting.end):
        if run and not (item.start == run[-1].end + 1 and text[run[-1].end] in _MARKS):
            found.extend(place(*stretch) for stretch in _unknown(run, ends))
            run = []
        run.append(item)
    found.extend(place(*stretch) for stretch in _unknown(run, ends))
    return found


def _unknown(run: Sequence[_Item], ends: set[int]) -> list[tuple[int, int]]:
    """Where a list names places that are not known, provided that it names some that are."""
    if sum(item.head in ends for item in run) < _KNOWN:
        return []
    return [(item.start, item.head) for item in run[1:] if item.head not in ends]
