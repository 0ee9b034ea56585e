"""What is wrong in a pattern file, where, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from attrs import frozen

__all__ = ["Fault", "Problem", "one_of", "quoted", "similar"]

_SHOWN = 40
"""Characters of a quoted text that a message shows."""
_LINE = re.compile(r"(.*?):([0-9]+): (.*) \((.*)\)", re.DOTALL)


@frozen
class Fault:
    """What is wrong, and what to do."""

    what: str
    todo: str

    def __str__(self) -> str:
        return f"{self.what} ({self.todo})"


@frozen
class Problem:
    """A fault with its place; ``str()`` gives ``file:line: what is wrong (what to do)``.

    The line is 0 where the fault is that of a folder.
    """

    file: str
    line: int
    what: str
    todo: str

    @classmethod
    def at(cls, file: str, line: int, fault: Fault) -> Problem:
        return cls(file, line, fault.what, fault.todo)

    @classmethod
    def of_line(cls, text: str) -> Problem:
        """The problem that a line of an error tells."""
        found = _LINE.fullmatch(text)
        return cls(found[1], int(found[2]), found[3], found[4]) if found else cls(text, 1, "", "")

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what} ({self.todo})"


def similar(word: str, known: Iterable[str], cutoff: float = 0.65) -> str | None:
    """The known word that was probably meant; ``cutoff``, up to 1, says how alike it must be."""
    names = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), names, n=1, cutoff=cutoff)
    return names[found[0]] if found else None


def one_of(word: str, known: Iterable[str]) -> str:
    """Advice for a word that is none of the known: the one that was meant, or all of them."""
    names = list(known)
    meant = similar(word, names)
    return f'did you mean "{meant}"?' if meant else f"use one of {', '.join(names)}"


def quoted(text: str) -> str:
    """A text in straight quotation marks, cut where it is long, control characters made visible."""
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return '"' + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in shown) + '"'
