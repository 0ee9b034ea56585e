"""Where the body speaks of a term: in its own words, in others, with a typo, or by a note mark.

A term is looked for without its quotation marks, in a body without them, so that “四好”农村路 and
四好农村路 are one; then by its quoted core (“五控”举措 for “五控”行动), by names that differ in one
character (门前前三小), and by note marks ([4] stands behind a mention of entry 4). A match inside
another word is none.

Offsets are clean ones. The time is linear in the text and in the terms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from govie.glossary.body import NOTES, SHORT, Body
from govie.glossary.enumerations import Span
from govie.glossary.index import NameIndex, one_off, shortened, type_behind, type_end
from govie.glossary.terms import bare
from govie.numbers.numerals import whole_number
from govie.text.glance import glancing

__all__ = ["find_mentions"]

_LATIN = re.compile(r"[0-9A-Za-z+]+")
_MIXED = glancing(r"(?=[0-9+]*[A-Za-z])[0-9A-Za-z+]+")
_NEAR_TYPE = 2
_CANDIDATES = 8


def find_mentions(
    body: Body, index: NameIndex, numbers: Sequence[Iterable[int]] = (), *, strict: bool = False
) -> list[list[Span]]:
    """For each name of an index the spans of its mentions, in order.

    ``numbers`` are those of the names' entries, for note marks; with ``strict``, quoted cores of
    two characters name nothing (“四新” may be many things where no list says which).
    """
    if not index.bare:
        return []
    search = _Search(body, index, strict)
    search.by_name()
    search.by_quotes()
    search.by_latin_core()
    search.by_note(numbers)
    return [sorted(set(spans)) for spans in search.found]


class _Search:
    """One search for all names of an index."""

    def __init__(self, body: Body, index: NameIndex, strict: bool) -> None:
        self.body = body
        self.text = body.text
        self.index = index
        self.strict = strict
        self.found: list[list[Span]] = [[] for _ in index.bare]
        self._starts: dict[int, set[int]] = defaultdict(set)
        """Where mentions start, or the quotation inside them, and what they name."""

    def by_name(self) -> None:
        """Terms as they are called in the list, with quotation marks or without."""
        for form, start, end in self.index.automaton.find_matches_as_indexes(self.body.bare):
            span = self.body.clean(start, end)
            if span and self.body.is_free(span) and self.body.is_word(span):
                self._add(self.index.named(form), span)

    def by_quotes(self) -> None:
        """Quoted strings that are a term's core, or differ from a term in one character."""
        index = self.index
        for start, end in self.body.quoted:
            quoted = self.text[start:end]
            known = start in self._starts
            if quoted in index.cores and (not self.strict or len(quoted) > SHORT):
                if self.body.is_free((start, end)) and (not known or _LATIN.fullmatch(quoted)):
                    here = self._starts.get(start, ())
                    names = [name for name in index.cores[quoted] if name not in here]
                    if names:
                        self._add(names, self._extended(start, end, index.bare[names[0]]))
            elif known or self.strict or not self.body.is_free((start, end)):
                continue
            elif similar := self._similar(quoted):
                self._add(similar, (start, end))
            elif quoted in index.heads:
                self._by_head(start, end, index.heads[quoted])

    def by_latin_core(self) -> None:
        """6S精益管理 for “6S”管理: a core of letters and digits, its tail close behind."""
        cores = {core for core in self.index.cores if _MIXED.fullmatch(core)}
        if not cores:
            return
        for match in _MIXED.finditer(self.text):
            start, end = match.span()
            if (
                match[0] not in cores
                or start in self._starts
                or not self.body.is_free((start, end))
            ):
                continue
            for index in self.index.cores[match[0]]:
                _, _, tail = self.index.bare[index].partition(match[0])
                at = self.text.find(tail, end, end + 5 + len(tail)) if tail else -1
                if at >= 0:
                    self._add([index], (start, at + len(tail)))

    def by_note(self, numbers: Sequence[Iterable[int]]) -> None:
        """What stands in front of a note mark, where nothing was found there."""
        entries: dict[int, list[int]] = defaultdict(list)
        for index, own in enumerate(numbers):
            for number in own:
                entries[number].append(index)
        if not entries:
            return
        ends = {span[1]: index for index, spans in enumerate(self.found) for span in spans}
        for match in NOTES.finditer(self.text):
            number = whole_number(match[match.lastindex or 0])
            names = entries.get(number)
            at = match.start()
            if not names or not self.body.is_free(match.span()):
                continue
            if ends.get(at) in names or ends.get(at - 1) in names:
                continue
            if span := self._in_front(at, self.index.bare[names[-1]]):
                self._add(names[-1:], span)

    def _in_front(self, at: int, name: str) -> Span | None:
        """The mention that ends at a note mark: the longest stretch that the term holds too."""
        text = self.text
        end = at - 1 if text[at - 1 : at] == "”" else at
        start = end
        while start > 0 and end - start < 40 and text[start - 1] not in "，。；：、！？\n]】〕":
            if text[start - 1] != "“" and bare(text[start - 1 : end]) not in name:
                break
            start -= 1
        while start < end and text[start] in "“”":
            start += 1
        if end - start >= 2:
            return start, end
        opening = text.rfind("“", max(0, at - 30), at) + 1
        if end < at and opening and len(set(text[opening:end]) & set(name)) >= 2:
            return opening, end
        return None

    def _similar(self, quoted: str) -> list[int]:
        """Terms that differ from a quoted string by one character, none of it a numeral."""
        index = self.index
        if len(quoted) < 4 or not (quoted[0] in index.firsts or quoted[-1] in index.lasts):
            return []
        for near in shortened(quoted):
            for which in index.near.get(near, ())[:_CANDIDATES]:
                if any(one_off(quoted, variant) for variant in index.variants[which]):
                    return [which]
        return []

    def _by_head(self, start: int, end: int, names: list[int]) -> None:
        """“四好”农村公路 for 四好农村路: the quoted head, then nearly the rest."""
        for index in names[:_CANDIDATES]:
            rest = self.index.bare[index][end - start :]
            behind = self.text[end + 1 : end + 2 + len(rest)]
            if len(rest) < 3 or not behind.startswith(rest[0]):
                continue
            for size in (len(rest), len(rest) + 1, len(rest) - 1):
                if one_off(behind[:size], rest):
                    self._add([index], (start - 1, end + 1 + size))
                    return

    def _extended(self, start: int, end: int, name: str) -> Span:
        """A quoted core with its type word: “五控”举措, “3+5+2”现代产业体系.

        Farther behind it only the term's own type word belongs to it.
        """
        match = type_behind().match(self.text, end + 1)
        if match is None:
            return start, end
        own = type_end().search(name)
        near = match.end() - end - 1 <= _NEAR_TYPE
        return (
            (start - 1, match.end())
            if near or (own and match[0].endswith(own[0]))
            else (start, end)
        )

    def _add(self, names: list[int], span: Span) -> None:
        for index in names:
            self.found[index].append(span)
        opening = self.text.find("“", *span)
        self._starts[opening + 1 if opening >= 0 else span[0]].update(names)
        self._starts[span[0]].update(names)
