"""Names of programmes that no file knows.

A name is a quoted phrase with a type word (“双比双看”大竞赛活动), a bare phrase with a type word
(温暖企业行动), a quoted phrase that a verb of doing governs (推行“田长+检察长”), or a quoted
phrase of the shape that packed names have (“四战两行动”). Quoted text is masked before words are
looked for, so that one pass over heads, leads, links and breaks sees flat clauses.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from attrs import Factory, define, frozen

from govie.programs.quotes import MASKS, Quote, Quotes, is_packed
from govie.programs.tokens import REACH, Head, Stretch, Tokens
from govie.programs.words import Words, load_words

__all__ = ["Find", "discover"]

_LONGEST_CONTENT = 24
_LONGEST_BARE = 26
_LONG_NAME = 6
"""Of a name this long one sign before the type word will do: 茶文化旅游节."""
_LONGEST_BETWEEN = 12
_LONGEST_BEFORE_VERB = 4
"""Between a quote and a type word that is a verb as well: “四类房”整治, “五院合一”项目建设."""
_LONGEST_ITEM = 6
_LONGEST_LITTLE = 8
_LISTED_KINDS = frozenset(["reform", "pilot"])
_AFTER_ITEM = ("○", "、", "和", "与", "及", "以及", "等", "△")
_COUNTED = re.compile("[0-9]")
_JOINTS = ("、", "和", "与", "及")
_CLAUSE = frozenset("，。；！？")
_BREAK = re.compile("[，。；：！？\n]")


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
    quotes, words = Quotes(text), load_words()
    reader = _Reader(text, quotes, Tokens(quotes.masked, words), words)
    reader.read_heads()
    reader.read_lone_quotes()
    return reader.finds


@define
class _Reader:
    text: str
    quotes: Quotes
    tokens: Tokens
    words: Words
    finds: list[Find] = Factory(list)
    used: set[Quote] = Factory(set)
    _quote_ends: set[int] = Factory(set)

    def read_heads(self) -> None:
        """The names that end in a type word."""
        self._quote_ends = {quote.end for quote in self.quotes.all}
        for head, at in self.tokens.heads():
            if self._may_end_name(head) and self._stands(head):
                self._read_head(head, self.tokens.stretch(at))

    def _stands(self, head: Head) -> bool:
        """Whether guards let a type word stand; right behind a quote a list may go on."""
        quoted = self.quotes.masked.startswith("○", head.start - 1)
        return (quoted and self.text.startswith(_JOINTS, head.end)) or head.stands_in(self.text)

    def _may_end_name(self, head: Head) -> bool:
        """A glance: a type word that needs a quote has one in its clause, or ends a list."""
        if not head.weak or head.kind in _LISTED_KINDS:
            return True
        index = self.quotes.before(head.start) - 1
        return index >= 0 and not _BREAK.search(
            self.quotes.masked, self.quotes.all[index].end, head.start
        )

    def _read_head(self, head: Head, stretch: Stretch) -> None:
        """The names that one type word ends."""
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
        if not head.weak:
            self._bare(left, head, stretch)

    def _belongs(self, quote: Quote, head: Head, stretch: Stretch) -> bool:
        """Whether a type word is that of the last quote before it."""
        between = self.quotes.masked[quote.end : min(head.start, quote.end + REACH)].replace(
            "△", ""
        )
        verb = head.weak and head.kind == "campaign"
        linked = stretch.links and stretch.links[-1][0] >= quote.end
        return not linked and len(between) <= (_LONGEST_BEFORE_VERB if verb else _LONGEST_BETWEEN)

    def _quoted(self, index: int, head: Head) -> None:
        """A quote with its type word; quotes that are joined to it share the type."""
        quote = self.quotes.all[index]
        # A strong type word makes a name even of a figure of speech (“散乱污”企业整治行动).
        if head.weak and not self.words.may_name(quote.content):
            return
        if self.words.is_period(quote.content):
            self._of_period(quote, head)
            return
        if not 2 <= len(quote.content) <= _LONGEST_CONTENT:
            return
        start = quote.start if self.quotes.joined(index) else self._prefix(quote)
        self._add(start, head.end, head.kind, "quoted_head", quote)
        while self.quotes.joined(index):
            index -= 1
            if self.words.may_name(self.quotes.all[index].content):
                self._add_quote(self.quotes.all[index], head.kind, "quoted_chain")

    def _of_period(self, quote: Quote, head: Head) -> None:
        """“十五”扶困工程: the period opens a name that is one without it too."""
        name = self.quotes.masked[quote.end : head.bare]
        fits = 2 <= len(name) <= _LONGEST_CONTENT and not MASKS & set(name)
        if fits and not head.weak and not self.words.generic.make_up(name):
            self._add(quote.start, head.end, head.kind, "period")

    def _prefix(self, quote: Quote) -> int:
        """Where a name begins that has words before its quoted part (园区“135”工程).

        What says little by itself takes more of them: 湘江保护和治理第三个“三年行动计划”.
        """
        little = self._says_little(quote)
        left = self.tokens.edge(quote.start, across_links=little)
        if quote.start - left > REACH:
            return quote.start
        skipped = self.words.opening.match(self.quotes.masked, left, quote.start)
        left = skipped.end() if skipped else left
        before = self.quotes.masked[left : quote.start]
        longest = _LONGEST_BETWEEN if little else max(len(quote.content), 4)
        fits = 1 < len(before) <= longest and not MASKS & set(before)
        return left if fits and not self.words.generic.make_up(before) else quote.start

    def _says_little(self, quote: Quote) -> bool:
        short = len(quote.content) <= _LONGEST_LITTLE
        return short and self.words.says_nothing(quote.content)

    def _listed(self, head: Head, stretch: Stretch, etc: int) -> None:
        """“A”“B”等X工程: the quoted items, the bare ones where X says nothing, else X itself."""
        first, behind = self.quotes.before(stretch.cut), self.quotes.before(etc)
        for quote in self.quotes.all[first:behind]:
            is_item = self.quotes.masked.startswith(_AFTER_ITEM, quote.end)
            if is_item and self.words.may_name(quote.content):
                self._add_quote(quote, head.kind, "listed")
        index = self.quotes.before(head.start) - 1
        between = self.quotes.masked[etc + 1 : min(head.start, etc + REACH)].replace("△", "")
        if index >= behind:
            self._quoted(index, head)
        elif not self.words.generic.make_up(between):
            if not head.weak:
                self._bare(etc + 1, head, stretch)
        elif head.kind in _LISTED_KINDS and not between.endswith(self.words.fields):
            self._bare_items(etc, head.kind, stretch)

    def _bare_items(self, etc: int, kind: str, stretch: Stretch) -> None:
        """The unquoted items of a list that ends in 等."""
        left = stretch.cut
        for stop, after in [*stretch.links, (etc, etc)]:
            if left <= stop <= etc:
                item = self.quotes.masked[left:stop]
                fits = 4 <= len(item) <= 20 and not MASKS & set(item)
                if fits and not self.words.generic.make_up(item):
                    self._add(left, stop, kind, "listed_bare")
                left = after

    def _bare(self, left: int, head: Head, stretch: Stretch) -> None:
        """A name without quotes that ends in a type word."""
        left = self._left_edge(max(left, head.bare - REACH), head, stretch)
        name = self.quotes.masked[left : head.bare]
        shortest = 1 if head.end - left >= _LONG_NAME else 2
        if not shortest <= len(name) <= _LONGEST_BARE or "○" in name or "□" in name:
            return
        if not self.words.generic.make_up(name):
            self._add(left, head.end, head.kind, "bare")

    def _left_edge(self, left: int, head: Head, stretch: Stretch) -> int:
        """Where a bare name begins between `left` and its type word.

        A link behind another name divides, and so does one behind a long item or before one that
        says nothing; short items joined by 、 make one name (蓝天、碧水、净土保卫战).
        """
        item = left
        for stop, after in stretch.links[bisect_left(stretch.links, (left, 0)) :]:
            listed = after - stop == 1 and self.quotes.masked[stop] == "、"
            long = stop - item > _LONGEST_ITEM or _COUNTED.search(self.quotes.masked, item, stop)
            over = item in self._quote_ends or self._ends_name(stop, stretch)
            if head.apart or stop == left or over or (listed and long):
                left = after
            item = after
        if item > left and self.words.generic.make_up(self.quotes.masked, item, head.bare):
            return head.bare
        if head.bare - left > _LONGEST_BARE:
            left = item
        skipped = self.words.opening.match(self.quotes.masked, left, head.bare)
        return skipped.end() if skipped else left

    def _ends_name(self, offset: int, stretch: Stretch) -> bool:
        """Whether a quote or another type word ends at an offset."""
        return offset in stretch.ends or offset in self._quote_ends

    def read_lone_quotes(self) -> None:
        """Quotes without type word: packed names, and what a verb of doing governs."""
        governed = False
        for index, quote in enumerate(self.quotes.all):
            joined = self.quotes.joined(index)
            start = quote.start if joined else self._prefix(quote)
            listed = joined or self.quotes.goes_on_list(index)
            governed = self.tokens.governs(start) or (governed and listed)
            if quote in self.used or not self.words.may_name(quote.content):
                continue
            end = quote.end
            while self.quotes.masked.startswith("△", end):
                end += 1
            if self.words.no_program_before.at_start(self.text, end, len(self.text)):
                continue
            # What says little by itself needs the words before it: 能耗“双控”, 脱贫质量“回头看”.
            little = self._says_little(quote)
            object_of_verb = governed and not self.quotes.masked.startswith("的", end)
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
