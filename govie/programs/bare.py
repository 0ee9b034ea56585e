"""Names without quotes that end in a type word (温暖企业行动), and the bare items of lists."""

from __future__ import annotations

import re
from bisect import bisect_left

from govie.programs.quotes import MASKS
from govie.programs.reading import NUMERALS, Reading
from govie.programs.tokens import REACH, Head, Stretch

__all__ = ["COUNT", "read_bare", "read_bare_items"]

_LONGEST = 26
_LONG_NAME = 6
"""Of a name this long one sign before the type word will do: 茶文化旅游节."""
_LONGEST_ITEM = 6
_SHORTEST_LISTED, _LONGEST_LISTED = 3, 12
"""Characters of an item that shares the type word behind a list."""
_TYPE_WORD = 2
"""Characters of a type word that counted names share, at least: 工程, but 战略行动 too."""
_COUNTING = 2
"""Characters of a count: 三大."""
_COUNTED = re.compile("[0-9]")
COUNT = re.compile(f"([{NUMERALS}])[大项个]")


def read_bare(reading: Reading, left: int, head: Head, stretch: Stretch) -> None:
    """Add the name between an offset and the end of a type word, or those of a list."""
    if _read_list(reading, left, head, stretch):
        return
    left = _left_edge(reading, max(left, head.bare - REACH), head, stretch)
    name = reading.masked[left : head.bare].lstrip("△")
    left = head.bare - len(name)
    shortest = 1 if head.end - left >= _LONG_NAME else 2
    if not shortest <= len(name) <= _LONGEST or "○" in name or "□" in name:
        return
    if head.any or not _says_nothing(reading, head, left):
        reading.add(left, head.end, head.kind, "bare")


def _left_edge(reading: Reading, left: int, head: Head, stretch: Stretch) -> int:
    """Where a bare name begins between ``left`` and its type word.

    A link behind another name divides, and so does one behind a long item or before one that
    says nothing; short items joined by 、 make one name (蓝天、碧水、净土保卫战).
    """
    masked, ends = reading.masked, reading.quotes.ends
    item = left
    for stop, after in stretch.links[bisect_left(stretch.links, (left, 0)) :]:
        listed = after - stop == 1 and masked[stop] == "、"
        long = stop - item > _LONGEST_ITEM or _COUNTED.search(masked, item, stop)
        over = item in ends or stop in ends or stop in stretch.ends
        if head.apart or stop == left or over or (listed and long):
            left = after
        item = after
    if item > left and not head.any and _says_nothing(reading, head, item):
        return head.bare
    if head.bare - left > _LONGEST:
        left = item
    skipped = reading.words.opening.match(masked, left, head.bare)
    return skipped.end() if skipped else left


def _says_nothing(reading: Reading, head: Head, start: int) -> bool:
    """Whether what stands between an offset and a type word makes no name with it."""
    words, masked = reading.words, reading.masked
    if head.topic and any(masked.find(word, start, head.bare) >= 0 for word in words.topics):
        return False
    return words.generic.make_up(masked, start, head.bare)


def _read_list(reading: Reading, left: int, head: Head, stretch: Stretch) -> bool:
    """Whether a type word is that of every item before it; they are added then.

    It is if they are counted (A、B、C三大工程), or where a verb of doing governs the list and the
    type word ends in a SHARED word (实施A、B、C战略).
    """
    links = [link for link in stretch.links if link[0] > left]
    stop = _shared_from(reading, head, stretch, len(links) + 1) if links else None
    if stop is None or stretch.ends:
        return False
    starts = [left, *(after for _, after in links)]
    items = list(zip(starts, [*(start for start, _ in links), stop], strict=True))
    if not all(_fits_list(reading, start, end) for start, end in items):
        return False
    for start, end in items[:-1]:
        reading.add(start, end, head.kind, "listed_bare")
    start, end = items[-1]
    if COUNT.match(reading.masked, end):
        reading.add(start, end, head.kind, "listed_bare")
    else:
        reading.add(start, head.end, head.kind, "bare")
    return True


def _shared_from(reading: Reading, head: Head, stretch: Stretch, items: int) -> int | None:
    """Where the words begin that the items of a list share, None where they share none."""
    for type_word in (head.end - _TYPE_WORD, head.start):
        if count := COUNT.fullmatch(reading.masked, type_word - _COUNTING, type_word):
            return count.start() if NUMERALS.find(count[1]) == items else None
    if not stretch.governed:
        return None
    words = (word for word in reading.words.shared if reading.text.endswith(word, 0, head.end))
    return next((head.end - len(word) for word in words), None)


def _fits_list(reading: Reading, start: int, end: int) -> bool:
    """Whether an item of a list may be a name."""
    item = reading.masked[start:end]
    return (
        _SHORTEST_LISTED <= len(item) <= _LONGEST_LISTED
        and MASKS.isdisjoint(item)
        and not reading.words.generic.make_up(item)
    )


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
