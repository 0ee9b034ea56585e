"""The name that a definition in passing explains: a quotation, often with a type word behind it."""

from __future__ import annotations

import re

from govie.glossary.enumerations import Span
from govie.glossary.terms import Draft, unquoted
from govie.glossary.words import labelled
from govie.packs import per_packs
from govie.packs.expressions import either

__all__ = ["REACH", "passing_draft", "stop_of", "type_tail", "typed_end"]

REACH = 260
"""How far from a name what explains it reaches."""
_STOP = re.compile(r"[。；\n]")


@per_packs
def type_tail() -> re.Pattern[str]:
    """A type word that belongs to the name; after 经验 or 要求 (id ``loose``) the name is over."""
    words = [p for p in labelled("TYPE") if p.id != "loose"]
    verbal = either(p for p in words if p.id == "verbal")
    firm = either(p for p in words if p.id != "verbal")
    return re.compile(
        rf"[^，。；：、！？（）《》\[\]“”—\n等的]{{0,4}}?(?:{verbal}(?:{firm})?|{firm}{{1,2}})"
    )


def typed_end(text: str, quote: re.Match[str]) -> int:
    """Where a quoted name ends: behind its type word, where it has one."""
    tail = type_tail().match(text, quote.end())
    return tail.end() if tail else quote.end()


def passing_draft(
    text: str,
    quote: re.Match[str],
    name_end: int,
    definition: Span,
    components: list[Span],
    *,
    rule: str,
) -> Draft:
    """The term of a quotation whose name ends at an offset.

    Its span leaves the quotation marks out where nothing follows them.
    """
    bare = name_end == quote.end()
    return Draft(
        inline=True,
        name=unquoted(text[quote.start() : name_end]),
        span=quote.span(1) if bare else (quote.start(), name_end),
        definition=definition,
        components=tuple(components),
        rule=rule,
    )


def stop_of(text: str, start: int) -> int:
    """Where the sentence or its part that goes on at an offset stops."""
    match = _STOP.search(text, start, start + 2 * REACH)
    return match.start() if match else min(len(text), start + REACH)
