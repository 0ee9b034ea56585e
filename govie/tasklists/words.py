"""Verb, object and deadline of a task, and what is none: the words are ``patterns/tasks.jsonl``."""

from __future__ import annotations

from typing import NamedTuple

import regex

from govie.facts.subjects import NOTE_MARK
from govie.packs import load_patterns, per_packs
from govie.packs.expressions import either

__all__ = ["Action", "find_action", "find_deadlines", "is_no_task", "tells_what_was_done"]

_CLAUSE = regex.compile(r"[^，；：。！？\n]++")
_BULLET = r"[—（(]{0,2}(?:[0-9]{1,2}[.、)）]|[一二三四五六七八九十]{1,3}[、)）])?"


class Action(NamedTuple):
    """What is to be done to what."""

    verb: str
    object: str


def find_action(sentence: str) -> Action | None:
    """The first clause that begins with a verb of action, with the words of manner in front of it.

    An appeal (！) must begin with it. “大力培育创新主体” is 培育 and 创新主体, “加快推进田心改造”
    is 推进 and 田心改造. Marks of notes are left out.
    """
    appeal = sentence.endswith("！")
    for clause in _CLAUSE.finditer(NOTE_MARK.sub("", sentence)):
        if match := _action().fullmatch(clause[0]):
            return Action(match["verb"], match["object"])
        if appeal:
            return None
    return None


def find_deadlines(sentence: str) -> tuple[str, ...]:
    """By when something is to be done, as written."""
    found = (match[0] for match in _one_of("DEADLINE").finditer(sentence))
    return tuple(dict.fromkeys(found))


def is_no_task(sentence: str) -> bool:
    """Whether a sentence speaks of the guideline, the past or the audience, or argues, instead."""
    return _one_of("NO_TASK").search(sentence) is not None


def tells_what_was_done(sentence: str) -> bool:
    """Whether a clause begins with a verb of action that is over: 实现了预定的目标."""
    return any(_deed().match(clause[0]) for clause in _CLAUSE.finditer(sentence))


@per_packs
def _action() -> regex.Pattern[str]:
    verb, well = _any("VERB"), _any("COMPLEMENT")
    joined = rf"(?:{verb}|{_any('JOINED')})"
    further = rf"{well}?[和与、并及或]{_adverbs()}{joined}|{well}{joined}(?={well})"
    return regex.compile(
        rf"{_opening()}(?P<verb>(?>{verb}(?:{further}){{0,3}})){well}?"
        rf"(?!{_any('NO_OBJECT')})(?P<object>.{{2,}})"
    )


@per_packs
def _deed() -> regex.Pattern[str]:
    return regex.compile(rf"{_opening()}{_any('VERB')}{_any('DONE')}")


def _opening() -> str:
    """What may stand in front of a verb."""
    return rf"{_BULLET}(?:{_any('LEAD')}|{_any('DEADLINE')}){{0,3}}{_adverbs()}"


def _adverbs() -> str:
    return rf"(?:{_any('ADVERB')}地?){{0,3}}"


@per_packs
def _one_of(label: str) -> regex.Pattern[str]:
    return regex.compile(_any(label))


def _any(label: str) -> str:
    return either(load_patterns("tasks", label))
