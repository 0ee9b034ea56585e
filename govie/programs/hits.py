"""Mentions of programmes by clean offsets, and which of overlapping ones to keep."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from govie.packs import Pattern

__all__ = ["OPENING", "Hit", "choose"]

OPENING = frozenset("“‘")
"""Signs that open a quotation."""
_start = attrgetter("start")


class Hit(NamedTuple):
    """A mention: its clean offsets, and what is known of it."""

    start: int
    end: int
    kind: str
    rule: str
    core: str | None = None
    """The quoted phrase that the name is built on."""
    known: Pattern | None = None
    """The line of a pack that knows the programme."""


def choose(length: int, hits: Iterable[Hit]) -> list[Hit]:
    """The longest of overlapping hits in a text of some length, in order.

    Of two of one length the one that a pack knows is kept, else the first one.
    """
    taken = bytearray(length)
    chosen = []
    for hit in sorted(sorted(hits, key=_start), key=_rank):
        if taken.find(1, hit.start, hit.end) < 0:
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            chosen.append(hit)
    return sorted(chosen, key=_start)


def _rank(hit: Hit) -> int:
    """The lower, the longer; of one length lower for one that a pack knows."""
    return 2 * (hit.start - hit.end) - (hit.known is not None)
