"""What a relation without a number is about: where its subjects stand, in front of it or within."""

from __future__ import annotations

import re

from govie.facts.relations import Relation
from govie.facts.relative_lists import RelativeSubject, read_list, without_adverbs
from govie.text.clauses import behind_last

__all__ = ["subjects_of"]

_CLAUSE = "，。；：！？\n"
_REACH = 80
"""How far in front of a relation its subjects are looked for."""
_DIGIT = re.compile("[0-9]")
_EACH = "均"
_MOST = 12
"""How many clauses in front share a relation at most."""


def subjects_of(
    text: str, relation: Relation, before: tuple[Relation, tuple[RelativeSubject, ...]] | None
) -> tuple[RelativeSubject, ...]:
    """The subjects of a relation, in order of the text.

    ``before`` is the relation in front of it with its subjects, which it shares where it follows at
    once: 高于全国平均水平、高于城镇居民收入增速.
    """
    inner = relation.inner
    found = read_list(text, *inner) if inner else _in_front(text, relation, before)
    if relation.needs == "known":
        return tuple(subject for subject in found if subject.match)
    if relation.needs == "growth":
        return tuple(subject for subject in found if subject.growth)
    return tuple(found)


def _in_front(
    text: str, relation: Relation, before: tuple[Relation, tuple[RelativeSubject, ...]] | None
) -> list[RelativeSubject]:
    end = without_adverbs(text, max(0, relation.start - _REACH), relation.start)[0]
    if before and before[1] and text[before[0].end : end] in ("、", "，", "、并", "，并", "，且"):
        return list(before[1])
    if end and text[end - 1] in "，、":
        each = _EACH in text[end : relation.start]
        return _counted(text, end - 1) if each else _carried(text, end - 1)
    start = _clause_start(text, end)
    if before and before[0].end > start:
        start = min(before[0].end + (text[before[0].end] in "、，"), end)
    return read_list(text, start, end, relation.start)


def _clause_start(text: str, end: int, marks: str = _CLAUSE) -> int:
    return behind_last(marks, text, max(0, end - _REACH), end)


def _carried(text: str, end: int) -> list[RelativeSubject]:
    """The subject of the clause in front, its number left out: 城镇新增就业9万人，完成省定任务."""
    start = _clause_start(text, end, _CLAUSE + "、")
    digit = _DIGIT.search(text, start, end)
    if digit is None:
        return read_list(text, _clause_start(text, end), end)
    stop = digit.start()
    while digit and stop < end:
        found = [s for s in read_list(text, start, stop) if s.match]
        if found:
            return found
        digit = _DIGIT.search(text, stop + 1, end)
        stop = digit.start() if digit else end
    return []


def _counted(text: str, end: int) -> list[RelativeSubject]:
    """The subjects of the clauses with numbers in front: A达到5万元、B达到8万元，均高于全国."""
    found: list[RelativeSubject] = []
    for _ in range(_MOST):
        more = _carried(text, end)
        found = more + found
        start = _clause_start(text, end, _CLAUSE + "、")
        numbered = _DIGIT.search(text, start, end) is not None
        if not more or not numbered or text[start - 1 : start] not in ("、", "，"):
            break
        end = start - 1
    return found
