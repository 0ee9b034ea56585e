"""What the lead of a run of numbers says that they measure.

One subject or several, handed out one by one or each with every number; leads without one take
what the sentence has spoken of.
"""

from __future__ import annotations

from govie.facts.cues import Cues
from govie.facts.indicators import Indicators
from govie.facts.leads import Lead
from govie.facts.leaning import Leaning
from govie.facts.memory import SHARED, Memory
from govie.facts.slots import Slot, is_empty, is_verb_at
from govie.facts.subjects import (
    LIST_END,
    Subject,
    expand_pair,
    grade_length,
    split_subjects,
    whole_subject,
)
from govie.text.view import TextView

__all__ = ["LeadSubjects"]

_SAID_OF_EACH = (*SHARED, "duration")
"""Kinds of numbers of which one may be said of each of several subjects."""


class LeadSubjects:
    """Reads the subjects of leads, with the memory of their sentence at hand."""

    def __init__(self, view: TextView, cues: Cues, indicators: Indicators, memory: Memory) -> None:
        self._view = view
        self._cues = cues
        self._indicators = indicators
        self._memory = memory
        self._leaning = Leaning(view, cues, indicators, memory)

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
            role = lead.role
            if kind == "rank" and role is None and lead.clause == run[0].lead_start:
                role = "last"
            carried, rule = self._memory.carried(role, values, kind)
            if kind != "points":
                carried = [self._amount(subject) for subject in carried]
            return [self._share(subject, lead) for subject in carried], rule
        whole = whole_subject(self._view, lead.start, lead.end)
        several = values > 1 or lead.role is not None or kind in _SAID_OF_EACH
        readings = split_subjects(self._view, lead.start, lead.end, self._cues) if several else []
        if values > 1:
            pair = expand_pair(self._view, whole, self._cues)
            if len(pair) == values:
                return pair, "respectively"
            listed = next((found for found in readings if len(found) == values), None)
            if listed:
                return self._leaning.all_of(listed, self._memory.group[-1:]), "respectively"
        end = run[-1].end
        of_another = self._view.text.startswith("的", end)
        of_another = of_another or is_verb_at(self._view.text, end, self._cues)
        if whole.name in self._cues.leaning and not (
            of_another and self._leaning.is_amount(whole.name)
        ):
            owned, rule = self._leaning.owned(whole, lead, run)
            return [self._share(subject, lead) for subject in owned], rule
        if values == 1 and readings and self._each(lead, readings[0], kind):
            owners = self._leaning.row_of(readings[0], run) or self._memory.group[-1:]
            return self._leaning.all_of(readings[0], owners), "each"
        if self._cues.grade.fullmatch(whole.name) and run[0].quantity.unit == self._memory.unit:
            whole = self._graded(whole)
        return [self._share(self._object(whole), lead)], "front"

    def _graded(self, grade: Subject) -> Subject:
        """A grade of what was counted before: 国家级龙头企业1家、省级12家."""
        before = self._memory.group[-1].name if self._memory.group else ""
        other = self._cues.grade.search(before)
        if other:
            kept = other.start() + grade_length(other[0], grade.name)
            name = before[: other.start()] + grade.name + before[kept:]
        else:
            name = grade.name + before
        return grade._replace(name=name, stem=name)

    def _share(self, subject: Subject, lead: Lead) -> Subject:
        """The share of something in something: 教育支出98亿元，占财政支出的21.5%."""
        if lead.share is None:
            return subject
        return subject._replace(stem=subject.name).with_noun(self._view.text[slice(*lead.share)])

    def _amount(self, subject: Subject) -> Subject:
        """What has a share, for a number that is not about the share: 占全国的10%，居全国首位."""
        of = subject.name.removeprefix(subject.stem)
        if not of.startswith("占") or of == subject.name or of in self._cues.leaning:
            return subject
        return subject._replace(name=subject.stem)

    def _object(self, subject: Subject) -> Subject:
        """What a verb inside a phrase takes as its object: 运动员获得奖牌, 重点项目完成投资."""
        if self._indicators.find(subject.name):
            return subject
        text, end = self._view.text, subject.end
        for listed in LIST_END.finditer(text, subject.start + 1, end):
            if listed.end() < end:
                subject = whole_subject(self._view, listed.end(), end)
        verbs = list(self._cues.takes.finditer(text, subject.start, end))
        if not verbs or end - verbs[-1].end() < 2:
            return subject
        verb = verbs[-1]
        found = whole_subject(self._view, verb.end(), end)
        brings = self._cues.brings.at_start(text, verb.start(), end)
        if (brings or found.name in self._cues.leaning) and verb.start() > subject.start:
            bare = self._bare(subject.start, verb.start())
            owner = whole_subject(self._view, subject.start, bare)
            return owner.with_noun(found.name)
        return found

    def _bare(self, start: int, end: int) -> int:
        """Where a phrase ends without adverbs: 规上企业累计."""
        while adverb := self._cues.predicates.at_end(self._view.text, start + 2, end):
            per = self._cues.leaning.at_end(adverb.word, 0, len(adverb.word))
            if adverb.label != "ADVERB" or (per and per.meta.get("per")):
                break
            end -= len(adverb.word)
        return end

    def _each(self, lead: Lead, subjects: list[Subject], kind: str) -> bool:
        """Whether one number is said of each of several subjects, and not of their sum."""
        if lead.role:
            return True
        return kind in _SAID_OF_EACH and all(
            self._cues.heads.at_end(self._view.text, subject.start, subject.end)
            or subject.name in self._cues.leaning
            or self._indicators.find(subject.name)
            for subject in subjects
        )
