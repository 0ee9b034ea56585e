"""Whether what was cut from a sentence looks like the items of one list."""

from __future__ import annotations

import re

from govie.glossary.enumerations import Span
from govie.glossary.promises import Promise

__all__ = [
    "LONGEST_ITEM",
    "alike_or_counted",
    "holds_signs",
    "may_be_alike",
    "two_alike",
    "two_promised",
]

LONGEST_ITEM = 26
_MANY = 7
"""From so many items on their lengths may differ."""
_MEASURES = "个大项条类种"
_COUNTED = re.compile("[一二三四五六七八九十两][大个项类]")


def two_alike(text: str, items: list[Span]) -> bool:
    """Whether two items are alike enough to be the two that a name promises."""
    (a, b), (c, d) = items
    return text[b - 1] == text[d - 1] and min(b - a, d - c) * 2 >= max(b - a, d - c)


def two_promised(text: str, items: list[Span], promise: Promise) -> bool:
    """Whether two items are alike, or hold what the name counts: two 区, 江 and 河 (一江一河)."""
    if two_alike(text, items):
        return True
    signs = [part.label[1:2] for part in promise.parts]
    if len(signs) == 1:
        return signs[0] not in _MEASURES and all(signs[0] in text[a:b] for a, b in items)
    return all(text[b - 1] == sign for (_, b), sign in zip(items, signs, strict=False))


def alike_or_counted(text: str, items: list[Span], stretch: Span) -> bool:
    """Whether items begin or end alike, and are of like length, or their stretch counts them."""
    if max(b - a for a, b in items) > LONGEST_ITEM:
        return False
    words = [text[a:b] for a, b in items]
    lengths = sorted(map(len, words))
    if 3 * lengths[0] < lengths[-1] and len(words) < _MANY:
        return False
    alike = len({word[0] for word in words}) == 1 or len({word[-1] for word in words}) == 1
    return alike or bool(_COUNTED.search(text, *stretch))


def may_be_alike(stretch: str, promise: Promise) -> bool:
    """Whether a stretch says a number, or holds some sign as often as items alike would."""
    if _COUNTED.search(stretch) or holds_signs(stretch, promise):
        return True
    total = promise.total or 0
    return any(stretch.count(sign) >= total for sign in set(stretch).difference("、，；"))


def holds_signs(stretch: str, promise: Promise) -> bool:
    """Whether each part's sign stands there as often as the part counts: 五清一改, 清…清…改."""
    parts = [(part.label[1:2], part.number or 0) for part in promise.parts]
    return len(parts) > 1 and all(sign and stretch.count(sign) >= n > 0 for sign, n in parts)
