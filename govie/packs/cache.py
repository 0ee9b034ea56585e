"""Pattern files as they were read, kept from one process to the next.

To read and check a file takes ten times as long as to take up what came of it. So the lines of a
large file without fault are kept as JSON in a folder of the user, under the hash of the file's text
and of the format. Nothing in that folder is needed: what is missing, damaged or cannot be written
is passed over.

The folder is ``govie`` in the user's cache folder (``$XDG_CACHE_HOME``, ``~/.cache``,
``~/Library/Caches`` or ``%LOCALAPPDATA%``), or what the environment variable ``GOVIE_CACHE`` names;
where that is empty, nothing is kept.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

__all__ = ["Line", "cache_folder", "keep", "kept"]

Line = tuple[int, dict[str, Any]]
"""The number of a line, and its JSON object."""

_LARGE = 10_000
"""Characters from which on a file is worth a cache."""
_MOST = 200
"""Files in the folder; beyond that the oldest go."""


def cache_folder() -> Path | None:
    """Where readings are kept; None where they are not."""
    named = os.environ.get("GOVIE_CACHE")
    if named is not None:
        return Path(named) if named else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base, "govie") if base and os.path.isabs(base) else None


def kept(text: str, form: str) -> list[Line] | None:
    """The lines that a file of this text was read as before, None where that is not known.

    ``form`` is the definition of the format by which it was read.
    """
    file = _file(text, form)
    if file is None:
        return None
    try:
        lines: list[Line] = json.loads(file.read_bytes())
        return lines if all(isinstance(entry, dict) for _, entry in lines) else None
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def keep(text: str, form: str, lines: Sequence[Line]) -> None:
    """Note what a file of this text was read as; without effect where nothing can be written."""
    file = _file(text, form)
    if file is None:
        return
    part = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")
        part.replace(file)
        _clear_out(file.parent)


def _file(text: str, form: str) -> Path | None:
    folder = cache_folder() if len(text) >= _LARGE else None
    if folder is None:
        return None
    return folder / f"{sha256(f'{form}{chr(0)}{text}'.encode()).hexdigest()}.json"


def _clear_out(folder: Path) -> None:
    files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime)
    for file in files[:-_MOST]:
        file.unlink()
