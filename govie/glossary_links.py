"""Where the body speaks of a term: in its own words, in others, with a typo, or by a note mark.

A term is looked for without its quotation marks, in a body without them, so that “四好”农村路 and
四好农村路 are one; then by its quoted core (“五控”举措 for “五控”行动), by names that differ in one
character (门前前三小), and by note marks ([4] stands behind a mention of entry 4). A match inside
another word is none.

Offsets are clean ones. The time is linear in the text and in the terms.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from govie.enumerations import Span
from govie.glossary_terms import Draft, bare
from govie.packs import load_patterns

__all__ = ["find_mentions"]

_QUOTE_SIGNS = re.compile("[“”‘’]")
_QUOTED = re.compile(r"“([^“”\n]{1,30})”")
_NUMERALS = "一二三四五六七八九十百千万亿双两0123456789"
_NOTE = re.compile(r"\^?\[([0-9]{1,3})\]|【([0-9]{1,3})】|〔([0-9]{1,3})〕|([①-⑳])")
_PARENTHESES = re.compile(r"（[^（）]{1,20}）")
_VAGUE_CORE = re.compile(r"[一二三四五六七八九十两几]{1,2}个一|[0-9一二三四五六七八九十]{1,2}")
_LATIN = re.compile(r"[0-9A-Za-z+]+")
_EDGE = "，。；：、！？（）《》【】〔〕[]“”‘’\n"
_SHORT = 2


@cache
def _type_words() -> str:
    words = [p.pattern for p in load_patterns("glossary") if p.label == "TYPE" and p.pattern]
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


@cache
def _type_behind() -> re.Pattern[str]:
    return re.compile(rf"[^，。；：、！？（）《》\[\]【】〔〕“”‘’^\n]{{0,4}}?{_type_words()}")


@cache
def _type_end() -> re.Pattern[str]:
    return re.compile(f"{_type_words()}$")


def find_mentions(text: str, drafts: list[Draft], taken: list[Span]) -> list[list[Span]]:
    """For each term the spans of its mentions outside the spans ``taken`` by definitions."""
    if not drafts:
        return []
    search = _Search(text, drafts, taken)
    search.by_name()
    search.by_core()
    search.by_note()
    return [sorted(set(spans)) for spans in search.found]


class _Search:
    """One search for all terms of a text."""

    def __init__(self, text: str, drafts: list[Draft], taken: list[Span]) -> None:
        self.text = text
        self.drafts = drafts
        self.found: list[list[Span]] = [[] for _ in drafts]
        self._taken = sorted(taken)
        self._taken_starts = [start for start, _ in self._taken]
        self._mentions: dict[int, Span] = {}
        self._quotes = [match.start() for match in _QUOTE_SIGNS.finditer(text)]
        self._bare_quotes = [offset - i for i, offset in enumerate(self._quotes)]
        self._bare = _QUOTE_SIGNS.sub("", text) if self._quotes else text
        self._in_quotes: dict[int, Span] = {}
        self._quoted = [match.span(1) for match in _QUOTED.finditer(text)]
        self._quoted_starts = [start for start, _ in self._quoted]

    def by_name(self) -> None:
        """Terms as they are called in the list, with quotation marks or without."""
        forms: dict[str, list[int]] = defaultdict(list)
        for index, draft in enumerate(self.drafts):
            for form in _forms(draft.name):
                if index not in forms[form]:
                    forms[form].append(index)
        names = list(forms)
        automaton = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
        for which, start, end in automaton.find_matches_as_indexes(self._bare):
            span = self._clean(start, end)
            if not self._free(span) or not self._word(span):
                continue
            self._add(forms[names[which]], span)

    def by_core(self) -> None:
        """Quoted strings that are a term's core, or differ from a term in one character."""
        cores: dict[str, list[int]] = defaultdict(list)
        near: dict[str, list[int]] = defaultdict(list)
        heads: dict[str, list[int]] = defaultdict(list)
        for index, draft in enumerate(self.drafts):
            name = bare(draft.name)
            for core in _cores(draft.name):
                cores[core].append(index)
            for form in {name, *_cores(draft.name)}:
                if 4 <= len(form) <= 30:
                    for variant in _shortened(form):
                        near[variant].append(index)
            for size in range(2, min(len(name) - 1, 6)):
                heads[name[:size]].append(index)
        for start, end in self._quoted:
            if not self._free((start, end)):
                continue
            quoted = self.text[start:end]
            span = self._extended(start, end)
            if quoted in cores:
                exact = self._mentions.get(start) or self._mentions.get(start - 1)
                if exact is None or _LATIN.fullmatch(quoted):
                    self._add(cores[quoted], span)
            elif start in self._mentions or start - 1 in self._mentions:
                continue
            elif similar := self._similar(quoted, near):
                self._add(similar, (start, end))
            elif quoted in heads:
                self._by_head(start, end, heads[quoted])
        self._latin_cores(cores)

    def by_note(self) -> None:
        """What stands in front of a note mark, where nothing was found there."""
        entries: dict[int, list[int]] = defaultdict(list)
        for index, draft in enumerate(self.drafts):
            if draft.number is not None:
                entries[draft.number].append(index)
        ends = {span[1]: index for index, spans in enumerate(self.found) for span in spans}
        for match in _NOTE.finditer(self.text):
            number = ord(match[4]) - ord("①") + 1 if match[4] else int(match[match.lastindex or 0])
            candidates = entries.get(number)
            if not candidates or not self._free(match.span()):
                continue
            at = match.start()
            if ends.get(at) in candidates or ends.get(at - 1) in candidates:
                continue
            index = candidates[-1]
            if span := self._in_front(at, bare(self.drafts[index].name)):
                self._add([index], span)

    def _in_front(self, at: int, name: str) -> Span | None:
        """The mention that ends at a note mark: the longest stretch that the term holds too."""
        end = at - 1 if self.text[at - 1 : at] == "”" else at
        start = end
        while (
            start > 0 and end - start < 40 and self.text[start - 1] not in "，。；：、！？\n]】〕"
        ):
            if bare(self.text[start - 1 : end]) not in name and self.text[start - 1] != "“":
                break
            start -= 1
        while start < end and self.text[start] in "“”":
            start += 1
        if end - start >= 2:
            return start, end
        if self.text[at - 1 : at] == "”":
            opening = self.text.rfind("“", max(0, at - 30), at)
            quoted = self.text[opening + 1 : at - 1]
            if opening >= 0 and len(set(quoted) & set(name)) >= 2:
                return opening + 1, at - 1
        return None

    def _similar(self, quoted: str, near: dict[str, list[int]]) -> list[int]:
        """Terms that differ from a quoted string by one character, none of it a numeral."""
        if len(quoted) < 4:
            return []
        for variant in _shortened(quoted):
            for index in near.get(variant, ()):
                for form in {bare(self.drafts[index].name), *_cores(self.drafts[index].name)}:
                    if _one_off(quoted, form):
                        return [index]
        return []

    def _by_head(self, start: int, end: int, candidates: list[int]) -> None:
        """“四好”农村公路 for 四好农村路: the quoted head, then nearly the rest."""
        if self.text[end : end + 1] != "”":
            return
        for index in candidates[:8]:
            name = bare(self.drafts[index].name)
            rest = name[end - start :]
            if len(rest) < 3:
                continue
            behind = self.text[end + 1 : end + 2 + len(rest)]
            for size in (len(rest), len(rest) + 1, len(rest) - 1):
                if _one_off(behind[:size], rest) and behind[0] == rest[0]:
                    self._add([index], (start - 1, end + 1 + size))
                    return

    def _latin_cores(self, cores: dict[str, list[int]]) -> None:
        """6S精益管理 for “6S”管理: a core of letters and digits, its tail close behind."""
        latin = {core: found for core, found in cores.items() if _LATIN.fullmatch(core)}
        latin = {core: found for core, found in latin.items() if re.search("[A-Za-z]", core)}
        if not latin:
            return
        for match in _LATIN.finditer(self.text):
            for index in latin.get(match[0], ()):
                name = bare(self.drafts[index].name)
                tail = name[name.find(match[0]) + len(match[0]) :]
                at = self.text.find(tail, match.end(), match.end() + 5 + len(tail)) if tail else -1
                if at >= 0 and self._free(match.span()) and match.start() not in self._mentions:
                    self._add([index], (match.start(), at + len(tail)))

    def _add(self, indexes: list[int], span: Span) -> None:
        for index in indexes:
            self.found[index].append(span)
        self._mentions[span[0]] = span
        opening = self.text.find("“", span[0], span[1])
        if opening >= 0:
            self._mentions[opening + 1] = span

    def _clean(self, start: int, end: int) -> Span:
        """Clean offsets of bare ones, with the quotation marks inside."""
        first = start + bisect_right(self._bare_quotes, start)
        last = end - 1 + bisect_right(self._bare_quotes, end - 1)
        span = first, last + 1
        inside = self.text[slice(*span)]
        if inside.count("”") > inside.count("“"):
            return first - 1, last + 1
        if inside.count("“") > inside.count("”") and self.text[last + 1 : last + 2] == "”":
            return first, last + 2
        return span

    def _free(self, span: Span) -> bool:
        at = bisect_right(self._taken_starts, span[0]) - 1
        return at < 0 or self._taken[at][1] <= span[0]

    def _word(self, span: Span) -> bool:
        """Whether a match is a word of its own, not a part of another one."""
        start, end = span
        text = self.text
        before, after = text[start - 1 : start], text[end : end + 1]
        first, last = text[start], text[end - 1]
        if first in _NUMERALS and (before in _NUMERALS or before in "第+.") and before:
            return False
        if first.isascii() and first.isalnum() and before.isascii() and before.isalnum():
            return False
        if (
            last.isascii()
            and last.isalnum()
            and after.isascii()
            and (after.isalnum() or after in "+")
        ):
            return after == ""
        at = bisect_right(self._quoted_starts, start) - 1
        if at >= 0 and end <= self._quoted[at][1]:
            return self._fills(span, self._quoted[at])
        if "“" in text[start:end] or len(bare(text[start:end])) > _SHORT:
            return True
        return ((not before or before in _EDGE) and (not after or after in _EDGE)) or bool(
            _NOTE.match(text, end)
        )

    def _fills(self, span: Span, quoted: Span) -> bool:
        """Whether a match inside quotation marks is all that they hold, type words apart."""
        before = self.text[quoted[0] : span[0]].rstrip("、，和")
        after = self.text[span[1] : quoted[1]].lstrip("、，和")
        if not before and not after:
            return True
        rest = self.text[span[1] : quoted[1]]
        return (
            (not before or self.text[span[0] - 1] in "、，")
            and (not after or rest[:1] in "、，" or bool(_type_behind().fullmatch(rest)))
        ) or (span[1] - span[0] >= 5 and quoted[1] - quoted[0] > 14)

    def _extended(self, start: int, end: int) -> Span:
        """A quoted core with the type word behind it: “3+5+2”现代产业体系."""
        if match := _type_behind().match(self.text, end + 1):
            return start - 1, match.end()
        return start, end


