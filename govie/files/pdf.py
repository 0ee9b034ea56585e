"""The text layer of a PDF, columns in reading order, page by page."""

from __future__ import annotations

from collections.abc import Sequence

from govie.errors import InputError
from govie.extras import need
from govie.files.columns import lines_in_order
from govie.files.pdf_page import read_page
from govie.files.running_heads import without_running_heads
from govie.files.source import Source

__all__ = ["read_pdf"]

_MOST_TOLD = 20
"""Pages that a warning lists."""
_PASSWORD = 4
"""FPDF_ERR_PASSWORD."""


def read_pdf(data: bytes, name: str) -> Source:
    """The text of a PDF, a paragraph a line as far as the print shows where they end.

    Running heads, running feet and page numbers are left out. A page that is drawn upon and has no
    text layer gets a warning; :class:`~govie.errors.InputError` where no page has one.
    """
    pdfium = need("pypdfium2", "files", "reading PDF")
    try:
        with pdfium.PdfDocument(data) as document:
            pages = [read_page(page) for page in document]
            title = document.get_metadata_dict().get("Title") or None
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise InputError(f"{name}: is encrypted with a password; save it without one") from None
        raise InputError(f"{name}: is a damaged PDF ({error})") from error
    texts = ["\n".join(lines_in_order(pieces)) for pieces in without_running_heads(pages)]
    if not any(texts):
        raise InputError(f"{name}: has no text layer (scanned?); recognise its text first")
    unread = [number for number, page in enumerate(pages, 1) if page.drawn and not page.pieces]
    return Source(
        name=name,
        text="\n".join(texts),
        kind="pdf",
        pages=_starts(texts),
        title=title,
        warnings=(*_unread(unread), *_meaningless("".join(texts))),
    )


def _starts(texts: Sequence[str]) -> tuple[int, ...]:
    """Where each text starts when they are joined by a line feed."""
    starts = [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text) + 1)
    return tuple(starts)


def _unread(pages: Sequence[int]) -> list[str]:
    if not pages:
        return []
    told = ", ".join(map(str, pages[:_MOST_TOLD])) + ", …" * (len(pages) > _MOST_TOLD)
    return [f"no text layer on page{'s' * (len(pages) > 1)} {told} (scanned?)"]


def _meaningless(text: str) -> list[str]:
    lost = sum("\ue000" <= c <= "\uf8ff" or c == "\ufffd" for c in text)
    return [f"{lost} of {len(text)} characters have no meaning in the PDF's fonts"] if lost else []
