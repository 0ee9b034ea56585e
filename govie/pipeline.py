"""The front doors: load a pipeline, parse a text, add the components to somebody's pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

import govie.factories  # registers the components  # noqa: F401
from govie import store
from govie.errors import ConfigError
from govie.packs import pack_set
from govie.segmenters import blank

__all__ = ["add_to", "load", "parse", "pipe"]

_LONGEST = 100_000_000
"""Characters in one text; spaCy's own limit is for components that need much memory."""


def load(
    *,
    patterns: Sequence[str] = ("default",),
    segmenter: str = "char",
    model: str | Path | None = None,
) -> Language:
    """A new Chinese pipeline of all components.

    ``patterns`` names pattern packs, the last one strongest: ``default``, packs of installed
    distributions, or paths of folders. ``segmenter`` is ``char``, ``jieba`` or ``pkuseg``, the
    last with the folder of its ``model``. Raises ConfigError or PatternError for what is not
    there.
    """
    nlp = blank(segmenter, model, pack_set(tuple(patterns)))
    nlp.max_length = _LONGEST
    return add_to(nlp, patterns=patterns)


def add_to(nlp: Language, *, patterns: Sequence[str] = ("default",)) -> Language:
    """Add the components that a pipeline does not have yet, in their order; returns it."""
    for key in store.KEYS:
        if not nlp.has_pipe(key):
            nlp.add_pipe(key, config={"patterns": list(patterns)})
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
