"""Names of programmes that no file knows.

A name is a quoted phrase with a type word (“双比双看”大竞赛活动), a bare phrase with a type word
(温暖企业行动), a quoted phrase that a verb of doing governs (推行“田长+检察长”), or a quoted
phrase of the shape that packed names have (“四战两行动”). Quoted text is masked before words are
looked for, so that one pass over heads, leads, links and breaks sees flat clauses.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

import regex
from attrs import Factory, define, field, frozen

from govie.packs import Pattern
from govie.program_quotes import MASKS, Quote, Quotes, is_packed
from govie.program_words import Words, load_words, needs_quotes

__all__ = ["Find", "discover"]

_LONGEST_CONTENT = 24
_LONGEST_BARE = 26
_LONG_NAME = 6
"""Of a name this long one sign before the type word will do: 茶文化旅游节."""
_REACH = 40
"""How far in front of a type word the beginning of its name is looked for."""
_LONGEST_BETWEEN = 12
_LONGEST_BEFORE_VERB = 4
"""Between a quote and a type word that is a verb as well: “四类房”整治, “五院合一”项目建设."""
_LONGEST_ITEM = 6
_LONGEST_LITTLE = 8
_SINGLE_KINDS = frozenset(["event", "plan"])
_SINGLE_ENDS = ("工程", "项目", "区", "市", "县")
_LISTED_KINDS = frozenset(["reform", "pilot"])
_OF_FIELDS = ("领域", "方面", "产业", "行业")
_COUNTED = regex.compile("[0-9]")
_MOST_TOKENS = 80
"""How many words in front of a type word its stretch is followed back."""
_CUTS = frozenset(["LEAD", "GOVERN", "BREAK", "OF"])
_EDGES = _CUTS | {"LINK", "ETC"}
_start = itemgetter(1)
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
    reader = _Reader(text=text, quotes=Quotes(text), words=load_words())
    reader.read_heads()
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
class _Stretch:
    """What stands in front of a type word, back to the nearest lead word or break."""

    cut: int = 0
    """Where the lead word or break ends."""
    links: list[tuple[int, int]] = Factory(list)
    """、 and 和 in the stretch, in order."""
    etc: int | None = None
    """The 等 of the stretch."""
    ends: set[int] = Factory(set)
    """Where other type words of it end."""


@define
class _Reader:
    text: str
    quotes: Quotes
    words: Words
    finds: list[Find] = Factory(list)
    used: set[Quote] = Factory(set)
    masked: str = field(init=False)
    tokens: list[tuple[int, int, int]] = field(init=False)
    """The words of the masked text: index of the word, start and end."""
    quote_ends: set[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.masked = self.quotes.masked
        self.tokens = self.words.automaton.find_matches_as_indexes(self.masked)
        self.quote_ends = {quote.end for quote in self.quotes.all}

    def read_heads(self) -> None:
        """The names that end in a type word."""
        patterns, roles, tokens = self.words.patterns, self.words.roles, self.tokens
        free = 0
        for at in [at for at, token in enumerate(tokens) if roles[token[0]] == "HEAD"]:
            if at < free or (needs_quotes(patterns[tokens[at][0]]) and self._is_verb(at)):
                continue
            word, start, end = tokens[at]
            first = last = patterns[word]
            free = at + 1
            while free < len(tokens) and tokens[free][1] == end:
                following = patterns[tokens[free][0]]
                if roles[tokens[free][0]] != "HEAD":
                    break
                if needs_quotes(following) and not needs_quotes(last):
                    break
                last, end = following, tokens[free][2]
                free += 1
            self._head(_Head(first, last, start, end), at)

    def _is_verb(self, at: int) -> bool:
        """Whether a type word stands where a name begins: 建设, 创建, 整治."""
        start = self.tokens[at][1]
        if not at:
            return start == 0
        before, _, end = self.tokens[at - 1]
        return end == start and self.words.roles[before] in _CUTS

    def _stretch(self, at: int) -> _Stretch:
        """The stretch in front of the token at an index."""
        roles, patterns = self.words.roles, self.words.patterns
        stretch = _Stretch()
        oldest = max(at - _MOST_TOKENS, 0)
        for before in range(at - 1, oldest - 1, -1):
            word, start, end = self.tokens[before]
            role = roles[word]
            if role == "LINK":
                stretch.links.append((start, end))
            elif role == "ETC" and stretch.etc is None and not stretch.ends:
                stretch.etc = start
            elif role == "HEAD":
                weak = needs_quotes(patterns[word])
                if weak and self._is_verb(before):
                    stretch.cut = end
                    break
                if not weak:
                    stretch.ends.add(end)
            elif role in _EDGES and not self._of_quote(role, start):
                stretch.cut = end
                break
        else:
            stretch.cut = self.tokens[oldest][2] if oldest else 0
        stretch.links.reverse()
        return stretch

    def _of_quote(self, role: str, start: int) -> bool:
        """Whether a word is the 的 between a quote and its type word (“X”的工作机制)."""
        return role == "OF" and self.masked[start - 1] == "○"

    def _head(self, head: _Head, at: int) -> None:
        """The names that a type word ends."""
        if head.last.not_before and self.text.startswith(head.last.not_before, head.end):
            return
        if head.first.not_after and self.text.endswith(head.first.not_after, 0, head.start):
            return
        stretch = self._stretch(at)
        if stretch.etc is not None:
            self._listed(head, stretch, stretch.etc)
            return
        index = self.quotes.before(head.start) - 1
        left = stretch.cut
        if index >= 0 and self.quotes.all[index].start >= left:
            if self._belongs(self.quotes.all[index], head, stretch):
                self._quoted(index, head)
                return
            left = self.quotes.all[index].end
        if not needs_quotes(head.last):
            self._bare(left, head, stretch)

    def _belongs(self, quote: Quote, head: _Head, stretch: _Stretch) -> bool:
        """Whether a type word is that of the last quote before it."""
        between = self.masked[quote.end : head.start][:_REACH].replace("△", "")
        verb = needs_quotes(head.last) and head.kind == "campaign"
        linked = stretch.links and stretch.links[-1][0] >= quote.end
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
        left = self._edge(quote.start)
        if quote.start - left > _REACH:
            return quote.start
        skipped = self.words.opening.match(self.masked, left, quote.start)
        left = skipped.end() if skipped else left
        before = self.masked[left : quote.start]
        fits = 1 < len(before) <= max(len(quote.content), 4) and not MASKS & set(before)
        return left if fits and not self.words.generic.fullmatch(before) else quote.start

    def _edge(self, offset: int) -> int:
        """Where the last word in front of an offset ends that no name goes across."""
        at = bisect_left(self.tokens, offset, key=_start)
        while at > 0:
            at -= 1
            word, start, end = self.tokens[at]
            role = self.words.roles[word]
            if role == "HEAD" and needs_quotes(self.words.patterns[word]) and self._is_verb(at):
                return end
            if role in _EDGES and not self._of_quote(role, start):
                return end
            if offset - start > _REACH:
                break
        return 0

    def _listed(self, head: _Head, stretch: _Stretch, etc: int) -> None:
        """“A”“B”等X工程: the quoted items, the bare ones where X says nothing, else X itself."""
        first, behind = self.quotes.before(stretch.cut), self.quotes.before(etc)
        for quote in self.quotes.all[first:behind]:
            if self.words.may_name(quote.content):
                self._add_quote(quote, head.kind, "listed")
        index = self.quotes.before(head.start) - 1
        between = self.masked[etc + 1 : head.start][:_REACH].replace("△", "")
        if index >= behind:
            self._quoted(index, head)
        elif not self.words.generic.fullmatch(between):
            if not needs_quotes(head.last):
                self._bare(etc + 1, head, stretch)
        elif head.kind in _LISTED_KINDS and not between.endswith(_OF_FIELDS):
            self._bare_items(etc, head.kind, stretch)

    def _bare_items(self, etc: int, kind: str, stretch: _Stretch) -> None:
        """The unquoted items of a list that ends in 等."""
        left = stretch.cut
        for stop, after in [*stretch.links, (etc, etc)]:
            if left <= stop <= etc:
                item = self.masked[left:stop]
                fits = 4 <= len(item) <= 20 and not MASKS & set(item)
                if fits and not self.words.generic.fullmatch(item):
                    self._add(left, stop, kind, "listed_bare")
                left = after

    def _bare(self, left: int, head: _Head, stretch: _Stretch) -> None:
        """A name without quotes that ends in a type word."""
        left = self._left_edge(max(left, head.start - _REACH), head, stretch)
        name = self.masked[left : head.start]
        shortest = 1 if head.end - left >= _LONG_NAME else 2
        if not shortest <= len(name) <= _LONGEST_BARE or "○" in name or "□" in name:
            return
        if not self.words.generic.fullmatch(name):
            self._add(left, head.end, head.kind, "bare")

    def _left_edge(self, left: int, head: _Head, stretch: _Stretch) -> int:
        """Where a bare name begins between `left` and its type word.

        A link behind another name divides, and so does one behind a long item or before one that
        says nothing; short items joined by 、 make one name (蓝天、碧水、净土保卫战).
        """
        single = head.kind in _SINGLE_KINDS or self.text.endswith(
            _SINGLE_ENDS, head.start, head.end
        )
        item = left
        for stop, after in stretch.links[bisect_left(stretch.links, (left, 0)) :]:
            listed = after - stop == 1 and self.masked[stop] == "、"
            long = stop - item > _LONGEST_ITEM or _COUNTED.search(self.masked, item, stop)
            if (
                single
                or stop == left
                or stop in stretch.ends | self.quote_ends
                or (listed and long)
            ):
                left = after
            item = after
        if item > left and self.words.generic.fullmatch(self.masked, item, head.start):
            return head.start
        if head.start - left > _LONGEST_BARE:
            left = item
        skipped = self.words.opening.match(self.masked, left, head.start)
        return skipped.end() if skipped else left

    def _ends_name(self, offset: int, stretch: _Stretch) -> bool:
        return offset in stretch.ends or offset in self.quote_ends

    def read_lone_quotes(self) -> None:
        """Quotes without type word: packed names, and what a verb of doing governs."""
        governed = False
        for index, quote in enumerate(self.quotes.all):
            joined = self.quotes.joined(index)
            start = quote.start if joined else self._prefix(quote)
            governed = self._governs(start) or (governed and joined)
            if quote in self.used or not self.words.may_name(quote.content):
                continue
            end = quote.end
            while self.masked.startswith("△", end):
                end += 1
            if self.text.startswith(self.words.no_program_before, end):
                continue
            # What says little by itself needs the words before it: 能耗“双控”, 脱贫质量“回头看”.
            little = len(quote.content) <= _LONGEST_LITTLE and self.words.says_nothing(
                quote.content
            )
            object_of_verb = governed and not self.masked.startswith("的", end)
            if not object_of_verb and not little:
                start = quote.start
            if kind := self._lone_kind(quote, object_of_verb, little and start < quote.start):
                self._add(start, quote.end, kind, "quoted", quote)

    def _governs(self, offset: int) -> bool:
        """Whether a verb of doing ends at an offset."""
        at = bisect_left(self.tokens, offset, key=_start) - 1
        if at < 0:
            return False
        word, _, end = self.tokens[at]
        return end == offset and self.words.roles[word] == "GOVERN"

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
