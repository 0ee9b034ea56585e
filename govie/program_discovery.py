"""Names of programmes that no file knows.

A name is a quoted phrase with a type word (“双比双看”大竞赛活动), a bare phrase with a type word
(温暖企业行动), a quoted phrase that a verb of doing governs (推行“田长+检察长”), or a quoted
phrase of the shape that packed names have (“四战两行动”). Quoted text is masked before words are
looked for, so that one pass over heads, leads, links and breaks sees flat clauses.
"""

from __future__ import annotations

from bisect import bisect_right

import regex
from attrs import Factory, define, frozen

from govie.packs import Pattern
from govie.program_quotes import MASKS, Quote, Quotes, is_packed
from govie.program_words import Words, load_words, needs_quotes

__all__ = ["Find", "discover"]

_LONGEST_CONTENT = 24
_LONGEST_BARE = 26
_REACH = 40
"""How far in front of a type word the beginning of its name is looked for."""
_LONGEST_BETWEEN = 12
_LONGEST_BEFORE_VERB = 4
"""Between a quote and a type word that is a verb as well: “四类房”整治, “五院合一”项目建设."""
_LONGEST_ITEM = 6
_SINGLE_KINDS = frozenset(["event", "plan"])
_SINGLE_HEADS = ("工程", "项目", "示范区", "试验区")
_LISTED_KINDS = frozenset(["reform", "pilot"])
_OF_FIELDS = ("领域", "方面", "产业", "行业")
_COUNTED = regex.compile("[0-9]")
_CLAUSE = frozenset("，。；！？")


@frozen(kw_only=True)
class Find:
    """A discovered name by clean offsets; `core` is the quoted phrase it is built on, if any."""

    start: int
    end: int
    kind: str
    rule: str
    core: str | None = None


def discover(text: str) -> list[Find]:
    """All names in a clean text, in no particular order; they may overlap."""
    quotes = Quotes(text)
    reader = _Reader(text=text, masked=quotes.masked, quotes=quotes, words=load_words())
    reader.read()
    reader.read_lone_quotes()
    return reader.finds


@frozen
class _Head:
    """A type word, or several in a row."""

    first: Pattern
    last: Pattern
    start: int
    end: int

    @property
    def kind(self) -> str:
        return self.last.label


