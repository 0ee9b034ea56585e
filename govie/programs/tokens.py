"""The words of a masked text: type words, and the stretch of clause in front of each.

A stretch reaches back to the nearest lead word or break; names begin and end within it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from govie.packs import Pattern
from govie.programs.quotes import MASKS, Quotes, is_packed
from govie.programs.words import Words

__all__ = ["REACH", "Head", "Stretch", "Tokens"]

REACH = 40
"""How far in front of a type word or quote the beginning of its name is looked for."""
_LONGEST_OBJECT = 24
"""Characters of a noun that a verb governs, without its type word."""
_MOST_TOKENS = 80
"""How many words in front of a type word its stretch is followed back."""
_NUMBER = re.compile("[0-9]{3,6}")
"""A formula whose signs stand for its parts: “1234”总体思路."""
_CUTS = frozenset(["LEAD", "GOVERN", "BREAK"])
_JOINTS = frozenset(["LINK", "ETC"])
_start = itemgetter(1)


class Head(NamedTuple):
    """A type word, or several in a row."""

    first: Pattern
    last: Pattern
    start: int
    bare: int
    """Where it starts for a name without quotes: behind the last word that needs some."""
    end: int
    weak: bool
    """Whether it makes a name of a quoted phrase only."""

    @property
    def kind(self) -> str:
        """The kind of the programmes that it names."""
        return self.last.label

    @property
    def apart(self) -> bool:
        """Whether each of the names that 、 or 和 joins before it is one of its own."""
        return bool(self.last.meta.get("apart"))

    @property
    def any(self) -> bool:
        """Whether words that say nothing by themselves make a name with it: 项目建设年."""
        return bool(self.first.meta.get("any") or self.last.meta.get("any"))

    @property
    def topic(self) -> bool:
        """Whether a field of work makes a name with it: 城市提升行动, 文化体制改革."""
        return bool(self.last.meta.get("topic"))

    @property
    def behind(self) -> tuple[str, ...]:
        """The verbs behind which a name needs no quotes: 推行诚信等级制度."""
        return tuple(self.last.meta.get("behind", ()))

    def takes(self, phrase: str) -> bool:
        """Whether it makes a name of a quoted phrase: some only of formulas (“1234”总体思路)."""
        formula = self.last.meta.get("formula")
        return not formula or is_packed(phrase) or bool(_NUMBER.fullmatch(phrase))

    def stands_in(self, text: str) -> bool:
        """Whether the guards of its words let it stand where it does."""
        return not (
            (self.last.not_before and text.startswith(self.last.not_before, self.end))
            or (self.first.not_after and text.endswith(self.first.not_after, 0, self.start))
        )


class Stretch(NamedTuple):
    """What stands in front of a type word, back to the nearest lead word or break."""

    cut: int
    """Where the lead word or break ends."""
    governed: bool
    """Whether that is a verb of doing."""
    links: list[tuple[int, int]]
    """、 and 和 in the stretch, in order."""
    etc: int | None
    """The 等 of the stretch."""
    ends: set[int]
    """Where other type words of it end."""


class Tokens:
    """The words of a masked text, by place."""

    def __init__(self, quotes: Quotes, words: Words) -> None:
        self._quotes, self._masked = quotes, quotes.masked
        self._patterns, self._roles = words.patterns, words.roles
        self._heads, self._weak, self._quoted = words.heads, words.weak, words.quoted
        self._doing, self._inner = words.doing, words.inner
        # Of each the number of the word, its start and its end.
        self._all: list[tuple[int, int, int]] = words.automaton.find_matches_as_indexes(
            quotes.masked
        )

    def heads(self) -> Iterator[tuple[Head, int]]:
        """The type words that may end a name, with their indexes.

        Those that are verbs where they stand are left out, and those that need a quote in front in
        their clause and have none.
        """
        tokens, heads, weak = self._all, self._heads, self._weak
        free = 0
        for at in [at for at, token in enumerate(tokens) if token[0] in heads]:
            first, start, end = tokens[at]
            if at < free or (first in weak and self._is_verb(at)):
                continue
            last, bare = first, start
            free = at + 1
            while free < len(tokens) and tokens[free][1] == end and self._goes_on(last, free):
                if last == first and self._is_held(first, start):
                    bare, first = end, tokens[free][0]
                elif last in weak:
                    bare = end
                last, _, end = tokens[free]
                free += 1
            if last not in self._quoted or self._quotes.in_clause(start):
                named = self._patterns[first], self._patterns[last]
                yield Head(*named, start, bare, end, last in weak), at

    def _is_held(self, word: int, start: int) -> bool:
        """Whether what stands in front makes a type word part of another word: 能源革命."""
        held = self._patterns[word].not_after
        return bool(held) and self._masked.endswith(held, 0, start)

    def _goes_on(self, last: int, at: int) -> bool:
        """Whether the token at an index is a type word that goes on with the one before."""
        word = self._all[at][0]
        return word in self._heads and (last in self._weak or word not in self._weak)

    def _is_verb(self, at: int) -> bool:
        """Whether a type word that needs quotes stands where a name begins: 建设, 创建, 整治."""
        start = self._all[at][1]
        return self._all[at - 1][2] == start and self._cuts(at - 1) if at else start == 0

    def stretch(self, at: int) -> Stretch:
        """The stretch in front of the type word at an index."""
        links: list[tuple[int, int]] = []
        etc: int | None = None
        ends: set[int] = set()
        oldest = max(at - _MOST_TOKENS, 0)
        edge = oldest - 1
        for before in range(at - 1, oldest - 1, -1):
            word, start, end = self._all[before]
            role = self._roles[word]
            if role == "LINK":
                links.append((start, end))
            elif role == "ETC" and etc is None and not ends:
                etc = start
            elif self._is_edge(before):
                verb = self._verb_of_doing(before, self._all[at][1])
                edge = before if verb is None else verb
                break
            elif word in self._heads and word not in self._weak:
                ends.add(end)
        links.reverse()
        word, _, cut = self._all[edge] if edge >= 0 else (-1, 0, 0)
        return Stretch(cut, word in self._doing, links, etc, ends)

    def _verb_of_doing(self, before: int, head: int) -> int | None:
        """The index of the verb whose object reaches over a word at an index to a type word.

        Verbs are part of the noun that 开展 governs: 开展规范执法行动, 实施数字化转型提档升级行动.
        """
        for at in range(before, -1, -1):
            word, start, end = self._all[at]
            if word in self._doing:
                within = self._masked[end:head]
                fits = at < before and len(within) <= _LONGEST_OBJECT
                return at if fits and MASKS.isdisjoint(within) else None
            is_verb = word in self._inner or word in self._weak or self._joins_verbs(at)
            if not is_verb and (word in self._heads or self._is_edge(at)):
                return None
            if head - start > _LONGEST_OBJECT:
                return None
        return None

    def _joins_verbs(self, at: int) -> bool:
        """Whether the word at an index is the 和 of two verbs: 防范和化解."""
        word, start, end = self._all[at]
        if self._roles[word] != "LINK" or not 0 < at < len(self._all) - 1:
            return False
        before, after = self._all[at - 1], self._all[at + 1]
        joined = before[2] == start and end == after[1]
        return joined and before[0] in self._inner and after[0] in self._inner

    def edge(self, offset: int, across_links: bool = False) -> tuple[int, str]:
        """Where the last word in front of an offset ends that no name goes across, and its role."""
        at = bisect_left(self._all, offset, key=_start) - 1
        while at >= 0 and offset - self._all[at][1] <= REACH:
            role = self._roles[self._all[at][0]]
            if role in _CUTS or (self._is_edge(at) and not (across_links and role == "LINK")):
                return self._all[at][2], role
            at -= 1
        return 0, "BREAK"

    def _is_edge(self, at: int) -> bool:
        """Whether no name goes across a word."""
        word = self._all[at][0]
        if word in self._heads:
            return word in self._weak and self._is_verb(at)
        return self._roles[word] in _JOINTS or self._cuts(at)

    def _cuts(self, at: int) -> bool:
        """Whether a word is a lead word or break."""
        word, start, _ = self._all[at]
        role = self._roles[word]
        if word in self._inner:
            return not self._ends_item(at)
        # The 的 between a quote and its type word does not cut: “X”的工作机制.
        return role in _CUTS or (role == "OF" and self._masked[max(start - 1, 0)] != "○")

    def _ends_item(self, at: int) -> bool:
        """Whether a verb ends an item of a list, so that it governs nothing: 外向带动、科教兴市."""
        end = self._all[at][2]
        return self._masked.startswith("、", end) and not self._joins_verbs(at + 1)
