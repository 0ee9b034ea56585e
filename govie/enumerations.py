"""Lists inside Chinese sentences: cutting at separators that stand outside brackets and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["Span", "cut", "split_items"]

Span = tuple[int, int]

_PAIRS = {"（": "）", "“": "”", "‘": "’", "《": "》", "【": "】", "〔": "〕", "[": "]"}
_CLOSING = frozenset(_PAIRS.values())
_TOKENS = re.compile("[（“‘《【〔\\[）”’》】〕\\]、，；。：！？]")
_CONJUNCTION = re.compile(r"以及|及其|和|及|与|并|、")
_JOINERS = re.compile(r"^(?:和|及|与|以及|并)")


def cut(text: str, start: int, end: int, separators: Iterable[str]) -> list[Span]:
    """Cut ``text[start:end]`` at the separators outside brackets and quotes; empty pieces are left out.

    Where brackets do not pair, they are taken for ordinary characters.
    """
    wanted = frozenset(separators)
    marks: list[int] = []
    plain: list[int] = []
    stack: list[str] = []
    paired = True
    for match in _TOKENS.finditer(text, start, end):
        sign = match[0]
        if sign in wanted:
            plain.append(match.start())
            if not stack:
                marks.append(match.start())
        elif sign in _PAIRS:
            stack.append(_PAIRS[sign])
        elif sign in _CLOSING:
            if stack and stack[-1] == sign:
                stack.pop()
            else:
                paired = False
    if stack or not paired:
        marks = plain
    spans = zip([start, *(m + 1 for m in marks)], [*marks, end], strict=True)
    return [span for a, b in spans if (span := _strip(text, a, b))]


def split_items(
    text: str, start: int, end: int, separators: Iterable[str], *, joined: bool
) -> list[Span]:
    """The items of a list; with ``joined`` the last of them is cut at its 和, 及, 与 or 以及."""
    items = cut(text, start, end, separators)
    if joined and items:
        items[-1:] = _cut_joined(text, *items[-1])
    return items


def _cut_joined(text: str, start: int, end: int) -> list[Span]:
    """Two items where a conjunction stands outside brackets, best in the middle; else the one."""
    best: tuple[float, Span] | None = None
    open_until = -1
    for match in re.finditer(r"[（“《][^（“《）”》]{0,80}[）”》]|以及|和|及|与", text[start:end]):
        if match[0][0] in "（“《":
            open_until = match.end()
            continue
        if match.start() < open_until:
            continue
        left, right = match.start(), end - start - match.end()
        if left < 1 or right < 1:
            continue
        likeness = _likeness(text[start : start + left], text[start + match.end() : end])
        if best is None or likeness > best[0]:
            best = (likeness, (start + left, start + match.end()))
    if best is None:
        return [(start, end)]
    return [(start, best[1][0]), (best[1][1], end)]


def _likeness(left: str, right: str) -> float:
    """How much two strings look like items of one list."""
    same_end = left[-1] == right[-1]
    return min(len(left), len(right)) / max(len(left), len(right)) + same_end


def _strip(text: str, start: int, end: int) -> Span | None:
    """Without separators and joining words at the edges."""
    while start < end and text[start] in "、，；。：！？ \n":
        start += 1
    while start < end and text[end - 1] in "、，；。：！？ \n":
        end -= 1
    if match := _JOINERS.match(text[start:end]):
        if end - start - match.end() >= 2 and text[start : start + 2] not in _WORDS:
            start += match.end()
    return (start, end) if start < end else None


_WORDS = frozenset(
    {"和谐", "和平", "和美", "及时", "与会", "并联", "并行", "并网", "和睦", "及早", "和解"}
)
