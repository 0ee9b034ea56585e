"""Names of programmes that no file knows.

A name is a quoted phrase with a type word (“双比双看”大竞赛活动), a bare phrase with a type word
(温暖企业行动), a quoted phrase that a verb of doing governs (推行“田长+检察长”), or a quoted
phrase of the shape that packed names have (“四战两行动”). Quoted text is masked before words are
looked for, so that one pass over heads, leads, links and breaks sees flat clauses.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import regex
from attrs import Factory, define, frozen

from govie.packs import Pattern
from govie.program_words import KINDS, Words, load_words

__all__ = ["Find", "discover", "is_packed"]

_MASKED = regex.compile(
    r"“(?P<quote>[^“”\n]{1,40})”|‘(?P<inner>[^‘’“”\n]{1,40})’|《[^《》\n]{1,60}》|(?P<note>\^?[\[〔【][0-9]{1,3}[\]〕】])"
)
_PACKED = regex.compile(
    r"(?:[一二三四五六七八九十两双百千万0-9]{1,3}[\p{Han}]{1,3}){2,}"
    r"|[一二三四五六七八九十两双]{1,2}(?![类种级档])\p{Han}{1,4}|[0-9]{1,4}(?:[+＋][0-9NnXx]{1,4}){1,5}"
)
_CHAIN = frozenset(["", "、", "和", "与", "及", "以及"])
_LONGEST_BARE = 26
_LONGEST_BETWEEN = 12
_LONGEST_ITEM = 6
_SINGLE_KINDS = frozenset(["event", "plan"])
_SINGLE_HEADS = ("工程", "项目", "示范区", "试验区")
_COUNTED = regex.compile("[0-9]")
_LISTED_KINDS = frozenset(["reform", "pilot", "strategy"])


@frozen
class Quote:
    """A quoted phrase: offsets of the marks, and what stands between them."""

    start: int
    end: int
    content: str


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
    masked, quotes = _mask(text)
    reader = _Reader(text=text, masked=masked, quotes=quotes, words=load_words())
    reader.read()
    return reader.finds


def is_packed(phrase: str) -> bool:
    """Whether a phrase has the shape of packed names: 四战两行动, 三高四新, 3+5+2."""
    return bool(_PACKED.fullmatch(phrase))


def _mask(text: str) -> tuple[str, list[Quote]]:
    quotes: list[Quote] = []

    def blank(match: regex.Match[str]) -> str:
        content = match["quote"] or match["inner"]
        start, end = match.span()
        if content:
            quotes.append(Quote(start, end, content))
            return "○" * (end - start)
        return ("△" if match["note"] else "□") * (end - start)

    return _MASKED.sub(blank, text), quotes


@define
class _Reader:
    text: str
    masked: str
    quotes: list[Quote]
    words: Words
    finds: list[Find] = Factory(list)
    cut: int = 0
    """Where the current stretch without lead word begins."""
    links: list[tuple[int, int]] = Factory(list)
    etc: int = -1
    ends: set[int] = Factory(set)
    """Where heads and quotes end: a link behind one of them separates names."""
    edges: list[int] = Factory(lambda: [0])
    """Where leads, breaks and links end, in order of the text."""
    governed: set[int] = Factory(set)
    """Where verbs of doing end."""
    used: set[Quote] = Factory(set)
    _starts: list[int] = Factory(list)

    def read(self) -> None:
        self._starts = [quote.start for quote in self.quotes]
        self.ends = {quote.end for quote in self.quotes}
        head: tuple[Pattern, Pattern, int, int] | None = None
        for word, start, end in self.words.scan(self.masked):
            label = word.label
            if label in KINDS:
                if start == self.cut and _needs_quotes(word):
                    # A type word that stands where a name begins is a verb: 建设, 创建, 整治.
                    self._cut(end)
                    continue
                if head and head[3] == start and _needs_quotes(head[1]) >= _needs_quotes(word):
                    head = head[0], word, head[2], end
                    continue
                if head:
                    self._head(*head)
                head = word, word, start, end
                continue
            if head:
                self._head(*head)
                head = None
            if label == "PLAIN":
                continue
            if label == "LINK":
                self.links.append((start, end))
                self.edges.append(end)
            elif label == "ETC":
                self.etc = start
                self.edges.append(end)
            elif label == "LEAD" and self.masked[start - 1 : end] == "○的":
                continue
            else:
                self._cut(end)
                if label == "GOVERN":
                    self.governed.add(end)
        if head:
            self._head(*head)
        self._lone_quotes()

    def _cut(self, at: int) -> None:
        self.cut, self.links, self.etc = at, [], -1
        self.edges.append(at)

    def _head(self, first: Pattern, last: Pattern, start: int, end: int) -> None:
        """A type word, or several in a row, at ``start:end``."""
        text = self.text
        if last.not_before and text.startswith(last.not_before, end):
            return
        if first.not_after and text.endswith(first.not_after, 0, start):
            return
        kind = last.label
        quotable_only = _needs_quotes(last)
        if not quotable_only:
            self.ends.add(end)
        if self.etc >= self.cut:
            self._listed(kind, start, end, quotable_only)
            return
        quotes = self._quotes(self.cut, start)
        left = self.cut
        if quotes:
            last_quote = quotes[-1]
            between = self.masked[last_quote.end : start].replace("△", "")
            linked = any(at >= last_quote.end for at, _ in self.links)
            if not linked and len(between) <= _LONGEST_BETWEEN:
                self._quoted(quotes, kind, end, quotable_only)
                return
            left = last_quote.end
        if not quotable_only:
            self._bare(left, start, end, kind)

    def _quotes(self, start: int, end: int) -> list[Quote]:
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.quotes[low:high]

    def _quoted(self, quotes: list[Quote], kind: str, end: int, quotable_only: bool) -> None:
        """The last quote with the type word; quotes that are joined to it share the type."""
        quote = quotes[-1]
        # A strong type word makes a name even of a figure of speech (“散乱污”企业整治行动).
        if quotable_only and not self.words.may_name(quote.content):
            return
        if self.words.is_period(quote.content) or len(quote.content) < 2:
            return
        if len(quotes) == 1 or self.masked[quotes[-2].end : quote.start] not in _CHAIN:
            start = self._prefix(quote)
        else:
            start = quote.start
        self.finds.append(
            Find(start=start, end=end, kind=kind, rule="quoted_head", core=quote.content)
        )
        self.used.add(quote)
        for before, after in zip(quotes[-2::-1], quotes[:0:-1], strict=False):
            if self.masked[before.end : after.start] not in _CHAIN:
                break
            if self.words.may_name(before.content):
                self.finds.append(
                    Find(
                        start=before.start,
                        end=before.end,
                        kind=kind,
                        rule="quoted_chain",
                        core=before.content,
                    )
                )
                self.used.add(before)

    def _prefix(self, quote: Quote) -> int:
        """Where a name begins that has words before its quoted part (园区“135”工程)."""
        left = self.edges[bisect_right(self.edges, quote.start) - 1]
        skipped = self.words.opening.match(self.masked, left, quote.start)
        left = skipped.end() if skipped else left
        before = self.masked[left : quote.start]
        if set("○□△") & set(before) or not 1 < len(before) <= max(len(quote.content), 4):
            return quote.start
        return left

    def _listed(self, kind: str, start: int, end: int, quotable_only: bool) -> None:
        """“A”“B”等X工程: the quoted items, the bare ones where X says nothing, else X itself."""
        between = self.masked[self.etc + 1 : start].replace("△", "")
        for quote in self._quotes(self.cut, self.etc):
            if self.words.may_name(quote.content):
                self.finds.append(
                    Find(
                        start=quote.start,
                        end=quote.end,
                        kind=kind,
                        rule="listed",
                        core=quote.content,
                    )
                )
                self.used.add(quote)
        quotes = self._quotes(self.etc, start)
        if quotes:
            self._quoted(quotes[-1:], kind, end, quotable_only)
            return
        if self.words.generic.fullmatch(between):
            if kind in _LISTED_KINDS:
                self._bare_items(kind)
        elif not quotable_only:
            self._bare(self.etc + 1, start, end, kind)

    def _bare_items(self, kind: str) -> None:
        left = self.cut
        for stop, after in [*self.links, (self.etc, self.etc)]:
            if stop > self.etc:
                break
            item = self.masked[left:stop]
            fits = 4 <= len(item) <= 20 and not set("○□△") & set(item)
            if fits and not self.words.generic.fullmatch(item):
                self.finds.append(Find(start=left, end=stop, kind=kind, rule="listed_bare"))
            left = after

    def _bare(self, left: int, start: int, end: int, kind: str) -> None:
        """A name without quotes that ends in a type word."""
        left = self._left_edge(left, start, kind)
        name = self.masked[left:start]
        if not 2 <= len(name) <= _LONGEST_BARE or "○" in name or "□" in name:
            return
        if self.words.generic.fullmatch(name):
            return
        self.finds.append(Find(start=left, end=end, kind=kind, rule="bare"))

    def _left_edge(self, left: int, start: int, kind: str) -> int:
        """Where a bare name begins between `left` and its type word at `start`.

        A link behind another name divides, and so does one behind a long item or before one that
        says nothing; short items joined by 、 make one name (蓝天、碧水、净土保卫战).
        """
        links = [link for link in self.links if left <= link[0] and link[1] <= start]
        item = left
        single = kind in _SINGLE_KINDS or self.text.startswith(_SINGLE_HEADS, start)
        for stop, after in links:
            listed = self.masked[stop:after] == "、"
            if (
                stop in self.ends
                or stop == left
                or single
                or (
                    listed
                    and (stop - item > _LONGEST_ITEM or _COUNTED.search(self.masked, item, stop))
                )
            ):
                left = after
            item = after
        if start - left > _LONGEST_BARE and links:
            left = max(left, links[-1][1])
        if links and self.words.generic.fullmatch(self.masked, links[-1][1], start):
            return start
        skipped = self.words.opening.match(self.masked, left, start)
        return skipped.end() if skipped else left

    def _lone_quotes(self) -> None:
        """Quotes without type word: packed names, and what a verb of doing governs."""
        governed = False
        before: Quote | None = None
        for quote in self.quotes:
            joined = before is not None and self.masked[before.end : quote.start] in _CHAIN
            start = quote.start if joined else self._prefix(quote)
            governed = start in self.governed or (governed and joined)
            before = quote
            if quote in self.used or not self.words.may_name(quote.content):
                continue
            end = quote.end
            while self.masked.startswith("△", end):
                end += 1
            if self.text.startswith(self.words.no_program_before, end):
                continue
            # What says little by itself needs the words before it: 能耗“双控”, 脱贫质量“回头看”.
            little = self.words.says_nothing(quote.content)
            if not governed and not little:
                start = quote.start
            if kind := self._lone(quote.content, governed, little and start < quote.start):
                self.finds.append(
                    Find(start=start, end=quote.end, kind=kind, rule="quoted", core=quote.content)
                )

    def _lone(self, content: str, governed: bool, prefixed: bool) -> str | None:
        """The kind of a quoted name without type word, None where it is none."""
        if ending := self.words.ending(content, prefixed):
            return ending
        if is_packed(content):
            return "other"
        if governed and 3 <= len(content) <= 16 and not set("，。；！？") & set(content):
            return "other"
        return None


def _needs_quotes(head: Pattern) -> bool:
    return head.meta.get("reach") == "quoted"
