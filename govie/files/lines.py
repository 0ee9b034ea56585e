"""Printed lines: what stands on one, and which of them make one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

__all__ = ["Piece", "lines_of"]

_WORD_GAP = 0.3
"""Letters between two pieces of a line, from which on a space stands between them."""
_CELL_GAP = 2
"""Letters between two pieces of a line, from which on they are cells of a table."""
_NARROWEST = 8
"""Letters of a line that can be a full one."""
_WIDE = 0.8
"""The share of the widest line's width that a line takes which tells where lines end."""
_RAGGED = 2.2
"""Letters by which a full line may miss the end: closing marks may not begin a line."""
_LEAST_INDENT, _MOST_INDENT = 0.6, 4
"""Letters by which a line that begins a paragraph starts further right."""
_SENTENCE_END = re.compile(r"[。！？][”’）】》\"]{0,3}$")
_LEADER = re.compile(r"[.…·]{3}\s*[0-9]{1,4}$")
"""The end of a line in a table of contents."""
_LETTER = re.compile(r"[A-Za-z]")


class Piece(NamedTuple):
    """A run of characters of one line; coordinates in points from the top left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def size(self) -> float:
        """The height of its letters."""
        return self.bottom - self.top

    def beside(self, other: Piece) -> bool:
        """Whether both stand on one line."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return 2 * shared > min(self.size, other.size)


class _Line(NamedTuple):
    text: str
    left: float
    right: float
    size: float
    in_cells: bool


class _Column(NamedTuple):
    begin: float
    end: float
    indented: bool
    """Whether first lines of paragraphs start further right."""


def lines_of(pieces: Sequence[Piece]) -> Iterator[str]:
    """The lines of one column from top to bottom, those of one paragraph joined."""
    lines = [_line(row) for row in _rows(pieces)]
    if not lines:
        return
    column = _column(lines)
    paragraph = lines[0].text
    for before, line in pairwise(lines):
        if _runs_on(before, line, column):
            words = _LETTER.match(paragraph[-1]) and _LETTER.match(line.text)
            paragraph += f" {line.text}" if words else line.text
        else:
            yield paragraph
            paragraph = line.text
    yield paragraph


def _column(lines: Sequence[_Line]) -> _Column:
    widest = max(line.right - line.left for line in lines)
    wide = [line for line in lines if line.right - line.left >= _WIDE * widest]
    begin = min(line.left for line in wide)
    indents = ((line.left - begin) / line.size for line in wide)
    return _Column(
        begin=begin,
        end=median(line.right for line in wide),
        indented=any(_LEAST_INDENT <= indent <= _MOST_INDENT for indent in indents),
    )


def _runs_on(line: _Line, following: _Line, column: _Column) -> bool:
    """Whether the break between two lines is the printer's: the first fills the column, and the
    second begins no paragraph, nor does the first end a sentence where paragraphs are not indented.
    """
    if line.right < column.end - _RAGGED * line.size or line.in_cells:
        return False
    if line.right - line.left < _NARROWEST * line.size or _LEADER.search(line.text):
        return False
    if following.left - column.begin >= _LEAST_INDENT * following.size:
        return False
    return column.indented or not _SENTENCE_END.search(line.text)


def _rows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces that stand on one line together, from left to right."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece.top):
        if row and not piece.beside(row[0]):
            yield sorted(row, key=lambda piece: piece.left)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda piece: piece.left)


def _line(row: Sequence[Piece]) -> _Line:
    """One line, with a space where pieces stand apart."""
    text = row[0].text
    size = row[0].size
    widest = 0.0
    for before, piece in pairwise(row):
        gap = piece.left - before.right
        widest = max(widest, gap)
        text += f" {piece.text}" if gap > _WORD_GAP * size else piece.text
    return _Line(text, row[0].left, row[-1].right, size, widest > _CELL_GAP * size)
