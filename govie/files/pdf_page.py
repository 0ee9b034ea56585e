"""What stands on one page of a PDF, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from govie.extras import need
from govie.files.lines import Piece

__all__ = ["Page", "read_page"]

_NEXT = 1.2
"""How far apart, in letters, two characters of one piece stand at most."""
_BACK = 0.5
"""How far they overlap at most."""
_HYPHENS = (0x2, 0xFFFE)
"""What pdfium hands out for a hyphen at the end of a line."""
_HYPHEN, _LOST = "-", "\ufffd"

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the bottom left corner."""


class Page(NamedTuple):
    """The pieces of a page in the order of the file."""

    pieces: list[Piece]
    height: float
    drawn: bool
    """Whether anything stands on it, be it a picture."""


def read_page(page: Any) -> Page:
    """The page as a reader sees it, turned upright."""
    sheet = page.get_cropbox()
    turn = page.get_rotation()
    textpage = page.get_textpage()
    try:
        pieces = list(_pieces(textpage, sheet, turn))
    finally:
        textpage.close()
    drawn = bool(pieces) or any(True for _ in page.get_objects(max_depth=1))
    return Page(pieces, page.get_height(), drawn)


def _pieces(textpage: Any, sheet: Box, turn: int) -> Iterator[Piece]:
    """Runs of characters that stand next to each other on one line."""
    run: list[str] = []
    piece = Piece("", 0, 0, 0, 0)
    end = 0.0
    spaced = False
    for text, place in _characters(textpage):
        if text.isspace():
            spaced = True
            continue
        here = Piece(text, *_upright(place, sheet, turn))
        size = max(piece.size, here.size)
        if run and -_BACK * size <= here.left - end <= _NEXT * size and here.beside(piece):
            run.append(f" {text}" if spaced else text)
            end = max(end, here.right)
        else:
            if run:
                yield piece._replace(text="".join(run), right=end)
            # The run keeps the height of its first letter: marks of notes stand higher.
            piece, run, end = here, [text], here.right
        spaced = False
    if run:
        yield piece._replace(text="".join(run), right=end)


def _characters(textpage: Any) -> Iterator[tuple[str, Box]]:
    """Each character with its box on the sheet as it is stored."""
    raw = need("pypdfium2.raw", "files", "reading PDF")
    code_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    place = raw.FS_RECTF()
    half = 0
    for index in range(textpage.count_chars()):
        code = code_of(textpage, index)
        if 0xD800 <= code < 0xDC00:
            half = code
            continue
        if half and 0xDC00 <= code < 0xE000:
            code = 0x10000 + (half - 0xD800) * 0x400 + code - 0xDC00
        half = 0
        text = _HYPHEN if code in _HYPHENS else _LOST if 0xD800 <= code < 0xE000 else chr(code)
        if (text >= " " or text.isspace()) and box_of(textpage, index, place):
            yield text, (place.left, place.bottom, place.right, place.top)


def _upright(place: Box, sheet: Box, turn: int) -> Box:
    """Left, right, top and bottom from the top left corner of the page as it is shown."""
    x0, y0, x1, y1 = place
    left, bottom, right, top = sheet
    if turn == 90:
        return y0 - bottom, y1 - bottom, x0 - left, x1 - left
    if turn == 180:
        return right - x1, right - x0, y0 - bottom, y1 - bottom
    if turn == 270:
        return top - y1, top - y0, right - x1, right - x0
    return x0 - left, x1 - left, top - y1, top - y0
