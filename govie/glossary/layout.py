"""Lists of definitions: where they stand, and their entries in every layout.

``1.“X”：…``, ``[1]X：…``, ``^[1]``, ``【1】``, ``〔1〕``, ``（1）``, ``①``, ``1.X。是指…``,
``1.[X]…``, entries without numbers, the definition on the next line, all entries in one paragraph.
A list begins at its heading (名词解释), or where bracketed numbers run from 1 in front of terms; it
ends at page furniture.

Offsets are clean ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from attrs import frozen

from govie.context import Context
from govie.glossary.breaks import Breaks
from govie.glossary.enumerations import Span
from govie.glossary.marks import (
    MARK,
    NOTE_MARK,
    NOTE_OPENER,
    PAGE_REFERENCE,
    entry_head,
    line_head,
    mark_number,
    note_head,
    plain_entry_head,
    quoted_entry_head,
)
from govie.packs import load_patterns, per_packs
from govie.records import Section
from govie.text.view import TextView

__all__ = ["Entry", "GlossaryList", "find_lists"]


@frozen(kw_only=True)
class Entry:
    """One entry as it stands, however many terms it explains."""

    number: int | None
    term: Span
    definition: Span


@frozen(kw_only=True)
class GlossaryList:
    """A list of definitions, heading included."""

    start: int
    end: int
    entries: tuple[Entry, ...]


_HEADING_WORD = re.compile("解释|注释|释义|注解|浅释|简释|说明|解读|注")
_HEADING_LENGTH = 60
_FIRST_ENTRY = 400
"""Within how many characters behind a heading the first entry begins."""
_TRIM = "。；，、：— \n"
_CONTINUES = re.compile(
    r"[一二三四五六七八九十]{1,2}(?:是|、)|第[一二三四五六七八九十]|（[0-9一二三四五六七八九十]{1,2}）|[①-⑳]"
    r"|其中|即|具体|主要|“[^“”\n]{1,14}”(?:是指|指|即)"
)
_GARBAGE = re.compile(r"[-—–_*#·.。0-9\s]*")


@per_packs
def _heading() -> re.Pattern[str]:
    words = [p.regex for p in load_patterns("glossary") if p.label == "HEADING" and p.regex]
    return re.compile("|".join(f"(?:{word})" for word in words))


@per_packs
def _furniture() -> re.Pattern[str]:
    words = [p.regex for p in load_patterns("glossary") if p.label == "FURNITURE" and p.regex]
    return re.compile(f"(?:{'|'.join(words)})")


def find_lists(view: TextView, context: Context) -> list[GlossaryList]:
    """All lists of definitions, in order."""
    breaks = Breaks(view)
    lists: list[GlossaryList] = []
    for start, body, end in _ranges(view, context, breaks):
        if lists and start < lists[-1].end:
            continue
        entries = _entries(view.text, body, end, breaks)
        if entries:
            stop = max(entries[-1].definition[1], entries[-1].term[1])
            lists.append(GlossaryList(start=start, end=stop, entries=tuple(entries)))
    return lists


_Range = tuple[int, int, int]
"""Where a list may stand: its start, the offset behind its heading, its end."""


def _ranges(view: TextView, context: Context, breaks: Breaks) -> list[_Range]:
    """Where lists may stand: the sections that hold them, or what follows a heading."""
    sections = [section for section in context.sections if section.kind == "glossary"]
    if sections:
        return [_section_range(view, section) for section in sections]
    text = view.text
    found = _headings(text, breaks)
    limits = [*(start for start, _ in found[1:]), len(text)] if found else []
    ranges = [
        (start, body, limit)
        for (start, body), limit in zip(found, limits, strict=True)
        if _entries(text, body, min(limit, body + _FIRST_ENTRY), breaks, enough=1)
    ]
    return ranges or _unheaded(text, breaks)


def _section_range(view: TextView, section: Section) -> _Range:
    start, end = view.clean_offset(section.start), view.clean_offset(section.end)
    if match := _heading().match(view.text, start, end):
        return start, match.end(), end
    title = section.title or ""
    titled = bool(title) and view.text.startswith(title, start)
    return start, start + len(title) * titled, end


def _headings(text: str, breaks: Breaks) -> list[Span]:
    """Headings that begin a line or follow a sentence, however their line goes on."""
    found: list[Span] = []
    for match in _HEADING_WORD.finditer(text):
        word = match.start()
        if found and word < found[-1][1]:
            continue
        line = breaks.before(word)
        sentence = max(text.rfind(sign, max(0, word - _HEADING_LENGTH), word) for sign in "。！")
        heading = _heading().match(text, max(line, sentence + 1, word - _HEADING_LENGTH))
        if heading and heading.end() > word:
            found.append(heading.span())
    return found


def _unheaded(text: str, breaks: Breaks) -> list[_Range]:
    """Notes without a heading: [1]“X”：…, [2]“Y”：… on lines that follow each other."""
    run: list[int] = []
    family = ""
    for opener in NOTE_OPENER.finditer(text):
        match = NOTE_MARK.match(text, opener.start()) if opener.start() in breaks else None
        if match is None:
            continue
        if not note_head(text, match.end()):
            continue
        number = mark_number(match)
        if number == 1:
            run, family = [match.start()], match.lastgroup or ""
        elif run and match.lastgroup == family and number == len(run) + 1:
            run.append(match.start())
            if len(run) == 3:
                return [(run[0], run[0], len(text))]
    return []


def _entries(text: str, start: int, end: int, breaks: Breaks, enough: int = 0) -> list[Entry]:
    """The entries of ``text[start:end]``; the first few, where ``enough`` says how many."""
    heads = _numbered_heads(text, start, end, breaks, enough)
    if not heads:
        heads = _unnumbered_heads(text, start, end, breaks, enough)
    entries = []
    for index, (number, _, term, body) in enumerate(heads):
        last = index + 1 == len(heads)
        limit = end if last else heads[index + 1][1]
        stop = _definition_end(text, body, limit, breaks, last)
        entries.append(Entry(number=number, term=term, definition=_tidy(text, body, stop)))
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
            if not (at_line and number == expected):
                continue
            head = quoted_entry_head(text, match.end(), end)
            if head is None:
                line_end = breaks.behind(match.end())
                head = plain_entry_head(text, match.end(), end, line_end, alone=enough > 0)
            if head is None:
                continue
        family, expected = name, number + 1
        heads.append((number, match.start(), *head))
        if enough and len(heads) >= enough:
            break
    return heads


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
        if _furniture().match(text, offset):
            break
        head = line_head(text, offset, end, strict=strict)
        if head is None:
            continue
        quoted = "“" in text[slice(*head[0])]
        at_paragraph = offset == start or text[offset - 1] == "\n"
        if not at_paragraph and not quoted:
            continue
        strict = strict or quoted
        heads.append((None, offset, *head))
        if enough and len(heads) >= enough:
            break
    return heads


def _definition_end(text: str, start: int, limit: int, breaks: Breaks, last: bool) -> int:
    """Where a definition ends: at the next entry, at page furniture, with its paragraphs."""
    position = start
    while True:
        stop = text.find("\n", position, limit)
        if stop < 0:
            stop = limit
        if cue := _furniture_in(text, position, stop, breaks):
            return cue
        if stop >= limit:
            return limit
        following = stop + 1
        if _furniture().match(text, following, limit):
            return stop
        if last and stop > start and not _CONTINUES.match(text, following):
            return stop
        position = following


def _furniture_in(text: str, start: int, end: int, breaks: Breaks) -> int | None:
    """Page furniture that a closed-up line break hides, or that follows a full stop."""
    for match in _furniture().finditer(text, start, end):
        if match.start() > start and (match.start() in breaks or text[match.start() - 1] in "。）"):
            return match.start()
    return None


def _tidy(text: str, start: int, end: int) -> Span:
    """Without punctuation in front, and without page references and empty lines behind."""
    while start < end and text[start] in _TRIM:
        start += 1
    while True:
        tail = text.rfind("\n", start, end)
        if tail >= 0 and _GARBAGE.fullmatch(text, tail + 1, end):
            end = tail
            continue
        if text[end - 1 : end] in ("；", "\n", " ") and end > start:
            end -= 1
            continue
        if page := PAGE_REFERENCE.search(text[max(start, end - 12) : end]):
            end = max(start, end - 12) + page.start()
            continue
        return start, max(start, end)
