"""Where the characters of a set stand in a text.

Tables find them at a third of the time that an expression takes, which pays for whole texts; for
a sentence an expression is faster.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy

__all__ = ["Signs"]

_LAST = 0xFFFF
"""What stands for every character beyond it, too."""


class Signs:
    """A set of characters, to find out where one of them may stand."""

    def __init__(self, signs: Iterable[str]) -> None:
        self._table = numpy.zeros(_LAST + 1, dtype=bool)
        self._table[[min(ord(sign), _LAST) for sign in signs]] = True
        self._table[_LAST] = True

    def places(self, text: str, start: int = 0, end: int | None = None) -> list[int]:
        """The offsets in ``text[start:end]`` where a member may stand, in order.

        Characters beyond U+FFFE are among them whatever they are: look what stands there.
        """
        codes = text[start:end].encode("utf-32-le", "surrogatepass")
        members = self._table.take(numpy.frombuffer(codes, dtype="<u4"), mode="clip")
        places: list[int] = (members.nonzero()[0] + start).tolist()
        return places
