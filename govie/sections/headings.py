"""Find the headings of a report: numbered ones, bullets, run-in sentences and bare lines.

A number counts as a heading's where a line or a sentence begins; inside a paragraph it must also be
the next of its level (质量第一、效益优先 is none). A heading's text ends with its line or sentence,
or, where a scraper has closed up the line break, where the text visibly starts anew.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from attrs import frozen

from govie.numbers.numerals import whole_number
from govie.packs import load_patterns, per_packs
from govie.packs.expressions import either
from govie.text.glance import glancing

__all__ = ["BULLET", "PART", "RUN_IN", "Heading", "find_headings", "section_words"]

PART = 0
"""Rank of 第一部分 and of bare lines such as 2020年工作回顾; numbered levels follow, 一、 first."""
RUN_IN, BULLET = 6, 5
"""Ranks of a first sentence that serves as heading, and of one behind a dash."""
_LONGEST = 70
_PART, _RUN_IN = 36, 38
"""Longest bare line, and longest first sentence, that may be a heading."""
_REST = 4
"""So much of a heading may stand on the line below it."""
_ALONE = 40
"""A sentence alone on its line heads a paragraph that is longer by at least this."""
_INNER = re.compile(r"[。！？；，、]|：.|[^释注解]：$")

_HAN = "[一二三四五六七八九十]{1,3}"
_FORMAL = "壹贰叁肆伍陆"
# A group is named after the rank of its number; two forms of the highest need two names.
_NUMBER = re.compile(
    rf"(?=[第{_FORMAL}一二三四五六七八九十（0-9])"
    rf"(?:第(?P<r0>{_HAN})(?:部分|章)[：、，]?|(?P<r00>[{_FORMAL}])、"
    rf"|(?P<r1>{_HAN})、(?!{_HAN}(?:、|产|次产|是|类))"
    rf"|（(?P<r2>{_HAN})）"
    r"|(?P<r3>[0-9]{1,2})(?:\.(?![0-9])|、(?![0-9]))"
    r"|（(?P<r4>[0-9]{1,2})）)"
)
_BOUNDARY = frozenset("\n。！？；：”】）…")
_BULLET = re.compile(r"[—―–-]{1,2}(?![0-9—―–-])|[●◆■•]")
_ITEM = re.compile("[一二三四五六七八九十]{1,2}是")
_SENTENCE = re.compile(r"[^。！？；\n]{2,60}[。！？]?")
_STOPS = "。！？；\n"
_STOP = re.compile("[。！？；\n]")


@frozen(kw_only=True)
class Heading:
    """A heading in clean text, its number included.

    ``rank`` orders headings for nesting, the lower the higher up; ``title_end`` ends the words.
    """

    start: int
    title_end: int
    rank: int
    ordinal: int | None = None

    @property
    def level(self) -> int:
        """Level as sections give it: 0 for parts, 1 for 一、, 2 for （一）, 3 below."""
        return min(self.rank, 4) if self.rank < BULLET else 3


@per_packs
def section_words(label: str) -> re.Pattern[str]:
    """All section patterns of one label as one expression."""
    return glancing(either(load_patterns("sections", label)))


def find_headings(text: str, start: int, end: int, joins: frozenset[int]) -> list[Heading]:
    """The headings of ``text[start:end]`` in order; ``joins`` are starts of closed-up lines."""
    paragraphs = list(_paragraphs(text, start, end))
    wrapped = sum(start <= join < end for join in joins) > 2 * len(paragraphs)
    lines = () if wrapped else tuple(sorted(joins))
    found = {h.start: h for h in _run_ins(text, paragraphs, lines)}
    found |= {h.start: h for h in _glued_parts(text, start, end)}
    found |= {h.start: h for h in _parts(text, paragraphs, lines)}
    found |= {h.start: h for h in _numbered(text, start, end, joins, lines)}
    return _without_overlaps(sorted(found.values(), key=lambda heading: heading.start))


def _without_overlaps(headings: list[Heading]) -> list[Heading]:
    kept: list[Heading] = []
    for heading in headings:
        if kept and heading.start < kept[-1].title_end:
            if heading.rank >= kept[-1].rank:
                continue
            kept.pop()
        kept.append(heading)
    return kept


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _numbered(
    text: str, start: int, end: int, joins: frozenset[int], lines: tuple[int, ...]
) -> Iterator[Heading]:
    last: dict[int, int] = {}
    for match in _NUMBER.finditer(text, start, end):
        at = match.start()
        at_line = at == start or text[at - 1] == "\n" or at in joins
        if not at_line and text[at - 1] not in _BOUNDARY:
            continue
        rank = int((match.lastgroup or "r0")[1:])
        ordinal = whole_number(match[match.lastgroup or ""])
        if not at_line and (rank > 2 or ordinal not in (1, last.get(rank, 0) + 1)):
            continue
        if rank > 2 and not _begins_words(text, match.end(), end):
            continue
        last = {r: n for r, n in last.items() if r < rank} | {rank: ordinal}
        title_end = _title_end(text, match.end(), end, lines)
        yield Heading(start=at, title_end=title_end, rank=rank, ordinal=ordinal)


def _begins_words(text: str, at: int, end: int) -> bool:
    return at < end and ("\u4e00" <= text[at] <= "\u9fff" or text[at] in "“《")


def _title_end(text: str, at: int, end: int, lines: tuple[int, ...]) -> int:
    """Where the heading that begins with its words at ``at`` ends."""
    line_end = _line_end(at + 3, end, lines)
    if line_end < end and text[line_end] != "\n":
        line_end = _whole_line_end(text, at, line_end, end, lines)
    sentence = _STOP.search(text, at, min(at + _LONGEST, line_end))
    stop = sentence.start() if sentence else min(at + _LONGEST, line_end)
    restart = section_words("RESTART").search(text, at + 4, min(stop + 8, end))
    if restart and restart.start() < stop and text[restart.start() - 1] not in "在对于为及和与、的":
        stop = restart.start()
    return stop


def _whole_line_end(text: str, at: int, line_end: int, end: int, lines: tuple[int, ...]) -> int:
    """The end of a heading's line, or of the rest of its last word on the next: 工作回|顾."""
    below = _line_end(line_end, end, lines)
    if below - line_end > _REST:
        return line_end
    ends = {match.end() for match in section_words("HEADING_END").finditer(text, at, below)}
    return below if below in ends and line_end not in ends else line_end


