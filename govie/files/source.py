"""What reading a file yields: its text, and how the text was come by."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from govie.text.characters import writable

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from govie.options import PackName

__all__ = ["Origin", "Source", "origin_of"]

_KEY = "govie_source"


@frozen(kw_only=True)
class Origin:
    """The file that a text was read from, and the pages of it."""

    name: str = field(converter=writable)
    r"""The path as it was given; a member of an archive is ``archive.zip/folder/file.txt``. Bytes
    of a name that is no UTF-8 stand as ``\udcd6``."""
    pages: tuple[int, ...] = ()
    """Offset at which each page begins, for files that have pages."""

    def page_at(self, offset: int) -> int | None:
        """The number of the page, from 1, that an offset stands on; None without pages."""
        return bisect_right(self.pages, offset) or None


@frozen(kw_only=True)
class Source(Origin):
    """The text of one file. Offsets of records count the code points of :attr:`text`.

    >>> import govie, pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "report.txt")
    ...     _ = path.write_text("工业增长5%。", encoding="utf-8")
    ...     (source,) = govie.read(path)
    >>> source.text, source.kind, source.encoding
    ('工业增长5%。', 'text', 'utf-8')
    """

    text: str
    r"""Without byte-order mark, with ``\n`` for every line end."""
    kind: str = "text"
    """What the file is, by its content: text, html, docx or pdf."""
    encoding: str | None = None
    """Of text and HTML: the encoding that it was read in, by Python's name."""
    encoding_from: str | None = None
    """How that was known: ``given`` by the caller, by the byte-order ``mark``, ``stated`` in the
    page, or ``detected``."""
    title: str | None = None
    """The title in the metadata of the file."""
    jurisdiction: str | None = None
    """What the metadata table says."""
    year: int | None = None
    """What the metadata table says."""
    warnings: tuple[str, ...] = ()
    """What could not be read, or hardly as it was meant; a line each."""

    def parse(
        self,
        *,
        jurisdiction: str | None = None,
        year: int | None = None,
        patterns: Sequence[PackName] = ("default",),
    ) -> Doc:
        """Read the text with all components, like :func:`govie.parse`; the Doc knows its file.

        What the metadata table says of jurisdiction and year is stronger than the arguments.
        """
        import govie

        doc = govie.parse(
            self.text,
            jurisdiction=self.jurisdiction or jurisdiction,
            year=self.year if self.year is not None else year,
            patterns=patterns,
        )
        # Plain types: they survive DocBin with store_user_data and pickling.
        doc.user_data[_KEY] = {"name": self.name, "pages": list(self.pages)}
        return doc


def origin_of(doc: Doc) -> Origin | None:
    """The file that a Doc was read from, or None where its text was given as a string."""
    noted = doc.user_data.get(_KEY)
    return Origin(name=noted["name"], pages=tuple(noted["pages"])) if noted else None
