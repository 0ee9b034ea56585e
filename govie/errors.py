"""Every error that govie raises on purpose.

All derive from :class:`GovieError` and from the built-in they resemble, so that both ``except
GovieError`` and ``except ValueError`` do what their reader expects. A message says what was wrong,
where, and what to do.
"""

from __future__ import annotations

__all__ = [
    "ConfigError",
    "GovieError",
    "InputError",
    "MissingExtraError",
    "OutputError",
    "PatternError",
    "RecordError",
]


class GovieError(Exception):
    """Base class of all errors raised by govie."""


class PatternError(GovieError, ValueError):
    """One or more pattern files are wrong. ``problems`` holds one line for each fault found."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class ConfigError(GovieError, ValueError):
    """An option of a component or function has a value it cannot have."""


class InputError(GovieError, OSError):
    """A file given as input cannot be read, or holds no text."""


class OutputError(GovieError, OSError):
    """A file of results cannot be written."""


class MissingExtraError(GovieError, ImportError):
    """A library that only some installations have is needed and not there."""


class RecordError(GovieError, ValueError):
    """A dictionary is no record of this version of govie."""
