"""Mentions of programmes by clean offsets, and which of overlapping ones to keep."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govie.packs import Pattern

__all__ = ["OPENING", "Hit", "choose"]

OPENING = frozenset("“‘")
"""Signs that open a quotation."""


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

    Of two of one length the one that a pack knows is kept.
    """
    taken = bytearray(length)
    chosen = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.known is None, hit.start)):
        if taken.find(1, hit.start, hit.end) < 0:
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.start)
