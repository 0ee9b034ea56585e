"""The grammar of one entry of a list of definitions: its mark, its term, and what parts the two
from the definition.

``1.“X”：…``, ``[1]X：…``, ``^[1]``, ``【1】``, ``〔1〕``, ``（1）``, ``①``, ``1.X。是指…``
"""

from __future__ import annotations

import re

from govie.glossary.enumerations import Span
from govie.numbers.numerals import whole_number

__all__ = [
    "MARK",
    "NOTE_MARK",
    "NOTE_OPENER",
    "PAGE_REFERENCE",
    "alone_on_line",
    "closed_entry_head",
    "entry_head",
    "line_head",
    "mark_number",
    "note_head",
    "plain_entry_head",
    "quoted_entry_head",
]

_MARKS = {
    "caret": r"\^\[([0-9]{1,3})\]",
    "square": r"\[(?:注|注释)?([0-9]{1,3})\]",
    "lenticular": r"【(?:注|注释)?([0-9]{1,3})】",
    "tortoise": r"〔([0-9]{1,3})〕",
    "round": r"（([0-9]{1,3})）",
    "circled": r"([①-⑳㉑-㉟㊱-㊿])",
    "note": r"(?:注|注释)([0-9]{1,3})[：.、]?",
    "point": r"(?<![0-9.A-Za-z])([0-9]{1,3})(?:[.、，．]|(?=[“《]))(?![0-9])",
    "han_round": r"（([一二三四五六七八九十]{1,3})）",
    "han": r"(?:([一二三四五六七八九十]{1,3})、)",
}
MARK = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _MARKS.items()))
NOTE_MARK = re.compile(
    "|".join(
        f"(?P<{name}>{_MARKS[name]})"
        for name in ("caret", "square", "lenticular", "tortoise", "circled", "note")
    )
)
_NO_NUMBER = re.compile("[^0-9一二三四五六七八九十①-⑳㉑-㉟㊱-㊿]")
NOTE_OPENER = re.compile(r"[\^\[【〔①-⑳㉑-㉟㊱-㊿注]")
_QUOTE = r"“[^“”\n]{1,60}”"
_QUOTED = re.compile(_QUOTE)
_NAME = (
    rf"(?:{_QUOTE}|《[^《》\n]{{1,60}}》|（[^（）\n]{{1,40}}）|\[[^\[\]\n]{{1,40}}\]"
    r"|[^：。；！？\n，“”《（\[]|，(?=[^：。；\n，]{1,16}：))"
)
_VERB = r"(?:是指|指的是|是|指|即|就是)"
_HEAD = re.compile(
    rf"(?P<name>{_NAME}{{1,60}}?)(?:(?P<colon>：+)|[。，]?(?={_VERB})|——|—)"
    r"|\[(?P<bracket>[^\[\]\n]{1,40})\]"
)
_QUOTED_HEAD = re.compile(
    rf"(?P<name>[^：。；，！？\n“”《》（）\[\]]{{0,12}}{_QUOTE}"
    rf"(?:[、和及与]?{_QUOTE})*[^：。；，！？\n“”]{{0,12}}?)(?:(?P<colon>：+)|[。，]?(?={_VERB})|——)"
)
_PERIOD_HEAD = re.compile(
    rf"(?P<name>[^：。；，！？、\n“”]{{0,12}}(?:{_QUOTE})?[^：。；，！？、\n“”]{{0,16}})。(?=[^\n])"
)
_BOXED_HEAD = re.compile(r"【(?P<name>[^【】\n0-9][^【】\n]{1,30})】：?(?=[^\n【])")
_ALONE = re.compile(rf"[^：。；，！？、\n“”]{{0,12}}{_QUOTE}[^：。；，！？、\n“”]{{1,12}}")
_BULLETS = "★☆●◆■※•▲◎"
_PLAIN_HEAD = re.compile(r"(?P<name>[^：。；，！？、\n]{2,20})(?:[，\n]|$)")
_LONE_LINE = re.compile(rf"(?:{_QUOTE}|[^：。；，！？\n“”《》]){{1,24}}(?=\n*$)")
_IN_PAGE = r"(?:[，、]?(?:正|倒)?数?第?[0-9]{1,2}(?:自然)?[段行]){0,2}"
PAGE_REFERENCE = re.compile(
    rf"（(?:见|参见|详见)?(?:报告|正文|文中)?(?:第|P)?[0-9]{{1,3}}页?{_IN_PAGE}）$"
)
_PAGE_IN_FRONT = re.compile(
    rf"(?:第[0-9]{{1,3}}页|P[0-9]{{1,3}}){_IN_PAGE}[：，、 ]*(?=[“《一-龥])"
)


