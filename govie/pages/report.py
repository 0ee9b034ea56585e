"""The page of one report: its text with everything found marked, and a table of its facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from govie.pages.assets import json_asset, render
from govie.pages.blocks import Block, Piece, blocks_of
from govie.pages.data import JUDGED, document_hash, facts_of, names_of, outline_of
from govie.pages.palette import KINDS, kind_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["report_page"]

_PART = 3000
"""Characters after which the text goes on in a new element."""

_STYLES = ["report.css", "text.css", "table.css"]
_SCRIPTS = [
    "labels.js",
    "store.js",
    "checks.js",
    "fields.js",
    "filters.js",
    "card.js",
    "table.js",
    "text.js",
    "panes.js",
    "report.js",
]


def report_page(doc: Doc, name: str) -> str:
    """A self-contained HTML page of a Doc read by govie; ``name`` is that of its file.

    >>> import govie
    >>> page = govie.report_page(govie.parse("工业增长5%。"), "report.txt")
    >>> page.lower().startswith("<!doctype html>"), "report.txt" in page
    (True, True)
    """
    import govie
    from govie.store import view_of

    report = doc._.govie
    view = view_of(doc)
    records = report.records
    counts = Counter(kind_of(record) for record in records)
    title = " ".join(str(part) for part in (report.jurisdiction, report.year) if part) or name
    data = {
        "name": name,
        "document": document_hash(view.raw),
        "version": govie.__version__,
        "packs": report.packs,
        "facts": facts_of(records),
        "names": names_of(records),
        "fields": JUDGED,
        "choices": json_asset("choices.json"),
    }
    return render(
        "report.html.j2",
        styles=_STYLES,
        scripts=_SCRIPTS,
        title=title,
        name=name,
        kinds=[(kind, counts[kind]) for kind in KINDS],
        outline=outline_of(records),
        parts=_parts(blocks_of(view, records)),
        data=data,
    )


def _parts(blocks: Iterable[Block]) -> list[Markup]:
    """The blocks in elements of a few thousand characters.

    The browser lays out those in sight only, and keeping watch over each paragraph costs more.
    """
    parts: list[Markup] = []
    bodies: list[Markup] = []
    size = 0
    for block in blocks:
        bodies.append(_block(block))
        size += sum(len(piece.text) for piece in block.pieces)
        if size >= _PART:
            parts.append(Markup("\n").join(bodies))
            bodies, size = [], 0
    return [*parts, Markup("\n").join(bodies)]


def _block(block: Block) -> Markup:
    """A block as HTML."""
    anchors = Markup("").join(Markup('<a id="{}"></a>').format(a) for a in block.anchors)
    tag = f"h{block.level + 1}" if block.level else "p"
    start = Markup('<{} class="on">' if block.goes_on else "<{}>").format(tag)
    body = Markup("").join(_piece(piece) for piece in block.pieces)
    return start + anchors + body + Markup("</{}>").format(tag)


def _piece(piece: Piece) -> Markup:
    """A piece: bare text, or an element with its kinds as classes and its records in data-r."""
    text = escape(piece.text)
    if not piece.marks and not piece.hidden:
        return text
    kinds = [mark.kind for mark in piece.marks]
    classes = [*dict.fromkeys(kinds)] + ["mark"] * any(k != "subject" for k in kinds)
    classes += ["gap"] * piece.hidden
    owners = dict.fromkeys(m.record for m in piece.marks if m.kind != "subject")
    subjects = dict.fromkeys(m.record for m in piece.marks if m.kind == "subject")
    attributes = Markup(' class="{}"').format(" ".join(classes))
    if owners:
        attributes += Markup(' data-r="{}"').format(" ".join(owners))
    if subjects:
        attributes += Markup(' data-s="{}"').format(" ".join(subjects))
    return Markup("<span{}>{}</span>").format(attributes, text)
