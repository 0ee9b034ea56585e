"""The main text of a web page, out of the furniture of its portal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from govie.errors import InputError
from govie.extras import need
from govie.files.encodings import decode
from govie.files.source import Source

__all__ = ["read_html"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,20})", re.I)
_HEAD = 4096
_BLOCKS = {"p", "head", "item", "quote", "div", "list", "table", "row", "ab", "body", "main"}
_TITLE_NEAR = 300
"""Characters of the text in which its title is looked for."""


def read_html(data: bytes, name: str, encoding: str | None = None) -> Source:
    """The text of a page: a paragraph, list item or table row a line, cells set apart by tabs.

    What portals put around it (menus, links, footers) is left to trafilatura to recognise. The
    heading of the page comes first where the main text lacks it.
    """
    stated = _CHARSET.search(data[:_HEAD])
    decoded = decode(data, name, given=encoding, stated=stated[1].decode() if stated else None)
    trafilatura = need("trafilatura", "files", "reading HTML")
    try:
        page = trafilatura.bare_extraction(
            decoded.text,
            include_comments=False,
            deduplicate=False,
            favor_recall=True,
            with_metadata=True,
        )
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name}: cannot be read as HTML ({error})") from error
    if page is None or page.body is None:
        raise InputError(f"{name}: is HTML without a text (does a script load it?)")
    text = "\n".join(_lines(page.body))
    title = page.title
    if title and _bare(title) not in _bare(text[:_TITLE_NEAR]):
        text = f"{title}\n{text}"
    return Source(
        name=name,
        text=text,
        kind="html",
        encoding=decoded.encoding,
        encoding_from=decoded.encoding_from,
        title=title,
        warnings=decoded.warnings,
    )


def _lines(body: Any) -> Iterator[str]:
    """The lines of a tree of trafilatura's elements that hold something."""
    for line in "".join(_pieces(body)).split("\n"):
        if line.strip():
            yield line.strip()


def _pieces(element: Any) -> Iterator[str]:
    """Text in order, with a line feed around each block and a tab behind each cell."""
    block = element.tag in _BLOCKS
    if block:
        yield "\n"
    yield element.text or ""
    for child in element:
        yield "\n" if child.tag == "lb" else ""
        yield from _pieces(child)
        yield child.tail or ""
    if block:
        yield "\n"
    elif element.tag == "cell":
        yield "\t"


def _bare(text: str) -> str:
    return "".join(text.split())
