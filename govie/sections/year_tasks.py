"""Which outlook sets the tasks of the year, whatever its heading calls it.

Reports head the work of the year 主要目标任务, 总体思路 or 关于2008年工作 as well, and set it job
by job below. An outlook on the year that is longer than all that is headed as its tasks is not the
guideline in front of them: it is the tasks themselves.
"""

from __future__ import annotations

from collections import Counter

from govie.dates.periods import Period
from govie.sections.headings import section_words
from govie.sections.nodes import Node

__all__ = ["name_tasks"]

_JOBS = 2
"""So many numbered headings below one of aims set tasks."""


def name_tasks(nodes: list[Node], text: str, now: Period) -> None:
    """Make tasks of the outlooks on the year of a report that are no guideline.

    What is headed as aims and holds no jobs stays an outlook (（一）总体要求), as do plans of
    several years.
    """
    of_year = [node for node in nodes if node.period == now]
    outlook = [node for node in of_year if node.kind == "outlook"]
    if not outlook or _length(outlook) <= _length([n for n in of_year if n.kind == "tasks"]):
        return
    jobs = Counter(id(node.parent) for node in outlook if node.ordinal and not _aims(node, text))
    for node in outlook:
        above = _aim_above(node, text)
        if above is None or jobs[id(above)] >= _JOBS:
            node.kind = "tasks"


def _length(nodes: list[Node]) -> int:
    """Characters that nodes cover; one spans those below it."""
    ids = {id(node) for node in nodes}
    return sum(n.end - n.start for n in nodes if n.parent is None or id(n.parent) not in ids)


def _aims(node: Node, text: str) -> bool:
    """Whether the heading of a node is one of aims."""
    title = text[slice(*node.title)] if node.title else ""
    return section_words("AIMS").search(title) is not None


def _aim_above(node: Node, text: str) -> Node | None:
    """The innermost node headed as aims among a node and those of its year that hold it."""
    above: Node | None = node
    while above is not None and above.period == node.period:
        if _aims(above, text):
            return above
        above = above.parent
    return None