@define
class _Reader:
    text: str
    masked: str
    quotes: Quotes
    words: Words
    finds: list[Find] = Factory(list)
    cut: int = 0
    """Where the current stretch without lead word begins."""
    links: list[tuple[int, int]] = Factory(list)
    """、 and 和 in the current stretch."""
    etc: int = -1
    """The last 等 of the current stretch."""
    ends: set[int] = Factory(set)
    """Where type words and quotes end: a link behind one of them separates names."""
    edges: list[int] = Factory(lambda: [0])
    """Where leads, breaks and links end, in order of the text."""
    governed: set[int] = Factory(set)
    """Where verbs of doing end."""
    used: set[Quote] = Factory(set)

    def read(self) -> None:
        """One pass over the words of the masked text."""
        self.ends = {quote.end for quote in self.quotes.all}
        patterns, roles, masked = self.words.patterns, self.words.roles, self.masked
        head: _Head | None = None
        for at, start, end in self.words.automaton.find_matches_as_indexes(masked):
            role = roles[at]
            if role == "HEAD":
                head = self._next_head(head, _Head(patterns[at], patterns[at], start, end))
                continue
            if head:
                self._head(head)
                head = None
            if role == "PLAIN":
                continue
            if role == "LINK":
                self.links.append((start, end))
            elif role == "ETC":
                self.etc = start
            elif role == "OF" and masked[start - 1] == "○":
                continue
            else:
                self.cut, self.links, self.etc = end, [], -1
                if role == "GOVERN":
                    self.governed.add(end)
            self.edges.append(end)
        if head:
            self._head(head)

    def _next_head(self, before: _Head | None, head: _Head) -> _Head | None:
        """What to go on with when one type word follows another, or none."""
        weak = needs_quotes(head.last)
        if weak and head.start == self.cut:
            # A type word that stands where a name begins is a verb: 建设, 创建, 整治.
            self.cut, self.links, self.etc = head.end, [], -1
            self.edges.append(head.end)
            return None
        if before and before.end == head.start and needs_quotes(before.last) >= weak:
            return _Head(before.first, head.last, before.start, head.end)
        if before:
            self._head(before)
        return head

    def _head(self, head: _Head) -> None:
        """The names that a type word ends."""
        if head.last.not_before and self.text.startswith(head.last.not_before, head.end):
            return
        if head.first.not_after and self.text.endswith(head.first.not_after, 0, head.start):
            return
        if not needs_quotes(head.last):
            self.ends.add(head.end)
        if self.etc >= self.cut:
            self._listed(head)
            return
        index = self.quotes.before(head.start) - 1
        left = self.cut
        if index >= 0 and self.quotes.all[index].start >= left:
            if self._belongs(self.quotes.all[index], head):
                self._quoted(index, head)
                return
            left = self.quotes.all[index].end
        if not needs_quotes(head.last):
            self._bare(left, head)

    def _belongs(self, quote: Quote, head: _Head) -> bool:
        """Whether a type word is that of the last quote before it."""
        between = self.masked[quote.end : head.start][:_REACH].replace("△", "")
        verb = needs_quotes(head.last) and head.kind == "campaign"
        linked = self.links and self.links[-1][0] >= quote.end
        return not linked and len(between) <= (_LONGEST_BEFORE_VERB if verb else _LONGEST_BETWEEN)

    def _quoted(self, index: int, head: _Head) -> None:
        """A quote with its type word; quotes that are joined to it share the type."""
        quote = self.quotes.all[index]
        # A strong type word makes a name even of a figure of speech (“散乱污”企业整治行动).
        if needs_quotes(head.last) and not self.words.may_name(quote.content):
            return
        if self.words.is_period(quote.content) or not 2 <= len(quote.content) <= _LONGEST_CONTENT:
            return
        start = quote.start if self.quotes.joined(index) else self._prefix(quote)
        self._add(start, head.end, head.kind, "quoted_head", quote)
        while self.quotes.joined(index):
            index -= 1
            if self.words.may_name(self.quotes.all[index].content):
                self._add_quote(self.quotes.all[index], head.kind, "quoted_chain")

    def _prefix(self, quote: Quote) -> int:
        """Where a name begins that has words before its quoted part (园区“135”工程)."""
        left = self.edges[bisect_right(self.edges, quote.start) - 1]
        if quote.start - left > _REACH:
            return quote.start
        skipped = self.words.opening.match(self.masked, left, quote.start)
        left = skipped.end() if skipped else left
        before = self.masked[left : quote.start]
        fits = 1 < len(before) <= max(len(quote.content), 4) and not MASKS & set(before)
        return left if fits and not self.words.generic.fullmatch(before) else quote.start

    def _listed(self, head: _Head) -> None:
        """“A”“B”等X工程: the quoted items, the bare ones where X says nothing, else X itself."""
        left, etc = self.cut, self.etc
        self.cut, self.etc = etc + 1, -1
        first, behind = self.quotes.before(left), self.quotes.before(etc)
        for quote in self.quotes.all[first:behind]:
            if self.words.may_name(quote.content):
                self._add_quote(quote, head.kind, "listed")
        index = self.quotes.before(head.start) - 1
        between = self.masked[etc + 1 : head.start][:_REACH].replace("△", "")
        if index >= behind:
            self._quoted(index, head)
        elif not self.words.generic.fullmatch(between):
            if not needs_quotes(head.last):
                self._bare(etc + 1, head)
        elif head.kind in _LISTED_KINDS and not between.endswith(_OF_FIELDS):
            self._bare_items(left, etc, head.kind)

    def _bare_items(self, left: int, etc: int, kind: str) -> None:
        """The unquoted items of a list that ends in 等."""
        for stop, after in [*self.links, (etc, etc)]:
            if left <= stop <= etc:
                item = self.masked[left:stop]
                fits = 4 <= len(item) <= 20 and not MASKS & set(item)
                if fits and not self.words.generic.fullmatch(item):
                    self._add(left, stop, kind, "listed_bare")
                left = after

    def _bare(self, left: int, head: _Head) -> None:
        """A name without quotes that ends in a type word."""
        left = self._left_edge(max(left, head.start - _REACH), head)
        name = self.masked[left : head.start]
        if not 2 <= len(name) <= _LONGEST_BARE or "○" in name or "□" in name:
            return
        if not self.words.generic.fullmatch(name):
            self._add(left, head.end, head.kind, "bare")

    def _left_edge(self, left: int, head: _Head) -> int:
        """Where a bare name begins between `left` and its type word.

        A link behind another name divides, and so does one behind a long item or before one that
        says nothing; short items joined by 、 make one name (蓝天、碧水、净土保卫战).
        """
        single = head.kind in _SINGLE_KINDS or self.text.startswith(_SINGLE_HEADS, head.start)
        item = left
        for stop, after in self.links[bisect_right(self.links, (left, 0)) :]:
            listed = after - stop == 1 and self.masked[stop] == "、"
            long = stop - item > _LONGEST_ITEM or _COUNTED.search(self.masked, item, stop)
            if single or stop == left or stop in self.ends or (listed and long):
                left = after
            item = after
        if item > left and self.words.generic.fullmatch(self.masked, item, head.start):
            return head.start
        if head.start - left > _LONGEST_BARE:
            left = item
        skipped = self.words.opening.match(self.masked, left, head.start)
        return skipped.end() if skipped else left

    def read_lone_quotes(self) -> None:
        """Quotes without type word: packed names, and what a verb of doing governs."""
        governed = False
        for index, quote in enumerate(self.quotes.all):
            joined = self.quotes.joined(index)
            start = quote.start if joined else self._prefix(quote)
            governed = start in self.governed or (governed and joined)
            if quote in self.used or not self.words.may_name(quote.content):
                continue
            end = quote.end
            while self.masked.startswith("△", end):
                end += 1
            if self.text.startswith(self.words.no_program_before, end):
                continue
            # What says little by itself needs the words before it: 能耗“双控”, 脱贫质量“回头看”.
            little = self.words.says_nothing(quote.content)
            object_of_verb = governed and not self.masked.startswith("的", end)
            if not object_of_verb and not little:
                start = quote.start
            if kind := self._lone_kind(quote, object_of_verb, little and start < quote.start):
                self._add(start, quote.end, kind, "quoted", quote)

    def _lone_kind(self, quote: Quote, governed: bool, prefixed: bool) -> str | None:
        """The kind of a quoted name without type word, None where it is none."""
        content = quote.content
        if ending := self.words.ending(content, prefixed):
            return ending
        doing = governed and 3 <= len(content) <= 16 and not _CLAUSE & set(content)
        return "other" if doing or is_packed(content) else None

    def _add_quote(self, quote: Quote, kind: str, rule: str) -> None:
        self._add(quote.start, quote.end, kind, rule, quote)

    def _add(self, start: int, end: int, kind: str, rule: str, quote: Quote | None = None) -> None:
        core = quote.content if quote else None
        self.finds.append(Find(start=start, end=end, kind=kind, rule=rule, core=core))
        if quote:
            self.used.add(quote)
