"""The text of one file, for whoever needs no more."""

from __future__ import annotations

from pathlib import Path

from govie.errors import InputError
from govie.files import read

__all__ = ["read_text"]


def read_text(path: str | Path, *, encoding: str | None = None) -> str:
    r"""The text of a file of any kind that :func:`govie.files.read` reads, with ``\n`` line ends.

    Raises :class:`~govie.errors.InputError`, whose message begins with the path, where the file
    cannot be read or is a folder or archive.
    """
    if Path(path).is_dir():
        raise InputError(f"{path}: is a folder; name one of its files")
    sources = read(path, encoding=encoding)
    if len(sources) != 1 or sources[0].name != str(path):
        raise InputError(f"{path}: is a zip archive; unpack it first")
    return sources[0].text
