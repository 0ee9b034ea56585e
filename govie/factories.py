"""The spaCy factories: the one module that entry points name.

Every ``spacy.blank()`` on a machine with govie imports it, so it imports nothing heavy and must not
raise. Factories are functions with JSON-typed arguments, and this module does without
``from __future__ import annotations``: spaCy reads the types to check configs.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from govie.extensions import register

__all__ = [
    "make_char_tokenizer",
    "make_glossary",
    "make_places",
    "make_programs",
    "make_sections",
    "make_targets",
]

register()

_ASSIGNS = ["doc._.govie", "doc.spans", "span._.govie"]
_PACKS = {"patterns": ["default"]}


@Language.factory("govie_sections", assigns=_ASSIGNS, default_config=_PACKS)
def make_sections(nlp: Language, name: str, patterns: list[str]) -> Callable[[Doc], Doc]:
    """Documents within the text, their jurisdiction and year; sections, their kind and period."""
    from govie.component import Component
    from govie.sections.extraction import extract_sections

    return Component("govie_sections", extract_sections, patterns)


@Language.factory(
    "govie_places",
    assigns=[*_ASSIGNS, "doc.ents"],
    default_config={**_PACKS, "ent_label": "PLACE"},
)
def make_places(
    nlp: Language, name: str, patterns: list[str], ent_label: str
) -> Callable[[Doc], Doc]:
    """Named places, linked to administrative division codes."""
    from govie.component import Component
    from govie.places.extraction import extract_places

    return Component("govie_places", extract_places, patterns, ent_label)


@Language.factory("govie_glossary", assigns=_ASSIGNS, default_config=_PACKS)
def make_glossary(nlp: Language, name: str, patterns: list[str]) -> Callable[[Doc], Doc]:
    """Terms that the text explains, and where it mentions them."""
    from govie.component import Component
    from govie.glossary.extraction import extract_terms

    return Component("govie_glossary", extract_terms, patterns)


@Language.factory(
    "govie_programs",
    assigns=[*_ASSIGNS, "doc.ents"],
    default_config={**_PACKS, "ent_label": "PROGRAM"},
)
def make_programs(
    nlp: Language, name: str, patterns: list[str], ent_label: str
) -> Callable[[Doc], Doc]:
    """Named government initiatives."""
    from govie.component import Component
    from govie.programs.extraction import extract_programs

    return Component("govie_programs", extract_programs, patterns, ent_label)


@Language.factory("govie_targets", assigns=_ASSIGNS, default_config=_PACKS)
def make_targets(nlp: Language, name: str, patterns: list[str]) -> Callable[[Doc], Doc]:
    """Numeric facts, and targets without a number."""
    from govie.component import Component
    from govie.facts.extraction import extract_targets

    return Component("govie_targets", extract_targets, patterns)


def make_char_tokenizer() -> Callable[[Language], Callable[[str], Doc]]:
    """A character tokenizer that is linear in the length of the text."""
    from govie.tokenizer import make_char_tokenizer as make

    return make
