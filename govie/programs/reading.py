"""One reading of a text for names: its quotes, its words, and the names found so far.

Quoted text is masked before words are looked for, so that heads, leads, links and breaks are those
of flat clauses.
"""

from __future__ import annotations

from typing import NamedTuple

from govie.programs.hits import Hit
from govie.programs.quotes import MASKS, Quote, Quotes
from govie.programs.tokens import REACH, Tokens
from govie.programs.words import load_words

__all__ = ["LONGEST_BETWEEN", "NUMERALS", "Opening", "Reading"]

LONGEST_BETWEEN = 12
"""Characters between a quote and its type word, or before a quote that says little."""
_LONGEST_LITTLE = 8
_LONGEST_LIST = 200
"""Characters in front of a quote in which a list that it sums up is looked for."""
NUMERALS = "零一两三四五六七八九十"
"""By their values."""


class Opening(NamedTuple):
    """What stands in front of a quote."""

    start: int
    """Where a name begins that has words before its quoted part (园区“135”工程)."""
    governed: bool
    """Whether a verb of doing ends there."""


class Reading:
    """A clean text, and what is known of it while its names are looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = load_words()
        self.quotes = Quotes(text)
        self.masked = self.quotes.masked
        self.tokens = Tokens(self.quotes, self.words)
        self.finds: list[Hit] = []
        self.used: set[Quote] = set()
        """The quotes that names are built on."""
        self._openings: dict[int, Opening] = {}

    def add(self, start: int, end: int, kind: str, rule: str, quote: Quote | None = None) -> None:
        """Add a name, and the quote that it is built on."""
        core = quote.content if quote else None
        self.finds.append(Hit(start=start, end=end, kind=kind, rule=rule, core=core))
        if quote:
            self.used.add(quote)

    def opening(self, index: int) -> Opening:
        """What stands in front of the quote at an index."""
        if index not in self._openings:
            self._openings[index] = self._opening(index)
        return self._openings[index]

    def says_little(self, quote: Quote) -> bool:
        """Whether a quoted phrase says little by itself: “三年行动计划”, “双控”."""
        return len(quote.content) <= _LONGEST_LITTLE and self.words.says_nothing(quote.content)

    def _opening(self, index: int) -> Opening:
        quote = self.quotes.all[index]
        if self.quotes.joined(index):
            return Opening(quote.start, False)
        left, role = self.tokens.edge(quote.start)
        listed = left == quote.start and self.masked.endswith("、", 0, left)
        if role == "LINK" and self._sums_up(quote):
            return Opening(quote.start, False)
        if role == "LINK" and not listed and self.says_little(quote):
            left, role = self.tokens.edge(quote.start, across_links=True)
        start = self._beginning(quote, left)
        return Opening(start, role == "GOVERN" and start == left)

    def _sums_up(self, quote: Quote) -> bool:
        """Whether a list of as many items as a quote counts stands in front: 改厨、改厕“两改”."""
        number = NUMERALS.find(quote.content[0])
        if number < 2:
            return False
        first = max(0, quote.start - _LONGEST_LIST)
        clause = max(first - 1, *(self.masked.rfind(at, first, quote.start) for at in "，。；\n"))
        links = (self.masked.count(sign, clause + 1, quote.start) for sign in "、和")
        return sum(links) == number - 1

    def _beginning(self, quote: Quote, left: int) -> int:
        """Where a name begins between an edge and its quoted part.

        What says little by itself takes more words: 湘江保护和治理第三个“三年行动计划”.
        """
        if not 1 < quote.start - left <= REACH:
            return quote.start
        if skipped := self.words.opening.match(self.masked, left, quote.start):
            left = skipped.end()
        before = self.masked[left : quote.start]
        longest = max(len(quote.content), 4)
        if len(before) > longest and self.says_little(quote):
            longest = LONGEST_BETWEEN
        fits = 1 < len(before) <= longest and MASKS.isdisjoint(before)
        return left if fits and not self.words.generic.make_up(before) else quote.start
