"""What the lead of a run of numbers says that they measure.

One subject or several, handed out one by one or each with every number; nouns that lean on a
subject, or leads without one, take what the sentence has spoken of.
"""

from __future__ import annotations

from govie.facts.cues import Cues
from govie.facts.indicators import Indicators
from govie.facts.leads import Lead
from govie.facts.memory import SHARED, Memory
from govie.facts.slots import Slot, is_empty
from govie.facts.subjects import LIST_END, Subject, expand_pair, split_subjects, whole_subject
from govie.text.view import TextView

__all__ = ["LeadSubjects"]


class LeadSubjects:
    """Reads the subjects of leads, with the memory of their sentence at hand."""

    def __init__(self, view: TextView, cues: Cues, indicators: Indicators, memory: Memory) -> None:
        self._view = view
        self._cues = cues
        self._indicators = indicators
        self._memory = memory

    def listed(self, lead: Lead) -> list[Subject]:
        """What a lead lists, for a count behind it to sum up: A、B、C三项指标."""
        if lead.empty:
            return []
        readings = split_subjects(self._view, lead.start, lead.end, self._cues)
        return readings[0] if readings else []

    def of(self, lead: Lead, run: list[Slot]) -> tuple[list[Subject], str]:
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
