"""What the front doors are given, checked: texts, jurisdictions, years."""

from __future__ import annotations

import os

from govie.errors import ConfigError, InputError
from govie.packs import pack_set, using
from govie.packs.problems import quoted
from govie.places.divisions import known_divisions
from govie.sections.unknown import said_of_unknown
from govie.text.characters import whole
from govie.text.traditional import TRADITIONAL

__all__ = [
    "LONGEST",
    "check_text",
    "check_year",
    "checked_jurisdiction",
    "said_of_jurisdiction",
    "said_of_traditional",
]

LONGEST = 100_000_000
"""Characters in one text; spaCy's own limit is for components that need much memory."""
_LONGEST_PATH = 400
"""Characters up to which a text may turn out to be the path of a file."""
_FIRST_YEAR, _LAST_YEAR = 1949, 2100


def said_of_jurisdiction(
    jurisdiction: str, year: int | None, patterns: tuple[str, ...]
) -> str | None:
    """What to say of a jurisdiction that some packs do not know; None where they do."""
    with using(pack_set(patterns)):
        return said_of_unknown(jurisdiction, year)


def checked_jurisdiction(given: str | None) -> str | None:
    """A jurisdiction as it can be looked up; None where it is blank, as in a table's empty cell."""
    if given is None:
        return None
    if not isinstance(given, str):
        raise ConfigError(f"jurisdiction={given!r} is no string; give a name or a six-digit code")
    name = whole(given).strip()
    if name.isdecimal() and known_divisions().by_code(name) is None:
        raise ConfigError(f"jurisdiction={given!r} is the code of no division; give its name")
    return name or None


def check_year(year: int | None) -> None:
    """Raise ConfigError where a year cannot be one."""
    if year is None:
        return
    if not isinstance(year, int) or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ConfigError(f"year={year!r} is no year from {_FIRST_YEAR} to {_LAST_YEAR}")


def check_text(text: str) -> None:
    """Raise InputError where a text is none, is too long, or is the path of a file."""
    if isinstance(text, bytes | bytearray):
        raise InputError(
            "a text is a string, not bytes; decode it first, or read its file with govie.read"
        )
    if not isinstance(text, str):
        how = "; read its file with govie.read" if isinstance(text, os.PathLike) else ""
        raise InputError(f"a text is a string, not {type(text).__name__}{how}")
    if len(text) <= _LONGEST_PATH and _names_a_file(text):
        raise InputError(
            f"{text!r} is the path of a file, not its text; read it with "
            f"govie.read({text!r})[0].parse()"
        )
    if len(text) > LONGEST:
        raise InputError(f"a text of {len(text)} characters; {LONGEST} at the most, so cut it")


def said_of_traditional(text: str) -> str:
    """What to say of a text in traditional characters; its beginning tells it from others."""
    return f"{quoted(text.strip())}: {TRADITIONAL}"


def _names_a_file(text: str) -> bool:
    """Whether a short text is a path. No sentence is looked for on the disk, nor is a bare name."""
    if "\n" in text or text.endswith("。") or not ("." in text or os.sep in text):
        return False
    return os.path.isfile(text)
