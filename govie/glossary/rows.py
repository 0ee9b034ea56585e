"""Entries that are rows of a table: 3⇥“三旧”改造⇥旧城镇、旧厂房、旧村庄改造。

A clean text has no white space left; the raw one tells where the cells end.
"""

from __future__ import annotations

import re

from govie.glossary.breaks import Breaks
from govie.glossary.enumerations import Span

__all__ = ["row_heads"]

_GAP = r"(?:\t|[ \u3000]{2,})"
_ROW = re.compile(
    rf"^[ \u3000]*(?:(?P<number>[0-9]{{1,3}})[.、]?{_GAP})?"
    rf"(?P<term>[^\s。；：][^\t\n。；：]{{0,28}}?[^\s。；：]){_GAP}(?P<definition>[^\n]{{4,}})",
    re.MULTILINE,
)
_TITLES = re.compile(r"[^\n]{0,12}(?:解释|释义|含义|说明|注释)\s*")
"""The row of the titles of columns."""
_FEWEST = 3
_HEADER = 40
"""Within how many characters behind the heading the first row begins."""


def row_heads(start: int, end: int, breaks: Breaks) -> list[tuple[int | None, int, Span, int]]:
    """Number, offset, term and offset of the definition of each row of a table of terms."""
    if start >= end:
        return []
    view = breaks.view
    first, last = view.raw_span(start, end)
    heads: list[tuple[int | None, int, Span, int]] = []
    for row in _ROW.finditer(view.raw, first, last):
        at = view.clean_offset(row.start())
        if not heads and at > start + _HEADER:
            return []
        if _TITLES.fullmatch(row["definition"]):
            continue
        term = view.clean_offset(row.start("term")), view.clean_offset(row.end("term"))
        if term[0] == term[1]:
            continue
        number = int(row["number"]) if row["number"] else None
        heads.append((number, at, term, view.clean_offset(row.start("definition"))))
    return heads if len(heads) >= _FEWEST else []
