"""What the readers of places find, and what they know of the text."""

from __future__ import annotations

from typing import NamedTuple

from attrs import frozen

__all__ = ["PlaceMatch", "Setting"]


# A tuple: every place makes one or two, and an attrs class takes twice the time.
class PlaceMatch(NamedTuple):
    """A mention of a place in clean text; the fields are those of :class:`govie.records.Place`."""

    start: int
    end: int
    kind: str
    name: str
    form: str
    rule: str
    adcode: str | None = None
    candidates: tuple[str, ...] = ()
    pattern: str | None = None
    """What the mention matched: the code of a division, the name of a region, a type word."""


@frozen(kw_only=True)
class Setting:
    """Whose text a stretch of clean text is."""

    start: int
    end: int
    jurisdiction: str | None = None
    """Six-digit code of the government whose report it is; null for the nation or if unknown."""
    year: int | None = None
