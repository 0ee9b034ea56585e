"""What a term may be called: an index of the forms of many names, for one pass over a text.

A name has *forms* that stand for it without quotation marks (四好农村路, 专精特新 for
专精特新企业), *cores* that do so in quotation marks only (“五控” for “五控”行动), *near* forms that
lack one character, and *heads* that it begins with.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from govie.glossary.terms import bare
from govie.glossary.words import any_word
from govie.packs import per_packs

__all__ = ["NUMERALS", "NameIndex", "one_off", "shortened", "type_behind", "type_end"]

NUMERALS = frozenset("一二三四五六七八九十百千万亿双两0123456789")

_QUOTED = re.compile(r"“([^“”\n]{1,30})”")
_PARENTHESES = re.compile(r"（[^（）]{1,20}）")
_VAGUE_CORE = re.compile(r"[一二三四五六七八九十两几]{1,2}个一|[0-9一二三四五六七八九十]{1,2}")
_SLOGAN = 4
"""Characters of a core that names its term without quotation marks too: 专精特新."""
_NEAR_FROM, _NEAR_TO = 4, 30
_HEAD_TO = 6


@per_packs
def type_behind() -> re.Pattern[str]:
    """A type word at most four characters behind: 现代产业体系."""
    return re.compile(rf"[^，。；：、！？（）《》\[\]【】〔〕“”‘’^\n]{{0,4}}?{any_word('TYPE')}")


@per_packs
def type_end() -> re.Pattern[str]:
    """The type word that a name ends with."""
    return re.compile(f"{any_word('TYPE')}$")


class NameIndex:
    """The forms of names, each with the places of the names in the list given."""

    def __init__(self, names: Sequence[str]) -> None:
        self.bare = [bare(name) for name in names]
        self.cores: dict[str, list[int]] = defaultdict(list)
        self.near: dict[str, list[int]] = defaultdict(list)
        self.heads: dict[str, list[int]] = defaultdict(list)
        self._forms: dict[str, list[int]] = defaultdict(list)
        self.variants: list[tuple[str, ...]] = []
        for index, name in enumerate(names):
            self._enter(index, name, self.bare[index])
        every = [variant for variants in self.variants for variant in variants]
        self.firsts = frozenset(variant[0] for variant in every)
        self.lasts = frozenset(variant[-1] for variant in every)
        self.forms = list(self._forms)
        self.automaton = AhoCorasick(self.forms, matchkind=MatchKind.LeftmostLongest)

    def named(self, form: int) -> list[int]:
        """The names that a form of the automaton stands for."""
        return self._forms[self.forms[form]]

    def _enter(self, index: int, name: str, plain: str) -> None:
        cores = _cores(name, plain)
        slogans = [core for core in cores if "“" not in name and _is_slogan(core)]
        for form in dict.fromkeys([*_forms(plain), *slogans]):
            self._forms[form].append(index)
        for core in cores:
            self.cores[core].append(index)
        variants = tuple(
            form for form in dict.fromkeys([plain, *cores]) if _NEAR_FROM <= len(form) <= _NEAR_TO
        )
        self.variants.append(variants)
        for variant in variants:
            for near in shortened(variant):
                self.near[near].append(index)
        for size in range(2, min(len(plain) - 1, _HEAD_TO)):
            self.heads[plain[:size]].append(index)


def _forms(plain: str) -> list[str]:
    forms = [plain, plain.replace("、", ""), _PARENTHESES.sub("", plain)]
    return [form for form in forms if len(form) >= 2]


def _cores(name: str, plain: str) -> list[str]:
    cores = []
    match = _QUOTED.search(name)
    if match and len(name) > len(match[0]):
        at_edge = match.start() == 0 or match.end() == len(name)
        if at_edge or not NUMERALS.isdisjoint(match[1]):
            cores.append(match[1])
    elif type_word := type_end().search(plain):
        cores.append(plain[: type_word.start()])
    short = _PARENTHESES.sub("", plain)
    if len(short) == 1 or short != plain:
        cores.append(short)
    return [core for core in cores if core and not _VAGUE_CORE.fullmatch(core)]


def _is_slogan(core: str) -> bool:
    return len(core) == _SLOGAN and NUMERALS.isdisjoint(core)


def shortened(word: str) -> set[str]:
    """The word, and the word without each of its characters."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def one_off(one: str, other: str) -> bool:
    """Whether two words differ in one character that is no numeral."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    if [c for c in one if c in NUMERALS] != [c for c in other if c in NUMERALS]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        return len(one) > _NEAR_FROM and one[start + 1 :] == other[start + 1 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[start + 1 :] == shorter[start:]
