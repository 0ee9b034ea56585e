"""Where results that are text go."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from govie.tables.targets import Target

__all__ = ["TextOutput"]


class TextOutput:
    """The standard output, or a file in UTF-8 that is whole under its name or not there."""

    def __init__(self, out: Path | Target | None) -> None:
        self._target = Target(out) if isinstance(out, Path) else out
        self.file: IO[str] = (
            self._target.part.open("w", encoding="utf-8", newline="\n")
            if self._target
            else sys.stdout
        )

    def write(self, text: str) -> None:
        self.file.write(text)

    def close(self) -> None:
        self.file.flush()
        if self._target:
            self.file.close()
            self._target.finish()
