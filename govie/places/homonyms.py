"""Rivers, lakes and ports that bear the name of a division: 太湖, 牡丹江, 防城港.

Which is meant the words around show: what is said of water only (牡丹江|水质), or a river beside it
in a list (黑龙江、乌苏里江). Without them the division is meant if it is near. Where it is better
known than the water, the water's line says with ``after`` which words must follow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from govie.packs import Pattern
from govie.packs.gazetteer import Hit
from govie.places.division import LEVELS
from govie.places.lists import LIST_MARKS
from govie.places.match import PlaceMatch
from govie.places.words import Vocabulary

__all__ = ["other_kind"]

_STRETCH = "段"
"""Behind the name of a division it is that of a road: 鹤大高速牡丹江段."""
_BODY = 4
"""So many characters may stand between a list mark and the type word of a river: 逊别拉河."""


def other_kind(
    text: str,
    tokens: Sequence[Hit],
    at: int,
    vocabulary: Vocabulary,
    found: Mapping[int, PlaceMatch],
    is_near: Callable[[Pattern, str], bool],
) -> Pattern | None:
    """The pattern of a name that stands for no division, null where it stands for one.

    The name is the word of index ``at``, ``found`` the places in front of it, and ``is_near`` says
    whether a division is near the jurisdiction, given the word's role.
    """
    number, _, end = tokens[at]
    word = vocabulary.words[number]
    names = word.names
    if len(names) == 1:
        return None if names[0].label in LEVELS else names[0]
    other = next((name for name in names if name.label not in LEVELS), None)
    if other is None or all(name.label not in LEVELS for name in names):
        return other
    after = other.meta.get("after")
    divisions = (name for name in names if name.label in LEVELS)
    if after is None and not any(is_near(name, word.role) for name in divisions):
        return other
    type_ = vocabulary.type_of(text[end - 1])
    after = after or (type_.meta.get("after", ()) if type_ else ())
    if text.startswith(tuple(after), end) and text[end] != _STRETCH:
        return other
    return other if _is_beside_water(text, tokens, at, vocabulary, found) else None


def _is_beside_water(
    text: str,
    tokens: Sequence[Hit],
    at: int,
    vocabulary: Vocabulary,
    found: Mapping[int, PlaceMatch],
) -> bool:
    """Whether a river stands in front of a name or behind it, a list mark between them."""
    for mark, beside, reach in ((at - 1, at - 2, 0), (at + 1, at + 2, _BODY)):
        if not 0 <= beside < len(tokens) or text[tokens[mark][1]] not in LIST_MARKS:
            continue
        number, start, end = tokens[beside]
        gap = start - tokens[mark][2] if reach else tokens[mark][1] - end
        word, place = vocabulary.words[number], found.get(beside)
        if word.names and gap == 0:
            kinds = {place.kind} if place else {name.label for name in word.names}
            if kinds == {"water"}:
                return True
        elif word.type is not None and word.type.id == "water" and gap <= reach:
            return True
    return False
