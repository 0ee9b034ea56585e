"""Names of programmes that no file knows.

A name is a quoted phrase with a type word (“双比双看”大竞赛活动), a bare phrase with a type word
(温暖企业行动), or a quoted phrase by itself (:mod:`govie.programs.lone`).
"""

from __future__ import annotations

from govie.programs.bare import COUNT, read_bare, read_bare_items
from govie.programs.hits import Hit
from govie.programs.lone import read_lone_quotes
from govie.programs.quotes import MASKS, Quote
from govie.programs.reading import LONGEST_BETWEEN, NUMERALS, Reading
from govie.programs.tokens import REACH, Head, Stretch
from govie.programs.words import LISTED_KINDS

__all__ = ["discover"]

_LONGEST_CONTENT = 24
_LONGEST_BEFORE_VERB = 4
"""Between a quote and a type word that is a verb as well: “四类房”整治, “五院合一”项目建设."""
_AFTER_ITEM = ("○", "、", "和", "与", "及", "以及", "等", "△")
_JOINTS = ("、", "和", "与", "及")


def discover(text: str) -> list[Hit]:
    """All names in a clean text, in no particular order; they may overlap."""
    reading = Reading(text)
    for head, at in reading.tokens.heads():
        if _stands(reading, head):
            _read_head(reading, head, reading.tokens.stretch(at))
    read_lone_quotes(reading)
    return reading.finds


def _stands(reading: Reading, head: Head) -> bool:
    """Whether guards let a type word stand; right behind a quote a list may go on."""
    quoted = reading.masked.endswith("○", 0, head.start)
    goes_on = quoted and reading.text.startswith(_JOINTS, head.end)
    return goes_on or head.stands_in(reading.text)


def _read_head(reading: Reading, head: Head, stretch: Stretch) -> None:
    """The names that one type word ends."""
    if stretch.etc is not None:
        _listed(reading, head, stretch, stretch.etc)
        return
    quotes = reading.quotes
    index = quotes.before(head.start) - 1
    left = stretch.cut
    if index >= 0 and quotes.all[index].start >= left:
        if _belongs(reading, quotes.all[index], head, stretch):
            _quoted(reading, index, head)
            return
        left = quotes.all[index].end
    if not head.weak or (left == stretch.cut and reading.masked.endswith(head.behind, 0, left)):
        read_bare(reading, left, head, stretch)


def _between(reading: Reading, start: int, head: Head) -> str:
    """What stands in front of a type word, near enough to matter, without note marks."""
    return reading.masked[start : min(head.start, start + REACH)].replace("△", "")


def _belongs(reading: Reading, quote: Quote, head: Head, stretch: Stretch) -> bool:
    """Whether a type word is that of the last quote before it."""
    if stretch.links and stretch.links[-1][0] >= quote.end:
        return False
    verb = head.weak and head.kind == "campaign"
    longest = _LONGEST_BEFORE_VERB if verb else LONGEST_BETWEEN
    return len(_between(reading, quote.end, head)) <= longest


def _quoted(reading: Reading, index: int, head: Head) -> None:
    """A quote with its type word; quotes that are joined to it share the type."""
    quotes, words = reading.quotes, reading.words
    quote = quotes.all[index]
    # A strong type word makes a name even of a figure of speech (“散乱污”企业整治行动).
    if head.weak and not (words.may_name(quote.content) and head.takes(quote.content)):
        return
    if words.is_period(quote.content):
        _of_period(reading, quote, head)
        return
    if not 2 <= len(quote.content) <= _LONGEST_CONTENT:
        return
    if _counts(reading, index, head):
        reading.add(quote.start, quote.end, head.kind, "quoted_chain", quote)
    else:
        reading.add(reading.opening(index).start, head.end, head.kind, "quoted_head", quote)
    while quotes.joined(index):
        index -= 1
        quote = quotes.all[index]
        if words.may_name(quote.content):
            reading.add(quote.start, quote.end, head.kind, "quoted_chain", quote)


def _counts(reading: Reading, index: int, head: Head) -> bool:
    """Whether a type word sums up a list of quotes: “双百”“双千”两大行动."""
    quotes = reading.quotes
    items, first = 1, index
    while quotes.joined(first):
        items, first = items + 1, first - 1
    count = COUNT.fullmatch(_between(reading, quotes.all[index].end, head))
    return items > 1 and count is not None and NUMERALS.find(count[1]) == items


def _of_period(reading: Reading, quote: Quote, head: Head) -> None:
    """“十五”扶困工程: the period opens a name that is one without it too."""
    name = reading.masked[quote.end : head.bare]
    fits = 2 <= len(name) <= _LONGEST_CONTENT and MASKS.isdisjoint(name)
    if fits and not head.weak and not reading.words.generic.make_up(name):
        reading.add(quote.start, head.end, head.kind, "period")


def _listed(reading: Reading, head: Head, stretch: Stretch, etc: int) -> None:
    """“A”“B”等X工程: the quoted items, the bare ones where X says nothing, else X itself."""
    quotes, words = reading.quotes, reading.words
    first, behind = quotes.before(stretch.cut), quotes.before(etc)
    for quote in quotes.all[first:behind]:
        is_item = reading.masked.startswith(_AFTER_ITEM, quote.end)
        if is_item and words.may_name(quote.content):
            reading.add(quote.start, quote.end, head.kind, "listed", quote)
    index = quotes.before(head.start) - 1
    between = _between(reading, etc + 1, head)
    if index >= behind:
        _quoted(reading, index, head)
    elif not words.generic.make_up(between):
        if not head.weak:
            read_bare(reading, etc + 1, head, stretch)
    elif head.kind in LISTED_KINDS and not between.endswith(words.fields):
        read_bare_items(reading, etc, head.kind, stretch)
