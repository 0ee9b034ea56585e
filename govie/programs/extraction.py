"""Programmes: named government initiatives, known ones by their patterns and others by their form.

:mod:`govie.programs.known` finds the names that packs know, :mod:`govie.programs.discovery` names
that no file knows, :mod:`govie.programs.echoes` what the text itself explains or names again. Of
overlapping mentions the longest stays; variants of a name get one id.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from operator import attrgetter

from govie.context import Context
from govie.programs.apart import Apart
from govie.programs.discovery import discover
from govie.programs.echoes import find_echoes, find_explained
from govie.programs.hits import OPENING, Hit, choose
from govie.programs.known import find_known, titles
from govie.programs.lists_of_places import ListsOfPlaces
from govie.programs.names import Form, canonical, stem
from govie.records import Program
from govie.text.plain import Plain, plain, without_notes
from govie.text.view import TextView

__all__ = ["extract_programs"]


def extract_programs(view: TextView, context: Context) -> list[Program]:
    """All mentions of programmes in a text, in order, none overlapping another."""
    text = Plain(view.text)
    held: list[Hit] = []
    known: list[Hit] = []
    for hit in find_known(text, held):
        (known if _counts_here(hit, view, context) else held).append(hit)
    explained = find_explained(text, context.terms)
    hits = choose(len(view), [*known, *_discovered(view, context, known, held), *explained])
    hits = choose(len(view), [*hits, *find_echoes(text, hits)])
    apart = Apart(view, context)
    hits = [h for h in hits if not (h.known and h.known.skip) and not apart.holds(h)]
    forms = [without_notes(view.text[hit.start : hit.end]) for hit in hits]
    programs = []
    rows = zip(hits, forms, _names(hits, forms), strict=True)
    for number, (hit, form, (name, program_id)) in enumerate(rows, 1):
        start, end = view.raw_span(hit.start, hit.end)
        section, document = context.ids_at(start)
        programs.append(
            Program(
                id=f"g{number:04}",
                start=start,
                end=end,
                text=view.raw[start:end],
                section=section,
                document=document,
                rule=hit.rule,
                name=name,
                kind=hit.kind,
                program_id=program_id,
                form=form,
                pattern=hit.known.source if hit.known else None,
            )
        )
    return programs


def _counts_here(hit: Hit, view: TextView, context: Context) -> bool:
    """Whether the section that a known name stands in is one in which it counts."""
    if hit.known is None or not hit.known.in_section:
        return True
    section = context.section_at(view.raw_span(hit.start, hit.end)[0])
    return section is not None and section.kind in hit.known.in_section


def _discovered(
    view: TextView, context: Context, known: list[Hit], held: list[Hit]
) -> Iterator[Hit]:
    """Discovered names; those that say no more than a known one within take its identity.

    A known name that its line holds back is not found by its form either.
    """
    text = view.text
    known_within, held_within = _within(known), _within(sorted(held, key=attrgetter("start")))
    for find in _named(view, context):
        within = known_within(find)
        if _adds_nothing(text, find, within) or any(
            hit.end == find.end or _same(text, find, hit) for hit in held_within(find)
        ):
            continue
        same = next((hit.known for hit in within if _same(text, find, hit)), None)
        yield find._replace(kind=same.label, known=same) if same else find


def _named(view: TextView, context: Context) -> Iterator[Hit]:
    """What is found by its form, bare names without lists of places in front."""
    lists = ListsOfPlaces(view, context)
    for find in discover(view.text):
        named = lists.cut_from(find) if find.rule == "bare" else find
        if named is not None:
            yield named


def _within(hits: list[Hit]) -> Callable[[Hit], list[Hit]]:
    """What gives those of some hits in order that lie within a discovered name."""
    starts = [hit.start for hit in hits]

    def within(find: Hit) -> list[Hit]:
        low = bisect_left(starts, find.start)
        high = bisect_left(starts, find.end, low)
        return [hit for hit in hits[low:high] if hit.end <= find.end]

    return within


def _adds_nothing(text: str, find: Hit, within: list[Hit]) -> bool:
    """Whether a name is a known one, with words before its quotes or none, or a list of them."""
    if find.core is None:
        return len(within) > 1 or any(
            hit.start == find.start and hit.end == find.end for hit in within
        )
    return any(
        hit.end == find.end and OPENING.isdisjoint(text[find.start : hit.start]) for hit in within
    )


def _same(text: str, find: Hit, hit: Hit) -> bool:
    """Whether a discovered name is the known name within it, with a mere word more."""
    known = text[hit.start : hit.end]
    if find.core is not None:
        return plain(find.core) == plain(known)
    return stem(Form(text[find.start : find.end])) == stem(Form(known))


def _names(hits: list[Hit], forms: list[str]) -> Iterator[tuple[str, str]]:
    """Canonical name and id of each hit; an unknown programme's id is its name without quotes."""
    known = titles()
    rows = list(zip(hits, forms, strict=True))
    same = canonical(Form(form, hit.core) for hit, form in rows if hit.known is None)
    for hit, form in rows:
        if hit.known is not None:
            yield known[hit.known.id], hit.known.id
        else:
            name = same[Form(form, hit.core)]
            yield name, plain(name)
