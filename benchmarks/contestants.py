"""Who is measured by speed.py: govie, its parts, segmenters and spaCy's ruler.

A contestant is a function without arguments that loads what is needed, and gives a function that
reads a text and says how many facts it found: None where it looks for none.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from typing import Any

from peers import PEERS

__all__ = ["CONTESTANTS", "MODEL", "Reader"]

MODEL = "GOVIE_PKUSEG_MODEL"
"""The environment variable that names the folder of the pkuseg model."""

Reader = Callable[[str], int | None]


def _without_facts(work: Callable[[str], object]) -> Reader:
    def read(text: str) -> None:
        work(text)

    return read


def _bare() -> Reader:
    import spacy

    return _without_facts(spacy.blank("zh").make_doc)


def _jieba() -> Reader:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    return _without_facts(lambda text: list(jieba.cut(text)))


def _segmenter(name: str) -> Any:
    import spacy

    return spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": name}}})


def _jieba_in_spacy() -> Reader:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    return _without_facts(_segmenter("jieba").make_doc)


def _pkuseg_in_spacy() -> Reader:
    nlp = _segmenter("pkuseg")
    nlp.tokenizer.initialize(pkuseg_model=os.environ[MODEL])
    return _without_facts(nlp.make_doc)


def _ruler() -> Reader:
    import spacy

    from govie.packs import load_patterns

    nlp = spacy.blank("zh")
    ruler: Any = nlp.add_pipe("entity_ruler")
    names = load_patterns("places/divisions")
    ruler.add_patterns([{"label": name.label, "pattern": name.pattern} for name in names])
    return lambda text: len(nlp(text).ents)


def _govie() -> Reader:
    import govie

    return lambda text: len(govie.parse(text)._.govie.numeric_facts)


def _tokenizer() -> Reader:
    import govie

    return _without_facts(govie.load().make_doc)


def _view() -> Reader:
    from govie.text.view import TextView

    return _without_facts(TextView)


CONTESTANTS: dict[str, Callable[[], Reader]] = {
    "spaCy, bare characters": _bare,
    "govie.parse": _govie,
    "govie, characters and text view": _tokenizer,
    "govie, text view alone": _view,
    "jieba": _jieba,
    "jieba in spaCy": _jieba_in_spacy,
    "pkuseg in spaCy, small model": _pkuseg_in_spacy,
    "spaCy's EntityRuler, names of places": _ruler,
    **PEERS,
}
