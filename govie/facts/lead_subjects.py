"""What the lead of a run of numbers says that they measure.

One subject or several, handed out one by one or each with every number; nouns that lean on a
subject, or leads without one, take what the sentence has spoken of.
"""

from __future__ import annotations

import re

from govie.facts.cues import Cues
from govie.facts.indicators import Indicators
from govie.facts.leads import Lead, clause_start
from govie.facts.memory import SHARED, Memory
from govie.facts.openings import Opening
from govie.facts.phrases import REACH
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

_DIGIT = re.compile("[0-9]")
_SAID_OF_EACH = (*SHARED, "duration")
"""Kinds of numbers of which one may be said of each of several subjects."""
_SHARERS = ("人", "户", "名")
"""Units of those among whom something is divided."""
_PEOPLE = ("people", "none")
"""Dimensions of a number of people, who may have no unit: 4万居民."""
_LONGEST_TOPIC = 8
"""Characters of a topic at most: 规模以上工业企业."""


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
                return self._lean(listed, self._memory.group[-1:]), "respectively"
        end = run[-1].end
        of_another = self._view.text.startswith("的", end)
        of_another = of_another or is_verb_at(self._view.text, end, self._cues)
        if whole.name in self._cues.leaning and not (of_another and self._is_amount(whole.name)):
            carried, rule = self._whole_of(whole.name), "carried"
            if self._cues.leans(whole.name, "per"):
                return self._per(whole, lead, run)
            if not carried:
                carried, rule = self._row_of([whole], run), "each"
            if not carried:
                carried, rule = self._memory.carried(lead.role, values, kind)
            owned = [subject.with_measure(whole.name, self._cues) for subject in carried]
            if owned and not self._stands_alone(whole.name, carried[0], owned[0]):
                return [self._share(subject, lead) for subject in owned], rule
            topic = self._topic_of(lead, whole.name, run[0].quantity.dimension)
            return ([topic], "carried") if topic else ([whole], "front")
        if values == 1 and readings and self._each(lead, readings[0], kind):
            owners = self._row_of(readings[0], run) or self._memory.group[-1:]
            return self._lean(readings[0], owners), "each"
        if self._cues.grade.fullmatch(whole.name) and run[0].quantity.unit == self._memory.unit:
            whole = self._graded(whole)
        return [self._share(self._object(whole), lead)], "front"

    def _per(self, noun: Subject, lead: Lead, run: list[Slot]) -> tuple[list[Subject], str]:
        """What stands for one of many, with what all have: 奖金90万元、牧户30户，户均3万元.

        Those who have it are not what it is an amount of.
        """
        sums, rule = self._memory.since_part(run[0].quantity.unit), "carried"
        if not sums and self._memory.unit not in _SHARERS:
            sums, rule = self._memory.carried(lead.role, len(run), run[0].quantity.kind)
        if not sums:
            return [noun], "front"
        return [each.with_measure(noun.name, self._cues) for each in sums], rule

    def _topic_of(self, lead: Lead, noun: str, dimension: str) -> Subject | None:
        """What the clause in front speaks of without a number: 粮食再获丰收，总产52万吨.

        Only a topic with which the noun names a known series counts.
        """
        text, stop = self._view.text, lead.clause - 1
        if not text.startswith("，", stop):
            return None
        start = clause_start(text, max(0, stop - REACH), stop)
        if _DIGIT.search(text, start, stop):
            return None
        start = Opening(text, start, stop, self._cues, {}).end
        for end in range(min(start + _LONGEST_TOPIC, stop), start + 1, -1):
            owned = whole_subject(self._view, start, end).with_noun(noun)
            series = self._indicators.find(owned.name, dimension)
            if series and series.start == 0:
                return owned
        return None

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

    def _is_amount(self, noun: str) -> bool:
        """Whether a noun names an amount of its own, which no indicator has: 投资, not 占比."""
        found = self._cues.leaning.at_end(noun, 0, len(noun))
        return found is not None and bool(found.meta.get("amount"))

    def _stands_alone(self, noun: str, before: Subject, owned: Subject) -> bool:
        """Whether an amount says nothing of the subject before it: 产值5亿元，利税1亿元.

        It does not lean on an amount without an owner, or on a series, unless it takes the place
        of that amount (工业产值, 工业利税) or the series counts who has it (规模以上工业企业).
        Nor does it lean on people, unless it is theirs: 居民4万人，总投资2亿元.
        """
        if not self._is_amount(noun):
            return False
        if self._cues.is_part(noun, before.name):
            return True
        if before.name in self._cues.leaning and self._is_amount(before.name):
            return True
        swaps = self._cues.leans(noun, "swaps")
        if self._memory.dimension in _PEOPLE and not swaps:
            return True
        series = self._indicators.find(before.name, self._memory.dimension)
        if series is None or owned.stem == before.stem != before.name:
            return False
        if owned.stem != before.name:
            return not swaps
        counted = self._indicators.by_id(series.id).dimensions
        return not (swaps and "count" in counted and "people" not in counted)

    def _whole_of(self, noun: str) -> list[Subject]:
        """What has that amount, and parts before it: 项目9个，其中新建4个，总投资3亿元.

        A rate is that of a single part.
        """
        several = len(self._memory.row) > 1 and self._is_rate(noun)
        return self._memory.whole if several or self._is_amount(noun) else []

    def _row_of(self, nouns: list[Subject], run: list[Slot]) -> list[Subject]:
        """What was counted side by side, where each has such rates: 建议5件、提案3件，办复率.

        So it is with what another such rate was said of: 建议、提案办复率100%，满意率.
        """
        row = self._memory.row if len(self._memory.row) > 1 else self._memory.group
        rates = len(run) == 1 and all(self._is_rate(noun.name) for noun in nouns)
        if row is self._memory.group:
            rates = rates and all(self._has_rate(subject.name) for subject in row)
        return row if rates and len(row) > 1 else []

    def _has_rate(self, name: str) -> bool:
        found = self._cues.leaning.at_end(name, 0, len(name))
        return found is not None and bool(found.meta.get("each"))

    def _is_rate(self, noun: str) -> bool:
        """Whether a noun names a rate that each of several things has: 办复率."""
        return self._cues.leans(noun, "each")

    def _lean(self, subjects: list[Subject], owners: list[Subject]) -> list[Subject]:
        """A list of nouns that all lean on what was before: 总量和增速分别居第4位和第2位."""
        if owners and all(subject.name in self._cues.leaning for subject in subjects):
            return [
                owner.with_measure(subject.name, self._cues)
                for subject in subjects
                for owner in owners
            ]
        return subjects

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
