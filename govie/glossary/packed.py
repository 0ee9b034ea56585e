"""Terms that the packs of national and provincial terms under ``patterns/glossary`` explain.

They speak where the document has no list of its own. Where the two differ over a term, the pack's
explanation is a second record without mentions.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from attrs import evolve

from govie.glossary.body import Body
from govie.glossary.index import NameIndex
from govie.glossary.links import find_mentions
from govie.glossary.promises import is_kept, promised_count, read_promise
from govie.glossary.scope import Scope
from govie.glossary.terms import bare
from govie.glossary.words import labelled
from govie.packs import Pattern, per_packs
from govie.records import Mention, Term

__all__ = ["differing", "find_packed"]


def find_packed(body: Body, scope: Scope, own: Container[str]) -> Iterator[Term]:
    """The packs' terms that occur where no list explains them, without those of the document.

    ``own`` holds the bare names of these.
    """
    patterns = _patterns()
    for pattern, spans in zip(patterns, find_mentions(body, _names(), strict=True), strict=True):
        if not spans or bare(pattern.word) in own:
            continue
        if mentions := scope.unlisted(pattern, spans):
            yield _of_pack(pattern, mentions)


def differing(terms: Iterable[Term]) -> list[Term]:
    """What the packs say otherwise of terms that the document explains, once for each term."""
    packs = _by_bare_name()
    seen: set[str] = set()
    found: list[Term] = []
    for term in terms:
        name = bare(term.term)
        pattern = packs.get(name)
        if term.source != "document" or pattern is None or name in seen:
            continue
        seen.add(name)
        components = tuple(pattern.meta.get("components", ()))
        if _agree(term.components, components):
            continue
        found.append(
            evolve(
                term,
                rule="pack",
                definition=pattern.meta.get("definition"),
                definition_start=None,
                definition_end=None,
                components=components,
                complete=is_kept(term.count, len(components)),
                inline=False,
                source=_pack_name(pattern),
                mentions=(),
            )
        )
    return found


@per_packs
def _patterns() -> tuple[Pattern, ...]:
    return tuple(p for p in labelled("TERM") if p.pattern)


@per_packs
def _by_bare_name() -> dict[str, Pattern]:
    return {bare(pattern.word): pattern for pattern in _patterns()}


@per_packs
def _names() -> NameIndex:
    return NameIndex([pattern.word for pattern in _patterns()])


def _of_pack(pattern: Pattern, mentions: tuple[Mention, ...]) -> Term:
    """The record of a term that a pack explains; it stands where the text first speaks of it."""
    name = pattern.word
    components = tuple(pattern.meta.get("components", ()))
    count = promised_count(read_promise(name), len(components)) if components else None
    first = mentions[0]
    return Term(
        id="",
        start=first.start,
        end=first.end,
        text=first.text,
        rule="pack",
        term=name,
        definition=pattern.meta.get("definition"),
        components=components,
        count=count,
        complete=is_kept(count, len(components)),
        source=_pack_name(pattern),
        mentions=mentions,
    )


def _pack_name(pattern: Pattern) -> str:
    """The file that a pattern stands in: ``glossary/hunan.jsonl:7`` is of the pack hunan."""
    return pattern.source.rpartition("/")[2].partition(".")[0]


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two enumerations say much the same, in whatever order.

    One that says nothing contradicts none.
    """
    if not one or not other:
        return True
    left = list(other)
    for part in one:
        same = next((each for each in left if _alike(part, each)), None)
        if same is None:
            return False
        left.remove(same)
    return not left


def _alike(one: str, other: str) -> bool:
    """Whether two parts share half of their signs."""
    signs = set(one), set(other)
    return 2 * len(signs[0] & signs[1]) >= min(map(len, signs))
