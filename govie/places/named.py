"""Names of the gazetteer in running text: which are meant as places, and which place is meant.

An official name (天元区) counts wherever its guards let it stand. A short name counts within its
reach: 株洲 anywhere, 醴陵 in texts of its province, 天元 in those of its prefecture, and everyday
words (和平, 建设) only in a list with their neighbours (和平、河西两区). Which of several divisions
of a name is meant is settled by names in front (湖南省株洲市天元区 is one place) and by the
jurisdiction.
"""

from __future__ import annotations

from collections.abc import Sequence

from govie.packs import Pattern
from govie.packs.gazetteer import Hit
from govie.places.divisions import Division, Divisions, Lookup, known_divisions
from govie.places.home import Home
from govie.places.homonyms import other_kind
from govie.places.lists import LIST_MARKS, ListReader
from govie.places.match import PlaceMatch, Setting
from govie.places.words import PlaceWord, Vocabulary, words_of

__all__ = ["NameReader"]

_LEVELS = frozenset({"province", "prefecture", "county"})
_SIGNED = frozenset({"", " ", "\n", "）", ")"})
"""What stands behind the name of a person who signs: nothing but a space, line break or bracket."""


class NameReader:
    """Reads the names among the words of one document."""

    def __init__(
        self,
        text: str,
        setting: Setting,
        vocabulary: Vocabulary,
        divisions: Divisions | None = None,
    ) -> None:
        self.text = text
        self.setting = setting
        self.vocabulary = vocabulary
        self.divisions = divisions or known_divisions()
        self.home = Home(setting, self.divisions)
        self._looked_up: dict[str, Lookup] = {}
        self._reaches: dict[int, str] = {}

    def read(self, tokens: Sequence[Hit], notable: Sequence[int]) -> dict[int, PlaceMatch]:
        """Places by the index of their last word; words that join into one place give one match.

        The words that name places are among those whose indexes are `notable`.
        """
        found: dict[int, PlaceMatch] = {}
        waiting: list[int] = []
        last = -1
        words, naming = self.vocabulary.words, self.vocabulary.naming
        for at in [at for at in notable if tokens[at][0] in naming]:
            number, start, end = tokens[at]
            word = words[number]
            if word.scope:
                if place := self.home.deictic(start, end, self.text[start:end], word.scope):
                    found[at] = place
                continue
            place = self._chained(found, tokens, at, last)
            if place:
                del found[last]
                found[at] = place
                last = at
            elif self.reach(word) == "here":
                if self.text[end : end + 1] in _SIGNED and self._is_person(start, end):
                    continue
                found[at] = self._place(tokens, at, found)
                last = at
            elif self._is_listed(start, end) and (
                word.role == "name" or self.reach(word) == "list"
            ):
                waiting.append(at)
        lists = ListReader(self.text, self.vocabulary, self._one_division, tokens, found)
        for at in list(lists.read(waiting)):
            found[at] = self._place(tokens, at, found, "list")
        return found

    def reach(self, word: PlaceWord) -> str:
        """``here`` where the word may stand for itself, ``list`` in a list only, or ``no``."""
        reach = self._reaches.get(id(word))
        if reach is None:
            reaches = {
                self._pattern_reach(pattern, word.role)
                for pattern in word.names
                if "after" not in pattern.meta
            }
            reach = next((r for r in ("here", "list") if r in reaches), "no")
            self._reaches[id(word)] = reach
        return reach

    def _pattern_reach(self, pattern: Pattern, role: str) -> str:
        reach = pattern.meta.get("reach", "anywhere")
        own = self.setting.jurisdiction or ""
        if reach == "anywhere" or (pattern.id == own and role == "name"):
            return "here"
        if reach == "province":
            return "here" if pattern.id[:2] == own[:2] else "no"
        near = pattern.id[:4] == own[:4] or (own.endswith("0000") and pattern.id[:2] == own[:2])
        if reach == "prefecture":
            return "here" if near else "no"
        return "list" if near else "no"

    def _lookup(self, name: str) -> Lookup:
        found = self._looked_up.get(name)
        if found is None:
            found = self.divisions.lookup(
                name, within=self.setting.jurisdiction, year=self.setting.year
            )
            self._looked_up[name] = found
        return found

    def _one_division(self, name: str) -> Division | None:
        return self._lookup(name).division

    def _place(
        self, tokens: Sequence[Hit], at: int, found: dict[int, PlaceMatch], rule: str = "name"
    ) -> PlaceMatch:
        _, start, end = tokens[at]
        form = self.text[start:end]
        pattern = other_kind(self.text, tokens, at, self.vocabulary, found, self._is_near)
        if pattern:
            return PlaceMatch(
                start=start,
                end=end,
                kind=pattern.label,
                name=pattern.meta.get("name", pattern.id),
                form=form,
                adcode=pattern.id if pattern.id.isdigit() else None,
                rule="named",
                pattern=pattern.id,
            )
        return self._division(start, end, self._lookup(form), rule)

    def _is_near(self, pattern: Pattern, role: str) -> bool:
        """Whether a division counts by itself here, and is of the jurisdiction's province."""
        own = self.setting.jurisdiction or ""
        return self._pattern_reach(pattern, role) == "here" and pattern.id[:2] == own[:2]

    def _is_listed(self, start: int, end: int) -> bool:
        """Whether a name stands next to a mark of a list."""
        return self.text[end : end + 1] in LIST_MARKS or self.text[start - 1 : start] in LIST_MARKS

    def _is_person(self, start: int, end: int) -> bool:
        """Whether a name ends that of a person who signs: 市长 王安顺."""
        if end - start != 2 or not "一" <= self.text[start - 1 : start] <= "龥":
            return False
        title = start - 1 - self.text[start - 2 : start - 1].isspace()
        return self.text.endswith(words_of("TITLE"), 0, title)

    def _division(self, start: int, end: int, found: Lookup, rule: str) -> PlaceMatch:
        """The division of a name. A former name keeps the code that went with it, and today's is
        the pattern; but the document's own jurisdiction has the document's code throughout."""
        division = found.division
        code = division.code if division else None
        old = found.former.code if found.former and code != self.setting.jurisdiction else None
        return PlaceMatch(
            start=start,
            end=end,
            kind=division.level if division else found.candidates[0].level,
            name=found.display,
            form=self.text[start:end],
            adcode=old or code,
            candidates=() if division else tuple(each.code for each in found.candidates),
            rule=rule,
            pattern=code,
        )

    def _chained(
        self, found: dict[int, PlaceMatch], tokens: Sequence[Hit], at: int, last: int
    ) -> PlaceMatch | None:
        """The place that a name makes together with the name of its parent right in front."""
        above = found.get(last)
        number, start, end = tokens[at]
        word = self.vocabulary.words[number]
        if above is None or above.end != start or above.kind not in _LEVELS:
            return None
        name = self.text[start:end]
        if not any(self._follows(pattern, name) for pattern in word.names):
            return None
        uppers = [above.pattern] if above.pattern else list(above.candidates)
        below = [
            found
            for upper in uppers
            for found in [self.divisions.lookup(name, within=upper, year=self.setting.year)]
            if found.division
            and found.division.code != upper
            and self.divisions.contains(upper, found.division.code)
        ]
        if len(below) != 1:
            return None
        return self._division(above.start, end, below[0], "chain")

    def _follows(self, pattern: Pattern, name: str) -> bool:
        """Whether a name may follow that of its parent: all but short ones that are words."""
        if pattern.meta.get("reach") != "list":
            return True
        division = self.divisions.by_code(pattern.id)
        return division is not None and division.name == name

    def origin(self, start: int, end: int) -> PlaceMatch:
        """The place that a product is from: a division, else a township."""
        form = self.text[start:end]
        found = self._lookup(form)
        if found.candidates:
            return self._division(start, end, found, "origin")
        return self.township(start, end, "origin")

    def township(self, start: int, end: int, rule: str = "record") -> PlaceMatch:
        """A township, one of the jurisdiction's own if its name is on record."""
        form = self.text[start:end]
        name, code = self.home.township(form)
        return PlaceMatch(
            start=start, end=end, kind="township", name=name, form=form, rule=rule, pattern=code
        )

    def parts(self, chain: PlaceMatch) -> list[PlaceMatch]:
        """The names that a chain of divisions is made of, each as a place of its own."""
        lower = self.divisions.by_code(chain.pattern)
        found: list[PlaceMatch] = []
        end = chain.end
        uppers = self.divisions.parents(lower.code) if lower else ()
        for division in (lower, *uppers):
            if division is None:
                break
            former = [former.name for former in division.former_names]
            for name in (division.name, *division.short_names, *former):
                start = end - len(name)
                if start >= chain.start and self.text.startswith(name, start):
                    part = self.divisions.lookup(name, within=division.code, year=self.setting.year)
                    found.append(self._division(start, end, part, "part"))
                    end = start
                    break
        return found[::-1]
