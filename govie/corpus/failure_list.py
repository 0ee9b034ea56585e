"""``failures.jsonl``: the files that could not be read, a line each with ``doc`` and ``reason``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from govie.corpus.safely import put_in_place

__all__ = ["FailureList", "line_of"]


class FailureList:
    """Failures by the names of files; a file that is read after all is struck off."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reasons: dict[str, str] = {}
        if path.exists():
            for line in path.read_text("utf-8").split("\n"):
                if line:
                    entry = json.loads(line)
                    self._reasons[entry["doc"]] = entry["reason"]

    def update(self, *, solved: Iterable[str], new: Iterable[tuple[str, str]]) -> None:
        """Note what happened in a batch; written when anything has changed."""
        reasons = dict(self._reasons)
        for doc in solved:
            reasons.pop(doc, None)
        reasons.update(new)
        if reasons != self._reasons:
            self._reasons = reasons
            lines = [line_of(doc, reason) for doc, reason in sorted(reasons.items())]
            put_in_place(self._path, lambda part: part.write_text("".join(lines), "utf-8"))


def line_of(doc: str, reason: str) -> str:
    """A failure as a line of JSON."""
    return json.dumps({"doc": doc, "reason": reason}, ensure_ascii=False) + "\n"
