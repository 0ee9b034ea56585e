"""Lists inside Chinese sentences: cutting at separators that stand outside brackets and quotes."""

from __future__ import annotations

import re

__all__ = [
    "Span",
    "common_end",
    "common_start",
    "cut",
    "cut_joined",
    "named_in_a_row",
    "separators",
    "split_items",
]

Span = tuple[int, int]

_PAIRS = {"（": "）", "“": "”", "‘": "’", "《": "》", "【": "】", "〔": "〕", "[": "]"}
_BRACKET = re.compile("[（“‘《【〔\\[）”’》】〕\\]]")
_SEPARATOR = re.compile("[、，；。：！？]")
_TOKENS = re.compile(f"{_BRACKET.pattern}|{_SEPARATOR.pattern}")
_JOINING = re.compile(r"[（“《][^（“《）”》]{0,80}[）”》]|以及|融入|和|及|与")
_JOINERS = re.compile(r"(?:以及|和(?![谐平美睦解])|及(?![时早])|与(?!会)|并(?![联行网]))(?=..)")
_NAME = re.compile(r"“[^“”]{1,40}”|《[^《》]{1,60}》")
_NAMES = re.compile(rf"(?:{_NAME.pattern})(?:[、和及与]?(?:{_NAME.pattern})){{1,40}}")
_SEPARATORS = frozenset("、，；。：！？")
_EDGES = "、，；。：！？ \n"
_JOINING_SIGNS = ("以", "和", "及", "与", "并")


def separators(text: str, start: int, end: int) -> list[int]:
    """Offsets of the separators of ``text[start:end]`` outside brackets and quotes.

    Where brackets do not pair, they are taken for ordinary characters.
    """
    if not _BRACKET.search(text, start, end):
        return [match.start() for match in _SEPARATOR.finditer(text, start, end)]
    outside: list[int] = []
    everywhere: list[int] = []
    stack: list[str] = []
    paired = True
    for match in _TOKENS.finditer(text, start, end):
        sign = match[0]
        if sign in _SEPARATORS:
            everywhere.append(match.start())
            if not stack:
                outside.append(match.start())
        elif sign in _PAIRS:
            stack.append(_PAIRS[sign])
        elif stack and stack[-1] == sign:
            stack.pop()
        else:
            paired = False
    return outside if paired and not stack else everywhere


def cut(text: str, start: int, end: int, signs: str, marks: list[int] | None = None) -> list[Span]:
    """Cut ``text[start:end]`` at some of its separators, without empty pieces.

    ``marks`` are the stretch's :func:`separators` where the caller knows them already.
    """
    if marks is None:
        marks = separators(text, start, end)
    chosen = [mark for mark in marks if text[mark] in signs]
    spans: list[Span] = []
    for a, b in zip([start, *(mark + 1 for mark in chosen)], [*chosen, end], strict=True):
        if span := _strip(text, a, b):
            spans.append(span)
    return spans


def split_items(text: str, start: int, end: int, signs: str, *, joined: bool) -> list[Span]:
    """The items of a list; with ``joined`` the last of them is cut at its 和, 及, 与 or 以及."""
    items = cut(text, start, end, signs)
    if joined and items:
        items[-1:] = cut_joined(text, *items[-1])
    return items


def cut_joined(text: str, start: int, end: int) -> list[Span]:
    """Two items where a conjunction stands outside brackets between likely ones; else the one."""
    best: tuple[float, int, int] | None = None
    for match in _JOINING.finditer(text, start, end):
        a, b = match.span()
        if match[0][0] in "（“《" or a == start or b == end:
            continue
        likeness = _likeness(text[start:a], text[b:end])
        if best is None or likeness > best[0]:
            best = (likeness, a, b)
    return [(start, best[1]), (best[2], end)] if best else [(start, end)]


def named_in_a_row(text: str, start: int, end: int) -> list[Span]:
    """The names that stand side by side: “A”“B”“C”, 《A》《B》."""
    row = _NAMES.search(text, start, end)
    return [match.span() for match in _NAME.finditer(text, *row.span())] if row else []


def common_start(words: list[str]) -> str:
    """What all words begin with."""
    shortest = min(words, key=len)
    for size in range(len(shortest), 0, -1):
        if all(word.startswith(shortest[:size]) for word in words):
            return shortest[:size]
    return ""


def common_end(words: list[str]) -> str:
    """What all words end with."""
    return common_start([word[::-1] for word in words])[::-1]


def _likeness(left: str, right: str) -> float:
    """How much two strings look like items of one list."""
    same_end = left[-1] == right[-1]
    return min(len(left), len(right)) / max(len(left), len(right)) + same_end


def _strip(text: str, start: int, end: int) -> Span | None:
    """Without separators and joining words at the edges."""
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    if text[start : start + 1] in _JOINING_SIGNS and (match := _JOINERS.match(text, start, end)):
        start = match.end()
    return (start, end) if start < end else None
