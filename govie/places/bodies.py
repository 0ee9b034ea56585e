"""Where the name of a place begins, seen from its type word, and whether it is a name at all.

The body of a name is a row of parts between the last edge and the type word. What a type word asks
of its body stands in its ``meta``:

* ``min``, ``max``: length of the body in characters;
* ``pure``: only unknown characters and names right in front (樟霞村); else descriptions may stand
  between name and type word (清水塘生态科技新城);
* ``apart``: the name of a division or village in front is not part of the name (攸县|湘江大道);
* ``like``: everyday words are names (文化路); ``any``: anything is (口岸一路);
* ``code``: numbers are names (331片区); ``ordinal``: single characters are (七桥, 北环);
* ``owned``: 市 and 县 are names (市图书馆); ``bare``: the word is a name by itself (火车站);
* ``industry``: an industry makes a name (轨道交通产业园), with ``unnamed`` nothing else does;
  ``described``: any description does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govie.packs import Pattern
from govie.places.words import words_of

__all__ = ["Part", "begin_of_name", "is_another", "is_shareable", "shared_name"]

_FAINT = frozenset(
    "新老旧大小多全各本我市区县省州旗镇乡村中两三四五六七八九十一二高上下前后内外双原现总好级类型性批路"
)
"""Single characters that attach to type words without naming: 新校区, 各学校."""
_INTRODUCING = frozenset("原现同")
_NAMING = frozenset({"name", "anchor", "place"})
_OWNERS = frozenset("市区县省州旗镇")
_PLAIN = frozenset({"gap", "firm", "soft", "verb", "name", "code"})
_WAYS = frozenset({"road", "rail"})
_DESCRIBING = frozenset({"generic", "site"})
_OPENING = _DESCRIBING | {"word", "verb"}
"""What may stand in front of a name and is no part of it."""
_QUALIFYING = _DESCRIBING | {"word", "specific"}
"""Behind what an everyday word is none: 智慧|平安社区."""
_ALONE = frozenset({"verb", "site", "specific"})
"""What is the name of a street or bridge by itself: 建设路, 机场大道, 钢铁大街."""
_SHARED_LENGTH = range(2, 7)
_LONGEST = 6
"""Characters of a body where the type word does not say how many there may be."""
_SHORT = 3
"""Up to this length a body with an everyday word is a name: 文化路, 新文化路, not 智慧文化社区."""
_LIST_MARKS = "、和与及"
_ENUMERATED = re.compile(
    r"[一二两三四五六七八九十百千万](?![、一二两三四五六七八九十])[一-龥]{1,2}"
    r"[一二两三四五六七八九十百千万]"
)
"""一桥一塘六路, 七地一屏一通道: what a slogan counts is no name."""


class Part(NamedTuple):
    """A piece of a body; ``role`` as in :mod:`govie.places.words`, or one of these:

    ``gap`` for unknown characters, ``code`` for numbers, ``anchor`` for the full name of a division
    or village, ``place`` for a place found by form.
    """

    start: int
    end: int
    role: str


def is_another(text: str, parts: Sequence[Part], start: int) -> bool:
    """Whether a lone sign makes another water of the name that begins at ``start``: 小|东江."""
    return parts == [Part(start - 1, start, "gap")] and text[start - 1] in words_of("ANOTHER")


def begin_of_name(text: str, parts: Sequence[Part], end: int, kind: Pattern) -> int | None:
    """Where the name begins whose type word stands at `end`, null where there is no name."""
    meta = kind.meta
    whole = parts
    if not parts or parts[-1].end != end:
        return end if meta.get("bare") and not parts else None
    if _is_stretch(text, parts, kind):
        return None
    if parts[-1].role == "verb" and any(part.role == "anchor" for part in parts):
        return None  # 天元区创新|园区发展: the division does something
    if meta.get("pure"):
        parts = _plain_end(parts)
    elif meta.get("apart"):
        parts = _behind_anchor(parts)
    while _begins_with_description(text, parts, kind):
        parts = parts[1:]
    longest = meta.get("max", _LONGEST)
    while len(parts) > 1 and end - parts[0].start > longest:
        parts = parts[1:]
    if not parts:
        return end if meta.get("bare") else None
    if end - parts[0].start > longest:
        return None
    begin = parts[0].start
    if kind.id == "water" and _is_approached(text, parts[0]):
        begin += 1
    if _ENUMERATED.match(text, begin, end + len(kind.word) + 1):
        return None
    named = _is_named(text, parts, kind) and _is_long_enough(text, begin, end, kind)
    if named and not meta.get("unnamed"):
        return None if meta.get("pure") and _hangs_on_description(whole, parts) else begin
    return begin if parts[0] is whole[0] and _is_named_otherwise(text, parts, kind) else None


def _is_stretch(text: str, parts: Sequence[Part], kind: Pattern) -> bool:
    """库尔勒至|库车段|高速公路: the stretch of a way is named by its ends, not the way by it."""
    return kind.id in _WAYS and text[parts[-1].end - 1] == "段"


def _is_long_enough(text: str, begin: int, end: int, kind: Pattern) -> bool:
    """Single characters name a bridge if they are not faint, or follow in a list (六桥、七桥)."""
    if end - begin < kind.meta.get("min", 1):
        return False
    listed = text[begin - 1 : begin] in _LIST_MARKS
    return end - begin > 1 or text[begin] not in _FAINT or listed


def _begins_with_description(text: str, parts: Sequence[Part], kind: Pattern) -> bool:
    """Whether the first part only describes or introduces the name behind it."""
    if len(parts) < 2:
        return False
    first = parts[0]
    if first.role == "gap":
        return text[first.start : first.end] in _INTRODUCING and parts[1].role in _NAMING
    return first.role in _OPENING and _is_named(text, parts[1:], kind)


def _is_approached(text: str, first: Part) -> bool:
    """沿|潴龙河: whether unknown characters begin with a sign that leads to a water."""
    if first.role != "gap" or first.end - first.start <= 2:
        return False
    return text[first.start] in words_of("ALONG")


def _is_named(text: str, parts: Sequence[Part], kind: Pattern) -> bool:
    length = parts[-1].end - parts[0].start
    return any(_is_proper(text, part, kind, len(parts) == 1, length <= _SHORT) for part in parts)


def _is_named_otherwise(text: str, parts: Sequence[Part], kind: Pattern) -> bool:
    """Whether a body without a name is one nevertheless, for its kind of type word."""
    meta = kind.meta
    first = text[parts[0].start : parts[0].end]
    if meta.get("owned") and first in _OWNERS:
        return True
    if meta.get("any"):
        return parts[-1].end - parts[0].start > 1
    if meta.get("industry") and any(part.role == "specific" for part in parts):
        return True
    return bool(meta.get("described")) and all(part.role != "word" for part in parts)


def _is_proper(text: str, part: Part, kind: Pattern, alone: bool, short: bool) -> bool:
    """Whether a part makes a name of the body it stands in, be it all of it or a short one."""
    meta = kind.meta
    role = part.role
    if role in ("name", "anchor", "place", "firm"):
        return True
    if role == "gap":
        faint = _FAINT.issuperset(text[part.start : part.end])
        return not faint or bool(meta.get("ordinal"))
    if role == "code":
        return bool(meta.get("code"))
    if role == "soft":
        return short and bool(meta.get("like"))
    return role in _ALONE and alone and bool(meta.get("like")) and kind.id in ("road", "bridge")


def _hangs_on_description(whole: Sequence[Part], parts: Sequence[Part]) -> bool:
    """智慧|平安社区: an everyday word behind a description goes on describing."""
    before = len(whole) - len(parts)
    return (
        before > 0
        and whole[before - 1].role in _QUALIFYING
        and all(part.role in ("firm", "soft", "verb") for part in parts)
    )


def _plain_end(parts: Sequence[Part]) -> Sequence[Part]:
    """The last parts that are names or unknown."""
    first = len(parts)
    while first and (parts[first - 1].role in _PLAIN or _is_short_place(parts[first - 1])):
        first -= 1
    return parts[first:]


def _is_short_place(part: Part) -> bool:
    """A bridge or street after which a township is called: 板桥|镇, 南京路|街道."""
    return part.role == "place" and part.end - part.start <= _SHORT


def _behind_anchor(parts: Sequence[Part]) -> Sequence[Part]:
    """What follows the last name of a division or village."""
    for at in range(len(parts) - 1, -1, -1):
        if parts[at].role == "anchor":
            return parts[at + 1 :]
    return parts


def is_shareable(text: str, item: Sequence[Part], kind: Pattern) -> bool:
    """Whether a list item can take the type word that stands behind the list."""
    if not item or _is_stretch(text, item, kind):
        return False
    return (
        item[-1].end - item[0].start in _SHARED_LENGTH
        and item[0].role in _PLAIN
        and all(part.role in _PLAIN or part.role in _DESCRIBING for part in item)
        and any(
            _is_proper(text, part, kind, len(item) == 1, True)
            for part in item
            if part.role != "name"
        )
    )


def shared_name(text: str, item: Sequence[Part], kind: Pattern) -> str:
    """The name of a list item with the type word that stands behind the list."""
    form = text[item[0].start : item[-1].end]
    word = kind.word
    return form if kind.meta.get("listed") or form.endswith(word) else form + word
