"""Definitions in passing, wherever they stand.

* “X”是指…, “X”，即…, “X”就是指… (:mod:`~govie.glossary.passing.verbs`);
* a list in front of the name: 就业岗位、…和如厕蹲位“六位”建设; 网上办、一次办等“放管服”改革
  (:mod:`~govie.glossary.passing.lists_in_front`);
* a list behind it: “3+5+2”产业集群…，A、B、C三大…，…; “门前三小”（A、B、C）; or its parts:
  “135”计划：“1”是…，“3”是…，“5”是… (:mod:`~govie.glossary.passing.lists_behind`);
* brackets where no number is promised: “小升规”（小微企业升级为规模以上企业）
  (:mod:`~govie.glossary.passing.brackets`);
* brackets behind a name without quotation marks: 三个重点（…）, …（以下简称“新农合”）
  (:mod:`~govie.glossary.passing.counted`, :mod:`~govie.glossary.passing.abbreviations`).

Offsets are clean ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govie.glossary.enumerations import Span
from govie.glossary.passing.abbreviations import letters_behind, short_name
from govie.glossary.passing.brackets import bracket_behind, written_out
from govie.glossary.passing.counted import counted_behind
from govie.glossary.passing.lists_behind import counted_parts_behind, labels_behind, list_behind
from govie.glossary.passing.lists_in_front import list_in_front
from govie.glossary.passing.verbs import said_to_be
from govie.glossary.promises import read_promise
from govie.glossary.terms import Draft

__all__ = ["find_passing"]

_OPENING = re.compile(r"“([^“”\n]{2,24})”|（")


def find_passing(text: str, taken: list[Span]) -> list[Draft]:
    """Definitions in passing outside the spans ``taken`` by lists of definitions, in order.

    What is said twice in the same words is found once.
    """
    found: list[Draft] = []
    seen: set[tuple[str, str]] = set()
    explained = 0
    for start, quote in _openings(text, taken):
        if start < explained:
            continue
        passing = _passing(text, quote) if quote else _in_brackets(text, start)
        if passing is None:
            continue
        definition = passing.definition or (0, 0)
        explained = max(explained, definition[1], passing.span[1])
        said = (passing.name, text[slice(*definition)])
        if said not in seen:
            seen.add(said)
            found.append(passing)
    return found


def _openings(text: str, taken: list[Span]) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Quotations, and brackets behind no quotation, outside some spans."""
    skip = iter([*taken, (len(text), len(text))])
    barred = next(skip)
    for match in _OPENING.finditer(text):
        start = match.start()
        while start >= barred[1] and barred[0] < len(text):
            barred = next(skip)
        if not barred[0] <= start < barred[1]:
            yield start, match if match[1] else None


def _in_brackets(text: str, bracket: int) -> Draft | None:
    return (
        short_name(text, bracket) or letters_behind(text, bracket) or counted_behind(text, bracket)
    )


def _passing(text: str, quote: re.Match[str]) -> Draft | None:
    promise = read_promise(quote[0])
    found = said_to_be(text, quote, promise) or list_in_front(text, quote, promise)
    if found:
        return found
    if promise is None:
        found = bracket_behind(text, quote)
    elif promise.total:
        found = list_behind(text, quote, promise, promise.total)
    if promise and not found:
        found = labels_behind(text, quote, promise)
        if not found and promise.total is None:
            found = counted_parts_behind(text, quote, promise)
        if not found and quote[1].isdigit():  # “136”工程（1个…、3个…、6个…）
            found = bracket_behind(text, quote)
    return found or written_out(text, quote)
