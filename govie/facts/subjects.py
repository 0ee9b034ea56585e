"""What is measured: coordinated subjects and the heads that they share."""

from __future__ import annotations

import re
from typing import NamedTuple

from govie.facts.cues import Cues
from govie.packs import Pattern
from govie.text.view import TextView

__all__ = [
    "LIST_END",
    "NOTE_MARK",
    "Subject",
    "expand_pair",
    "grade_length",
    "split_subjects",
    "whole_subject",
]

NOTE_MARK = re.compile(r"\^?\[[0-9]{1,3}\]|[【〔][0-9]{1,3}[】〕]|[①-⑳]")
"""The mark of a footnote: 单项冠军企业[17]."""
LIST_END = re.compile("(?<![高中上初同平均何])等(?![候级于待次效值同额])")
"""The word that ends a list of examples."""
_LINKS = re.compile("、|以及|和(?![谐睦美])|(?<![普涉])及(?!格)|(?<!参)与")
_COMMAS = re.compile("、")
_RATIO = re.compile("[与和]..*(?:的比[率值]|之比)$")
"""A proportion of two things is one subject: 社会物流总费用与地区生产总值的比率."""

_SHARE = re.compile("(?<=.)占(?!地(?!区)).*")
"""What something is a share of: 工业增加值占生产总值."""


# A tuple: every number makes one, and an attrs class takes twice the time.
class Subject(NamedTuple):
    """A phrase of the text, clean offsets, and the name it gives to what is measured.

    The name has more than the phrase where coordinated subjects share a head: 城镇、农村居民收入.
    """

    start: int
    end: int
    name: str
    stem: str
    """The name without a noun that leans on it."""

    def with_noun(self, noun: str) -> Subject:
        """The subject with a noun that leans on it: 人大代表建议84件，办复率100%.

        What ends the one and begins the other is said once: 城镇居民 and 居民人均住房面积.
        """
        if self.name.endswith(noun):
            return self
        if noun.startswith(self.stem):
            return self._replace(name=noun)
        for shared in range(min(len(self.stem), len(noun)), 1, -1):
            if self.stem.endswith(noun[:shared]):
                return self._replace(name=self.stem + noun[shared:])
        return self._replace(name=self.stem + noun)

    def with_measure(self, noun: str, cues: Cues) -> Subject:
        """The same, where amounts take each other's place (蔬菜种植面积…，产量 is 蔬菜产量), as do
        rates (建议办复率…，满意率 is 建议满意率), and what says for whom stands in front:
        存款余额…，人均 is 人均存款余额 (or 户均).
        """
        if cues.leans(noun, "per"):
            if noun in self.name:
                return self
            other = cues.leaning.at_start(self.name, 0, len(self.name))
            kept = len(other.word) if other and other.meta.get("per") else 0
            return self._replace(name=noun + self.name[kept:])
        whole = _SHARE.sub("", self.name)
        last = cues.leaning.at_end(whole, 0, len(whole))
        if last and len(last.word) < len(whole) and _swaps(last, noun, cues):
            stem = whole.removesuffix(last.word)
            return self._replace(name=stem + noun, stem=stem)
        return self.with_noun(noun)


def _swaps(last: Pattern, noun: str, cues: Cues) -> bool:
    """Whether a noun takes the place of the leaning one at the end of a name."""
    if last.meta.get("each"):
        return cues.leans(noun, "each")
    return bool(last.meta.get("swaps")) and noun in cues.leaning


def whole_subject(view: TextView, start: int, end: int) -> Subject:
    """A clean span as one subject."""
    name = view.text[start:end]
    if not name.isalpha():
        name = NOTE_MARK.sub("", name)
    return Subject(start=start, end=end, name=name, stem=name)


def split_subjects(view: TextView, start: int, end: int, cues: Cues) -> list[list[Subject]]:
    """The ways to read a phrase as a list of several subjects, the finest first.

    Subjects that lack a head of their own get the one they share with the last.
    """
    readings: list[list[Subject]] = []
    if not _LINKS.search(view.text, start, end) or _RATIO.search(view.text, start, end):
        return readings
    for links in (_LINKS, _COMMAS):
        parts = _split(view.text, start, end, links)
        if len(parts) > 1 and (not readings or len(parts) < len(readings[-1])):
            subjects = [whole_subject(view, a, b) for a, b in parts]
            readings.append(_share_head(view.text, subjects, cues))
    return readings


