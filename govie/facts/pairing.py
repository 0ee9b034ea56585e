"""Pairs every number of a sentence with what it measures.

Numbers that stand side by side (4.4%、5.9%) are one *run* and share a lead. A run takes the
subjects of its lead one by one; where its lead has none, those of the run before:
“A、B分别增长x、y”, “A达到x，增长y”, “A增长x、B增长y，增速均居全省第一”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govie.facts.cues import Cues
from govie.facts.indicators import Indicators
from govie.facts.lead_subjects import LeadSubjects
from govie.facts.leads import Lead, read_lead
from govie.facts.memory import Memory
from govie.facts.owners import with_owners
from govie.facts.slots import Slot, is_empty, read_runs, read_slots
from govie.facts.subjects import NOTE_MARK, Subject, whole_subject
from govie.numbers.quantity import Quantity
from govie.text.view import TextView

__all__ = ["Finding", "pair"]


_PARTS = "其中"
_PARTING = frozenset("，、")
_GOING_ON = f"，、；有已{_PARTS}"
"""What stands in front of a number that goes on about what was counted before."""
_DOING = re.compile("(?:实现)?([^，。；、：（）0-9]{2,6})(?=[，。；、])")
"""A short predicate."""
_OF = re.compile("的([^，。；、：（）0-9的]{2,8}?)(?:问题)?(?=[，。；、])")
"""What people and animals have in common: 3万人、2万头牲畜的饮水困难."""
_HOUSEHOLDS = ("人", "户")


# A tuple: every number makes one, and an attrs class takes twice the time.
class Finding(NamedTuple):
    """A number, its lead and one subject; a number with two subjects makes two findings."""

    quantity: Quantity
    lead: Lead
    subject: Subject | None
    rule: str
    """front, behind, carried, respectively or each."""
    start: int
    end: int
    """From the beginning of the lead to the end of the number with its hedge."""


def pair(
    view: TextView,
    quantities: Sequence[Quantity],
    start: int,
    end: int,
    cues: Cues,
    indicators: Indicators,
    areas: Mapping[int, int],
) -> Iterator[Finding]:
    """Findings of the sentence ``start:end``, whose numbers are given, in order.

    ``areas`` maps the beginnings of places to their ends, in clean offsets.
    """
    slots = with_owners(view, read_slots(view, quantities, start, end, cues, areas), end, cues)
    reader = _Sentence(view, cues, indicators)
    for run in read_runs(slots, view.text):
        yield from reader.read(run)


class _Sentence:
    """Reads a sentence run by run, and remembers the subjects met."""

    def __init__(self, view: TextView, cues: Cues, indicators: Indicators) -> None:
        self._view = view
        self._cues = cues
        self._indicators = indicators
        self._memory = Memory()
        self._leads = LeadSubjects(view, cues, indicators, self._memory)
        self._opened: str | None = None

    def read(self, run: list[Slot]) -> Iterator[Finding]:
        first = run[0]
        if "；" in self._view.text[first.lead_start : first.start]:
            self._memory.part()
        lead = self._with_opener(first)
        if lead.serial:
            self._memory.forget()
        if _PARTS in self._view.text[first.lead_start : lead.start]:
            self._memory.open_parts(first.quantity)
        if first.owner and not self._is_known(lead):
            if lead.opened and self._cues.sizes.at_end(self._view.text, lead.start, lead.end):
                lead = lead._replace(opened=None, clause=lead.start)
            for slot in run:
                yield self._finding(slot, lead, first.owner, "behind")
            self._memory.met(run, [first.owner._replace(name=first.owner.stem)], listed=False)
            return
        counted = first.behind or (lead.empty and run[-1].behind)
        if counted and not self._goes_on(first):
            self._memory.listed = self._leads.listed(lead)
            yield from self._read_behind(run)
            return
        if is_empty(lead, self._view.text, self._cues):
            self._note_earlier(first)
        subjects, rule = self._done(first) or self._acting(run) or self._leads.of(lead, run)
        if len(run) == len(subjects) > 1:
            for slot, subject in zip(run, subjects, strict=True):
                own = slot.lead if slot.lead.change else lead
                yield self._finding(slot, own, subject, "respectively")
        else:
            for slot in run:
                for each in subjects or (None,):
                    yield self._finding(slot, lead, each, rule)
        self._memory.met(run, subjects, listed=self._is_bare(first))

    def _goes_on(self, slot: Slot) -> bool:
        """Whether a verb goes on about what was counted before: 173项案例，82项获国家认可."""
        noun = slot.behind
        return (
            slot.blocked
            and not self._view.text[slot.lead_start : slot.start].strip(_GOING_ON)
            and noun is not None
            and noun.start == slot.end
            and bool(self._memory.group)
            and slot.quantity.unit is not None
            and slot.quantity.unit == self._memory.unit
        )

    def _done(self, slot: Slot) -> tuple[list[Subject], str] | None:
        """The doing itself, where a verb is all there is and the unit is a new one: 征拆1909户.

        Where the unit was met before, what was counted in it: 开工住房7万套，开工率98%，竣工6万套.
        """
        verb, unit = slot.lead.verb, slot.quantity.unit
        if verb is None or not slot.lead.empty:
            return None
        if self._cues.doing.at_end(self._view.text, slot.lead_start, verb[0]):
            return [whole_subject(self._view, *verb)], "front"
        if self._memory.whole and unit == self._memory.whole_unit:
            return self._memory.whole, "carried"
        if unit == self._memory.unit:
            return None
        if slot.quantity.dimension == "count" and unit in self._memory.counted:
            return self._memory.counted[unit], "carried"
        return [whole_subject(self._view, *verb)], "front"

    def _acting(self, run: list[Slot]) -> tuple[list[Subject], str] | None:
        """What people do that a new clause counts: 供水工程20处，3万人受益; 300户1200人脱贫."""
        text, unit, slot = self._view.text, self._memory.unit, run[-1]
        if slot.quantity.dimension != "people" or not slot.blocked or not run[0].lead.empty:
            return None
        units = [each.quantity.unit for each in run]
        if len(run) > 1 and not all(each in _HOUSEHOLDS for each in units):
            return None
        before = text[run[0].lead_start : run[0].start]
        goes_on = unit is None or unit in units
        if self._memory.group and (goes_on or not _PARTING.intersection(before)):
            return None
        doing = _DOING.match(text, slot.end)
        return ([whole_subject(self._view, *doing.span(1))], "behind") if doing else None

    def _read_behind(self, run: list[Slot]) -> Iterator[Finding]:
        noun = run[-1].behind
        assert noun is not None
        nouns = [slot.behind or self._had_by(slot, noun) for slot in run]
        for slot, own in zip(run, nouns, strict=True):
            yield self._finding(slot, self._with_opener(slot), own, "behind")
        self._memory.met(run, nouns, listed=False)

    def _had_by(self, slot: Slot, noun: Subject) -> Subject:
        """What a number without a noun counts: the next noun, or what people have with that."""
        if slot.quantity.dimension == "people":
            shared = _OF.match(self._view.text, noun.end)
            if shared:
                return whole_subject(self._view, *shared.span(1))
        return noun

    def _finding(self, slot: Slot, lead: Lead, subject: Subject | None, rule: str) -> Finding:
        return Finding(
            quantity=slot.quantity,
            lead=lead,
            subject=subject,
            rule=rule,
            start=slot.lead_start,
            end=slot.end,
        )

    def _with_opener(self, slot: Slot) -> Lead:
        """The lead, with the verb that opens a list: 新增A 5家、B 3家, but not 、总量达8家."""
        lead = slot.lead
        own = lead.opened or lead.change or (lead.verb and not self._is_kind(slot))
        if not own and self._opened and self._is_listed(slot):
            return lead._replace(opened=self._opened)
        self._opened = lead.opened or (lead.change if lead.empty else None)
        return lead

    def _is_kind(self, slot: Slot) -> bool:
        """Whether a verb only says which of the things counted are meant: 挂牌企业27家."""
        kind = self._cues.counted.get(slot.quantity.unit or "")
        noun = self._view.text[slot.lead.start : slot.lead.end]
        return kind is not None and kind.fullmatch(noun) is not None

    def _is_listed(self, slot: Slot) -> bool:
        """Whether a number goes on with a list; behind a comma, nothing but its noun may stand."""
        text, lead = self._view.text, slot.lead
        mark = text[slot.lead_start : slot.lead_start + 1]
        if mark == "、":
            own = text[lead.start : lead.end]
            return slot.behind is not None or (own != "" and own not in self._cues.leaning)
        return (
            mark == "，"
            and slot.quantity.dimension == "count"
            and slot.quantity.unit == self._memory.unit
            and slot.quantity.hedge not in self._cues.surpasses
            and self._is_bare(slot)
            and not self._cues.leaning.at_end(text, lead.start, lead.end)
            and not self._cues.heads.at_end(text, lead.start, lead.end)
        )

    def _is_bare(self, slot: Slot) -> bool:
        """Whether nothing but a noun, and a mark before it, stands in front of a number."""
        lead = slot.lead
        rest = self._view.text[lead.end : slot.start]
        return lead.clause == lead.start < lead.end and not NOTE_MARK.sub("", rest)

    def _note_earlier(self, slot: Slot) -> None:
        """Remember an indicator that a clause without a number names: 收入大幅提高，增加近千元."""
        text, clause = self._view.text, slot.lead.clause
        if clause - slot.lead_start < 4:
            return
        earlier = read_lead(text, slot.lead_start, clause - 1, self._cues)
        if is_empty(earlier, text, self._cues):
            return
        subject = whole_subject(self._view, earlier.start, earlier.end)
        headed = self._cues.heads.at_end(text, subject.start, subject.end)
        if not self._memory.group or headed or self._indicators.find(subject.name):
            self._memory.note([subject])

    def _is_known(self, lead: Lead) -> bool:
        """Whether a lead names an indicator of more than a size: 固定资产投资, not 投资."""
        name = self._view.text[lead.start : lead.end]
        return name not in self._cues.sizes and self._indicators.find(name) is not None
