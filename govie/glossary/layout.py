"""Where the lists of definitions of a text stand.

A list begins at its heading (名词解释), or where bracketed numbers run from 1 in front of terms; it
ends at page furniture. Offsets are clean ones.
"""

from __future__ import annotations

import re

from attrs import frozen

from govie.context import Context
from govie.glossary.breaks import Breaks
from govie.glossary.entries import Entry, read_entries
from govie.glossary.enumerations import Span
from govie.glossary.marks import NOTE_MARK, NOTE_OPENER, mark_number, note_head
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
    for start, body, end in _ranges(view, context, breaks):
        if lists and start < lists[-1].end:
            continue
        entries = read_entries(view.text, body, end, breaks)
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
        if read_entries(text, body, min(limit, body + _FIRST_ENTRY), breaks, enough=1)
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
