"""The words in which a report states a fact: 8%以上, 下降3%, 新增就业5万人."""

from __future__ import annotations

from typing import NamedTuple

import regex

from govie.packs import Pattern, load_patterns, per_packs
from govie.packs.expressions import either
from govie.records import Fact, NumericFact
from govie.text.view import TextView

__all__ = ["phrase_of", "wording_of"]

_SHARED = 40
"""Characters within which the hedge of a list follows its first item."""
_MODIFIER = 4
"""Characters that may stand between a change and what changes: 新增注册家庭农场."""
_NEAR = 160
"""Characters in front of a value within which its change is looked for."""
_JOINS = "、，和及与；"
_COMPARES = "于"
"""At the end of words that compare, behind which stands with what: 高于, 低于."""
_GROWTH = {"up": "增长", "down": "下降"}
"""What is said of growth where no word for it is found: 增速8%, 降幅收窄至2%."""
_NO_CHANGE = "(?![值至到])"
"""工业增加值 is a noun, and what is behind 收窄至 no change."""


class _Change(NamedTuple):
    """The word that says which way a value goes, and whether what changes stands behind it."""

    word: str
    leads: bool


def wording_of(view: TextView, fact: Fact) -> str:
    """The value of a fact with the hedge next to it, in clean text: 8%以上, 高于经济增长.

    What goes down has its verb, in a list each item that of the list: 下降2.3%. A hedge that stands
    behind a list (7.5%、8.5%以上) is shown behind an ellipsis: 7.5%…以上.
    """
    value, start = _value(view, fact)
    if not isinstance(fact, NumericFact) or fact.direction != "down":
        return value
    change = _change(view, fact, start)
    return change.word + value if change else value


def phrase_of(view: TextView, fact: Fact) -> str:
    """A fact in one phrase: 地区生产总值增长8%左右, 新增就业5万人, 财政赤字增加5600亿元."""
    value, start = _value(view, fact)
    subject = fact.indicator or ""
    if subject in value:
        return value
    if not isinstance(fact, NumericFact) or fact.direction is None:
        return subject + value
    change = _change(view, fact, start)
    if change is None:
        usual = _GROWTH.get(fact.direction, "") if fact.measure == "growth" else ""
        return subject + usual + value
    return change.word + subject + value if change.leads else subject + change.word + value


def _value(view: TextView, fact: Fact) -> tuple[str, int]:
    """A value with its hedge, and the clean offset where it begins."""
    start, end = view.clean_offset(fact.start), view.clean_offset(fact.end)
    hedge = (fact.hedge or "") if isinstance(fact, NumericFact) else ""
    if not hedge or hedge in view.text[start:end]:
        return view.text[start:end], start
    if view.text.startswith(hedge, end):
        end += len(hedge)
    elif view.text.endswith(hedge, 0, start):
        start -= len(hedge)
    elif view.text.find(hedge, end, end + _SHARED) >= 0:
        return f"{view.text[start:end]}…{hedge}", start
    return view.text[start:end], start


def _change(view: TextView, fact: NumericFact, start: int) -> _Change | None:
    """The change that a value is stated with, by the clean offset where the value begins.

    It stands next to the value, between it and what changes, in front of what changes, or in front
    of the list in which both stand.
    """
    text, direction = view.text, fact.direction or ""
    if fact.measure not in ("growth", "delta"):
        return None
    begin = max(view.sentence_at(start)[0], start - _NEAR)
    first, last = _subject(view, fact, start)
    if word := _last(direction, text, begin, start, next_to=True):
        return _Change(word[0], first > start)
    subject = fact.indicator or ""
    if word := _last(direction, text, max(begin, last), start):
        return _Change(word[0], False)
    if fact.measure == "growth" or _any_of(direction).search(subject):
        word = _last(direction, text, begin, start) if direction == "down" else None
        return _Change(word[0], False) if word else None
    at = min(first, start)
    word = _last(direction, text, begin, at)
    if word is None or not (at - word[1] <= _MODIFIER or text[at - 1] in _JOINS):
        return None
    # A word in front of a number belongs to what the list names before it: 园区增加5家、企业3家.
    return _Change(word[0], not text[word[1]].isdigit() or first > start)


def _subject(view: TextView, fact: NumericFact, start: int) -> tuple[int, int]:
    """Clean offsets of what changes; where the text does not name it, those of the value."""
    if fact.indicator_start is None or fact.indicator_end is None:
        return start, start
    return view.clean_offset(fact.indicator_start), view.clean_offset(fact.indicator_end)


def _last(
    direction: str, text: str, start: int, end: int, *, next_to: bool = False
) -> tuple[str, int] | None:
    """The last word of a change in a stretch of text and where it ends; one that ends the stretch.

    Short words (增, 降) count only there, and so do those that compare.
    """
    found = [
        (match.end(), len(match[0]), match[0])
        for match in _any_of(direction).finditer(text, start, end, overlapped=True)
        if (match.end() == end if next_to else not match[0].endswith(_COMPARES))
    ]
    if found:
        at, _, word = max(found)
        return word.removesuffix("了"), at
    short = (word for word in _short(direction) if next_to and text.endswith(word, start, end))
    return next(((word, end) for word in short), None)


@per_packs
def _any_of(direction: str) -> regex.Pattern[str]:
    """The words of a change up or down, those of one character left out."""
    words = [line for line in _lines(direction) if len(line.word) > 1]
    return regex.compile(either(words) + _NO_CHANGE)


@per_packs
def _short(direction: str) -> tuple[str, ...]:
    return tuple(p.pattern for p in _lines(direction) if p.pattern and len(p.pattern) == 1)


def _lines(direction: str) -> list[Pattern]:
    lines = load_patterns("cues", "CHANGE")
    return [line for line in lines if line.meta.get("direction") == direction]
