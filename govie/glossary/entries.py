"""The entries of a list of definitions, in every layout.

``1.“X”：…``, ``[1]X：…``, ``^[1]``, ``【1】``, ``〔1〕``, ``（1）``, ``①``, ``1.X。是指…``,
``1.[X]…``, entries without numbers, the definition on the next line, all entries in one paragraph.

Offsets are clean ones.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice

from attrs import frozen

from govie.glossary.breaks import Breaks
from govie.glossary.endings import definition_span, furniture, goes_on
from govie.glossary.enumerations import Span
from govie.glossary.marks import (
    MARK,
    alone_on_line,
    closed_entry_head,
    entry_head,
    line_head,
    mark_number,
    plain_entry_head,
    quoted_entry_head,
)
from govie.glossary.rows import row_heads

__all__ = ["Entry", "read_entries"]


@frozen(kw_only=True)
class Entry:
    """One entry as it stands, however many terms it explains."""

    number: int | None
    term: Span
    definition: Span


def read_entries(
    text: str, start: int, end: int, breaks: Breaks, *, enough: int = 0, apart: bool = False
) -> list[Entry]:
    """The entries of ``text[start:end]``; the first few, where ``enough`` says how many.

    With ``apart`` anything may stand between two of them.
    """
    heads = (
        (row_heads(start, end, breaks) if not apart else [])
        or _numbered_heads(text, start, end, breaks, enough)
        or _lone_heads(text, start, end, breaks, enough)
        or _unnumbered_heads(text, start, end, breaks, enough)
    )
    entries = []
    for index, (number, _, term, body) in enumerate(heads):
        last = index + 1 == len(heads)
        limit = end if last else heads[index + 1][1]
        definition = definition_span(text, body, limit, breaks, last or apart)
        entries.append(Entry(number=number, term=term, definition=definition))
    return entries


_Head = tuple["int | None", int, Span, int]
"""Number, offset of the mark, term, offset of the definition."""


def _numbered_heads(text: str, start: int, end: int, breaks: Breaks, enough: int) -> list[_Head]:
    heads: list[_Head] = []
    family = ""
    expected = 1
    for match in MARK.finditer(text, start, end):
        name = match.lastgroup or ""
        at_line = match.start() in breaks or match.start() == start
        if family and name != family:
            continue
        if not at_line and text[match.start() - 1] not in "。；！？”）\n":
            continue
        number = mark_number(match)
        if not family and (number != 1 or not (at_line or match.start() - start < 40)):
            continue
        near = expected - 2 <= number <= expected + 3 if at_line else number == expected
        if not near and not (at_line and number == 1):
            continue
        if heads and match.start() < heads[-1][3]:
            continue
        head = entry_head(text, match.end(), end)
        if head is None:
            quoted = bool(heads) and text.startswith("“", match.end())
            if not at_line or not (number == expected or quoted):
                continue
            line_end = breaks.behind(match.end())
            head = closed_entry_head(text, match.end(), end, line_end)
            head = head or quoted_entry_head(text, match.end(), end)
            if head is None and number == expected:
                head = plain_entry_head(text, match.end(), end, line_end, alone=enough > 0)
            if head is None:
                continue
        family, expected = name, number + 1
        heads.append((number, match.start(), *head))
        if enough and len(heads) >= enough:
            break
    return heads


def _lone_heads(text: str, start: int, end: int, breaks: Breaks, enough: int) -> list[_Head]:
    """Entries whose terms stand alone on their lines; none unless the list begins with one."""
    while start < end and text[start] in "：\n":
        start += 1
    first = bisect_right(breaks.starts, start)
    lines = [start, *islice(breaks.starts, first, bisect_left(breaks.starts, end)), end]
    heads: list[_Head] = []
    for at, body, stop in zip(lines, lines[1:], lines[2:], strict=False):
        term = alone_on_line(text, at, body)
        if term and not alone_on_line(text, body, stop):
            heads.append((None, at, term, body))
        elif not heads:
            break
        if enough and len(heads) > enough:
            break
    return heads if len(heads) > 1 else []


def _unnumbered_heads(text: str, start: int, end: int, breaks: Breaks, enough: int) -> list[_Head]:
    """Entries that begin a line with a term and a colon."""
    heads: list[_Head] = []
    strict = False
    first = bisect_left(breaks.starts, start)
    for offset in [start, *breaks.starts[first:]]:
        if offset >= end:
            break
        if heads and offset < heads[-1][3]:
            continue
        if furniture().match(text, offset):
            break
        head = line_head(text, offset, end, strict=strict)
        if head is None:
            continue
        quoted = "“" in text[slice(*head[0])]
        at_paragraph = offset == start or text[offset - 1] == "\n"
        if not quoted and (not at_paragraph or (strict and goes_on(text, offset))):
            continue
        strict = strict or quoted
        heads.append((None, offset, *head))
        if enough and len(heads) >= enough:
            break
    return heads
