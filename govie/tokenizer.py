"""A character tokenizer whose time is linear in the length of the text.

spaCy's own character segmentation for Chinese is quadratic, felt from 50,000 characters on.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from govie.store import remember_text
from govie.text.characters import whole

if TYPE_CHECKING:
    import numpy.typing

__all__ = ["CharTokenizer", "make_char_tokenizer"]

Codes: TypeAlias = "numpy.typing.NDArray[numpy.uint32]"
"""The code points of a text."""
_LINES = (*range(0x09, 0x0E), *range(0x1C, 0x20), 0x85, 0x2028, 0x2029)
_BLANKS = (0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
WHITE = numpy.array(sorted(_LINES + _BLANKS), dtype="<u4")
"""The code points of all white space, as ``str.isspace`` has it."""
_IS_WHITE = numpy.zeros(WHITE.max() + 2, dtype=bool)
"""Whether a code point is one of them; the last place stands for all that follow."""
_IS_WHITE[WHITE] = True


class CharTokenizer:
    """Every character is a token; a space behind another character belongs to that token.

    Halves of surrogate pairs, which a Doc cannot hold, become the replacement character U+FFFD.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        text = whole(text)
        codes = numpy.frombuffer(text.encode("utf-32-le"), dtype="<u4")
        first, spaces = first_characters(codes)
        # A Doc takes the hashes of words as well, though its types leave it out.
        words: Any = self._hashes(codes[first]).tolist()
        doc = Doc(self.vocab, words=words, spaces=spaces.tolist())
        remember_text(doc, text, numpy.flatnonzero(first))
        return doc

    def _hashes(self, codes: Codes) -> numpy.typing.NDArray[numpy.object_]:
        """The hash in the vocabulary of each character of a text, given as code points."""
        found = numpy.flatnonzero(numpy.bincount(codes))
        of = numpy.empty(found.max(initial=0) + 1, dtype=object)
        of[found] = list(map(self.vocab.strings.add, map(chr, found.tolist())))
        hashes: numpy.typing.NDArray[numpy.object_] = of[codes]
        return hashes

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing to save: the tokenizer has no state."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> CharTokenizer:
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        return None

    def from_disk(self, path: str | Path, **kwargs: Any) -> CharTokenizer:
        return self


def first_characters(
    codes: Codes,
) -> tuple[numpy.typing.NDArray[numpy.bool_], numpy.typing.NDArray[numpy.bool_]]:
    """Of each code point whether it is a word, and of each word whether a space follows it.

    A space behind a character that is no white space is none.
    """
    behind = numpy.flatnonzero(codes[1:] == ord(" "))
    behind = behind[~_IS_WHITE.take(codes[behind], mode="clip")]
    words = numpy.ones(len(codes), dtype=bool)
    words[behind + 1] = False
    followed = numpy.zeros(len(codes), dtype=bool)
    followed[behind] = True
    return words, followed[words]


def make_char_tokenizer(nlp: Language) -> CharTokenizer:
    """The tokenizer of a pipeline, as spaCy's registry wants it."""
    return CharTokenizer(nlp.vocab)
