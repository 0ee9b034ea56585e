"""What all writers of results do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Writer"]


class Writer(Protocol):
    """Takes one parsed file after another; ``path`` is the file's name as it was given.

    ``close`` completes the files, or raises :class:`~govie.errors.OutputError`.
    """

    def add(self, path: str, doc: Doc) -> None: ...

    def close(self) -> None: ...
