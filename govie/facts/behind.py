"""The noun behind a number: where it begins, and where a verb ends it."""

from __future__ import annotations

import re

from govie.facts.cues import Cues
from govie.facts.subjects import LIST_END, Subject, whole_subject
from govie.text.view import TextView

__all__ = ["noun_behind"]

_NOUN_REACH = 24
"""How far behind a number its noun may end."""
_NAME_REACH = 10
"""How much of a name may stand behind a verb in it."""
_BEHIND = re.compile(
    rf"(?:(?:国家|[省市县区部])级?、){{0,2}}[^，。；、！？：\n（）]{{0,{_NOUN_REACH}}}"
)
_PEOPLE = "人"
"""What a number without a unit counts: 3万多居民."""
_REASONS = ("因", "由", "以")
_BRACKET = re.compile("（[^（）]{1,4}）")


def noun_behind(
    view: TextView, start: int, end: int, cues: Cues, unit: str | None, *, whole: bool = False
) -> tuple[Subject | None, bool]:
    """The noun that a number at ``start`` counts, and whether a verb seems to stand there instead.

    ``end`` is where the next number begins; ``whole`` takes all that follows, verbs included, as
    what the number measures: 提前三年实现整体脱贫.
    """
    text = view.text
    if bracket := _BRACKET.match(text, start, end):
        start = bracket.end()
    found = _BEHIND.match(text, start, min(end, start + _NOUN_REACH))
    stop = found.end() if found else start
    if text.startswith("的", start):
        start += 1
    if text.startswith(_REASONS, start) and (of := text.find("的", start, stop)) >= 0:
        start = of + 1
    if cues.halts.at_start(text, start, stop) or LIST_END.match(text, start, stop):
        return None, True
    edge = cues.edge.match(text, start, stop)
    if edge and (edge.end() >= stop - 1 or cues.edge.match(text, edge.end(), stop)):
        return None, True
    if (of := text.find("的", start + 1, stop)) >= 0:
        stop = of
    while (verb := cues.receives.at_start(text, start, stop)) and stop - start > len(verb.id) + 1:
        start += len(verb.id) + text.startswith("了", start + len(verb.id))
    if not whole:
        stop = _head_end(text, start, _verb_start(text, start, stop, cues), cues, unit)
    if stop == end and text.endswith("有", start + 1, stop):
        stop -= 1
    if stop - start < 1 or text[start] in "”’）以左上":
        return None, False
    return whole_subject(view, start, stop), bool(edge)


def _verb_start(text: str, start: int, stop: int, cues: Cues) -> int:
    """Where a verb ends the noun; not within a name: 重点建设项目 of 重点建设项目加快推进."""
    second = min(start + 1, stop)
    if finite := cues.finite.search(text, second, stop):
        stop = finite.start()
    if cues.headed.at_end(text, start, stop):
        return stop
    edges = cues.edge.finditer(text, second, stop)
    first = next(edges, None)
    if first is None:
        return stop
    if cues.nouns.at_end(text, start, first.start()):
        return first.start()
    for later in edges:
        if later.start() - first.start() > _NAME_REACH:
            break
        if cues.headed.at_end(text, first.end(), later.start()):
            return later.start()
    return first.start()


def _head_end(text: str, start: int, stop: int, cues: Cues, unit: str | None) -> int:
    """Where the last noun ends that the unit counts: 5家企业 of 5家企业挂牌上市.

    Not where it is only the beginning of a longer name: 5家企业技术改造项目.
    """
    heads = cues.counted.get(unit or _PEOPLE)
    ends = [head.end() for head in heads.finditer(text, start, stop)] if heads else []
    return stop if not ends or cues.headed.at_end(text, ends[-1], stop) else ends[-1]
