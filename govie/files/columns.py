"""Pieces of a printed page in the order in which a reader takes them.

A stretch of the page is set in columns where a gutter runs between the pieces of all its lines, and
the lines of each column are long and fill it; the cells of a table do not, and are read row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from govie.files.lines import Piece, lines_of

__all__ = ["lines_in_order"]

_GUTTER = 0.9
"""Width of the narrowest gutter, in letters."""
_SHORTEST_LINE = 6
"""Letters of a line of running text, at the median of a column."""
_FILLED = 0.6
"""The share of a column's width that its lines take, at the median."""
_FEWEST_LINES = 3
_DEEPEST = 3
"""Columns within columns."""

Interval = tuple[float, float]


def lines_in_order(pieces: Sequence[Piece], depth: int = 0) -> Iterator[str]:
    """The lines of a page, or of a column of it, those of one paragraph joined."""
    for in_columns, stretch in _stretches(pieces) if depth < _DEEPEST else [(None, pieces)]:
        if in_columns:
            for column in _split(stretch, in_columns):
                yield from lines_in_order(column, depth + 1)
        else:
            yield from lines_of(stretch)


def _stretches(pieces: Sequence[Piece]) -> Iterator[tuple[Sequence[Interval] | None, list[Piece]]]:
    """A page cut into stretches with and without gutters, from top to bottom."""
    ordered = sorted(pieces, key=lambda piece: piece.top)
    done = begin = 0
    while begin < len(ordered):
        end, gutters = _columns_from(ordered, begin)
        if gutters:
            if done < begin:
                yield None, ordered[done:begin]
            yield gutters, ordered[begin:end]
            done = begin = end
        else:
            begin += 1
    if done < len(ordered):
        yield None, ordered[done:]


def _columns_from(ordered: Sequence[Piece], begin: int) -> tuple[int, list[Interval]]:
    """Where a stretch of columns that starts at ``begin`` ends, and its gutters, if it is one."""
    least = _GUTTER * median(piece.size for piece in ordered)
    free: list[Interval] = [(float("-inf"), float("inf"))]
    end = begin
    while end < len(ordered):
        left = [(start, min(stop, ordered[end].left)) for start, stop in free]
        right = [(max(start, ordered[end].right), stop) for start, stop in free]
        narrowed = sorted({i for i in (*left, *right) if i[1] - i[0] >= least})
        if len(free) > 2 and len(narrowed) <= 2:
            break
        free = narrowed
        end += 1
    gutters = free[1:-1]
    columns = _split(ordered[begin:end], gutters)
    return end, gutters if gutters and all(map(_is_prose, columns)) else []


def _split(pieces: Sequence[Piece], gutters: Sequence[Interval]) -> list[list[Piece]]:
    """The pieces between the gutters, from left to right."""
    columns: list[list[Piece]] = [[] for _ in range(len(gutters) + 1)]
    for piece in pieces:
        columns[sum(start <= piece.left for start, _ in gutters)].append(piece)
    return columns


def _is_prose(column: Sequence[Piece]) -> bool:
    """Whether lines of running text fill a column."""
    if len(column) < _FEWEST_LINES:
        return False
    width = median(piece.right - piece.left for piece in column)
    whole = max(piece.right for piece in column) - min(piece.left for piece in column)
    letter = median(piece.size for piece in column)
    return width >= _SHORTEST_LINE * letter and width >= _FILLED * whole
