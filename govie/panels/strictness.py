"""Hard or soft: how firmly the wording of a target binds, by a table that users can replace.

The table that comes with govie, ``patterns/strictness.jsonl``, follows the research on growth
targets, which codes 以上, 不低于 and 确保 as hard, 左右, 上下, 约 and an interval as soft. A plain
number and 力争, coded both ways, are neither. The first line that fits decides: HEDGE lines look
for a word in the hedge, COMPARATOR and COMMITMENT lines compare the field of the fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from govie.errors import PatternError
from govie.packs import Pattern, load_patterns, parse_patterns
from govie.reading import read_text
from govie.records import Fact

__all__ = ["Strictness"]

_LABELS = ("HEDGE", "COMPARATOR", "COMMITMENT")
_VERDICTS = ("hard", "soft")


class Strictness:
    """A table of wordings. Raises PatternError for lines that such a table cannot have."""

    def __init__(self, lines: Iterable[Pattern]) -> None:
        self._lines = tuple(lines)
        problems = [fault for line in self._lines if (fault := _fault(line))]
        if problems:
            raise PatternError(problems)

    @classmethod
    def default(cls) -> Strictness:
        """The table of the pattern packs in force."""
        return cls(load_patterns("strictness"))

    @classmethod
    def from_file(cls, path: str | Path) -> Strictness:
        """The table of a file; InputError where it cannot be read."""
        return cls(parse_patterns(read_text(path), str(path)))

    def of(self, fact: Fact) -> str | None:
        """``hard`` or ``soft``; None where no line fits."""
        hedge = getattr(fact, "hedge", None) or ""
        exact = {
            "COMPARATOR": getattr(fact, "comparator", None),
            "COMMITMENT": fact.commitment,
        }
        for line in self._lines:
            word = line.word
            if word in hedge if line.label == "HEDGE" else word == exact[line.label]:
                return line.id
        return None


def _fault(line: Pattern) -> str | None:
    if line.label not in _LABELS:
        return f"{line.source}: unknown label {line.label!r} (known are {', '.join(_LABELS)})"
    if not line.pattern:
        return f'{line.source}: a line of this table has a "pattern"'
    if line.id not in _VERDICTS:
        return f'{line.source}: the "id" is hard or soft, not {line.id!r}'
    return None
