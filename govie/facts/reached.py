"""Whether a level is what was reached in the end, or what was done over the years.

A review of five years says 城镇化率达到67.9% of its last year, and 建成公路300公里 of all five.
"""

from __future__ import annotations

from govie.facts.cues import Cues
from govie.facts.pairing import Finding
from govie.facts.standing import REACH

__all__ = ["Reached"]

_DONE = frozenset(
    {"area", "count", "energy", "information", "length"}
    | {"mass", "money", "none", "people", "volume"}
)
"""Dimensions in which something can be done; all others measure a state."""
_LIST_MARKS = ("、", "，其中", "；其中", "（其中")
"""In front of a number that goes on with the one before: 拥有学校5所、医院3家."""


class Reached:
    """Tells states from doings, finding by finding; what goes on in a list is as what begins it."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._before = False
        self._unit: str | None = None

    def is_reached(self, finding: Finding, text: str, *, known: bool) -> bool:
        """Whether a finding of clean text states what was reached; findings come in their order.

        ``known`` says that its subject is an indicator that the lists know.
        """
        if finding.quantity.dimension not in _DONE:
            return True
        self._before = self._reads(finding, text, known)
        self._unit = finding.quantity.unit
        return self._before

    def _reads(self, finding: Finding, text: str, known: bool) -> bool:
        quantity, lead, cues = finding.quantity, finding.lead, self._cues
        clause = text[lead.clause : quantity.start][-REACH:]
        if quantity.from_value is not None:
            return True
        if cues.summed.search(clause):
            return False
        if lead.reached or quantity.hedge in cues.surpasses or self._is_held(finding, text):
            return True
        if lead.verb is not None or finding.rule == "behind":
            return False
        if text.startswith(_LIST_MARKS, finding.start):
            return self._before
        name = finding.subject.name if finding.subject else ""
        if cues.stocks.at_end(name, 0, len(name)) or (known and lead.level):
            return True
        same = text.startswith("，", finding.start) and quantity.unit == self._unit
        return self._before and (same or finding.rule == "carried")

    def _is_held(self, finding: Finding, text: str) -> bool:
        """Whether the words in front say that so much is there: 目前，入园企业8家."""
        at = finding.quantity.start
        return self._cues.held.search(text, max(finding.start, at - REACH), at) is not None
