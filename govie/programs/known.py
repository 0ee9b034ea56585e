"""Programmes that the packs under ``patterns/programs`` know, wherever a text names them.

Names stand there without quotation marks: the label is the kind, and the first line of an id has in
``meta`` its name, level, years and issuing body. Where ``meta`` has ``unquoted_before``, the name
counts only in quotes or before one of these words. Of two lines for one name that with the higher
``priority`` counts; ``in_section`` says in which kinds of sections a name is one, and ``skip``
makes it a name of something that is no programme.
"""

from __future__ import annotations

from bisect import bisect_left

from govie.packs import Pattern, load_patterns, per_packs
from govie.packs.gazetteer import Gazetteer, Guard
from govie.programs.hits import OPENING, Hit
from govie.text.plain import Plain

__all__ = ["find_known", "known_over", "titles"]


def find_known(text: Plain, held: list[Hit] | None = None) -> list[Hit]:
    """All mentions of known programmes, in order, none overlapping another.

    Names that a guard holds back are added to `held`.
    """
    hits = []
    names = _gazetteer()
    forbidden: list[tuple[int, int, int]] = []
    for number, start, end in names.scan(text.text, held=forbidden):
        hit = _hit(text, names.values[number], start, end)
        followers = names.values[number].meta.get("unquoted_before")
        if (
            followers is None
            or text.clean[hit.start] in OPENING
            or text.clean.startswith(tuple(followers), hit.end)
        ):
            hits.append(hit)
    if held is not None:
        held += [_hit(text, names.values[number], *span) for number, *span in forbidden]
    return hits


def _hit(text: Plain, known: Pattern, start: int, end: int) -> Hit:
    left, right = text.span(start, end)
    return Hit(start=left, end=right, kind=known.label, rule="pattern", known=known)


def known_over(text: Plain, offset: int) -> list[tuple[Pattern, int, int, str | None]]:
    """Every known name over a clean offset, with its span and the string that forbids it, if any.

    For explanations: :func:`find_known` finds one of them at the most.
    """
    first = bisect_left(range(len(text.text)), offset, key=lambda at: text.span(at, at + 1)[0])
    names = _gazetteer()
    return [
        (names.values[number], *text.span(start, end), forbidding)
        for (number, start, end), forbidding in names.over(text.text, first)
    ]


@per_packs
def _gazetteer() -> Gazetteer[Pattern]:
    names: dict[str, Pattern] = {}
    for pattern in sorted(load_patterns("programs"), key=lambda pattern: -pattern.priority):
        if pattern.pattern:
            names.setdefault(pattern.pattern, pattern)
    guards = {
        name: Guard(pattern.not_before, pattern.not_after)
        for name, pattern in names.items()
        if pattern.not_before or pattern.not_after
    }
    return Gazetteer(names, guards)


@per_packs
def titles() -> dict[str, str]:
    """The canonical names of known programmes by id: those on the first line of each."""
    found: dict[str, str] = {}
    for pattern in load_patterns("programs"):
        found.setdefault(pattern.id, pattern.meta.get("name", pattern.pattern))
    return found
