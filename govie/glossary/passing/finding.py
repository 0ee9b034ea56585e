"""Definitions in passing, wherever they stand.

* “X”是指…, “X”，即…, 所谓“X”，就是… (:mod:`~govie.glossary.passing.verbs`);
* a list in front of the name: 就业岗位、…和如厕蹲位“六位”建设; 网上办、一次办等“放管服”改革
  (:mod:`~govie.glossary.passing.lists_in_front`);
* a list behind it: “3+5+2”产业集群…，A、B、C三大…，…; “门前三小”（A、B、C）; or its parts:
  “135”计划：“1”是…，“3”是…，“5”是… (:mod:`~govie.glossary.passing.lists_behind`);
* brackets where no number is promised: “小升规”（小微企业升级为规模以上企业）
  (:mod:`~govie.glossary.passing.brackets`).

Offsets are clean ones.
"""

from __future__ import annotations

import re

from govie.glossary.enumerations import Span
from govie.glossary.passing.brackets import bracket_behind, written_out
from govie.glossary.passing.lists_behind import labels_behind, list_behind
from govie.glossary.passing.lists_in_front import list_in_front
from govie.glossary.passing.verbs import said_to_be
from govie.glossary.promises import read_promise
from govie.glossary.terms import Draft

__all__ = ["find_passing"]

_QUOTED = re.compile(r"“([^“”\n]{2,24})”")


def find_passing(text: str, taken: list[Span]) -> list[Draft]:
    """Definitions in passing outside the spans ``taken`` by lists of definitions, in order.

    What is said twice in the same words is found once.
    """
    found: list[Draft] = []
    seen: set[tuple[str, str]] = set()
    explained = 0
    skip = iter([*taken, (len(text), len(text))])
    barred = next(skip)
    for match in _QUOTED.finditer(text):
        while match.start() >= barred[1] and barred[0] < len(text):
            barred = next(skip)
        if barred[0] <= match.start() < barred[1] or match.start() < explained:
            continue
        if passing := _passing(text, match):
            explained = passing.definition[1] if passing.definition else explained
            said = (passing.name, text[slice(*passing.definition or (0, 0))])
            if said not in seen:
                seen.add(said)
                found.append(passing)
    return found


def _passing(text: str, quote: re.Match[str]) -> Draft | None:
    promise = read_promise(quote[0])
    found = said_to_be(text, quote, promise) or list_in_front(text, quote, promise)
    if found:
        return found
    if promise is None:
        return bracket_behind(text, quote) or written_out(text, quote)
    if promise.total:
        found = list_behind(text, quote, promise, promise.total)
    return found or labels_behind(text, quote, promise) or written_out(text, quote)
