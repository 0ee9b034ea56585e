"""The subjects that a phrase lists: 能耗、水耗和污染物排放, 城镇、农村居民收入."""

from __future__ import annotations

import re

from attrs import frozen

from govie.facts.indicators import IndicatorMatch, known_indicators
from govie.facts.relation_words import alternation, labelled
from govie.packs import per_packs
from govie.packs.expressions import either
from govie.packs.words import WordTable

__all__ = ["RelativeSubject", "read_list", "without_adverbs"]

_JOINT = re.compile("以及|和|及|与")
_SHORTEST, _LONGEST = 3, 20
_MOST_JOINTS = 4
"""A phrase with more of them is no plain list, and reading it would take too long."""


@frozen(kw_only=True)
class RelativeSubject:
    """An indicator in clean text; ``name`` differs from the text where a shared head is added."""

    start: int
    end: int
    name: str
    match: IndicatorMatch | None
    growth: bool
    """Whether its growth is spoken of, rather than its level."""


@frozen(kw_only=True)
class _Words:
    openers: re.Pattern[str]
    adverbs: WordTable
    runs: re.Pattern[str]
    growth: WordTable
    heads: WordTable
    generic: re.Pattern[str]
    """What follows the names of a group: 能耗及污染物排放[等约束性指标]."""


@per_packs
def _words() -> _Words:
    runs = either(p for p in labelled("ADVERB") if p.regex)
    return _Words(
        openers=re.compile(alternation("OPEN")),
        adverbs=WordTable(labelled("ADVERB")),
        runs=re.compile(f"{runs}$"),
        growth=WordTable(labelled("GROWTH")),
        heads=WordTable(labelled("HEAD")),
        generic=re.compile(
            "(?:等)?(?:各项)?(?:[一二三四五六七八九十两]+[大项个])?(?:主要)?"
            f"(?:约束性|控制性|预期性)?{alternation('GENERIC')}+$"
        ),
    )


def read_list(text: str, start: int, end: int, stop: int | None = None) -> list[RelativeSubject]:
    """The subjects that ``text[start:end]`` lists; ``stop`` is where their predicate begins."""
    end, growth = without_adverbs(text, start, end if stop is None else stop)
    parts = _split(text, start, end)
    last = _phrase(text, *parts[-1], growth=growth)
    if not last:
        return []
    found = last
    for a, b in reversed(parts[:-1]):
        more = _phrase(text, a, b, growth=growth, shared=last[-1])
        if not more:
            break
        found = more + found
    return found


def without_adverbs(text: str, start: int, end: int) -> tuple[int, bool]:
    """The end of a phrase without the adverbs behind it, and whether a word of growth was one."""
    growth = False
    while end > start and not _ends_in_name(text, start, end):
        if run := _words().runs.search(text[max(start, end - _LONGEST) : end]):
            end -= len(run[0])
        elif word := _words().growth.at_end(text, start, end):
            growth, end = True, end - len(word.word)
        elif word := _words().adverbs.at_end(text, start, end):
            end -= len(word.word)
        else:
            break
    return end, growth


def _ends_in_name(text: str, start: int, end: int) -> bool:
    return known_indicators().ends_in_name(text[max(start, end - _LONGEST) : end])


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The members of a list with 、."""
    marks = [m.start() for m in re.finditer("、", text[start:end])]
    starts = [start, *(start + m + 1 for m in marks)]
    return list(zip(starts, [*(start + m for m in marks), end], strict=True))


def _phrase(
    text: str, start: int, end: int, *, growth: bool, shared: RelativeSubject | None = None
) -> list[RelativeSubject]:
    """One member of a list: a known indicator, two of them joined, or any measured noun."""
    known = _known(text, start, end, growth)
    if known:
        return [known]
    if shared and (completed := _completed(text, start, end, shared)):
        return [completed]
    joined = _joined(text, start, end, growth)
    if len(joined) > 1:
        return joined
    generic = _words().generic.search(text[start:end])
    if generic and generic.start() > 0:
        group = _phrase(text, start, start + generic.start(), growth=growth)
        if any(subject.match for subject in group):
            return [subject for subject in group if subject.match]
        if generic[0].startswith("等"):
            start += generic.start() + 1
    return joined or _unknown(text, start, end, growth)


def _joined(text: str, start: int, end: int, growth: bool) -> list[RelativeSubject]:
    """Two indicators joined by 和; the first alone where it is known and the second is none."""
    alone: list[RelativeSubject] = []
    joints = list(_JOINT.finditer(text, start, end))
    for joint in joints if len(joints) <= _MOST_JOINTS else ():
        right = _phrase(text, joint.end(), end, growth=growth)
        shared = right[0] if right else None
        left = _phrase(text, start, joint.start(), growth=growth, shared=shared)
        if left and right:
            return left + right
        if all(subject.match for subject in left):
            alone = alone or left
    return alone


def _known(text: str, start: int, end: int, growth: bool) -> RelativeSubject | None:
    while start < end:
        match = known_indicators().find(text[start:end])
        if match:
            a, b = start + match.start, start + match.end
            tail = bool(_words().growth.at_end(text, a, end)) and text[b - 1 : end] != "率"
            return RelativeSubject(
                start=a, end=b, name=text[a:b], match=match, growth=growth or tail
            )
        opener = _words().openers.match(text, start, end)
        if not opener or opener.end() == start:
            return None
        start = opener.end()
    return None


def _completed(text: str, start: int, end: int, shared: RelativeSubject) -> RelativeSubject | None:
    """A member that shares the head of the one behind it: 城镇、农村居民收入."""
    while opener := _words().openers.match(text, start, end):
        if opener.end() in (start, end):
            break
        start = opener.end()
    if not 1 < end - start < _LONGEST:
        return None
    for cut in range(1, len(shared.name)):
        name = text[start:end] + shared.name[cut:]
        match = known_indicators().find(name)
        if match and match.start == 0 and match.id != (shared.match and shared.match.id):
            return RelativeSubject(
                start=start, end=end, name=name, match=match, growth=shared.growth
            )
    return None


def _unknown(text: str, start: int, end: int, growth: bool) -> list[RelativeSubject]:
    while opener := _words().openers.match(text, start, end):
        if opener.end() in (start, end):
            break
        start = opener.end()
    name = text[start:end]
    if not _SHORTEST <= len(name) <= _LONGEST or re.search("[^\u4e00-\u9fffA-Za-z“”]", name):
        return []
    if not growth and not _words().heads.at_end(name, 0, len(name)):
        return []
    return [RelativeSubject(start=start, end=end, name=name, match=None, growth=growth)]
