"""The words by which programmes that no file names are discovered.

They live in ``patterns/program_words/``, under these labels:

* a programme kind: a *head*, the type word that ends a name; with ``reach`` ``quoted`` it needs a
  quoted name before it, with ``apart`` names that are joined before it are names of their own;
  with ``formula`` a quoted formula of numbers; with ``regex`` a form that quoted names of the kind
  have;
* ``GOVERN``, ``LEAD``: a name may begin where they end; what GOVERN governs is one if quoted;
  with ``noun`` a noun follows a verb of GOVERN, in which one of LEAD may stand (开展规范执法行动);
* ``SHARED``: ends of heads that all names of a list share behind a verb of doing;
* ``PLAIN``: words that only hold the signs of one of the others;
* ``FILLER``: what makes no name by itself; ``FIELD``: what makes a list one of fields;
* ``OPENING``: what stands in front of names and is no part of them;
* ``VARIABLE_OPENING``, ``VARIABLE_ENDING``: what variants of a name lack;
* ``NO_PROGRAM``: quoted words that name no programme, ``NO_PROGRAM_ENDING``: their ends,
  ``NO_PROGRAM_BEFORE``: what follows such words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ahocorasick_rs import AhoCorasick, MatchKind
from attrs import frozen

from govie.kinds import PROGRAM_KINDS
from govie.packs import Pattern, load_patterns, per_packs
from govie.packs.expressions import Compiled, compiled
from govie.packs.words import WordTable

__all__ = ["LISTED_KINDS", "Words", "load_words"]

LISTED_KINDS = frozenset({"reform", "pilot"})
"""Kinds whose names are listed without quotes and type words of their own: A、B等改革."""

_BREAKS = "，。；：！？（）\n《》,;:!?()"
_LINKS = ("、", "和", "与", "及", "以及", "暨")
_PLAN_PERIOD = re.compile(r"[一二三四五六七八九十]{1,3}五")
_LONGEST_HEAD = 10
_COUNT = re.compile(
    r"第?[一二两三四五六七八九十百千0-9几多余]{1,6}[个项批大类条件家轮期级届次方面]{1,2}"
    r"|[一二两三四五六七八九十]{1,3}"
)
_COUNT_IN_FRONT = (
    r"[0-9]{1,3}[.．]|[0-9]+(?:多|余)?[万千亿]?(?:多|余)?[项个批家类条件户年亩届座处所]"
    r"|[一两三四五六七八九十]届"
)


class Pieces:
    """Words that say nothing by themselves, and counts: what is made of them names nothing."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        """Of patterns only the words count, not their guards."""
        self._words = WordTable(
            Pattern(label="", pattern=pattern.pattern) for pattern in patterns if pattern.pattern
        )

    def make_up(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether ``text[start:end]`` is a row of counts, words and 、; so is nothing at all."""
        end = len(text) if end is None else end
        while start < end:
            if count := _COUNT.match(text, start, end):
                start = count.end()
            elif word := self._words.at_start(text, start, end):
                start += len(word.word)
            elif text[start] == "、":
                start += 1
            else:
                return False
        return True


@frozen(kw_only=True)
class Words:
    """The words of discovery, ready for use."""

    automaton: AhoCorasick
    shapes: Mapping[str, Compiled]
    """Kind and form of quoted names without type word: 拿地即开工, 互联网+政务服务."""
    patterns: tuple[Pattern, ...]
    """What the automaton finds, by its indexes."""
    roles: tuple[str, ...]
    """The role of each pattern: HEAD, GOVERN, LEAD, OF, PLAIN, LINK, ETC or BREAK."""
    heads: frozenset[int]
    """The indexes of type words."""
    weak: frozenset[int]
    """The indexes of those that make a name of a quoted phrase only."""
    quoted: frozenset[int]
    """The indexes of those that make no name where no quote stands in front in their clause."""
    doing: frozenset[int]
    """The indexes of verbs that a noun follows, up to its type word: 实施, 开展."""
    inner: frozenset[int]
    """The indexes of lead words that may stand within such a noun: 规范, 降低."""
    bare_heads: Mapping[str, str]
    """Kind by type word, for those that need no quotes."""
    generic: Pieces
    """Counts and fillers."""
    topics: tuple[str, ...]
    """The fillers that are fields of work: 城市, 文化."""
    opening: re.Pattern[str]
    """Matches counts and words at the left end of a name that belong to no name."""
    empty: Pieces
    """Counts, fillers and heads."""
    shared: tuple[str, ...]
    """Ends of type words that all items of a governed list share: 实施A、B、C战略."""
    fields: tuple[str, ...]
    """What follows a list of fields of work rather than of names: 等领域改革."""
    variable_openings: tuple[str, ...]
    variable_endings: tuple[str, ...]
    """What one mention of a programme has at an end and another does not."""
    no_program: frozenset[str]
    no_program_ending: tuple[str, ...]
    no_program_before: WordTable

    def ending(self, phrase: str, prefixed: bool = False) -> str | None:
        """The kind of a phrase that ends in a type word or has the shape of a known sort of name.

        A type word must leave something of the phrase, unless words stand before it.
        """
        for kind, shape in self.shapes.items():
            if shape.fullmatch(phrase):
                return kind
        for width in range(min(_LONGEST_HEAD, len(phrase) - (0 if prefixed else 2)), 1, -1):
            if found := self.bare_heads.get(phrase[-width:]):
                return found
        return None

    def may_name(self, phrase: str) -> bool:
        """Whether a quoted phrase may name a programme by itself."""
        return (
            len(phrase) >= 2
            and phrase not in self.no_program
            and not phrase.endswith(self.no_program_ending)
            and not self.is_period(phrase)
        )

    def is_period(self, phrase: str) -> bool:
        """Whether a phrase is the period of a plan: 十四五."""
        return len(phrase) <= 4 and bool(_PLAN_PERIOD.fullmatch(phrase))

    def says_nothing(self, phrase: str) -> bool:
        """Whether a phrase is made of counts, fillers and heads only: “三年行动计划”, “回头看”."""
        return self.empty.make_up(phrase)


