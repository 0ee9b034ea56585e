"""From entries to terms: one entry may explain several (“六稳”“六保”：…), each in its part."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import frozen

from govie.glossary.entries import Entry
from govie.glossary.enumerations import Span, cut

__all__ = ["Draft", "bare", "split_entry", "unquoted"]

_QUOTED = re.compile(r"“([^“”]{1,60})”")
_BETWEEN = re.compile(r"[、，和及与]?")
_EXPLAINS = r"”?[^，。；：“”]{0,6}?(?:：?是指|：?指的是|：?指|，?即|：|就是|，?是)"
_TAIL_LIMIT = 8


@frozen(kw_only=True)
class Draft:
    """A term on its way to a record. Spans are clean offsets."""

    name: str
    """Without quotation marks around the whole."""
    span: Span
    definition: Span | None = None
    number: int | None = None
    """Of its entry, for note marks."""
    inline: bool = False
    components: tuple[Span, ...] | None = None
    """Known already where the definition is a list in passing."""
    rule: str = "list"


def bare(name: str) -> str:
    """A name without quotation marks and white space, for comparison."""
    return re.sub(r"[“”‘’\s]", "", name)


def split_entry(text: str, entry: Entry) -> list[Draft]:
    """The terms of an entry, each with its part of the definition where it has one."""
    spans = _names(text, entry.term)
    names = [_full_name(text, spans, i) for i in range(len(spans))]
    definitions = _share(text, entry.definition, [text[slice(*s)] for s in spans])
    if len(spans) > 1 and "“" not in text[slice(*entry.term)] and definitions is None:
        spans, names = [entry.term], [text[slice(*entry.term)]]
    parts = definitions or [entry.definition] * len(spans)
    return [
        Draft(
            name=unquoted(name),
            span=_inner(text, span),
            definition=part if part[0] < part[1] else None,
            number=entry.number,
        )
        for span, name, part in zip(spans, names, parts, strict=True)
    ]


def _names(text: str, term: Span) -> list[Span]:
    """The names of a heading: each quoted string, or what 、 and 和 separate."""
    start, end = term
    quotes = list(_QUOTED.finditer(text, start, end))
    if len(quotes) > 1:
        gaps = [text[one.end() : other.start()] for one, other in pairwise(quotes)]
        if all(_BETWEEN.fullmatch(gap) for gap in gaps) and end - quotes[-1].end() <= _TAIL_LIMIT:
            starts = [start, *(quote.start() for quote in quotes[1:])]
            ends = [*(quote.end() for quote in quotes[:-1]), end]
            return list(zip(starts, ends, strict=True))
    if not quotes and end - start <= 40:
        pieces = [p for part in cut(text, start, end, "、") for p in _joined(text, part)]
        if len(pieces) > 1 and min(b - a for a, b in pieces) > 1:
            return pieces
    return [term]


def _joined(text: str, span: Span) -> list[Span]:
    at = text.find("和", span[0] + 2, span[1] - 2)
    return [span] if at < 0 else [(span[0], at), (at + 1, span[1])]


def _full_name(text: str, spans: list[Span], index: int) -> str:
    """“天网”“雪亮”工程 names “天网”工程 and “雪亮”工程."""
    name = text[slice(*spans[index])]
    last = text[slice(*spans[-1])]
    if index + 1 < len(spans) and "“" in last and name.endswith("”"):
        return name + last[last.rfind("”") + 1 :]
    return name


def _share(text: str, definition: Span, names: list[str]) -> list[Span] | None:
    """Each name's part of a definition, or None where the names share it all."""
    if len(names) < 2:
        return None
    start, end = definition
    found: list[tuple[int, int]] = []
    position = start
    for index, name in enumerate(names):
        pattern = re.compile(f"“?{re.escape(bare(name)[:16])}{_EXPLAINS}")
        match = pattern.search(text, position, end) or _core_label(text, position, end, name)
        if match is None:
            if index == 0:
                found.append((start, start))
                continue
            break
        found.append((match.start(), _behind_label(text, match, name)))
        position = match.end()
    if len(found) == len(names) and (found[0][1] > start or len(found) > 1):
        stops = [one[0] for one in found[1:]] + [end]
        return [_tidy(text, a, stop) for (_, a), stop in zip(found, stops, strict=True)]
    for separator in "；。":
        parts = cut(text, start, end, separator)
        if len(parts) == len(names):
            return [*parts[:-1], (parts[-1][0], end)]
    return None


def _core_label(text: str, start: int, end: int, name: str) -> re.Match[str] | None:
    core = _QUOTED.search(name)
    if core is None:
        return None
    return re.compile(f"“{re.escape(core[1])}{_EXPLAINS}").search(text, start, end)


def _behind_label(text: str, match: re.Match[str], name: str) -> int:
    """Behind “X”, its type word and a colon; 是指 stays with the definition."""
    verb = re.search(r"(?:是指|指的是|指|即|就是|是)$", match[0])
    end = match.end() - (len(verb[0]) if verb else 0)
    while end < len(text) and text[end] in "：，":
        end += 1
    return end


def _tidy(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in "；、 \n":
        end -= 1
    return start, end


def _inner(text: str, span: Span) -> Span:
    """A name without the quotation marks around the whole of it."""
    start, end = span
    if unquoted(text[start:end]) != text[start:end]:
        return start + 1, end - 1
    return span


def unquoted(name: str) -> str:
    """A name without the quotation marks around the whole of it: 六稳, “四上”企业."""
    inner = name[1:-1]
    whole = len(name) > 2 and name[0] == "“" and name[-1] == "”"
    return inner if whole and "“" not in inner and "”" not in inner else name
