"""What a printer sets on every page: running heads, running feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from govie.files.lines import Piece
from govie.files.pdf_page import Page

__all__ = ["without_running_heads"]

_MARGIN = 0.1
"""The share of a page's height, at its top and at its foot, in which they stand."""
_MOST_LINES = 2
"""They are the outermost lines of a page, so many at most."""
_FEWEST_PAGES = 3
_SHARE = 0.3
"""The share of the pages on which one stands at least; left and right pages may differ."""
_SAME_HEIGHT = 6
"""Points within which lines of different pages stand at one height."""
_SHORTEST = 4
"""Characters of a running head; a shorter end of a sentence stands on several pages by chance."""
_NUMBER = re.compile(r"[0-9]+")
_PAGE_NUMBER = re.compile(r"[-—–·•\s]{0,4}第?\s?[0-9]{1,4}\s?页?[-—–·•\s]{0,4}")


def without_running_heads(pages: Iterable[Page]) -> Iterator[list[Piece]]:
    """The pieces of each page that belong to its text."""
    pages = list(pages)
    seen = Counter(key for page in pages for key in {_key(p) for p in _at_the_edge(page)})
    least = max(_FEWEST_PAGES, _SHARE * len(pages))
    for page in pages:
        furniture = {
            piece
            for piece in _at_the_edge(page)
            if _PAGE_NUMBER.fullmatch(piece.text)
            or (len(piece.text) >= _SHORTEST and seen[_key(piece)] >= least)
        }
        yield [piece for piece in page.pieces if piece not in furniture]


def _at_the_edge(page: Page) -> Iterator[Piece]:
    """The pieces of the outermost lines in the margins."""
    ordered = sorted(page.pieces, key=lambda piece: piece.top)
    for margin in (
        [piece for piece in ordered if piece.bottom < _MARGIN * page.height],
        [piece for piece in reversed(ordered) if piece.top > (1 - _MARGIN) * page.height],
    ):
        lines = 0
        last: Piece | None = None
        for piece in margin:
            lines += last is None or not piece.beside(last)
            if lines > _MOST_LINES:
                break
            last = piece
            yield piece


def _key(piece: Piece) -> tuple[str, int]:
    """Equal for lines that differ by the page number only."""
    return _NUMBER.sub("#", piece.text), round(piece.top / _SAME_HEIGHT)
