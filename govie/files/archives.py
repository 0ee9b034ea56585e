"""Files in zip archives, from which nothing is unpacked to disk."""

from __future__ import annotations

import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from govie.errors import InputError
from govie.files.limits import MOST_BYTES, MOST_FILES, MOST_IN_ALL, human

__all__ = ["BROKEN", "Member", "members", "open_archive", "unreadable"]

_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
BROKEN = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What zipfile raises for an archive that is damaged or made in a way that it does not know."""


class Member(NamedTuple):
    """A file in an archive."""

    path: str
    load: Callable[[], bytes]


def open_archive(path: Path) -> ZipFile | None:
    """The archive that a file is; None for every other file, a damaged archive included.

    Raises InputError where the file cannot be read at all.
    """
    try:
        with path.open("rb") as file:
            if file.read(2) != b"PK":
                return None
        archive = ZipFile(path)
    except (BadZipFile, NotImplementedError):
        return None
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    inside = archive.NameToInfo
    is_office = "[Content_Types].xml" in inside or "mimetype" in inside or "OFD.xml" in inside
    if is_office:
        archive.close()
        return None
    return archive


def unreadable(path: Path, error: Exception) -> InputError:
    """What to say of a file that cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return InputError(f"{path}: no such file")
    return InputError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})")


def members(archive: ZipFile, name: str, fail: Callable[[InputError], None]) -> Iterator[Member]:
    """The files of an archive, in order of their names.

    Raises InputError where it holds too much. ``fail`` is called for a member whose name leads out
    of the archive, and for links.
    """
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_FILES:
        raise InputError(f"{name}: holds more than {MOST_FILES:,} files")
    size = sum(info.file_size for info in infos)
    if size > MOST_IN_ALL:
        raise InputError(f"{name}: unpacks to {human(size)}; at most {human(MOST_IN_ALL)} are read")
    for path, info in sorted((_path(info), info) for info in infos):
        if _is_unsafe(path, info):
            fail(InputError(f"{name}: {path!r} is a link or leads out of the archive; left out"))
        else:
            yield Member(path, _loader(archive, info, f"{name}/{path}"))


def _path(info: ZipInfo) -> str:
    """The path of a member; Chinese Windows writes it in GBK without saying so."""
    path = info.orig_filename
    if not info.flag_bits & _UTF8_NAME:
        with suppress(UnicodeError):
            path = path.encode("cp437").decode("gb18030")
    return path.replace("\\", "/")


def _is_unsafe(path: str, info: ZipInfo) -> bool:
    parts = PurePosixPath(path).parts
    return (
        stat.S_ISLNK(info.external_attr >> 16)
        or not parts
        or path.startswith("/")
        or ".." in parts
        or ":" in parts[0]
        or not path.isprintable()
    )


def _loader(archive: ZipFile, info: ZipInfo, name: str) -> Callable[[], bytes]:
    def load() -> bytes:
        if info.flag_bits & _ENCRYPTED:
            raise InputError(f"{name}: is encrypted with a password")
        try:
            with archive.open(info) as file:
                # What the archive says of a member's size may be a lie.
                data = file.read(MOST_BYTES + 1)
        except BROKEN as error:
            raise InputError(f"{name}: is damaged in its archive ({error})") from error
        if len(data) > MOST_BYTES:
            raise InputError(f"{name}: is larger than {human(MOST_BYTES)}")
        return data

    return load
