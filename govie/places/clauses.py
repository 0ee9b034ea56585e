"""The clauses of a text that may hold a place: the others need not be read.

Most clauses of a report name no place. To look for the few thousand names and type words alone
costs half of a look for every word, and leaves half of the text unread.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

__all__ = ["CLAUSE_ENDS", "Clauses"]

CLAUSE_ENDS = "，。；：！？\n"
_END = re.compile(f"[{CLAUSE_ENDS}]")


class Clauses:
    """Finds the clauses that hold one of `signs`, none of which holds the end of a clause."""

    def __init__(self, signs: Iterable[str]) -> None:
        self._signs = AhoCorasick(
            signs,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )

    def stretches(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Runs of such clauses within ``text[start:end]``, with the marks around them."""
        found: list[tuple[int, int]] = []
        ends = [mark.start() for mark in _END.finditer(text, start, end)]
        ends.append(end)
        done = start
        for _, sign, _ in self._signs.find_matches_as_indexes(text[start:end]):
            if sign + start < done:
                continue
            behind = bisect_left(ends, sign + start)
            first = ends[behind - 1] if behind else start
            done = min(ends[behind] + 1, end)
            if found and found[-1][1] > first:
                found[-1] = (found[-1][0], done)
            else:
                found.append((first, done))
        return found
