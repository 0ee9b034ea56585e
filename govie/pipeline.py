"""The front doors: load a pipeline, parse a text, add the components to somebody's pipeline."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

import govie.factories  # registers the components  # noqa: F401
from govie import store
from govie.errors import ConfigError, InputWarning
from govie.given import (
    LONGEST,
    check_text,
    check_year,
    checked_jurisdiction,
    said_of_jurisdiction,
    said_of_traditional,
)
from govie.options import PackName, check_names, opened
from govie.segmenters import blank
from govie.text.traditional import is_traditional

__all__ = ["add_to", "load", "parse", "pipe"]

_REMEMBERED = 4
"""Choices of packs whose pipelines are kept; one takes some 30 MB with what it has made."""


def load(
    *,
    patterns: Sequence[PackName] = ("default",),
    segmenter: str = "char",
    model: str | Path | None = None,
) -> Language:
    """A new Chinese pipeline of all components.

    ``patterns`` names pattern packs, the last one strongest: ``default``, packs of installed
    distributions, or paths of folders. ``segmenter`` is ``char``, ``jieba`` or ``pkuseg``, the
    last with the folder of its ``model``. Raises ConfigError or PatternError for what is not
    there.

    >>> import govie
    >>> nlp = govie.load()
    >>> [fact.text for fact in nlp("工业增长5%。")._.govie.numeric_facts]
    ['5%']
    """
    nlp = blank(segmenter, model, opened(patterns))
    nlp.max_length = LONGEST
    return add_to(nlp, patterns=patterns)


def add_to(nlp: Language, *, patterns: Sequence[PackName] = ("default",)) -> Language:
    """Add the components that a pipeline does not have yet, in their order; returns it.

    Each goes in front of those it works for, where they are there already, and else to the end.
    Raises ConfigError or PatternError for packs that are not there.

    >>> import govie, spacy
    >>> govie.add_to(spacy.blank("zh")).pipe_names[:2]
    ['govie_sections', 'govie_places']
    """
    if not isinstance(nlp, Language):
        raise ConfigError(f"nlp is a spaCy pipeline such as spacy.blank('zh'), not {nlp!r}")
    opened(patterns)
    names = list(check_names(patterns))
    for at, key in enumerate(store.KEYS):
        there = nlp.pipe_factories
        if key not in there.values():
            later = (name for name, factory in there.items() if factory in store.KEYS[at:])
            nlp.add_pipe(key, before=next(later, None), config={"patterns": names})
    return nlp


def parse(
    text: str,
    *,
    jurisdiction: str | None = None,
    year: int | None = None,
    patterns: Sequence[PackName] = ("default",),
) -> Doc:
    """Read one text; ``doc._.govie`` holds what was found.

    ``jurisdiction`` (a name or six-digit code) and ``year`` (that the report plans for) are found
    in the text when they are not given. ``patterns`` names pattern packs as for :func:`load`; the
    pipelines of the last few choices are remembered. Half a surrogate pair in the text becomes
    U+FFFD; offsets stay those of the input. Raises ConfigError where jurisdiction or year cannot be
    one, ConfigError or PatternError for packs that are not there or wrong, and InputError where the
    text is no string, has more than 100 million characters, or is the path of a file, which is for
    :func:`govie.read`. Warns with InputWarning of a jurisdiction that is not known and of
    traditional characters.

    >>> import govie
    >>> doc = govie.parse("地区生产总值增长8%。", jurisdiction="株洲市", year=2021)
    >>> [(fact.indicator_id, fact.place) for fact in doc._.govie.numeric_facts]
    [('gdp', '株洲市')]
    """
    return next(_docs([text], jurisdiction, year, patterns, caller=3))


def pipe(
    texts: Iterable[str],
    *,
    jurisdiction: str | None = None,
    year: int | None = None,
    patterns: Sequence[PackName] = ("default",),
) -> Iterator[Doc]:
    """Read many texts, one Doc each, in order, each when its turn comes.

    Raises and warns as :func:`parse` does, of all but the texts when it is called.

    >>> import govie
    >>> docs = govie.pipe(["工业增长5%。", "农业增长3%。"], year=2021)
    >>> [doc._.govie.numeric_facts[0].text for doc in docs]
    ['5%', '3%']
    """
    return _docs(texts, jurisdiction, year, patterns, caller=2)


def _docs(
    texts: Iterable[str],
    jurisdiction: str | None,
    year: int | None,
    patterns: Sequence[PackName],
    caller: int,
) -> Iterator[Doc]:
    """The Docs of texts, read one by one; all but the texts is checked at once.

    Warnings about a text are shown where ``caller`` says, counted in calls.
    """
    jurisdiction = checked_jurisdiction(jurisdiction)
    check_year(year)
    names = check_names(patterns)
    nlp = _remembered(names)
    if jurisdiction and (said := said_of_jurisdiction(jurisdiction, year, names)):
        warnings.warn(f"jurisdiction: {said}", InputWarning, stacklevel=3)
    return _read(nlp, texts, jurisdiction, year, caller)


def _read(
    nlp: Language, texts: Iterable[str], jurisdiction: str | None, year: int | None, caller: int
) -> Iterator[Doc]:
    for text in texts:
        check_text(text)
        if is_traditional(text):
            warnings.warn(said_of_traditional(text), InputWarning, stacklevel=caller)
        doc = nlp.make_doc(text)
        store.give(doc, jurisdiction, year)
        yield nlp(doc)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(patterns: tuple[str, ...]) -> Language:
    return load(patterns=patterns)
