"""The words of definitions, which live in ``patterns/glossary``, as parts of expressions."""

from __future__ import annotations

from govie.packs import Pattern, load_patterns, per_packs
from govie.packs.expressions import either

__all__ = ["any_word", "labelled", "type_words"]


def labelled(label: str) -> tuple[Pattern, ...]:
    """The lines of a label."""
    return load_patterns("glossary", label)


def any_word(label: str) -> str:
    """An expression for what any one line of a label finds."""
    return either(labelled(label))


@per_packs
def type_words() -> tuple[str, ...]:
    """Nouns that say what kind of thing a packed name is: 行动, 工程, 企业."""
    return tuple(p.pattern for p in labelled("TYPE") if p.pattern)
