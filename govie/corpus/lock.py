"""One run at a time on one output.

The lock is the operating system's, on a file that names the process: it ends with the process,
however that ends, so that a file left behind by a killed run holds nobody up.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from govie.errors import OutputError

__all__ = ["locked"]


@contextmanager
def locked(file: Path, out: Path) -> Iterator[None]:
    """Hold the lock ``file`` on ``out``.

    Raises :class:`~govie.errors.OutputError` where another process holds it or the file cannot be
    written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = _hold(file)
    except BlockingIOError as error:
        raise OutputError(
            f"{out}: another run is writing to it ({_owner(file)}); wait for it or stop it"
        ) from error
    except OSError as error:
        said = _obstacle(file) or error.strerror or error
        raise OutputError(f"{out}: cannot be written ({said})") from error
    try:
        yield
    finally:
        # Removed while it is still held: nobody can have taken it in between.
        with suppress(OSError):
            file.unlink()
        os.close(handle)


def _obstacle(file: Path) -> str | None:
    """What stands where a folder should be."""
    for folder in file.parents:
        if folder.exists():
            return None if folder.is_dir() else f"{folder} is no folder"
    return None


def _hold(file: Path) -> int:
    """The open lock file, this process named in it; BlockingIOError where another has it."""
    while True:
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(handle)
            # Its owner may have removed it between our opening and our locking it.
            if _is_at(handle, file):
                os.ftruncate(handle, 0)
                os.lseek(handle, 0, os.SEEK_SET)
                os.write(handle, f"process {os.getpid()} on {socket.gethostname()}\n".encode())
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _is_at(handle: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), file.stat())
    except FileNotFoundError:
        return False


def _owner(file: Path) -> str:
    try:
        return file.read_text("utf-8").strip() or "a process that starts"
    except OSError:
        return "a process that ends"


if sys.platform == "win32":
    import msvcrt

    _FAR = 2**30
    """Windows keeps others from reading what is locked: a byte far behind the name is."""

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(*error.args) from error
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
