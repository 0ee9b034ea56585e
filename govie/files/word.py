"""The text of a Word document: paragraphs, tables, text boxes and notes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from govie.errors import InputError
from govie.extras import need
from govie.files.archives import BROKEN
from govie.files.limits import MOST_BYTES, human
from govie.files.source import Source

__all__ = ["read_docx"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = {_W + tag for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "rt", "sectPr")}
"""Deleted and moved text, spelled pronunciation, and formatting."""
_BREAKS = {_W + "br": "\n", _W + "cr": "\n", _W + "tab": "\t", _W + "noBreakHyphen": "-"}
_NOTES = {
    "footnotes": ("footnoteReference", "footnote"),
    "endnotes": ("endnoteReference", "endnote"),
}


def read_docx(data: bytes, name: str) -> Source:
    """The text of a document, a paragraph or table row a line, cells set apart by tabs.

    A note becomes ``[1]`` where it is called, and an entry ``[1]…`` of a list headed 注释 at the
    end. Headers, footers and automatic numbering are not text and are lost.
    """
    docx = need("docx", "files", "reading .docx")
    try:
        _check_size(data, name)
        document = docx.Document(io.BytesIO(data))
        notes = _Notes(document.part)
        lines = list(_lines(document.element.body, notes))
        lines += notes.entries()
        title = document.core_properties.title or None
    except InputError:
        raise
    except (*BROKEN, LookupError, SyntaxError, AttributeError, TypeError) as error:
        raise InputError(f"{name}: is a damaged .docx ({error})") from error
    return Source(name=name, text="\n".join(lines), kind="docx", title=title)


def _check_size(data: bytes, name: str) -> None:
    """Refuse a document that would unpack to more than a report can hold."""
    with ZipFile(io.BytesIO(data)) as archive:
        size = sum(member.file_size for member in archive.infolist())
    if size > MOST_BYTES:
        raise InputError(f"{name}: unpacks to {human(size)}; at most {human(MOST_BYTES)} are read")


class _Notes:
    """Footnotes and endnotes, numbered in the order in which the text calls them."""

    def __init__(self, part: Any) -> None:
        self._bodies: dict[tuple[str, str], Any] = {}
        self._called: list[tuple[str, str]] = []
        for related in part.rels.values():
            kind = related.reltype.rsplit("/", 1)[-1]
            if kind in _NOTES and not related.is_external:
                self._read(kind, related.target_part.blob)

    def _read(self, kind: str, blob: bytes) -> None:
        from docx.oxml.parser import parse_xml

        reference, tag = _NOTES[kind]
        for note in parse_xml(blob).iter(_W + tag):
            # Separators are notes of a type of their own.
            if note.get(_W + "type") in (None, "normal"):
                self._bodies[reference, note.get(_W + "id")] = note

    def mark(self, element: Any) -> str:
        """What stands in the text for the call of a note; nothing for any other element."""
        key = element.tag.removeprefix(_W), element.get(_W + "id")
        if key not in self._bodies:
            return ""
        if key not in self._called:
            self._called.append(key)
        return f"[{self._called.index(key) + 1}]"

    def entries(self) -> list[str]:
        """The list of notes, with a heading, where there are any."""
        lines = ["注释"] if self._called else []
        for number, key in enumerate(self._called, 1):
            text = "".join(_lines(self._bodies[key], self))
            lines.append(f"[{number}]{text.strip()}")
        return lines


def _lines(element: Any, notes: _Notes) -> Iterator[str]:
    """The lines of a body, a cell, a note or a text box, in order."""
    for child in element:
        if child.tag == _W + "p":
            yield from _paragraph(child, notes)
        elif child.tag == _W + "tbl":
            for row in child.iterchildren(_W + "tr"):
                cells = row.iterchildren(_W + "tc", _W + "sdt")
                yield "\t".join(" ".join(_lines(cell, notes)) for cell in cells)
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from _lines(child, notes)


def _paragraph(element: Any, notes: _Notes) -> list[str]:
    """The lines of a paragraph, and below them those of the text boxes that hang on it."""
    boxes: list[str] = []
    text = "".join(_pieces(element, notes, boxes))
    return [*(line for line in text.split("\n") if line.strip()), *boxes]


def _pieces(element: Any, notes: _Notes, boxes: list[str]) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT or child.tag == _FALLBACK or not isinstance(child.tag, str):
            continue
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag == _W + "txbxContent":
            boxes.extend(_lines(child, notes))
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield notes.mark(child)
            yield from _pieces(child, notes, boxes)
