"""The text as a page shows it: headings and paragraphs of the raw text, cut into marked pieces.

Nothing of the raw text is lost. What the text view leaves out (line breaks inside sentences, spaces
inside numbers, furniture) is there as hidden pieces, which a reader can have shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from govie.pages.marks import Mark, cut, marks_of
from govie.records import Document, Record, Section
from govie.text.view import TextView

__all__ = ["Block", "Piece", "blocks_of"]

_LONGEST_HEADING = 40
"""Characters of a heading that gets a line of its own; a longer one runs into its paragraph."""
_LONG = 500
"""Characters after which a paragraph goes on in a new block behind the next sentence: some reports
have no paragraphs at all."""
_HEADING_ENDS = ("。", "：", "；")


@frozen
class Piece:
    """Some raw text, whether it is hidden, and the marks that it belongs to."""

    text: str
    hidden: bool
    marks: tuple[Mark, ...]


@frozen(kw_only=True)
class Block:
    """A heading (``level`` of 1 or more), a paragraph, or the further part of a long one."""

    level: int = 0
    goes_on: bool = False
    anchors: tuple[str, ...] = ()
    """Ids of the documents and sections that begin here."""
    pieces: list[Piece] = field(factory=list)


def blocks_of(view: TextView, records: Sequence[Record]) -> list[Block]:
    """The blocks of a text. Their pieces, one after the other, are ``view.raw``."""
    if not len(view):
        return [Block(pieces=[Piece(view.raw, True, ())])] if view.raw else []
    index = [view.raw_span(offset, offset + 1)[0] for offset in range(len(view))]
    plans = {index[offset]: block for offset, block in _plan(view, records)}
    # What the view leaves out in front of the text belongs to the first block.
    plans[0] = plans.pop(index[0])
    shown = bytearray(len(view.raw))
    for place, character in zip(index, view.text, strict=True):
        shown[place] = character != "\n"
    edges = [at for at in range(1, len(shown)) if shown[at] != shown[at - 1]]
    block = plans[0]
    for stretch in cut(len(view.raw), marks_of(records), [*plans, *edges]):
        block = plans.get(stretch.start, block)
        text = view.raw[stretch.start : stretch.end]
        block.pieces.append(Piece(text, not shown[stretch.start], stretch.marks))
    return [plans[start] for start in sorted(plans)]


def _plan(view: TextView, records: Iterable[Record]) -> Iterator[tuple[int, Block]]:
    """The clean offset of each block, and the block without its pieces."""
    anchors: dict[int, list[str]] = {}
    headings: dict[int, tuple[int, int]] = {}
    for record in records:
        if isinstance(record, Document | Section):
            start = view.clean_offset(record.start)
            anchors.setdefault(start, []).append(record.id)
            if isinstance(record, Section) and (end := _heading_end(view, start, record)):
                headings[start] = (end, min(max(record.level, 1), 4))
    paragraphs = {i + 1 for i, character in enumerate(view.text) if character == "\n"}
    starts = {0, *paragraphs, *anchors, *(end for end, _ in headings.values())}
    ends = sorted({*(at for at in starts if 0 < at < len(view)), len(view)})
    start = 0
    for end in ends:
        _, level = headings.get(start, (0, 0))
        yield start, Block(level=level, anchors=tuple(anchors.get(start, ())))
        for place in _breaks(view, start, end):
            yield place, Block(goes_on=True)
        start = end


def _heading_end(view: TextView, start: int, section: Section) -> int | None:
    """The end of a section's heading where it can have a line of its own."""
    title = section.title
    if not title or len(title) > _LONGEST_HEADING or not view.text.startswith(title, start):
        return None
    end = start + len(title)
    end += view.text.startswith(_HEADING_ENDS, end)
    return end + view.text.startswith("\n", end)


def _breaks(view: TextView, start: int, end: int) -> Iterator[int]:
    """Clean offsets at which a long paragraph goes on in a new block."""
    done = start
    while end - done > _LONG and (after := view.sentence_at(done + _LONG)[1]) < end:
        yield after
        done = after
