"""A character tokenizer whose time is linear in the length of the text.

spaCy's own character segmentation for Chinese is quadratic, felt from 50,000 characters on.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from govie.store import remember_text
from govie.text.characters import whole

__all__ = ["CharTokenizer", "make_char_tokenizer"]


class CharTokenizer:
    """Every character is a token; a space behind another character belongs to that token.

    Halves of surrogate pairs, which a Doc cannot hold, become the replacement character U+FFFD.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        text = whole(text)
        words, spaces = split_characters(text)
        # A Doc takes the hashes of words as well, though its types leave it out.
        hashes = list(map(_Hashes(self.vocab).__getitem__, words))
        doc = Doc(self.vocab, words=hashes, spaces=spaces)  # type: ignore[arg-type]
        remember_text(doc, text)
        return doc

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing to save: the tokenizer has no state."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> CharTokenizer:
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        return None

    def from_disk(self, path: str | Path, **kwargs: Any) -> CharTokenizer:
        return self


class _Hashes(dict[str, int]):
    """The hash of each word in the string store of a vocabulary, asked for once a word."""

    def __init__(self, vocab: Vocab) -> None:
        self._add = vocab.strings.add

    def __missing__(self, word: str) -> int:
        found = self[word] = self._add(word)
        return found


def split_characters(text: str) -> tuple[list[str], list[bool]]:
    """Words and trailing spaces, such that joining them gives ``text`` again."""
    if " " not in text:
        return list(text), [False] * len(text)
    words: list[str] = []
    spaces: list[bool] = []
    for number, run in enumerate(text.split(" ")):
        if number:
            if spaces and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(" ")
                spaces.append(False)
        words.extend(run)
        spaces.extend([False] * len(run))
    return words, spaces


def make_char_tokenizer(nlp: Language) -> CharTokenizer:
    """The tokenizer of a pipeline, as spaCy's registry wants it."""
    return CharTokenizer(nlp.vocab)
