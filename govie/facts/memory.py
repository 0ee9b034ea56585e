"""What a sentence has spoken of so far, for numbers that name no subject of their own."""

from __future__ import annotations

from collections.abc import Sequence

from govie.facts.slots import Slot
from govie.facts.subjects import Subject
from govie.numbers.quantity import Quantity

__all__ = ["SHARED", "Memory"]

SHARED = ("percent", "points", "multiple", "rank")
"""Kinds of numbers that several subjects can have in common; an amount is that of all together."""
_COUNTS = ("count", "people", "length", "area")
"""Dimensions of what may have parts, and an amount as a whole."""
_MOST = 16
"""How many subjects of a sentence are remembered; a sentence may be a whole text without a stop."""


class Memory:
    """The subjects met in a sentence."""

    def __init__(self) -> None:
        self.group: list[Subject] = []
        """Subjects of the last run."""
        self.listed: list[Subject] = []
        """Subjects that a count sums up: A、B、C三项指标."""
        self.unit: str | None = None
        """Unit of the last number."""
        self.dimension: str | None = None
        """Dimension of the last number."""
        self.counted: dict[str, list[Subject]] = {}
        """What was counted last in each unit."""
        self.row: list[Subject] = []
        """What was counted side by side in one unit: 建议84件，提案67件."""
        self.whole: list[Subject] = []
        """What was counted before its parts were: 项目86个，其中工业项目21个."""
        self.whole_unit: str | None = None
        self._segment: list[Subject] = []
        """Subjects since the last semicolon."""

    def forget(self) -> None:
        """Begin anew with a serial word: 二是."""
        self.group, self.listed, self.whole, self.counted = [], [], [], {}
        self.unit = self.dimension = None
        self.part()

    def part(self) -> None:
        """Begin anew behind a semicolon."""
        self._segment = []
        self.row = []
        if self.whole:
            self.group, self.whole = self.whole, []

    def open_parts(self, quantity: Quantity) -> None:
        """Go on, behind 其中, with parts of what was counted last in the unit of a number."""
        if quantity.dimension in _COUNTS and not self.whole:
            self.whole = self.counted.get(quantity.unit or "", [])
            self.whole_unit = quantity.unit

    def note(self, subjects: Sequence[Subject]) -> None:
        """Remember the subjects of a run."""
        if subjects:
            self.group = list(subjects)
            self._segment.extend(s for s in subjects if s not in self._segment)
            del self._segment[:-_MOST]

    def met(self, run: Sequence[Slot], subjects: Sequence[Subject], *, listed: bool) -> None:
        """Remember a run: its subjects, its unit, and what was counted in it.

        ``listed`` says that it names its subjects and nothing else.
        """
        self.note(subjects)
        unit = run[-1].quantity.unit
        if run[-1].quantity.kind not in SHARED:
            row = self.row if listed and unit == self.unit else []
            self.row = [*row, *subjects][-_MOST:]
        self.unit, self.dimension = unit, run[-1].quantity.dimension
        if self.unit and subjects:
            self.counted[self.unit] = list(subjects[-1:])
        if self.whole and subjects and unit != self.whole_unit:
            self.whole = self.whole if subjects[-1].start == self.whole[0].start else []

    def since_part(self, unit: str | None) -> list[Subject]:
        """What was counted last in a unit since the last semicolon."""
        return [each for each in self.counted.get(unit or "", ()) if each in self._segment]

    def carried(self, role: str | None, values: int, kind: str) -> tuple[list[Subject], str]:
        """The subjects of so many values of a kind that name none, and the rule that says so.

        The role is that of the lead, or ``last`` where the clause of the run before goes on:
        A、B分别连续12年、11年居第一位.
        """
        listed, self.listed = self.listed, []
        if listed and kind in SHARED:
            return listed, "each"
        if role == "each":
            return list(self._segment), "each"
        if role == "last" and values == 1:
            return list(self.group), "each" if len(self.group) > 1 else "carried"
        if values > 1 and len(self.group) < values <= len(self._segment):
            return self._segment[-values:], "respectively"
        if values > 1 and len(self.group) == values:
            return list(self.group), "respectively"
        return self.group[-1:], "carried"