def _forms(name: str) -> list[str]:
    """What a term may be called without quotation marks."""
    plain = bare(name)
    forms = {plain, plain.replace("、", ""), _PARENTHESES.sub("", plain)}
    return [form for form in forms if len(form) >= 2]


def _cores(name: str) -> list[str]:
    """What of a name may stand for it in quotation marks."""
    plain = bare(name)
    cores = []
    match = _QUOTED.search(name)
    if match and len(name) > len(match[0]):
        at_edge = match.start() == 0 or match.end() == len(name)
        if at_edge or any(sign in _NUMERALS for sign in match[1]):
            cores.append(match[1])
    elif type_word := _type_end().search(plain):
        cores.append(plain[: type_word.start()])
    short = _PARENTHESES.sub("", plain)
    if len(short) == 1 or short != plain:
        cores.append(short)
    return [core for core in cores if core and not _VAGUE_CORE.fullmatch(core)]


def _shortened(word: str) -> set[str]:
    """The word, and the word without each of its characters."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _one_off(one: str, other: str) -> bool:
    """Whether two words differ in one character that is no numeral."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    numerals = [[sign for sign in word if sign in _NUMERALS] for word in (one, other)]
    if numerals[0] != numerals[1]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        return len(one) > 4 and one[start + 1 :] == other[start + 1 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[start + 1 :] == shorter[start:]
