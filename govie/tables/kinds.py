"""Kinds of records by the names that people ask for them: targets, places, terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govie.errors import ConfigError
from govie.records import Record

__all__ = ["FACTS", "KINDS", "Kind", "kinds_of", "select"]


class Kind(NamedTuple):
    """What people ask for: some records of some types."""

    types: tuple[str, ...]
    status: str | None = None
    """Of facts: target or actual."""

    def holds(self, record: Record) -> bool:
        """Whether a record is of this kind."""
        if record.type not in self.types:
            return False
        return self.status is None or getattr(record, "status", None) == self.status


FACTS = ("numeric", "relative")

KINDS: dict[str, Kind] = {
    "targets": Kind(FACTS, "target"),
    "actuals": Kind(FACTS, "actual"),
    "numeric": Kind(("numeric",)),
    "relative": Kind(("relative",)),
    "places": Kind(("place",)),
    "programs": Kind(("program",)),
    "terms": Kind(("term",)),
    "sections": Kind(("section",)),
    "documents": Kind(("document",)),
}
"""Names and what they stand for. Targets and actuals are facts with and without a number."""


def kinds_of(names: str) -> tuple[str, ...]:
    """The kinds of a comma-separated list; ConfigError where one is none."""
    kinds = tuple(name.strip() for name in names.split(",") if name.strip())
    for kind in kinds:
        if kind not in KINDS:
            raise ConfigError(f"there is no kind {kind!r}; the kinds are {', '.join(KINDS)}")
    return kinds


def select(records: Iterable[Record], kinds: Iterable[str]) -> list[Record]:
    """The records of any of some kinds, in their order; all where no kind is named."""
    chosen = [KINDS[kind] for kind in kinds]
    return [r for r in records if not chosen or any(kind.holds(r) for kind in chosen)]
