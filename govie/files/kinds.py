"""What a file is, told by its content; its name is not to be trusted."""

from __future__ import annotations

import io
import re
from zipfile import ZipFile

from govie.errors import InputError
from govie.files.archives import BROKEN

__all__ = ["kind_of"]

_REFUSED = {
    b"\x1f\x8b": "is a gzip archive; unpack it first",
    b"Rar!": "is a RAR archive; unpack it, or pack it as .zip",
    b"7z\xbc\xaf\x27\x1c": "is a 7z archive; unpack it, or pack it as .zip",
    b"{\\rtf": "is a Rich Text document; save it as .docx",
    b"\x89PNG": "is an image; recognise its text first",
    b"\xff\xd8\xff": "is an image; recognise its text first",
    b"GIF8": "is an image; recognise its text first",
    b"II*\0": "is an image; recognise its text first",
    b"MM\0*": "is an image; recognise its text first",
}
_OFFICE = {
    "xl/": "is an Excel workbook; save it as text or .docx",
    "ppt/": "is a PowerPoint presentation; save it as .pdf",
    "OFD.xml": "is an OFD document; save it as .pdf",
    "mimetype": "is an OpenDocument file; save it as .docx",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_HTML = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|table|p|meta|title|span|br)[\s/>]",
    re.IGNORECASE,
)
_WEB_ARCHIVE = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def kind_of(data: bytes, name: str) -> str:
    """``text``, ``html``, ``docx``, ``pdf`` or ``zip``.

    Raises :class:`~govie.errors.InputError`, whose message begins with ``name``, where the bytes
    are something else that has a name, or nothing.
    """
    if not data:
        raise InputError(f"{name}: is empty")
    for signature, problem in _REFUSED.items():
        if data.startswith(signature):
            raise InputError(f"{name}: {problem}")
    if data.startswith(_OLE):
        raise InputError(f"{name}: {_old_office(data)}")
    if data.startswith(_ZIP):
        return _kind_of_zip(data, name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    # The zero bytes of UTF-16 would hide the tags.
    head = data[:_HEAD].replace(b"\0", b"")
    if _WEB_ARCHIVE.search(head):
        raise InputError(f"{name}: is a web archive (.mht); save the page as .html")
    return "html" if _HTML.search(head) else "text"


def _old_office(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "is encrypted with a password; save it without one"
    return "is an old Office document (.doc, .xls); save it as .docx"


def _kind_of_zip(data: bytes, name: str) -> str:
    try:
        members = ZipFile(io.BytesIO(data)).namelist()
    except BROKEN as error:
        raise InputError(f"{name}: is a damaged zip archive or .docx ({error})") from error
    if "word/document.xml" in members:
        return "docx"
    for start, problem in _OFFICE.items():
        if any(member.startswith(start) for member in members[:50]):
            raise InputError(f"{name}: {problem}")
    return "zip"
