"""What a number says: level, change, growth, rank, ratio, multiple or duration."""

from __future__ import annotations

from govie.facts.cues import Cues
from govie.facts.leads import Lead
from govie.numbers.quantity import Quantity

__all__ = ["measure_of"]

_BY_KIND = {
    "rank": "rank",
    "ratio": "ratio",
    "multiple": "multiple",
    "duration": "duration",
}
_DONE = ("area", "count", "length", "people")
"""Dimensions in which 提升200万亩 says how much was improved."""


def measure_of(
    quantity: Quantity, lead: Lead, name: str | None, clause: str, cues: Cues, *, counted: bool
) -> tuple[str, str | None]:
    """Measure and direction of a number.

    ``name`` is that of its subject, ``clause`` the text of its clause in front of it, ``counted``
    says that the subject stands behind it.

    A relative change in per cent is growth, a share, rate or coverage is a level; 新增 and 减少 say
    how much something changed (delta), while 新建 and 完成 count what was done (level).
    """
    change = lead.change or lead.opened
    if quantity.kind == "points":
        return "delta", change or "up"
    if quantity.kind == "multiple" or quantity.kind == "ratio":
        return _BY_KIND[quantity.kind], None
    if quantity.kind == "percent" or quantity.dimension in ("percent", "permille"):
        if lead.change:
            return "growth", lead.change
        if lead.opened == "down":
            return "growth", "down"
        if lead.growth:
            return "growth", lead.growth
        return "level", None
    if lead.change and quantity.from_value is None and quantity.kind != "rank":
        if lead.improves and quantity.dimension in _DONE:
            return "level", None
        return "delta", lead.change
    if quantity.kind == "duration" and name and cues.spells.at_end(name, 0, len(name)):
        return "level", None
    if quantity.kind in _BY_KIND:
        return _BY_KIND[quantity.kind], None
    placed = quantity.dimension == "rank" and not counted
    if placed and (quantity.from_value is not None or cues.placed.search(clause)):
        return "rank", None
    if lead.opened and quantity.from_value is None:
        return "delta", lead.opened
    if quantity.from_value is None and cues.added.search(clause):
        return "delta", "up"
    return "level", None
