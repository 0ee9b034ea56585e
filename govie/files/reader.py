"""From the bytes of one file to its text, whatever kind of file it is."""

from __future__ import annotations

from attrs import evolve

from govie.errors import InputError
from govie.files.encodings import decode
from govie.files.kinds import kind_of
from govie.files.limits import MOST_BYTES, human
from govie.files.source import Source
from govie.text.traditional import TRADITIONAL, is_traditional

__all__ = ["read_bytes"]


def read_bytes(data: bytes, name: str, *, encoding: str | None = None) -> Source:
    """The text of a file of any kind but an archive; ``name`` is what messages call it.

    ``encoding`` is for text and HTML, and beats what the file says of itself. Raises
    :class:`~govie.errors.InputError` where there is no text to be had, ConfigError for an encoding
    that does not exist, MissingExtraError where the reading library is not installed.
    """
    if len(data) > MOST_BYTES:
        raise InputError(f"{name}: is larger than {human(MOST_BYTES)}")
    kind = kind_of(data, name)
    if kind == "html":
        from govie.files.web import read_html

        source = read_html(data, name, encoding)
    elif kind == "docx":
        from govie.files.word import read_docx

        source = read_docx(data, name)
    elif kind == "pdf":
        from govie.files.pdf import read_pdf

        source = read_pdf(data, name)
    elif kind == "zip":
        raise InputError(f"{name}: is a zip archive within an archive or a stream; unpack it first")
    else:
        decoded = decode(data, name, given=encoding)
        source = Source(name=name, **decoded._asdict())
    if not source.text.strip():
        raise InputError(f"{name}: holds no text")
    if is_traditional(source.text):
        return evolve(source, warnings=(*source.warnings, TRADITIONAL))
    return source
