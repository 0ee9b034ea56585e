"""From bytes to text: which encoding, and how that is known."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from govie.errors import ConfigError, InputError

__all__ = ["Decoded", "check_encoding", "decode"]


class Decoded(NamedTuple):
    """A text, the encoding it was read in, how that was known, and what was lost."""

    text: str
    encoding: str
    encoding_from: str
    warnings: tuple[str, ...] = ()


_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"\x84\x31\x95\x33": "gb18030",
}
_GB = {"gb2312", "gbk", "cp936", "ms936"}
"""Subsets of GB18030, whose names pages use loosely."""
_SPARE = 0.01
"""The share of characters that may be damaged before the file is taken for something else."""
_COMMON = 0.9
"""The share of GB2312 among Chinese characters, below which bytes are no GB18030: Big5 taken for
it gives rare signs, Japanese letters and box drawings."""
_SAMPLE = 200_000


def decode(
    data: bytes, name: str, *, given: str | None = None, stated: str | None = None
) -> Decoded:
    """The text of bytes, without byte-order mark and with line feeds for line ends.

    ``given`` is the caller's word and final, ``stated`` the file's own word and believed when it
    holds. Without them a byte-order mark decides, then UTF-8, GB18030 and UTF-16 where the bytes
    bear them out, then charset-normalizer where it is installed (Big5). Raises
    :class:`~govie.errors.InputError`, whose message begins with ``name``.
    """
    if given:
        return _decode_as(data, name, check_encoding(given), "given")
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _decode_as(data, name, encoding, "mark")
    if b"\0" in data:
        return _decode_utf16(data, name)
    for encoding in filter(None, ("utf-8", _known(stated), "gb18030")):
        text = _strictly(data, encoding)
        if text is not None and (encoding != "gb18030" or _is_common(text)):
            how = "stated" if encoding == _known(stated) else "detected"
            return Decoded(_settled(text), encoding, how)
    return _guess(data, name)


def check_encoding(name: str) -> str:
    """Python's name for an encoding; ConfigError where it knows none of that name."""
    known = _known(name)
    if known is None:
        raise ConfigError(f"there is no encoding {name!r}; try utf-8, gb18030, utf-16 or big5")
    return known


def _known(name: str | None) -> str | None:
    if not name:
        return None
    plain = name.strip().lower()
    if plain in _GB:
        return "gb18030"
    try:
        # "é".encode fails for codecs that are no text encodings, such as base64.
        "".encode(plain)
        return codecs.lookup(plain).name
    except (LookupError, ValueError):
        return None


def _decode_as(data: bytes, name: str, encoding: str, how: str) -> Decoded:
    """The text in an encoding that is settled; damaged characters become U+FFFD, a few at most."""
    text = _settled(data.decode(encoding, errors="replace"))
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    if lost <= 0:
        return Decoded(text, encoding, how)
    if lost > max(1, _SPARE * len(text)):
        raise InputError(f"{name}: is not {encoding} ({lost} of {len(text)} characters damaged)")
    return Decoded(text, encoding, how, (f"{lost} damaged characters, read as \ufffd",))


def _decode_utf16(data: bytes, name: str) -> Decoded:
    """UTF-16 without a mark: its zero bytes are halves of line ends and ASCII letters."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strictly(data, encoding)
        if text is not None and "\0" not in text and _readable(text):
            return Decoded(_settled(text), encoding, "detected")
    raise InputError(f"{name}: holds binary data, not text")


def _guess(data: bytes, name: str) -> Decoded:
    """A few damaged bytes in a known encoding, or an encoding that only a library tells."""
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") <= _SPARE * len(text) and _is_common(text):
            return _decode_as(data, name, encoding, "detected")
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        best = None
    else:
        best = from_bytes(data[:_SAMPLE], cp_isolation=["big5hkscs", "gb18030"]).best()
    if best is None:
        raise InputError(f"{name}: is no text in UTF-8, GB18030 or UTF-16; say its --encoding")
    return _decode_as(data, name, codecs.lookup(best.encoding).name, "detected")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_common(text: str) -> bool:
    """Whether most characters beyond ASCII are everyday Chinese, those of GB2312."""
    beyond = [c for c in text[:_SAMPLE] if c > "\x7f" and c != "\ufffd"]
    everyday = "".join(beyond).encode("gb2312", errors="ignore")
    return len(everyday) >= 2 * _COMMON * len(beyond)


def _readable(text: str) -> bool:
    """Whether most characters are Chinese, ASCII or punctuation."""
    sample = text[:_SAMPLE]
    known = sum(c < "\x7f" or "\u2000" <= c <= "\u9fff" or c >= "\uff00" for c in sample)
    return known >= _COMMON * len(sample)


def _settled(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
