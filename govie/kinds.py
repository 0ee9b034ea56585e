"""Kinds of sections, programmes and relations by their names in records, and groups of them.

One definition for the rules, for what pattern files may say, and for the documentation.
"""

from __future__ import annotations

__all__ = [
    "DONE_KINDS",
    "PROGRAM_KINDS",
    "RELATIONS",
    "SECTION_KINDS",
    "TARGET_KINDS",
]

SECTION_KINDS = (
    "opening",
    "review",
    "outlook",
    "targets",
    "tasks",
    "livelihood",
    "problems",
    "closing",
    "glossary",
    "furniture",
)
"""What a section can be."""
TARGET_KINDS = frozenset({"outlook", "targets", "tasks", "livelihood"})
"""Kinds of sections that speak of what is to come."""
DONE_KINDS = frozenset({"review", "problems"})
"""Kinds of sections that tell what is done."""
PROGRAM_KINDS = (
    "strategy",
    "campaign",
    "project",
    "reform",
    "mechanism",
    "pilot",
    "plan",
    "event",
    "system",
    "other",
)
"""What a programme can be."""
RELATIONS = (
    "in_step",
    "above",
    "below",
    "no_less_than_last_year",
    "positive",
    "delegated",
    "flat",
)
"""What stands in place of a number."""
