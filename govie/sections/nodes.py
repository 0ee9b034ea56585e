"""A section in the making, in clean offsets; :mod:`govie.sections.extraction` makes the records."""

from __future__ import annotations

from attrs import define

from govie.dates.periods import Period

__all__ = ["Node"]


@define(kw_only=True)
class Node:
    """One section of the tree.

    ``rank`` nests it, the lower the higher up; ``anchor`` is true where its words give its kind;
    ``scope`` is where it ends at the latest; ``jobs`` is the period of the numbered headings below
    it, where it differs.
    """

    start: int
    end: int = 0
    rank: float
    kind: str
    period: Period | None = None
    title: tuple[int, int] | None = None
    level: int = 0
    ordinal: int | None = None
    parent: Node | None = None
    anchor: bool = False
    jobs: Period | None = None
    rule: str = "heading"
    scope: int | None = None
