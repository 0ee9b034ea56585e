"""What govie costs those who do not use it yet: its import, and a blank pipeline beside it.

Both are differences in processor time, with and without govie, each in a process of its own, the
best of several rounds: ``import spacy, govie`` over ``import spacy``; ``spacy.blank("zh")`` with
govie's entry points over the same with them hidden.
"""

from __future__ import annotations

import subprocess
import sys

__all__ = ["blank_seconds", "import_seconds", "main"]

_IMPORT = """
import time
import spacy
started = time.process_time()
{what}
print(time.process_time() - started)
"""
_BLANK = """
import importlib.metadata as metadata
import time

{hide}
import spacy
started = time.process_time()
spacy.blank("zh")
print(time.process_time() - started)
"""
_HIDE = """
found = metadata.Distribution.entry_points
metadata.Distribution.entry_points = property(
    lambda self: metadata.EntryPoints(
        () if self.metadata["Name"] == "govie" else found.__get__(self)
    )
)
"""
_ROUNDS = 5


def import_seconds(rounds: int = _ROUNDS) -> float:
    """What ``import govie`` takes behind ``import spacy``."""
    return min(_seconds(_IMPORT.format(what="import govie")) for _ in range(rounds))


def blank_seconds(rounds: int = _ROUNDS) -> tuple[float, float]:
    """What ``spacy.blank("zh")`` takes with govie installed, and without."""
    with_govie, without = [], []
    for _ in range(rounds):
        with_govie.append(_seconds(_BLANK.format(hide="")))
        without.append(_seconds(_BLANK.format(hide=_HIDE)))
    return min(with_govie), min(without)


def _seconds(code: str) -> float:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    """Print both differences."""
    with_govie, without = blank_seconds()
    print(f"import govie, on top of import spacy:     {import_seconds():.3f} s")
    print(f"spacy.blank('zh') with govie:             {with_govie:.3f} s")
    print(f"spacy.blank('zh') without:                {without:.3f} s")
    print(f"govie's part of it:                       {with_govie - without:.3f} s")


if __name__ == "__main__":
    main()
