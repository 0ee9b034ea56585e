"""One line of a pattern file, and the reading of such files.

Each line is one JSON object whose keys ``label``, ``pattern`` and ``id`` mean what they mean to
spaCy's EntityRuler; ``regex`` stands in place of ``pattern`` where a literal string will not do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import Factory, fields_dict, frozen

from govie.errors import PatternError

__all__ = ["Pattern", "parse_patterns"]


@frozen(kw_only=True)
class Pattern:
    """One line of a pattern file."""

    label: str
    """What kind of thing the pattern finds; its meaning belongs to the topic."""
    pattern: str | None = None
    """A literal string of clean text (see :mod:`govie.view`), or null where `regex` is given."""
    regex: str | None = None
    """A regular expression over clean text, in the syntax of the `regex` library."""
    id: str = ""
    """What the pattern stands for: an indicator id, an administrative code, a unit."""
    meta: Mapping[str, Any] = Factory(dict)
    """Whatever the topic needs to know besides."""
    not_before: tuple[str, ...] = ()
    """The match is dropped where one of these strings follows it."""
    not_after: tuple[str, ...] = ()
    """The match is dropped where one of these strings stands in front of it."""
    in_section: tuple[str, ...] = ()
    """Section kinds in which the pattern applies; empty for everywhere."""
    priority: int = 0
    """Among matches of one length at one place the higher priority wins."""
    skip: bool = False
    """The match consumes its text and yields nothing."""
    examples: Mapping[str, tuple[str, ...]] = Factory(dict)
    """``yes`` and ``no``: texts in which the pattern matches and in which it does not."""
    source: str = ""
    """File and line, for messages and provenance."""


_KEYS = frozenset(fields_dict(Pattern)) - {"source"}
_LISTS = frozenset({"not_before", "not_after", "in_section"})


def parse_patterns(text: str, source: str) -> Iterator[Pattern]:
    """Read the lines of one pattern file.

    Parameters: the file's text, and its name for messages. Blank lines are passed over.
    Raises :class:`PatternError` naming every wrong line.
    """
    problems: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        where = f"{source}:{number}"
        try:
            entry = json.loads(line)
        except json.JSONDecodeError as error:
            problems.append(f"{where}: not valid JSON ({error.msg} at column {error.colno})")
            continue
        if fault := _fault(entry):
            problems.append(f"{where}: {fault}")
            continue
        for key in _LISTS & entry.keys():
            entry[key] = tuple(entry[key])
        yield Pattern(**entry, source=where)
    if problems:
        raise PatternError(problems)


def _fault(entry: object) -> str | None:
    """What keeps a JSON value from being a pattern, or None."""
    if not isinstance(entry, dict):
        return "a pattern is a JSON object in braces"
    if unknown := sorted(entry.keys() - _KEYS):
        return f"unknown key {unknown[0]!r} (known keys: {', '.join(sorted(_KEYS))})"
    if not entry.get("label"):
        return 'the key "label" is missing'
    if ("pattern" in entry) == ("regex" in entry):
        return 'a line has either "pattern" or "regex"'
    return None