def _split(text: str, start: int, end: int, links: re.Pattern[str]) -> list[tuple[int, int]]:
    """Pieces between the links that stand outside quotes and brackets."""
    pieces: list[tuple[int, int]] = []
    begin = start
    for match in links.finditer(text, start, end):
        piece = text[begin : match.start()]
        if piece.count("“") > piece.count("”") or piece.count("（") > piece.count("）"):
            continue
        pieces.append((begin, match.start()))
        begin = match.end()
    pieces.append((begin, end))
    whole = all(b - a > 1 or (a < b < end and "、" in (text[b], text[a - 1])) for a, b in pieces)
    return pieces if whole else [(start, end)]


def _share_head(text: str, subjects: list[Subject], cues: Cues) -> list[Subject]:
    """城镇、农村居民收入 share their head; 家庭医生履约率、续约率 what stands before it.

    So do 单位国内生产总值用水量、能耗, whose heads differ.
    """
    first, last = subjects[0], subjects[-1]
    if (grade := cues.grade.match(last.name)) and cues.grade.fullmatch(first.name):
        names = [each.name + last.name[grade_length(grade[0], each.name) :] for each in subjects]
        return [
            each._replace(name=name, stem=name)
            if each is not last and cues.grade.fullmatch(each.name)
            else each
            for each, name in zip(subjects, names, strict=True)
        ]
    if last.name in cues.leaning and (own := _leaning(first, last, cues)):
        stem = first.name.removesuffix(own)
        return [
            subject._replace(name=stem + subject.name, stem=stem)
            if subject.name in cues.leaning
            else subject
            for subject in subjects
        ]
    if per := cues.per.match(first.name):
        stem = per[0]
        subjects = [
            subject._replace(name=stem + subject.name, stem=stem)
            if subject.name in cues.heads
            else subject
            for subject in subjects
        ]
    head = _head(text, last.start, last.end, cues)
    if not head or len(head) >= last.end - last.start:
        return subjects
    rate = cues.leaning.at_end(head, 0, len(head))
    things = rate is not None and bool(rate.meta.get("each"))
    return [
        subject
        if subject is last or _has_head(text, subject, cues, things=things)
        else subject.with_noun(head)
        for subject in subjects
    ]


def _leaning(first: Subject, last: Subject, cues: Cues) -> str | None:
    """The noun that leans on the rest of the first subject as the last does: 油菜面积、产量."""
    if first.name[-1] == last.name[-1]:
        return first.name[-len(last.name) :]
    if cues.is_part(last.name, first.name):
        return None
    own = cues.leaning.at_end(first.name, 0, len(first.name))
    other = cues.leaning.at_end(last.name, 0, len(last.name))
    if own is None or other is None or not (own.meta.get("swaps") and other.meta.get("swaps")):
        return None
    return own.word if len(own.word) < len(first.name) else None


def _has_head(text: str, subject: Subject, cues: Cues, *, things: bool) -> bool:
    """Whether a subject has a head of its own; where ``things`` have a rate, no thing is one."""
    head = cues.heads.at_end(text, subject.start, subject.end)
    return head is not None and not (things and head.meta.get("thing"))


def _head(text: str, start: int, end: int, cues: Cues) -> str | None:
    """The longest head at the end of a phrase."""
    phrase = cues.shared_head.search(text, start, end)
    words = [cues.heads.at_end(text, start, end), cues.leaning.at_end(text, start, end)]
    heads = [word.word for word in words if word] + ([phrase[0]] if phrase else [])
    return max(heads, key=len, default=None)


def grade_length(grade: str, own: str) -> int:
    """How much of a grade another one, ``own``, takes the place of.

    Of 国家级示范 (社) it is 国家级 where that is 省级, and all of it where it is 省级示范.
    """
    level = grade.find("级") + 1 if own.endswith("级") else 0
    return level or len(grade)


def expand_pair(view: TextView, subject: Subject, cues: Cues) -> list[Subject]:
    """城乡居民收入 as 城镇居民收入 and 农村居民收入; alone what has no such word, or is a list."""
    named = [pattern for pattern in cues.pairs.patterns if pattern.word in subject.name]
    if not named:
        return [subject]
    pair = max(named, key=lambda pattern: len(pattern.word))
    front, rest = subject.name.split(pair.word, 1)
    if _LINKS.search(front) or _LINKS.search(rest):
        return [subject]
    names = [front + part + rest for part in pair.meta.get("parts", ())]
    return [subject._replace(name=name, stem=name) for name in names]
