"""Nouns that lean on what the sentence has spoken of: 产值, 增速, 人均, 办复率.

A noun that leans is none of the subjects that a number is about, but says which amount or rate of
one it gives: 工业企业18家，产值5亿元 is 工业企业产值.
"""

from __future__ import annotations

import re

from govie.facts.cues import Cues
from govie.facts.indicators import Indicators
from govie.facts.leads import Lead, clause_start
from govie.facts.memory import Memory
from govie.facts.openings import Opening
from govie.facts.phrases import REACH
from govie.facts.slots import Slot
from govie.facts.subjects import Subject, whole_subject
from govie.text.view import TextView

__all__ = ["Leaning"]

_DIGIT = re.compile("[0-9]")
_SHARERS = ("人", "户", "名")
"""Units of those among whom something is divided."""
_PEOPLE = ("people", "none")
"""Dimensions of a number of people, who may have no unit: 4万居民."""
_LONGEST_TOPIC = 8
"""Characters of a topic at most: 规模以上工业企业."""


class Leaning:
    """Gives nouns that lean their owners, with the memory of their sentence at hand."""

    def __init__(self, view: TextView, cues: Cues, indicators: Indicators, memory: Memory) -> None:
        self._view = view
        self._cues = cues
        self._indicators = indicators
        self._memory = memory

    def owned(self, noun: Subject, lead: Lead, run: list[Slot]) -> tuple[list[Subject], str]:
        """What a run of numbers behind a noun that leans is about, and the rule that says so."""
        if self._cues.leans(noun.name, "per"):
            return self._per(noun, lead, run)
        carried, rule = self._whole_of(noun.name), "carried"
        if not carried:
            carried, rule = self.row_of([noun], run), "each"
        if not carried:
            carried, rule = self._memory.carried(lead.role, len(run), run[0].quantity.kind)
        owned = [subject.with_measure(noun.name, self._cues) for subject in carried]
        if owned and not self._stands_alone(noun.name, carried[0], owned[0]):
            return owned, rule
        topic = self._topic_of(lead, noun.name, run[0].quantity.dimension)
        return ([topic], "carried") if topic else ([noun], "front")

    def row_of(self, nouns: list[Subject], run: list[Slot]) -> list[Subject]:
        """What was counted side by side, where each has such rates: 建议5件、提案3件，办复率.

        So it is with what another such rate was said of: 建议、提案办复率100%，满意率.
        """
        row = self._memory.row if len(self._memory.row) > 1 else self._memory.group
        rates = len(run) == 1 and all(self._is_rate(noun.name) for noun in nouns)
        if row is self._memory.group:
            rates = rates and all(self._has_rate(subject.name) for subject in row)
        return row if rates and len(row) > 1 else []

    def all_of(self, subjects: list[Subject], owners: list[Subject]) -> list[Subject]:
        """A list of nouns that all lean on what was before: 总量和增速分别居第4位和第2位."""
        if owners and all(subject.name in self._cues.leaning for subject in subjects):
            return [
                owner.with_measure(subject.name, self._cues)
                for subject in subjects
                for owner in owners
            ]
        return subjects

    def is_amount(self, noun: str) -> bool:
        """Whether a noun names an amount of its own, which no indicator has: 投资, not 占比."""
        found = self._cues.leaning.at_end(noun, 0, len(noun))
        return found is not None and bool(found.meta.get("amount"))

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

    def _stands_alone(self, noun: str, before: Subject, owned: Subject) -> bool:
        """Whether an amount says nothing of the subject before it: 产值5亿元，利税1亿元.

        It does not lean on an amount without an owner, or on a series, unless it takes the place
        of that amount (工业产值, 工业利税) or the series counts who has it (规模以上工业企业).
        Nor does it lean on people, unless it is theirs: 居民4万人，总投资2亿元.
        """
        if not self.is_amount(noun):
            return False
        if self._cues.is_part(noun, before.name):
            return True
        if before.name in self._cues.leaning and self.is_amount(before.name):
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
        return self._memory.whole if several or self.is_amount(noun) else []

    def _has_rate(self, name: str) -> bool:
        found = self._cues.leaning.at_end(name, 0, len(name))
        return found is not None and bool(found.meta.get("each"))

    def _is_rate(self, noun: str) -> bool:
        """Whether a noun names a rate that each of several things has: 办复率."""
        return self._cues.leans(noun, "each")
