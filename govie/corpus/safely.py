"""Files that are whole under their name, even where the power fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

__all__ = ["PART", "put_in_place", "remove"]

PART = ".part"
"""What the names of files end in that are being written."""


def put_in_place(path: Path, write: Callable[[Path], object]) -> None:
    """Have a file written under another name, sync it to disk, and give it its name."""
    part = path.with_name(f".{path.name}{PART}")
    try:
        write(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _sync_folder(path.parent)


def remove(path: Path) -> None:
    """Remove a file for good."""
    path.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make names in a folder last; Windows has no such thing."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
