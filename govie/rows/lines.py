"""Chinese text in narrow columns: where lines may break, and how wide columns are to be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len

__all__ = ["line_breaks", "shared_out"]

_PIECE = re.compile(
    r"[（“‘《【]*(?:[0-9A-Za-z_.,%/:+-]+[万亿]*|.)[，。；：、！？”’）》】%]*", re.DOTALL
)
"""What a line break leaves whole: a number, a word of Latin letters, punctuation and its side."""
_KEPT = 12
"""Up to so many columns what should stay whole has room."""
_LONG = 60
"""How wide a text counts as where columns compete for room."""


def line_breaks(text: str, width: int) -> list[int]:
    """Where to break a text so that its lines take at most so many columns.

    A piece that is wider than a line is broken within.
    """
    breaks: list[int] = []
    used = 0
    for piece in _PIECE.finditer(text):
        columns = cell_len(piece[0])
        if used and used + columns > width:
            breaks.append(piece.start())
            used = 0
        if used + columns <= width:
            used += columns
            continue
        for at, char in enumerate(piece[0], piece.start()):
            columns = cell_len(char)
            if used and used + columns > width:
                breaks.append(at)
                used = 0
            used += columns
    return breaks


def shared_out(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """The widths of columns of texts, which take no more than the room together where they can.

    None is narrower than its number or word, and those with longer texts get more of the rest.
    """
    least = [min(_KEPT, max(map(_widest_piece, texts), default=0)) for texts in columns]
    wanted = [max(map(cell_len, texts), default=0) for texts in columns]
    if sum(wanted) <= room:
        return wanted
    rest = room - sum(least)
    if rest < 0:
        return [max(2, width * room // sum(least)) for width in least]
    needs = [min(_LONG, want) - have for want, have in zip(wanted, least, strict=True)]
    needs = [max(0, need) for need in needs]
    widths = list(least)
    # The modest are served first, so that what they do not need goes to the others.
    order = sorted(range(len(needs)), key=needs.__getitem__)
    for left, at in zip(range(len(order), 0, -1), order, strict=True):
        share = min(needs[at], rest // left)
        widths[at] += share
        rest -= share
    return widths


def _widest_piece(text: str) -> int:
    return max((cell_len(piece[0]) for piece in _PIECE.finditer(text)), default=0)
