"""Characters: those of Chinese, and those that no file or terminal should be given.

Half a surrogate pair (``\\ud800``) comes from broken JSON and from cutting UTF-16: no encoding can
write it. Control characters, and marks that turn the direction of writing, make a terminal do what
whoever wrote the text wants.
"""

from __future__ import annotations

import re

__all__ = ["HALVES", "HAN", "harmless", "whole", "writable"]

HAN = "〇\u3400-\u9fff"
"""Chinese characters, as members of a class of regular expressions."""

HALVES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Each half of a pair as the replacement character, for ``str.translate``."""
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def whole(text: str) -> str:
    """The text with the replacement character for every half of a surrogate pair; same length."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(HALVES)
    return text


def writable(name: str) -> str:
    r"""The name of a file as UTF-8 can write it: of a name in another encoding (GBK, where a zip
    archive of Windows was unpacked on Linux) the bytes stand as ``\udcd6``."""
    return name.encode("utf-8", "backslashreplace").decode()


def harmless(text: str) -> str:
    """The text without what would steer a terminal; line feeds and tabs stay."""
    return text if text.isprintable() else _CONTROLS.sub("", text)
