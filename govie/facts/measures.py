"""What a number says: level, change, growth, rank, ratio, multiple or duration."""

from __future__ import annotations

import re
from typing import TypeAlias

from govie.facts.cues import Cues
from govie.facts.leads import Lead
from govie.facts.pairing import Finding
from govie.facts.standing import is_aim
from govie.numbers.quantity import Quantity
from govie.text.view import TextView

__all__ = ["Measure", "Measures", "measure_of"]

Measure: TypeAlias = tuple[str, str | None]
"""Measure and direction."""
_REACH = 1000
"""How much of a clause is read for one number; a text may lack full stops."""

_BY_KIND = {
    "rank": "rank",
    "ratio": "ratio",
    "multiple": "multiple",
    "duration": "duration",
}
_AGAINST = re.compile("[比较](?=[上去前同12“])")
"""A base of comparison: 比上年提高0.6平方米 says by how much."""
_DONE = ("area", "count", "length", "people")
"""Dimensions in which 提升200万亩 says how much was improved."""


class Measures:
    """Measures of the numbers of a text, in order."""

    def __init__(self, view: TextView, cues: Cues) -> None:
        self._text = view.text
        self._cues = cues
        self._unit: str | None = None
        self._found: Measure | None = None

    def of(self, finding: Finding, name: str | None) -> Measure:
        """Measure and direction; a target behind its result, or behind another, has those."""
        quantity, lead = finding.quantity, finding.lead
        clause = self._text[lead.clause : min(quantity.start, lead.clause + _REACH)]
        counted = finding.rule == "behind"
        found = measure_of(quantity, lead, name, clause, self._cues, counted=counted)
        if self._found and self._is_second(finding, found[0]):
            found = self._found
        self._found, self._unit = found, quantity.unit
        return found

    def _is_second(self, finding: Finding, measure: str) -> bool:
        """Whether a number is the target of the one before it: 增长7%（目标8%）, 增长7%，力争8%.

        So is one that an aim follows: 增长7%，低于8%的预期目标.
        """
        lead, quantity = finding.lead, finding.quantity
        if finding.rule != "carried":
            return False
        if quantity.unit == self._unit and self._is_aim_of(finding.end):
            return True
        if self._text[lead.clause - 1 : lead.clause] == "（":
            return True
        return (
            measure == "level"
            and (quantity.kind == "percent" or not lead.level)
            and quantity.unit == self._unit
            and lead.empty
            and is_aim(self._text[max(finding.start, lead.clause - 1) : quantity.start])
        )

    def _is_aim_of(self, at: int) -> bool:
        """Whether an aim stands there, of which a number says how much it is: 的预期目标."""
        aims = self._cues.asides
        return (
            self._text.startswith("的", at)
            and aims.at_start(self._text, at + 1, at + 7) is not None
        )


def measure_of(
    quantity: Quantity, lead: Lead, name: str | None, clause: str, cues: Cues, *, counted: bool
) -> Measure:
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
        if lead.improves and quantity.dimension in _DONE and not _AGAINST.search(clause):
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
