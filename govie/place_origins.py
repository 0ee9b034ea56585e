"""Places that a list names as the origins of products: 炎陵黄桃、茶陵红茶、白关丝瓜.

Where two items of a list begin with places that are known and go on with a product, what stands in
front of the product in the other items is a place too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from govie.packs import load_patterns
from govie.place_match import PlaceMatch

__all__ = ["origins"]

_KNOWN = 2
_LIST_MARKS = "、和及"


@cache
def _item() -> re.Pattern[str]:
    """An item: two to four characters, a product, and the end of the item."""
    words = sorted((p.pattern or "" for p in load_patterns("places/products")), key=len)
    return re.compile(rf"([一-龥]{{2,4}}?)(?:{'|'.join(reversed(words))})(?=[、和及等，。；])")


def origins(
    text: str,
    start: int,
    end: int,
    places: Sequence[PlaceMatch],
    township: Callable[[str], tuple[str, str | None]],
) -> list[PlaceMatch]:
    """Unknown origins in lists of ``text[start:end]`` that hold two of the `places`.

    `township` gives the full name and the code of a place by its short name.
    """
    ends = {place.end for place in places}
    found: list[PlaceMatch] = []
    run: list[re.Match[str]] = []
    for item in _item().finditer(text, start, end):
        if run and not (item.start() == run[-1].end() + 1 and text[run[-1].end()] in _LIST_MARKS):
            found.extend(_unknown(run, ends, township))
            run = []
        run.append(item)
    found.extend(_unknown(run, ends, township))
    return found


def _unknown(
    run: Sequence[re.Match[str]],
    ends: set[int],
    township: Callable[[str], tuple[str, str | None]],
) -> list[PlaceMatch]:
    if sum(item.end(1) in ends for item in run) < _KNOWN:
        return []
    made = []
    for item in run[1:]:
        if item.end(1) not in ends:
            form = item[1]
            name, code = township(form)
            made.append(
                PlaceMatch(
                    start=item.start(1),
                    end=item.end(1),
                    kind="township",
                    name=name,
                    form=form,
                    rule="origin",
                    pattern=code,
                )
            )
    return made
