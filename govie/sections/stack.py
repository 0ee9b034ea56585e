"""The sections that are open at a place of a text, the innermost on top."""

from __future__ import annotations

from govie.dates.periods import Period
from govie.kinds import DONE_KINDS, TARGET_KINDS
from govie.sections.nodes import Node

__all__ = ["UNDER", "SectionStack", "usual_period"]

UNDER = 0.5
"""A stretch without heading ranks this much below the section that it belongs to."""


def usual_period(
    kind: str, parent: Node | None, year: int | None, *, report: bool
) -> Period | None:
    """The period of a section of a kind where no words give one.

    It is that of the section around it, else the year of a report, for what is done the one before.
    """
    if year is None or kind in ("opening", "glossary", "furniture"):
        return None
    if kind in DONE_KINDS:
        past = parent.period if parent and parent.kind == "review" else None
        last = year - 1 if report else year
        return past or Period(last, last)
    ahead = parent.period if parent and parent.kind in TARGET_KINDS else None
    return ahead or Period(year, year)


class SectionStack:
    """Opens and closes sections by their rank, from the beginning of a body to its end."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        """All sections that were ever opened, in order of their start."""
        self.open: list[Node] = []
        """Those that are open, the innermost last."""

    def push(self, node: Node) -> None:
        node.parent = self.open[-1] if self.open else None
        self.open.append(node)
        self.nodes.append(node)

    def begin_anew(self, start: int, kind: str, period: Period | None) -> None:
        """Open a section without heading beside those of the highest rank, which end."""
        rank = self.open[0].rank
        self.close(0, start)
        self.push(
            Node(
                start=start,
                rank=rank,
                kind=kind,
                period=period,
                level=int(rank),
                anchor=True,
                rule="mark",
            )
        )

    def take_back(self) -> Node | None:
        """Undo the last push, unless there is nothing below it."""
        if len(self.open) < 2:
            return None
        self.nodes.pop()
        return self.open.pop()

    def close(self, rank: float, at: int) -> None:
        """End the sections of a rank and below it."""
        while self.open and self.open[-1].rank >= rank:
            self.open.pop().end = at

    def close_scopes(self, at: int) -> None:
        """End the stretches that reach no further than their paragraph."""
        for depth, node in enumerate(self.open):
            if node.scope is not None and node.scope <= at:
                ends = node.scope
                while len(self.open) > depth:
                    self.open.pop().end = ends
                return

    def close_to_anchor(self, at: int) -> Node:
        """End all sections below the one whose words gave the kind, and return that one."""
        anchor = next((node for node in reversed(self.open) if node.anchor), self.open[0])
        self.close(anchor.rank + UNDER, at)
        return anchor

    def finish(self, end: int) -> list[Node]:
        """All sections that hold text, when the body has come to its end."""
        self.close_scopes(end)
        self.close(-1, end)
        return [node for node in self.nodes if node.end > node.start]
