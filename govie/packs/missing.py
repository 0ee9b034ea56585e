"""What to say where a pack or pattern file is not: where it was looked for, and what is near."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from govie.packs.problems import similar

__all__ = ["said_of_missing"]

_SUFFIX = ".jsonl"
_MOST = 2_000
"""Names of a folder that are compared."""


def said_of_missing(path: str, packs: Iterable[str], *, files: bool = False) -> str:
    """Why a path leads nowhere, and which one was probably meant.

    ``packs`` are the names of packs that need no path; ``files`` says that a pattern file would
    have done too.
    """
    place = Path(path)
    if place.is_file():
        folder = os.path.dirname(path) or os.curdir
        return f'a pack is a folder, and this is a file (write "{folder}" for all files there)'
    kind = "file or folder" if files else "folder"
    known = list(packs)
    at = place
    while not at.parent.exists():
        at = at.parent
    rest = place.relative_to(at)
    near = similar(at.name, _names(at.parent, files and at == place))
    if near is not None:
        found = at.with_name(near)
        meant: str | None = str(found / rest) if (found / rest).exists() else str(found)
    else:
        meant = similar(path, known)
    looked = f'there is no {kind} "{at.name}" in {at.parent.absolute()}'
    hint = f' (did you mean "{meant}"?)' if meant else ""
    return f"{looked}; installed packs: {', '.join(known)}{hint}"


def _names(folder: Path, files: bool) -> Iterator[str]:
    """Folders, and pattern files where they would do."""
    try:
        with os.scandir(folder) as entries:
            for entry in islice(entries, _MOST):
                if entry.is_dir() or (files and entry.name.endswith(_SUFFIX)):
                    yield entry.name
    except OSError:
        return
