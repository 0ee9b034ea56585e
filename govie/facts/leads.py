"""What stands in front of a number: subject and predicate.

A number's *lead* is the text between the number before it (or the start of the sentence) and
itself. It is read from both ends: from its right end come verbs, adverbs, dates and bases of
comparison, from its left end whatever opens a clause; what remains is the subject.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from govie.facts.cues import Cues
from govie.facts.openings import Opening
from govie.facts.predicates import Predicate

__all__ = ["Lead", "clause_start", "read_lead"]

_CLAUSE_MARKS = "，；：。！？\n⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_CONNECTORS = "、和及与，；以并或暨的"
_ENDINGS = ("和", "以及")
"""Connectors behind words that are about something else: 厂房建设和15公里管网铺设."""
_PARTING = _CLAUSE_MARKS + "的"
"""Connectors behind which a number begins anew: 总投资12亿元的6个项目."""
_UNIT_NOTE = re.compile(r"（[^（）0-9，。；]{1,3}）(?=[、，])")
"""Another unit in brackets behind a number: 16万头（只）."""
_REACH = 80
"""How many characters of a lead are read at most."""


# A tuple: every number makes one, and an attrs class takes twice the time.
class Lead(NamedTuple):
    """Subject ``start:end`` in clean offsets (empty where there is none) and predicate."""

    start: int
    end: int
    clause: int
    """Where the clause begins."""
    improves: bool = False
    """The verb of change may also say that so much was improved (提升), not by how much."""
    change: str | None = None
    """Direction of the verb of change next to the number."""
    level: bool = False
    """A verb that states a level stands next to the number."""
    reached: bool = False
    """That verb says what was reached (达到), and not what was done (完成)."""
    opened: str | None = None
    """Direction of a verb of change in front of the subject: 新增市场主体4.5万家."""
    growth: str | None = None
    """Direction of a noun of change at the subject's end, which is not part of the span: 增速."""
    role: str | None = None
    """respectively (分别) or each (均)."""
    verb: tuple[int, int] | None = None
    """Span of a verb of doing next to the number, or next to its subject where it has none."""
    share: tuple[int, int] | None = None
    """Span of what the number is a share of: 占财政支出."""
    serial: bool = False
    """A serial word opens the clause: 二是."""
    continues: bool = False
    """Nothing but a connector stands between this number and the one before."""

    @property
    def empty(self) -> bool:
        return self.end <= self.start


def read_lead(
    text: str,
    start: int,
    end: int,
    cues: Cues,
    *,
    areas: Mapping[int, int] = MappingProxyType({}),
    ranked: bool = False,
) -> Lead:
    """Read the lead ``text[start:end]`` of a number.

    ``areas`` maps the beginnings of places to their ends: a clause may open with one. ``ranked``
    says that the number is a rank.
    """
    first = _skip_rest(text, start, end, cues)
    if first >= end:
        joined = not any(mark in _PARTING for mark in text[start:end])
        return Lead(start=end, end=end, clause=end, continues=joined)
    start = first
    if text.endswith(_ENDINGS, start, end):
        return Lead(start=end, end=end, clause=end)
    begin = clause_start(text, max(start, end - _REACH), end)
    predicate = Predicate(text, begin, end, cues, ranked)
    opening = Opening(text, begin, predicate.end, cues, areas)
    subject_start = opening.end
    return Lead(
        start=subject_start,
        improves=predicate.improves,
        end=max(subject_start, predicate.end),
        clause=begin,
        change=predicate.change,
        level=predicate.level,
        reached=predicate.reached,
        opened=opening.direction,
        growth=predicate.growth,
        role=predicate.role,
        verb=predicate.verb or opening.verb,
        share=predicate.share,
        serial=opening.serial,
    )


def _skip_rest(text: str, start: int, end: int, cues: Cues) -> int:
    """Pass over what still belongs to the number before: a word (大关) and the connectors."""
    if rest := cues.trailers.at_start(text, start, end):
        start += len(rest.word)
    if note := _UNIT_NOTE.match(text, start, end):
        start = note.end()
    while start < end and text[start] in _CONNECTORS:
        start += 1
    return start


def clause_start(text: str, start: int, end: int) -> int:
    """Where the clause that ends at ``end`` begins; marks inside quotes or brackets end nothing."""
    depth = 0
    for at in range(end - 1, start - 1, -1):
        mark = text[at]
        if mark in "”）》":
            depth += 1
        elif mark in "“（《":
            if depth == 0:
                return start if mark == "《" else at if mark == "“" else at + 1
            depth -= 1
        elif depth == 0 and mark in _CLAUSE_MARKS:
            return at + 1
    return start
