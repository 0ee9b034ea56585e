"""Whether a fact is done, promised or quoted, and how firmly it is promised.

The section decides first: a review tells what happened, an outlook what is planned. Then come
the words of the clause: 预计 in a review is an estimate of what happened, 原定…目标 quotes an old
target.
"""

from __future__ import annotations

import re

from attrs import frozen

from govie.facts.indicators import known_indicators
from govie.kinds import DONE_KINDS, TARGET_KINDS
from govie.packs import load_patterns, per_packs
from govie.packs.expressions import either
from govie.text.glance import glancing

__all__ = ["REACH", "Standing", "is_aim", "standing_of"]

REACH = 60
"""How far in front of a number the words of its clause reach."""
_BREAK = re.compile("[，。；、：（）]")


@frozen(kw_only=True)
class Standing:
    """How a fact stands."""

    status: str
    commitment: str | None = None
    estimated: bool = False


@frozen(kw_only=True)
class _Words:
    promise: re.Pattern[str]
    quoted: re.Pattern[str]
    excess: re.Pattern[str]
    aside: re.Pattern[str]
    estimate: re.Pattern[str]
    estimates: re.Pattern[str]
    """The same at the head of a part of the sentence: it speaks of all parts that follow."""
    reached: re.Pattern[str]
    present: re.Pattern[str]
    once: re.Pattern[str]
    aim: re.Pattern[str]
    commitment: re.Pattern[str]
    """Words that strive or bind; the group that closes last says which."""
    hedges: frozenset[str]
    """Words in front of a number."""


@per_packs
def _words() -> _Words:
    lines = [line for line in load_patterns("standing") if not line.skip]

    def union(*labels: str) -> re.Pattern[str]:
        parts = [either(line for line in lines if line.label == label) for label in labels]
        marked = zip(parts, labels, strict=True)
        return glancing("|".join(f"{part}(?P<{label.lower()}>)" for part, label in marked))

    return _Words(
        promise=union("PROMISE"),
        quoted=union("QUOTED"),
        excess=union("EXCESS"),
        aside=union("ASIDE"),
        estimate=union("ESTIMATE"),
        estimates=re.compile(
            rf"(?:^|；){either(line for line in lines if line.label == 'ESTIMATE')}"
        ),
        reached=union("REACHED"),
        present=union("PRESENT"),
        once=union("ONCE"),
        aim=union("AIM"),
        commitment=union("STRIVING", "BINDING"),
        hedges=frozenset(line.word for line in load_patterns("hedges") if line.label == "BEFORE"),
    )


def standing_of(
    sentence: str,
    after: str,
    section_kind: str | None,
    *,
    future: bool,
    past: bool = False,
    binding: bool,
    undated: bool = False,
    carried: bool = False,
) -> Standing:
    """Read the standing of a number.

    ``sentence`` is the text in front of the number back to the beginning of its sentence, and
    ``after`` some text behind it. ``future`` says whether its period ends in or
    behind the year that the report plans for, ``past`` whether it ends before; ``binding`` whether
    the plan lays its indicator down as binding (约束性); ``undated`` whether nothing says of which
    year the report is, so that its words alone tell; ``carried`` whether its subject stands in
    front of an earlier item.
    """
    words = _words()
    clause = sentence[sentence.rfind("；") + 1 :][-REACH:]
    aims = undated and words.aim.search(clause)
    status = (
        "target" if aims else _status(words, sentence, clause, after, section_kind, future, past)
    )
    if status == "target":
        commitment: str | None = "binding" if binding else "expected"
        for nearest in words.commitment.finditer(clause):
            if carried or not _is_of_one(words, clause, nearest):
                commitment = nearest.lastgroup
        return Standing(status=status, commitment=commitment)
    estimated = status == "actual" and _is_estimate(words, sentence, after)
    return Standing(status=status, estimated=estimated)


def _is_of_one(words: _Words, clause: str, word: re.Match[str]) -> bool:
    """Whether a word in front of a comma speaks of that item of a list only.

    It does so where it belongs to a number (失业率控制在4%以内，…) or stands behind what it is said
    of (固定资产投资力争增长8%，…).
    """
    if clause.find("，", word.end()) < 0:
        return False
    if word[0] in words.hedges:
        return True
    begin = max(map(clause.rfind, "，：", (0, 0), (word.start(), word.start()))) + 1
    return known_indicators().ends_in_name(clause[begin : word.start()])


def _is_estimate(words: _Words, sentence: str, after: str) -> bool:
    """Whether 预计 speaks of a number: in its part of the sentence, at the head of a row of parts,
    or in brackets behind the number.
    """
    part = sentence[sentence.rfind("；") + 1 :]
    return bool(
        words.estimate.search(part)
        or (part != sentence and words.estimates.search(sentence))
        or (after.startswith("（") and words.estimate.match(after, 1))
    )


def is_aim(text: str) -> bool:
    """Whether a stretch says how firmly something is promised: 力争达到."""
    return _words().commitment.search(text) is not None


def _status(
    words: _Words,
    sentence: str,
    clause: str,
    after: str,
    section_kind: str | None,
    future: bool,
    past: bool,
) -> str:
    if words.aside.search(clause):
        return "target"
    if section_kind in DONE_KINDS:
        lead = clause.rpartition("，")[2]
        quoted = words.quoted.search(lead + _BREAK.split(after, maxsplit=1)[0])
        if quoted and not words.excess.search(lead):
            return "reference"
        promised = future and words.promise.search(clause)
        return "target" if promised or words.once.search(clause) else "actual"
    if words.reached.match(after):
        return "actual"
    if section_kind in TARGET_KINDS:
        now = words.present.search(clause)
        if not now and not past:
            return "target"
        return "target" if words.promise.search(now[0] if now else clause) else "actual"
    return "target" if future or words.promise.search(sentence) else "actual"
