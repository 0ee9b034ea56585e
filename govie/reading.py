"""Reading text files: UTF-8, without byte-order mark, with ``\\n`` for every line end.

Offsets of records count the code points of the text that :func:`read_text` returns.
"""

from __future__ import annotations

from pathlib import Path

from govie.errors import InputError

__all__ = ["decode", "read_text"]

_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or an Office document (.docx, .xlsx)",
    b"\xd0\xcf\x11\xe0": "an old Office document (.doc, .xls)",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "a Rich Text document",
}
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: str | Path) -> str:
    """The text of a file.

    Raises :class:`~govie.errors.InputError` where there is no such file, or where it holds no text
    in UTF-8. The message begins with the path.
    """
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder; name the files in it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path}: cannot be read ({reason})") from error
    return decode(data, str(path))


def decode(data: bytes, name: str) -> str:
    """The text that bytes stand for; ``name`` is what a message calls them.

    Raises :class:`~govie.errors.InputError` where they are no UTF-8 text.
    """
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise InputError(f"{name}: is {what}; save its text as UTF-8 first")
    if data.startswith(_UTF16_MARKS):
        raise InputError(f"{name}: is UTF-16, not UTF-8; {_convert('UTF-16')}")
    if b"\0" in data:
        raise InputError(f"{name}: holds binary data, not text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: {_not_utf8(data, error)}") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> str:
    byte = f"byte 0x{data[error.start]:02x} at {error.start}"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return f"holds no UTF-8 text ({byte})"
    return f"is not UTF-8 ({byte}) but may be GB18030; {_convert('GB18030')}"


def _convert(encoding: str) -> str:
    return f"convert it with: iconv -f {encoding} -t UTF-8"
