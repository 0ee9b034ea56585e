"""The files of a pattern pack: in a folder, or as texts in memory."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from govie.errors import PatternError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["HEADER", "FolderFiles", "PackFiles", "TextFiles"]

HEADER = "pack.json"
_SUFFIX = ".jsonl"
_DEEPEST = 3
"""How many folders deep pattern files lie at most: a link in a circle ends there."""
_LARGEST = 20_000_000
"""Bytes of one file; the largest of the default pack has half a million."""


class PackFiles(Protocol):
    """Pattern files by their names within the pack: ``cues.jsonl``, ``places/regions.jsonl``."""

    @property
    def names(self) -> tuple[str, ...]:
        """All pattern files, sorted."""

    @property
    def others(self) -> tuple[str, ...]:
        """The files beside them, sorted."""

    def read(self, name: str) -> str: ...

    def content(self, name: str) -> bytes:
        """The same in UTF-8."""

    def header(self) -> str | None: ...

    def of_topic(self, topic: str) -> tuple[str, ...]: ...


class _Named:
    """What all kinds share."""

    names: tuple[str, ...]

    def of_topic(self, topic: str) -> tuple[str, ...]:
        """``<topic>.jsonl`` or all files of the folder ``<topic>/``."""
        return tuple(
            name for name in self.names if name == f"{topic}.jsonl" or name.startswith(f"{topic}/")
        )


class FolderFiles(_Named):
    """The ``.jsonl`` files below a folder. Nothing outside the folder is read."""

    def __init__(self, root: Traversable) -> None:
        self._root = root

    @cached_property
    def names(self) -> tuple[str, ...]:  # type: ignore[override]
        return tuple(name for name in self._all if name.endswith(_SUFFIX))

    @property
    def others(self) -> tuple[str, ...]:
        return tuple(name for name in self._all if not name.endswith(_SUFFIX))

    @cached_property
    def _all(self) -> tuple[str, ...]:
        return tuple(sorted(_walk(self._root, "", _DEEPEST)))

    def read(self, name: str) -> str:
        """The text of a file.

        Raises PatternError where it lies outside the pack, is too large, or is no UTF-8.
        """
        content = self.content(name)
        try:
            return content.decode()
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            file = self._root.joinpath(*name.split("/"))
            raise PatternError([f"{file}:{line}: not UTF-8 (save the file as UTF-8)"]) from error

    def content(self, name: str) -> bytes:
        file = self._root.joinpath(*name.split("/"))
        if isinstance(self._root, Path) and isinstance(file, Path) and self._is_outside(file):
            raise PatternError([f"{file}:1: leads out of the pack (put the file itself there)"])
        if not file.is_file():
            raise PatternError([f"{file}:1: no plain file (a pattern file is one)"])
        try:
            with file.open("rb") as stream:
                content = stream.read(_LARGEST + 1)
        except OSError as error:
            raise PatternError([f"{file}:1: cannot be read ({error.strerror})"]) from error
        if len(content) > _LARGEST:
            raise PatternError([f"{file}:1: more than {_LARGEST} bytes (part it in several files)"])
        # To look for one byte takes a twentieth of the time for two.
        return content.replace(b"\r\n", b"\n") if b"\r" in content else content

    def _is_outside(self, file: Path) -> bool:
        # A folder given by a relative path is where it is now: the process may have moved since.
        home = self._home if os.path.isabs(str(self._root)) else _home(self._root)
        return not os.path.realpath(file).startswith(home)

    @cached_property
    def _home(self) -> str:
        return _home(self._root)

    def header(self) -> str | None:
        return self.read(HEADER) if (self._root / HEADER).is_file() else None


def _home(folder: Traversable) -> str:
    """The beginning of the real paths of all that is in a folder."""
    return os.path.join(os.path.realpath(str(folder)), "")


def _walk(folder: Traversable, prefix: str, depth: int) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.name.endswith(_SUFFIX) or not entry.is_dir():
            yield prefix + entry.name
        elif depth and not entry.name.startswith("."):
            yield from _walk(entry, f"{prefix}{entry.name}/", depth - 1)


class TextFiles(_Named):
    """Files as texts in memory, those of a saved pipeline."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)
        self.names = tuple(sorted(name for name in self._texts if name != HEADER))
        self.others: tuple[str, ...] = ()

    def read(self, name: str) -> str:
        return self._texts[name]

    def content(self, name: str) -> bytes:
        return self._texts[name].encode()

    def header(self) -> str | None:
        return self._texts.get(HEADER)
