"""Kinds of records by the names that people ask for them: targets, places, terms."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from govie.errors import ConfigError
from govie.records import Record

__all__ = ["FACTS", "KINDS", "kinds_of", "select"]


def _of_type(name: str) -> Callable[[Record], bool]:
    return lambda record: record.type == name


def _of_status(status: str) -> Callable[[Record], bool]:
    return lambda record: getattr(record, "status", None) == status


KINDS: dict[str, Callable[[Record], bool]] = {
    "targets": _of_status("target"),
    "actuals": _of_status("actual"),
    "numeric": _of_type("numeric"),
    "relative": _of_type("relative"),
    "places": _of_type("place"),
    "programs": _of_type("program"),
    "terms": _of_type("term"),
    "sections": _of_type("section"),
    "documents": _of_type("document"),
}
"""Names and what they stand for. Targets and actuals are facts with and without a number."""

FACTS = ("numeric", "relative")


def kinds_of(names: str) -> tuple[str, ...]:
    """The kinds of a comma-separated list; ConfigError where one is none."""
    kinds = tuple(name.strip() for name in names.split(",") if name.strip())
    for kind in kinds:
        if kind not in KINDS:
            raise ConfigError(f"there is no kind {kind!r}; the kinds are {', '.join(KINDS)}")
    return kinds


def select(records: Iterable[Record], kinds: Iterable[str]) -> list[Record]:
    """The records of any of some kinds, in their order; all where no kind is named."""
    tests = [KINDS[kind] for kind in kinds]
    return [record for record in records if not tests or any(test(record) for test in tests)]
