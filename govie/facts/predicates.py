"""What stands between a subject and its number: verbs, adverbs, dates, bases of comparison."""

from __future__ import annotations

from govie.facts.cues import Cues
from govie.facts.phrases import comparison_before, phrase_before
from govie.packs import Pattern

__all__ = ["Predicate"]

_STEPS = 12
"""How many words are taken off at most."""


class Predicate:
    """Takes words off the right end of a lead, and notes what they say."""

    def __init__(self, text: str, start: int, end: int, cues: Cues, ranked: bool) -> None:
        self.end = end
        self.change: str | None = None
        self.growth: str | None = None
        self.role: str | None = None
        self.verb: tuple[int, int] | None = None
        self.share: tuple[int, int] | None = None
        self.level = self.reached = self.improves = False
        while ranked and (found := cues.ranking.search(text, max(start, self.end - 20), self.end)):
            self.end = found.start()
        self._strip(text, start, cues)
        if not ranked and self._noun(text, start, cues):
            self._strip(text, start, cues)

    def _strip(self, text: str, start: int, cues: Cues) -> None:
        for _ in range(_STEPS):
            if not (self._word(text, start, cues) or self._phrase(text, start, cues)):
                break

    def _word(self, text: str, start: int, cues: Cues) -> bool:
        """Take off a word that the lists know."""
        word = cues.predicates.at_end(text, start, self.end)
        if word is None or word.pattern is None:
            return False
        if word.label == "CHANGE":
            if self._is_named(text, start, word, cues):
                return False
            if self.change is None:
                self.improves = bool(word.meta.get("improves"))
                self.change = word.meta.get("direction")
        elif word.label == "LEVEL":
            self.level = self.level or not self.change
            self.reached = self.reached or not word.meta.get("counts")
        elif word.label == "ADVERB":
            if self.end - len(word.pattern) == start and cues.leans(word.pattern, "per"):
                return False
            self.role = self.role or word.meta.get("role")
        elif self.end - len(word.pattern) - start < 2 or self._is_named(text, start, word, cues):
            return False
        else:
            self.verb = self.verb or (self.end - len(word.pattern), self.end)
        self.end -= len(word.pattern)
        return self.end > start

    def _is_named(self, text: str, start: int, verb: Pattern, cues: Cues) -> bool:
        """Whether a word at the end is part of a name: 高质量发展, 稳增长."""
        name = cues.protected.at_end(text, start, self.end)
        return name is not None and name.label == "PROTECTED" and len(name.word) > len(verb.word)

    def _phrase(self, text: str, start: int, cues: Cues) -> bool:
        """Take off a bracket, a note mark, the base of a comparison or a date."""
        if found := comparison_before(text, start, self.end, cues):
            self.change = self.change or _direction(found[0], cues)
            if found[0].startswith("占"):
                self.share = self.share or (found.start(), found.end() - found[0].endswith("的"))
            self.end = found.start()
        elif (begin := phrase_before(text, start, self.end)) is not None:
            self.end = begin
        else:
            return False
        return self.end > start

    def _noun(self, text: str, start: int, cues: Cues) -> bool:
        """Take a noun of change off the subject's end: 居民消费价格涨幅."""
        while aside := cues.asides.at_end(text, start, self.end):
            self.end -= len(aside.word)
            if text.endswith("的", start, self.end):
                self.end -= 1
        noun = cues.growth.at_end(text, start, self.end)
        if noun and not self._is_named(text, start, noun, cues):
            self.growth = noun.meta.get("direction")
            self.end -= len(noun.word)
            return True
        return False


def _direction(comparison: str, cues: Cues) -> str | None:
    """高于全省平均水平 is up, 低于 down, as 比上年高 and 低 are; 比上年 says nothing."""
    end = len(comparison)
    if cues.below.at_start(comparison, 0, end) or cues.below.at_end(comparison, 0, end):
        return "down"
    if cues.above.at_start(comparison, 0, end) or cues.above.at_end(comparison, 0, end):
        return "up"
    return None