def _parts(
    text: str, paragraphs: list[tuple[int, int]], lines: tuple[int, ...]
) -> Iterator[Heading]:
    """Bare lines with the words of a heading: 2022年工作回顾, 附件2 名词解释."""
    appendix, heading = section_words("APPENDIX"), section_words("HEADING")
    for start, end in paragraphs:
        line_end = _line_end(start, end, lines)
        annex = appendix.match(text, start, line_end)
        if annex and appendix.fullmatch(text, start, line_end):
            line_end = _line_end(line_end, end, lines)
            annex = appendix.match(text, start, line_end)
        line = text[annex.end() if annex else start : line_end]
        if (not annex and not len(line) >= 2) or len(line) > _PART or _INNER.search(line):
            continue
        if annex or (heading.search(line) and not _NUMBER.match(line)):
            yield Heading(start=start, title_end=line_end, rank=PART)


def _line_end(start: int, end: int, lines: tuple[int, ...]) -> int:
    """Where the line of a raw text that begins at ``start`` ends, within its paragraph."""
    at = bisect_right(lines, start)
    return lines[at] if at < len(lines) and lines[at] < end else end


def _glued_parts(text: str, start: int, end: int) -> Iterator[Heading]:
    """Headings without number that run straight into their text: …工作回顾2020年是…"""
    restart = section_words("RESTART")
    for last in section_words("HEADING_END").finditer(text, start, end):
        at = last.end()
        if not restart.match(text, at, end):
            continue
        floor = max(start, at - _PART - 1)
        stop = max(text.rfind(mark, floor, at) for mark in _STOPS)
        if stop < 0 and floor > start:
            continue
        begin = stop + 1 if stop >= 0 else start
        title = text[begin:at]
        if len(title) >= 4 and section_words("HEADING").search(title):
            yield Heading(start=begin, title_end=at, rank=PART)


def _run_ins(
    text: str, paragraphs: list[tuple[int, int]], lines: tuple[int, ...]
) -> Iterator[Heading]:
    """First sentences that serve as headings of their paragraph: 提升技术创新能力。聚焦…

    One alone on its line serves as the heading of the next paragraph.
    """
    alone = False
    for number, (start, end) in enumerate(paragraphs):
        below, alone = alone, False
        bullet = _BULLET.match(text, start, end)
        begin = bullet.end() if bullet else start
        sentence = _SENTENCE.match(text, begin, end)
        if not sentence or below:
            continue
        stop = sentence.end()
        line_end = _line_end(begin, end, lines)
        if line_end < stop:
            if line_end - begin < 8 or text[line_end] in "，。、；：":
                continue
            stop = line_end
        title = text[begin:stop]
        if len(title) > (2 * _RUN_IN if bullet else _RUN_IN):
            continue
        rest = end - stop
        if rest == 0 and number + 1 < len(paragraphs):
            following = paragraphs[number + 1]
            rest = following[1] - following[0] - _ALONE
            alone = rest >= 2 * len(title)
        if bullet and title.endswith("。") and rest >= 20:
            yield Heading(start=start, title_end=stop - 1, rank=BULLET)
        elif rest >= 2 * len(title) and not _states(title, alone=alone):
            title_end = stop - title.endswith("。")
            yield Heading(start=start, title_end=title_end, rank=BULLET if bullet else RUN_IN)
        else:
            alone = False


def _states(title: str, *, alone: bool) -> bool:
    """Whether a first sentence is no heading; 一是… is one where it stands alone on its line."""
    counted = _ITEM.match(title) if alone else None
    return (
        section_words("NO_HEADING").search(title[counted.end() :] if counted else title) is not None
    )
