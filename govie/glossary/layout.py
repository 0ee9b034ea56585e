"""Where the lists of definitions of a text stand.

A list begins at its heading (名词解释), or where bracketed numbers run from 1 in front of terms; it
ends at page furniture. Offsets are clean ones.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import frozen

from govie.context import Context
from govie.glossary.breaks import Breaks
from govie.glossary.entries import Entry, read_entries
from govie.glossary.enumerations import Span
from govie.glossary.marks import NOTE_MARK, NOTE_OPENER, entry_head, mark_number, note_head
from govie.glossary.words import any_word
from govie.packs import per_packs
from govie.records import Section
from govie.text.view import TextView

__all__ = ["GlossaryList", "find_lists"]


@frozen(kw_only=True)
class GlossaryList:
    """A list of definitions, heading included."""

    start: int
    end: int
    entries: tuple[Entry, ...]


_NO_BODY = re.compile(r"[-—–_*#·.。；\s0-9①-⑳㉑-㉟㊱-㊿\[\]【】〔〕^注：“第页]*")
"""What stands between a note and the next one on a page: its mark, the number of the page."""
_NOTES, _REFERRED_NOTES = 3, 2
_HEADING_LENGTH = 60
_FIRST_ENTRY = 400
"""Within how many characters behind a heading the first entry begins."""


@per_packs
def _heading() -> re.Pattern[str]:
    return re.compile(any_word("HEADING"))


@per_packs
def _heading_word() -> re.Pattern[str]:
    """What every heading holds: quicker to look for than headings themselves."""
    return re.compile(any_word("HEADING_WORD"))


def find_lists(view: TextView, context: Context) -> list[GlossaryList]:
    """All lists of definitions, in order."""
    breaks = Breaks(view)
    lists: list[GlossaryList] = []
    for room in _ranges(view, context, breaks):
        start = room.start
        if lists and start < lists[-1].end:
            continue
        entries = read_entries(view.text, room.body, room.end, breaks, apart=not room.headed)
        for group in [entries] if room.headed else _groups(view.text, entries):
            if lists and not room.headed:
                start = breaks.before(group[0].term[0])
            if group:
                stop = max(group[-1].definition[1], group[-1].term[1])
                lists.append(GlossaryList(start=start, end=stop, entries=tuple(group)))
    return lists


def _groups(text: str, entries: list[Entry]) -> list[list[Entry]]:
    """Entries that follow each other: notes at the foot of pages have the body between them."""
    groups: list[list[Entry]] = []
    for entry in entries:
        gap = text[groups[-1][-1].definition[1] : entry.term[0]] if groups else ""
        if groups and _NO_BODY.fullmatch(gap):
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


class _Range(NamedTuple):
    """Where a list may stand."""

    start: int
    body: int
    """The offset behind its heading."""
    end: int
    headed: bool = True


def _ranges(view: TextView, context: Context, breaks: Breaks) -> list[_Range]:
    """Where lists may stand: the sections that hold them, or what follows a heading."""
    sections = [section for section in context.sections if section.kind == "glossary"]
    if sections:
        return [_section_range(view, section) for section in sections]
    text = view.text
    found = _headings(text, breaks)
    limits = [*(start for start, _ in found[1:]), len(text)] if found else []
    ranges = [
        _Range(start, body, limit)
        for (start, body), limit in zip(found, limits, strict=True)
        if read_entries(text, body, min(limit, body + _FIRST_ENTRY), breaks, enough=1)
    ]
    return ranges or _unheaded(text, breaks)


def _section_range(view: TextView, section: Section) -> _Range:
    start, end = view.clean_offset(section.start), view.clean_offset(section.end)
    if match := _heading().match(view.text, start, end):
        return _Range(start, match.end(), end)
    title = section.title or ""
    titled = bool(title) and view.text.startswith(title, start)
    return _Range(start, start + len(title) * titled, end)


def _headings(text: str, breaks: Breaks) -> list[Span]:
    """Headings that begin a line or follow a sentence, however their line goes on."""
    found: list[Span] = []
    for match in _heading_word().finditer(text):
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
    """Notes without a heading: [1]“X”：…, [2]“Y”：… that count on, from 1 again on a new page.

    Three of them are a list, or two to which marks behind their terms refer.
    """
    run: list[int] = []
    family, expected, referred = "", 1, 0
    for opener in NOTE_OPENER.finditer(text):
        match = NOTE_MARK.match(text, opener.start()) if opener.start() in breaks else None
        if match is None or not note_head(text, match.end()):
            continue
        number = mark_number(match)
        behind = run[-1] + 1 if run and number == 1 else 0
        refers = _is_referred_to(text, behind, match)
        if run and match.lastgroup == family and (number == expected or (number == 1 and refers)):
            run.append(match.start())
        elif number == 1:
            run, family, referred = [match.start()], match.lastgroup or "", 0
        else:
            continue
        expected = number + 1
        referred += refers
        if len(run) == _NOTES or referred == _REFERRED_NOTES:
            return [_Range(run[0], run[0], len(text), headed=False)]
    return []


def _is_referred_to(text: str, start: int, note: re.Match[str]) -> bool:
    """Whether the mark of a note stands behind its term in the text before it."""
    mark = note[0].rstrip("：.、")
    at = text.rfind(mark, start, note.start())
    head = entry_head(text, note.end(), len(text)) if at > 0 else None
    if head is None:
        return False
    last = text[slice(*head[0])].rstrip("”")[-1:]
    return last in text[max(0, at - 2) : at]
