"""Offsets to explain: the numbers of a text, or where some words stand."""

from __future__ import annotations

from spacy.tokens import Doc

from govie.errors import InputError
from govie.numbers.quantity import quantity_scanner
from govie.store import view_of
from govie.text.view import TextView

__all__ = ["offset_of", "offsets_of_numbers"]


def offsets_of_numbers(doc: Doc, most: int) -> list[int]:
    """Raw offsets of the first numbers of a text, quantities or not; its beginning without any."""
    view = view_of(doc)
    finder = quantity_scanner().finder
    offsets: list[int] = []
    quantities = {q.start: q.end for q in quantity_scanner().scan(view.text)}
    done = 0
    for start, end, candidate in finder.readings(view.text):
        if len(offsets) == most:
            break
        skipped = candidate is None and finder.skips.end_at(view.text, start) is not None
        if start >= done and (candidate is not None or skipped):
            offsets.append(view.raw_span(start, start + 1)[0])
            done = quantities.get(start, end)
    return offsets or [0]


def offset_of(doc: Doc, words: str) -> int:
    """The raw offset of the first number in the first place where some words stand.

    Without a number in the words it is that of their first character. White space and line breaks
    count neither in the words nor in the text. Raises InputError where the words stand nowhere.
    """
    view, wanted = view_of(doc), TextView(words).text
    at = view.text.find(wanted) if wanted else -1
    if at < 0:
        raise InputError(f"the text nowhere says {words!r}")
    digits = [n for n, char in enumerate(wanted) if char in "0123456789"]
    at += digits[0] if digits else 0
    return view.raw_span(at, at + 1)[0]
