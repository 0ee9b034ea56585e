"""Pairs every number of a sentence with what it measures.

Numbers that stand side by side (4.4%、5.9%) are one *run* and share a lead. A run takes the
subjects of its lead one by one; where its lead has none, those of the run before:
“A、B分别增长x、y”, “A达到x，增长y”, “A增长x、B增长y，增速均居全省第一”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govie.facts.cues import Cues
from govie.facts.indicators import Indicators
from govie.facts.leads import Lead, read_lead
from govie.facts.memory import SHARED, Memory
from govie.facts.slots import Slot, is_empty, read_runs, read_slots
from govie.facts.subjects import LIST_END, Subject, expand_pair, split_subjects, whole_subject
from govie.numbers.quantity import Quantity
from govie.text.view import TextView

__all__ = ["Finding", "pair"]


_GOING_ON = "，、；其中有已"
"""What stands in front of a number that goes on about what was counted before."""


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
    slots = read_slots(view, quantities, start, end, cues, areas)
    reader = _Sentence(view, cues, indicators)
    for run in read_runs(slots):
        yield from reader.read(run)


class _Sentence:
    """Reads a sentence run by run, and remembers the subjects met."""

    def __init__(self, view: TextView, cues: Cues, indicators: Indicators) -> None:
        self._view = view
        self._cues = cues
        self._indicators = indicators
        self._memory = Memory()
        self._opened: str | None = None

    def read(self, run: list[Slot]) -> Iterator[Finding]:
        first = run[0]
        if "；" in self._view.text[first.lead_start : first.start]:
            self._memory.part()
        lead = self._with_opener(first)
        counted = first.behind or (lead.empty and run[-1].behind)
        if counted and not self._goes_on(first):
            self._memory.listed = self._list_in(lead)
            yield from self._read_behind(run)
            return
        if is_empty(lead, self._view.text, self._cues):
            self._note_earlier(first)
        subjects, rule = self._done(first) or self._subjects(lead, run)
        if len(run) == len(subjects) > 1:
            for slot, subject in zip(run, subjects, strict=True):
                yield self._finding(slot, lead, subject, "respectively")
        else:
            for slot in run:
                for each in subjects or (None,):
                    yield self._finding(slot, lead, each, rule)
        self._memory.met(run, subjects)

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
        if unit == self._memory.unit:
            return None
        if slot.quantity.dimension == "count" and unit in self._memory.counted:
            return self._memory.counted[unit], "carried"
        return [whole_subject(self._view, *verb)], "front"

    def _read_behind(self, run: list[Slot]) -> Iterator[Finding]:
        noun = run[-1].behind
        assert noun is not None
        for slot in run:
            yield self._finding(slot, self._with_opener(slot), slot.behind or noun, "behind")
        self._memory.met(run, [slot.behind or noun for slot in run])

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
        before = self._view.text[slot.lead_start : slot.lead_start + 1]
        own = self._view.text[lead.start : lead.end]
        named = slot.behind is not None or (own != "" and own not in self._cues.leaning)
        if lead.opened is None and not lead.change and before == "、" and named and self._opened:
            return lead._replace(opened=self._opened)
        self._opened = lead.opened or (lead.change if lead.empty else None)
        return lead

    def _note_earlier(self, slot: Slot) -> None:
        """Remember an indicator that a clause without a number names: 收入大幅提高，增加近千元."""
        text, clause = self._view.text, slot.lead.clause
        if clause - slot.lead_start < 4:
            return
        earlier = read_lead(text, slot.lead_start, clause - 1, self._cues)
        if is_empty(earlier, text, self._cues):
            return
        subject = whole_subject(self._view, earlier.start, earlier.end)
        if not self._memory.group or self._indicators.find(subject.name):
            self._memory.note([subject])

    def _list_in(self, lead: Lead) -> list[Subject]:
        if lead.empty:
            return []
        readings = split_subjects(self._view, lead.start, lead.end, self._cues)
        return readings[0] if readings else []

    def _subjects(self, lead: Lead, run: list[Slot]) -> tuple[list[Subject], str]:
        """What a run of numbers with that lead is about, and the rule that says so."""
        values, kind = len(run), run[0].quantity.kind
        if is_empty(lead, self._view.text, self._cues):
            carried, rule = self._memory.carried(lead.role, values, kind)
            return [self._share(subject, lead) for subject in carried], rule
        whole = whole_subject(self._view, lead.start, lead.end)
        several = values > 1 or lead.role is not None or kind in SHARED
        readings = split_subjects(self._view, lead.start, lead.end, self._cues) if several else []
        if values > 1:
            listed = next((found for found in readings if len(found) == values), None)
            if listed and all(subject.end - subject.start > 1 for subject in listed):
                return self._lean(listed), "respectively"
            pair = expand_pair(self._view, whole, self._cues)
            if len(pair) == values:
                return pair, "respectively"
            if listed:
                return self._lean(listed), "respectively"
        of_another = self._view.text.startswith("的", run[-1].end)
        if whole.name in self._cues.leaning and not (of_another and self._is_amount(whole.name)):
            carried, rule = self._memory.carried(lead.role, values, kind)
            owned = [subject.with_measure(whole.name, self._cues) for subject in carried]
            if not owned or (
                owned[0].stem == carried[0].stem
                and self._is_amount(whole.name)
                and self._indicators.find(carried[0].name)
            ):
                return [whole], "front"
            return owned, rule
        if values == 1 and readings and self._each(lead, readings[0], kind):
            return self._lean(readings[0]), "each"
        return [self._share(self._object(whole), lead)], "front"

    def _share(self, subject: Subject, lead: Lead) -> Subject:
        """The share of something in something: 教育支出98亿元，占财政支出的21.5%."""
        return subject.with_noun(self._view.text[slice(*lead.share)]) if lead.share else subject

    def _object(self, subject: Subject) -> Subject:
        """What a verb inside a phrase takes as its object: 运动员获得奖牌, 重点项目完成投资."""
        if self._indicators.find(subject.name):
            return subject
        text, end = self._view.text, subject.end
        for listed in LIST_END.finditer(text, subject.start + 1, max(subject.start + 1, end - 1)):
            subject = whole_subject(self._view, listed.end(), end)
        verbs = list(self._cues.takes.finditer(text, subject.start, end))
        if not verbs or end - verbs[-1].end() < 2:
            return subject
        found = whole_subject(self._view, verbs[-1].end(), end)
        if found.name in self._cues.leaning and verbs[-1].start() > subject.start:
            owner = whole_subject(self._view, subject.start, verbs[-1].start())
            return owner.with_noun(found.name)
        return found

    def _is_amount(self, noun: str) -> bool:
        """Whether a noun names an amount of its own, which no indicator has: 投资, not 占比."""
        found = self._cues.leaning.at_end(noun, 0, len(noun))
        return found is not None and bool(found.meta.get("amount"))

    def _lean(self, subjects: list[Subject]) -> list[Subject]:
        """A list of nouns that all lean on the last subject: 总量和增速分别居第4位和第2位."""
        if self._memory.group and all(subject.name in self._cues.leaning for subject in subjects):
            return [self._memory.group[-1].with_noun(subject.name) for subject in subjects]
        return subjects

    def _each(self, lead: Lead, subjects: list[Subject], kind: str) -> bool:
        """Whether one number is said of each of several subjects, and not of their sum."""
        if lead.role:
            return True
        return kind in SHARED and all(
            self._cues.heads.at_end(self._view.text, subject.start, subject.end)
            or self._indicators.find(subject.name)
            for subject in subjects
        )
