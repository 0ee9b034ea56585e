"""Names in quotes without a type word: what a verb of doing governs (推行“田长+检察长”), quoted
phrases of the shape that packed names have (“四战两行动”), and those that end in a type word.
"""

from __future__ import annotations

from govie.programs.quotes import is_packed
from govie.programs.reading import Reading

__all__ = ["read_lone_quotes"]

_CLAUSE = frozenset("，。；！？")
_SHORTEST, _LONGEST = 3, 16
"""Characters of an object of a verb of doing that is a name."""


def read_lone_quotes(reading: Reading) -> None:
    """Add the names that quotes are by themselves, of those that no name is built on yet."""
    governed = False
    words, quotes = reading.words, reading.quotes
    for index, quote in enumerate(quotes.all):
        start, governs = reading.opening(index)
        governed = governs or (governed and quotes.goes_on_list(index))
        if quote in reading.used or not words.may_name(quote.content):
            continue
        end = quote.end
        while reading.masked.startswith("△", end):
            end += 1
        if words.no_program_before.at_start(reading.text, end, len(reading.text)):
            continue
        object_of_verb = governed and not reading.masked.startswith("的", end)
        # What says little by itself needs the words before it: 能耗“双控”, 脱贫质量“回头看”.
        prefixed = start < quote.start and reading.says_little(quote)
        if not (object_of_verb or prefixed):
            start = quote.start
        if kind := _kind(reading, quote.content, object_of_verb, prefixed):
            reading.add(start, quote.end, kind, "quoted", quote)


def _kind(reading: Reading, content: str, governed: bool, prefixed: bool) -> str | None:
    """The kind of a quoted name without type word, None where it is none."""
    if ending := reading.words.ending(content, prefixed):
        return ending
    doing = governed and _SHORTEST <= len(content) <= _LONGEST and _CLAUSE.isdisjoint(content)
    return "other" if doing or is_packed(content) else None
