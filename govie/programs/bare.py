"""Names without quotes that end in a type word (温暖企业行动), and the bare items of lists."""

from __future__ import annotations

import re
from bisect import bisect_left

from govie.programs.quotes import MASKS
from govie.programs.reading import Reading
from govie.programs.tokens import REACH, Head, Stretch

__all__ = ["read_bare", "read_bare_items"]

_LONGEST = 26
_LONG_NAME = 6
"""Of a name this long one sign before the type word will do: 茶文化旅游节."""
_LONGEST_ITEM = 6
_COUNTED = re.compile("[0-9]")


def read_bare(reading: Reading, left: int, head: Head, stretch: Stretch) -> None:
    """Add the name between an offset and the end of a type word."""
    left = _left_edge(reading, max(left, head.bare - REACH), head, stretch)
    name = reading.masked[left : head.bare].lstrip("△")
    left = head.bare - len(name)
    shortest = 1 if head.end - left >= _LONG_NAME else 2
    if not shortest <= len(name) <= _LONGEST or "○" in name or "□" in name:
        return
    if not reading.words.generic.make_up(name):
        reading.add(left, head.end, head.kind, "bare")


def _left_edge(reading: Reading, left: int, head: Head, stretch: Stretch) -> int:
    """Where a bare name begins between `left` and its type word.

    A link behind another name divides, and so does one behind a long item or before one that
    says nothing; short items joined by 、 make one name (蓝天、碧水、净土保卫战).
    """
    masked, words, ends = reading.masked, reading.words, reading.quotes.ends
    item = left
    for stop, after in stretch.links[bisect_left(stretch.links, (left, 0)) :]:
        listed = after - stop == 1 and masked[stop] == "、"
        long = stop - item > _LONGEST_ITEM or _COUNTED.search(masked, item, stop)
        over = item in ends or stop in ends or stop in stretch.ends
        if head.apart or stop == left or over or (listed and long):
            left = after
        item = after
    if item > left and words.generic.make_up(masked, item, head.bare):
        return head.bare
    if head.bare - left > _LONGEST:
        left = item
    skipped = words.opening.match(masked, left, head.bare)
    return skipped.end() if skipped else left


def read_bare_items(reading: Reading, etc: int, kind: str, stretch: Stretch) -> None:
    """Add the unquoted items of a list that ends in 等."""
    left = stretch.cut
    for stop, after in [*stretch.links, (etc, etc)]:
        if left <= stop <= etc:
            item = reading.masked[left:stop]
            fits = 4 <= len(item) <= 20 and MASKS.isdisjoint(item)
            if fits and not reading.words.generic.make_up(item):
                reading.add(left, stop, kind, "listed_bare")
            left = after
