"""The items of a list without the frame around it: “协同推进A、B、C建设” names A, B and C."""

from __future__ import annotations

import re

from govie.glossary.enumerations import Span
from govie.glossary.frame_behind import kept_of_last
from govie.glossary.frame_in_front import AS_FRAME, frame_in_front, verbs_in_front

__all__ = ["trim_items", "trim_single"]

_TAKEN_AS = re.compile(r"(?<=..)作?为[^为]{0,8}$")
_AROUND = re.compile(r"(?:紧紧|坚持)?围绕(.{2,100}?)(?:这一|这个)[^、，。；]{1,8}$")


def trim_items(text: str, items: list[Span], term: str) -> list[Span]:
    """The items without the frame around their list."""
    if len(items) < 2:
        return [trim_single(text, *item) for item in items]
    words = [text[a:b] for a, b in items]
    keep = kept_of_last(words, term)
    words[-1] = words[-1][:keep]
    skip = frame_in_front(words)
    spans = list(items)
    spans[-1] = (spans[-1][0], spans[-1][0] + keep)
    spans[0] = (spans[0][0] + skip, spans[0][1])
    taken = _TAKEN_AS.search(words[-1]) if words[0][0] == "以" and skip == 0 else None
    if taken and words[1][0] != "以":
        spans[0] = (items[0][0] + 1, spans[0][1])
        spans[-1] = (spans[-1][0], spans[-1][0] + taken.start())
    leads = verbs_in_front()
    for index in range(1, len(spans) - 1):
        start, end = spans[index]
        if text[start - 1] in "，；" and text[end] == "、":
            verb = leads.match(text, start, end)
            if verb and end - verb.end() >= 2 and not leads.match(text, *spans[index + 1]):
                spans[index] = (verb.end(), end)
    return [trim_single(text, start, end) for start, end in spans]


def trim_single(text: str, start: int, end: int) -> Span:
    """An item without 以…为主线 or 围绕…这一目标 around it, and without 是 in front of it."""
    for frame in (AS_FRAME, _AROUND):
        if match := frame.match(text[start:end]):
            return start + match.start(1), start + match.end(1)
    if end - start > 3 and text[start] == "是" and text[start + 1] not in "否非":
        start += 1
    return start, end
