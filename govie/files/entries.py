"""Which files are meant: paths, what lies in folders and archives, the standard input."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from attrs import field, frozen

from govie.errors import InputError
from govie.files import archives
from govie.files.limits import MOST_BYTES, MOST_FILES

__all__ = ["Entry", "find"]

_SUFFIXES = {"", ".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".docx", ".pdf", ".zip"}
"""Which files of a folder are meant; how they are read is for their content to say."""

Tell = Callable[[str], None]
Fail = Callable[[InputError], None]


@frozen(kw_only=True)
class Entry:
    """A file that is going to be read."""

    name: str
    """As records and messages give it."""
    place: PurePosixPath
    """Where it lies below the argument that led to it: the file's own name, the path in a folder
    or archive."""
    load: Callable[[], bytes] = field(eq=False, repr=False)
    """Its bytes; InputError where they cannot be had."""


def find(paths: Iterable[str | Path], *, fail: Fail, tell: Tell) -> Iterator[Entry]:
    """The files that paths stand for: themselves, those below a folder, those in a zip archive.

    ``-`` is the standard input. ``fail`` is called for what cannot be read, ``tell`` with a line
    about files of folders and archives that are left out because their names promise no text.
    """
    for path in map(Path, paths):
        try:
            if str(path) == "-":
                yield Entry(name="-", place=PurePosixPath("standard-input"), load=_standard_input)
            elif path.is_dir():
                yield from _in_folder(path, fail, tell)
            else:
                yield from _in_file(path, PurePosixPath(path.name), fail, tell)
        except InputError as error:
            fail(error)


def _in_folder(folder: Path, fail: Fail, tell: Tell) -> Iterator[Entry]:
    left_out: Counter[str] = Counter()
    found = 0
    for path in _walk(folder):
        if path.suffix.lower() not in _SUFFIXES:
            left_out[path.suffix.lower()] += 1
            continue
        found += 1
        if found > MOST_FILES:
            raise InputError(f"{folder}: holds more than {MOST_FILES:,} files")
        try:
            yield from _in_file(path, PurePosixPath(path.relative_to(folder)), fail, tell)
        except InputError as error:
            fail(error)
    _tell_left_out(str(folder), left_out, tell)
    if not found:
        raise InputError(f"{folder}: holds no file to read")


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder, in order of their names; links to folders are not followed."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        yield from (Path(root, name) for name in sorted(files) if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    """Hidden files, and those that Word, Excel and macOS leave behind."""
    return name.startswith((".", "~$")) or name == "__MACOSX"


def _in_file(path: Path, place: PurePosixPath, fail: Fail, tell: Tell) -> Iterator[Entry]:
    archive = archives.open_archive(path)
    if archive is None:
        yield Entry(name=str(path), place=place, load=lambda: _bytes_of(path))
        return
    left_out: Counter[str] = Counter()
    found = 0
    for member in archives.members(archive, str(path), fail):
        inside = PurePosixPath(member.path)
        if any(map(_is_hidden, inside.parts)):
            continue
        if inside.suffix.lower() not in _SUFFIXES:
            left_out[inside.suffix.lower()] += 1
            continue
        found += 1
        yield Entry(name=f"{path}/{inside}", place=place / inside, load=member.load)
    _tell_left_out(str(path), left_out, tell)
    if not found:
        raise InputError(f"{path}: holds no file to read")


def _tell_left_out(name: str, left_out: Counter[str], tell: Tell) -> None:
    if left_out:
        count = left_out.total()
        tell(f"{name}: {count} file{'s' * (count > 1)} left out ({', '.join(sorted(left_out))})")


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise archives.unreadable(path, error) from error


def _standard_input() -> bytes:
    return sys.stdin.buffer.read(MOST_BYTES + 1)
