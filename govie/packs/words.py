"""Word lists looked up at either end of a stretch of text: the longest word wins."""

from __future__ import annotations

from collections.abc import Iterable

from govie.packs import Pattern

__all__ = ["WordTable"]


class WordTable:
    """Patterns by their literal string, found at the start or the end of a stretch of text.

    Of several patterns of one word the first counts. Guards are kept: a pattern is not found where
    one of its ``not_before`` follows or one of its ``not_after`` stands in front. A look-up costs
    as many dictionary probes as there are lengths of words with that first or last character.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._words: dict[str, Pattern] = {}
        for pattern in patterns:
            if pattern.pattern:
                self._words.setdefault(pattern.pattern, pattern)
        self._by_first = _lengths(self._words, 0)
        self._by_last = _lengths(self._words, -1)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns that can be found, one for each word."""
        return tuple(self._words.values())

    def at_start(self, text: str, start: int, end: int) -> Pattern | None:
        """The longest word with which ``text[start:end]`` begins."""
        for length in self._by_first.get(text[start : start + 1], ()):
            stop = start + length
            if (
                stop <= end
                and (found := self._words.get(text[start:stop]))
                and not (found.not_before and text.startswith(found.not_before, stop))
            ):
                return found
        return None

    def at_end(self, text: str, start: int, end: int) -> Pattern | None:
        """The longest word with which ``text[start:end]`` ends."""
        for length in self._by_last.get(text[end - 1 : end], ()):
            begin = end - length
            if (
                begin >= start
                and (found := self._words.get(text[begin:end]))
                and not (found.not_after and text.endswith(found.not_after, start, begin))
            ):
                return found
        return None


def _lengths(words: Iterable[str], at: int) -> dict[str, tuple[int, ...]]:
    """The lengths of the words with each first or last character, longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[at], set()).add(len(word))
    return {mark: tuple(sorted(lengths, reverse=True)) for mark, lengths in found.items()}
