"""What an explanation is made of."""

from __future__ import annotations

from typing import Any

import attrs
from attrs import frozen

__all__ = ["OUTCOMES", "Explanation", "Step"]

OUTCOMES = ("found", "read", "cut", "guarded", "lost", "out", "none")
"""found: a record; read: noted on the way; cut: taken off a subject; guarded: a pattern that its
guards held back; lost: an overlap with something longer; out: ruled out; none: nothing there."""


@frozen(kw_only=True)
class Step:
    """What one rule did at the place."""

    topic: str
    """section, number, fact, subject, indicator, measure, status, period, area, place, programme,
    term, target or cue."""
    outcome: str
    """One of :data:`OUTCOMES`."""
    says: str
    """In plain words."""
    text: str = ""
    """The characters in question."""
    sources: tuple[str, ...] = ()
    """Lines of pattern files that had a part in it: ``default/cues.jsonl:12``."""


@frozen(kw_only=True)
class Explanation:
    """What became of one place of a text, and why. Offsets are those of the raw text."""

    offset: int
    start: int
    end: int
    text: str
    """The number, name or word at the offset."""
    sentence: str
    """What stands around it, white space removed."""
    sentence_at: int
    """Where the place begins in that."""
    verdict: str
    """The answer in one line."""
    records: tuple[str, ...] = ()
    """Ids of the records at the place."""
    steps: tuple[Step, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The explanation as JSON-ready dictionary."""
        return attrs.asdict(self, value_serializer=_plain)


def _plain(_: object, __: object, value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
