"""Texts in traditional characters, which govie can read but does not understand."""

from __future__ import annotations

import re

__all__ = ["TRADITIONAL", "is_traditional"]

TRADITIONAL = "traditional characters, and govie reads simplified ones: convert the text first"
"""What is told of such a text."""
_SAMPLE = 1_000
"""Characters that are looked at: the first ones."""
_FEWEST = 3
_SHARE = 0.1
"""Of Chinese characters that only traditional writing has: there a third, elsewhere single ones,
the rare signs of names."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


def is_traditional(text: str) -> bool:
    """Whether a text begins in traditional characters.

    These are characters that the old encoding of Taiwan has (Big5) and that of the mainland lacks
    (GB2312): 產 and 區, not 工 and 作.
    """
    chinese = "".join(_CHINESE.findall(text[:_SAMPLE]))
    least = max(_FEWEST, _SHARE * len(chinese))
    if len(chinese) - len(chinese.encode("gb2312", "ignore")) // 2 < least:
        return False
    common = set(chinese.encode("gb2312", "ignore").decode("gb2312"))
    other = "".join(character for character in chinese if character not in common)
    return len(other.encode("big5", "ignore")) // 2 >= least
