"""One line of a pattern file.

Each line is one JSON object whose keys ``label``, ``pattern`` and ``id`` mean what they mean to
spaCy's EntityRuler; ``regex`` stands in place of ``pattern`` where a literal string will not do.
The attributes of :class:`Pattern` are the definition of the format: reading, checking and the JSON
Schema go by them (see :mod:`govie.packs.lines`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import Factory, field, frozen

from govie.packs.shapes import EXAMPLES, FLAG, INTEGER, OBJECT, TEXT, TEXTS, WORDS, key

__all__ = ["Pattern"]


# Thousands are made at loading: without slots in half the time.
@frozen(kw_only=True, slots=False)
class Pattern:
    """One line of a pattern file."""

    label: str = field(
        metadata=key(TEXT, "What kind of thing the pattern finds; its meaning belongs to the topic")
    )
    pattern: str | None = field(
        default=None,
        metadata=key(
            WORDS,
            "A literal string of clean text; a list of plain tokens means what they make together",
        ),
    )
    regex: str | None = field(
        default=None,
        metadata=key(TEXT, "A regular expression over clean text, in place of a pattern"),
    )
    id: str = field(
        default="",
        metadata=key(TEXT, "What is found: an indicator id, a programme id, a code, a unit"),
    )
    meta: Mapping[str, Any] = field(
        default=Factory(dict), metadata=key(OBJECT, "Whatever the topic needs to know besides")
    )
    not_before: tuple[str, ...] = field(
        default=(),
        metadata=key(TEXTS, "The match is dropped where one of these strings follows it"),
    )
    not_after: tuple[str, ...] = field(
        default=(),
        metadata=key(TEXTS, "The match is dropped where one of these strings stands before it"),
    )
    in_section: tuple[str, ...] = field(
        default=(),
        metadata=key(TEXTS, "Section kinds in which the pattern applies; everywhere without"),
    )
    priority: int = field(
        default=0,
        metadata=key(INTEGER, "Among matches of one length at one place the higher one wins"),
    )
    skip: bool = field(
        default=False, metadata=key(FLAG, "The match consumes its text and yields nothing")
    )
    examples: Mapping[str, tuple[str, ...]] = field(
        default=Factory(dict),
        metadata=key(EXAMPLES, "Texts in which the pattern is found, and in which it is not"),
    )
    source: str = ""
    """File and line, for messages and provenance."""

    @property
    def word(self) -> str:
        """The literal string; empty where a regex stands in its place."""
        return self.pattern or ""