_LONGEST_LINE_HEAD, _LONGEST_LINE_NAME, _LONGEST_STRICT_NAME = 60, 24, 10


def mark_number(match: re.Match[str]) -> int:
    """The number of a mark: 3 of 【注3】, （三） and ③."""
    return whole_number(_NO_NUMBER.sub("", match[match.lastgroup or ""]))


def entry_head(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """The term that begins at an offset, and where its definition begins."""
    while start < end and text[start] in "：、.， ":
        start += 1
    start = _behind_page(text, start, end)
    match = _QUOTED_HEAD.match(text, start, end) or _HEAD.match(text, start, end)
    if match is None:
        return None
    groups = match.groupdict()
    if groups.get("bracket") is not None:
        return match.span("bracket"), match.end()
    name, colon = match.end("name"), groups.get("colon")
    if not colon and "“" not in text[start:name] and name - start > 20:
        return None
    return _without_page(text, start, name), match.end()


def closed_entry_head(text: str, start: int, end: int, line_end: int) -> tuple[Span, int] | None:
    """A numbered entry whose term a full stop ends, or its line if it holds a quotation."""
    match = _PERIOD_HEAD.match(text, start, end)
    if match and match.end("name") - start > 1:
        return _without_page(text, *match.span("name")), match.end()
    line = text[start : min(line_end, end)].rstrip("\n")
    if line_end < end and len(line) <= _LONGEST_LINE_NAME and _ALONE.fullmatch(line):
        return _without_page(text, start, start + len(line)), line_end
    return None


def plain_entry_head(
    text: str, start: int, end: int, line_end: int, *, alone: bool
) -> tuple[Span, int] | None:
    """A numbered entry whose term stands alone on its line, or else in front of a comma."""
    match = _PLAIN_HEAD.match(text, start, min(end, line_end))
    if match is None or match.end() == end or (alone and match[0].endswith("，")):
        return None
    return _without_page(text, *match.span("name")), match.end()


def alone_on_line(text: str, start: int, line_end: int) -> Span | None:
    """The term that fills a line: a short one that holds no clause."""
    if line_end - start > _LONGEST_LINE_NAME + 2:
        return None
    match = _LONE_LINE.match(text[start:line_end])
    return _without_page(text, start, start + match.end()) if match else None


def quoted_entry_head(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """A numbered entry whose term ends where its quotation marks do."""
    match = _QUOTED.match(text, start, end)
    return (match.span(), match.end()) if match else None


def _without_page(text: str, start: int, end: int) -> Span:
    """A term without the reference to a page behind it; one that is nothing else keeps it."""
    if page := PAGE_REFERENCE.search(text, start + 1, end):
        end = page.start()
    return start, end


def _behind_page(text: str, start: int, end: int) -> int:
    """Where a term begins that has its page in front of it: 第3页：“三送”."""
    page = _PAGE_IN_FRONT.match(text, start, end) if text[start : start + 1] in "第P" else None
    return page.end() if page else start


def note_head(text: str, start: int) -> bool:
    """Whether a term and a colon begin at an offset."""
    match = _QUOTED_HEAD.match(text, start) or _HEAD.match(text, start)
    return match is not None and match["name"] is not None and bool(match["colon"])


def line_head(text: str, start: int, end: int, *, strict: bool) -> tuple[Span, int] | None:
    """The term that begins a line without a number; with ``strict`` it is quoted or short."""
    while start < end and text[start] in _BULLETS:
        start += 1
    start = _behind_page(text, start, end)
    if boxed := _BOXED_HEAD.match(text, start, end):
        return boxed.span("name"), boxed.end()
    match = _QUOTED_HEAD.match(text, start, end)
    if match is None:
        match = _HEAD.match(text, start, min(end, start + _LONGEST_LINE_HEAD))
        longest = _LONGEST_STRICT_NAME if strict else _LONGEST_LINE_NAME
        if match and (not match["colon"] or match.end("name") - start > longest):
            return None
    if match is None or match["name"] is None:
        return None
    if not match["colon"] and "“" not in match["name"]:
        return None
    return _without_page(text, *match.span("name")), match.end()