@per_packs
def load_words() -> Words:
    """The words of the packs in force."""
    by_label: dict[str, list[Pattern]] = {}
    for pattern in load_patterns("program_words"):
        by_label.setdefault(pattern.label, []).append(pattern)

    def of(label: str) -> list[str]:
        return [pattern.pattern for pattern in by_label.get(label, []) if pattern.pattern]

    scanned = [
        pattern
        for label, patterns in by_label.items()
        if label in PROGRAM_KINDS or label in {"GOVERN", "LEAD", "PLAIN"}
        for pattern in patterns
        if pattern.pattern
    ]
    scanned += [Pattern(label="BREAK", pattern=sign) for sign in _BREAKS]
    scanned += [Pattern(label="LINK", pattern=word) for word in _LINKS]
    scanned.append(Pattern(label="ETC", pattern="等"))
    # One word may be a head and a plain word; the first in order of the files wins.
    unique = tuple({pattern.pattern: pattern for pattern in reversed(scanned)}.values())
    roles = tuple(_role(pattern) for pattern in unique)
    head_numbers = frozenset(number for number, role in enumerate(roles) if role == "HEAD")
    weak = frozenset(number for number in head_numbers if _needs_quotes(unique[number]))
    nouns = [number for number, pattern in enumerate(unique) if pattern.meta.get("noun")]
    fillers = by_label.get("FILLER", [])
    heads = [pattern for kind in sorted(PROGRAM_KINDS) for pattern in by_label.get(kind, [])]
    return Words(
        automaton=AhoCorasick(
            [pattern.word for pattern in unique], matchkind=MatchKind.LeftmostLongest
        ),
        patterns=unique,
        roles=roles,
        heads=head_numbers,
        weak=weak,
        quoted=frozenset(
            number
            for number in weak
            if unique[number].label not in LISTED_KINDS and not unique[number].meta.get("behind")
        ),
        doing=frozenset(number for number in nouns if roles[number] == "GOVERN"),
        inner=frozenset(number for number in nouns if roles[number] == "LEAD"),
        shapes={
            label: compiled("|".join(pattern.regex for pattern in patterns if pattern.regex))
            for label, patterns in by_label.items()
            if any(pattern.regex for pattern in patterns)
        },
        bare_heads={
            pattern.pattern: pattern.label
            for pattern in unique
            if pattern.pattern and pattern.label in PROGRAM_KINDS and not _needs_quotes(pattern)
        },
        generic=Pieces(fillers),
        topics=tuple(pattern.word for pattern in fillers if pattern.meta.get("topic")),
        empty=Pieces([*fillers, *heads]),
        opening=_opening(of("OPENING")),
        shared=tuple(of("SHARED")),
        fields=tuple(of("FIELD")),
        variable_openings=tuple(of("VARIABLE_OPENING")),
        variable_endings=tuple(of("VARIABLE_ENDING")),
        no_program=frozenset(of("NO_PROGRAM")),
        no_program_ending=tuple(of("NO_PROGRAM_ENDING")),
        no_program_before=WordTable(by_label.get("NO_PROGRAM_BEFORE", [])),
    )


def _opening(words: Iterable[str]) -> re.Pattern[str]:
    """Counts and such words in a row."""
    return re.compile(f"(?:{'|'.join([_COUNT_IN_FRONT, '、', *map(re.escape, words)])})*")


def _needs_quotes(head: Pattern) -> bool:
    """Whether a type word makes a name of a quoted phrase only."""
    return head.meta.get("reach") == "quoted"


def _role(pattern: Pattern) -> str:
    if pattern.label in PROGRAM_KINDS:
        return "HEAD"
    return "OF" if pattern.pattern == "的" else pattern.label
