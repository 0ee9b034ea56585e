"""What goes to a worker and what comes back: plain, small, and quick to pickle."""

from __future__ import annotations

from attrs import field, frozen

__all__ = ["Done", "Failed", "Job", "Outcome", "Said"]


@frozen(kw_only=True)
class Said:
    """What the caller says of a file."""

    encoding: str | None = None
    jurisdiction: str | None = None
    year: int | None = None


@frozen(kw_only=True)
class Job:
    """A file to be read."""

    name: str
    data: bytes = field(repr=False)
    content: str
    """SHA-256 of the bytes, in hexadecimal digits."""
    recipe: str
    """What else the records depend on (see :mod:`govie.corpus.recipe`)."""
    said: Said = Said()


@frozen(kw_only=True)
class Done:
    """A file that was read."""

    name: str
    content: str
    recipe: str
    kind: str
    encoding: str | None
    title: str | None
    characters: int
    warnings: tuple[str, ...]
    packs: dict[str, str]
    """Digests of the pattern packs, by their names."""
    tables: dict[str, bytes] = field(repr=False)
    """By names of tables, their rows as serialized Arrow record batch; only tables with rows."""
    rows: int


@frozen(kw_only=True)
class Failed:
    """A file that could not be read, and why."""

    name: str
    reason: str


Outcome = Done | Failed
