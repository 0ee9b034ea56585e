"""The front doors: load a pipeline, parse a text, add the components to somebody's pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import govie.factories  # registers the components  # noqa: F401
from govie import store
from govie.errors import ConfigError

__all__ = ["add_to", "load", "parse", "pipe"]

_TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "govie_char"}}}


def load() -> Language:
    """A new Chinese pipeline of all components over a character tokenizer."""
    return add_to(spacy.blank("zh", config=_TOKENIZER))


def add_to(nlp: Language) -> Language:
    """Add the components that a pipeline does not have yet, in their order; returns it."""
    for key in store.KEYS:
        if not nlp.has_pipe(key):
            nlp.add_pipe(key)
    return nlp


def parse(text: str, *, jurisdiction: str | None = None, year: int | None = None) -> Doc:
    """Read one text; ``doc._.govie`` holds what was found.

    ``jurisdiction`` (a name or six-digit code) and ``year`` (that the report plans for) are found
    in the text when they are not given. Raises ConfigError where they are of the wrong type.
    """
    return next(pipe([text], jurisdiction=jurisdiction, year=year))


def pipe(
    texts: Iterable[str], *, jurisdiction: str | None = None, year: int | None = None
) -> Iterator[Doc]:
    """Read many texts, one Doc each, in order."""
    if not isinstance(jurisdiction, str | None) or not isinstance(year, int | None):
        raise ConfigError(
            f"jurisdiction is a name or code and year a number, not {jurisdiction!r} and {year!r}"
        )
    nlp = _default()
    for text in texts:
        doc = nlp.make_doc(text)
        store.give(doc, jurisdiction, year)
        yield nlp(doc)


@cache
def _default() -> Language:
    return load()
