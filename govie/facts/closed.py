"""Stretches of a text in which no number is a fact: definitions, adverts and page furniture."""

from __future__ import annotations

from govie.context import Context
from govie.text.stretches import Stretches

__all__ = ["closed_stretches"]

_KINDS = frozenset({"glossary", "furniture"})
_RULES = frozenset({"list", "verb"})
"""Rules of the glossary whose definitions explain a word and state nothing: a list, “X”是指…."""


def closed_stretches(context: Context) -> Stretches:
    """The raw spans of glossaries, furniture and definitions, whatever sections lie inside them."""
    sections = [(s.start, s.end) for s in context.sections if s.kind in _KINDS]
    definitions = [
        (term.definition_start, term.definition_end)
        for term in context.terms
        if term.rule in _RULES
        and term.definition_start is not None
        and term.definition_end is not None
    ]
    return Stretches(sections + definitions)
