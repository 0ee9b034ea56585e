"""What has the size that a number gives, or is of the grade in front of it.

总投资410亿元的新材料项目, 投资3亿元、全长2公里的大桥, 市级5项、县级9项审批事项.
"""

from __future__ import annotations

from collections.abc import Sequence

from govie.facts.behind import noun_behind
from govie.facts.cues import Cues
from govie.facts.slots import Slot
from govie.facts.subjects import LIST_END, Subject, grade_length, whole_subject
from govie.text.view import TextView

__all__ = ["with_owners"]

_OF = "的"
_LINKS = "、和及与"
_LONGEST_GRADE = 9
"""Characters of a grade and of what links it to the next number."""


def with_owners(view: TextView, slots: Sequence[Slot], end: int, cues: Cues) -> list[Slot]:
    """The slots of a sentence that ends at ``end``, each size with what has it."""
    owned: list[Slot] = []
    behind: Slot | None = None
    for slot in reversed(slots):
        if slot.behind and behind and behind.behind and _has_size(view, slot, behind, cues):
            counted = behind.behind
            owned.pop()
            if behind.quantity.hedge is None:
                sized = counted._replace(name=counted.name + slot.behind.name)
                owned.append(behind._replace(owner=sized))
            slot = slot._replace(behind=counted)
        owner = _owner(view, slot, behind, end, cues)
        if owner is not None:
            slot = slot._replace(owner=owner)
        elif behind and behind.behind and (noun := _shared(view, slot, behind, cues)):
            slot = slot._replace(behind=noun)
        behind = slot
        owned.append(behind)
    return owned[::-1]


def _has_size(view: TextView, slot: Slot, following: Slot, cues: Cues) -> bool:
    """Whether the next number says how large the things are that one counts.

    引进3家投资5亿元的企业; 投资超亿元 only says which are meant.
    """
    size = slot.behind
    return (
        size is not None
        and following.lead_start == size.end
        and following.lead.empty
        and following.quantity.dimension == "money"
        and size.name in cues.leaning
        and (following.quantity.hedge is not None or view.text.startswith(_OF, following.end))
    )


def _owner(
    view: TextView, slot: Slot, following: Slot | None, end: int, cues: Cues
) -> Subject | None:
    size = cues.sizes.at_end(view.text, slot.lead.start, slot.lead.end)
    if size is None:
        return _graded(view, slot, following, cues)
    if view.text.startswith(_OF, slot.end):
        owner = _noun(view, slot, following, end, cues)
    elif following and view.text[slot.end : following.lead.start] == "、":
        owner = following.owner
    else:
        owner = None
    return owner and owner._replace(name=owner.stem + size.word)


def _graded(view: TextView, slot: Slot, following: Slot | None, cues: Cues) -> Subject | None:
    """A grade with the noun behind it, or behind the grade after it: 市级5项、县级9项审批事项."""
    grade = view.text[slot.lead.start : slot.lead.end]
    if not cues.grade.fullmatch(grade):
        return None
    noun = slot.behind
    if noun is None and following and view.text[slot.end : following.lead.start] == "、":
        next_grade = view.text[following.lead.start : following.lead.end]
        noun = following.owner if cues.grade.fullmatch(next_grade) else None
    return noun and noun._replace(name=grade + noun.stem)


def _shared(view: TextView, slot: Slot, following: Slot, cues: Cues) -> Subject | None:
    """A grade behind a number, with the noun of the grade counted next: 2个国家级、5个省级园区."""
    grade, noun = slot.behind, following.behind
    if grade is None or noun is None or following.start - grade.start > _LONGEST_GRADE:
        return None
    own, other = (cues.grade.match(view.text, at.start, at.end) for at in (grade, noun))
    if own is None or other is None or view.text[own.end() : following.start] not in _LINKS:
        return None
    name = own[0] + noun.name[grade_length(other[0], own[0]) :]
    return noun._replace(start=grade.start, name=name, stem=name)


def _noun(
    view: TextView, slot: Slot, following: Slot | None, end: int, cues: Cues
) -> Subject | None:
    """The noun behind 的 of a size, or what is counted there: 的6座大桥, 的A、B2个项目."""
    start, unit = slot.end, slot.quantity.unit
    limit = following.start if following else end
    counted = following.behind if following else None
    if counted and limit == start + len(_OF):
        return counted
    noun, _ = noun_behind(view, start, limit, cues, unit)
    summed = False
    while noun and noun.end < limit and (link := view.text[noun.end]) in _LINKS:
        part, _ = noun_behind(view, noun.end + 1, limit, cues, unit)
        if part is None or part.name in cues.sizes:
            break
        noun = whole_subject(view, noun.start, part.end)
        summed = link == "、"
    if noun is None or noun.name in cues.vacuous or noun.name in cues.trailers:
        return None
    if listed := LIST_END.search(view.text, noun.start + 1, noun.end):
        return whole_subject(view, noun.start, listed.start())
    return counted if counted and summed and noun.end == limit else noun
