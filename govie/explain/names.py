"""Names over an offset: which became records, which a guard held back, which lost an overlap."""

from __future__ import annotations

from collections.abc import Iterator

from govie.context import Context
from govie.explain.lines import sources
from govie.explain.model import Step
from govie.places.words import vocabulary
from govie.programs.discovery import discover
from govie.programs.hits import Hit
from govie.programs.known import find_known, known_over
from govie.records import Place, Program
from govie.text.plain import Plain
from govie.text.view import TextView

__all__ = ["name_steps"]

_MOST = 4
"""Names of one kind that did not become records, to tell at most."""
_REACHES = {
    "province": "in reports of its province only",
    "prefecture": "in reports of its prefecture only",
    "list": "in a list with its neighbours only",
}


def name_steps(view: TextView, context: Context, at: int) -> Iterator[Step]:
    """Places, programmes and terms over a clean offset."""
    raw = view.raw_span(at, at + 1)[0]
    places = [place for place in context.places if place.start <= raw < place.end]
    programs = [program for program in context.programs if program.start <= raw < program.end]
    yield from map(_place, places)
    yield from _other_places(view, places, at)
    for program in programs:
        lines = (program.pattern,) if program.pattern else ()
        says = f"{program.name}: {program.kind} (rule {program.rule})"
        yield Step(topic="programme", outcome="found", text=program.form, says=says, sources=lines)
    yield from _other_programs(view, programs, at)
    for term in context.terms:
        if any(mention.start <= raw < mention.end for mention in term.mentions):
            says = "a mention of a term that the text explains"
            yield Step(topic="term", outcome="found", text=term.term, says=says)
        elif term.definition_start is not None and term.start <= raw < (
            term.definition_end or term.end
        ):
            says = "in the definition of this term"
            yield Step(topic="term", outcome="found", text=term.term, says=says)


def _place(place: Place) -> Step:
    code = f" {place.adcode}" if place.adcode else ""
    among = f", one of {', '.join(place.candidates)}" if place.candidates else ""
    says = f"{place.name}{code}: {place.kind} (rule {place.rule}){among}"
    return Step(topic="place", outcome="found", text=place.form, says=says)


def _other_places(view: TextView, places: list[Place], at: int) -> Iterator[Step]:
    """Names of the gazetteer over the offset that are no places there."""
    words = vocabulary()
    spans = {(view.clean_offset(p.start), view.clean_offset(p.end)) for p in places}
    start, end = view.sentence_at(at)
    read = [hit for hit in words.scan(view.text, start, end) if hit[1] <= at < hit[2]]
    told = 0
    for (number, first, last), forbidding in words.names_over(view.text, at):
        if (first, last) in spans or told == _MOST:
            continue
        told += 1
        name = view.text[first:last]
        word = words.words[number]
        lines = sources(*word.names[:1])
        longer = [hit for hit in read if hit[2] - hit[1] > last - first]
        if forbidding:
            outcome, says = "guarded", f"no place next to {forbidding}"
        elif any(a <= first and last <= b for a, b in spans):
            outcome, says = "lost", f"lost to the longer place {places[0].form}"
        elif longer:
            other = view.text[longer[0][1] : longer[0][2]]
            outcome, says = "lost", f"lost to the longer word {other}"
        else:
            reaches = {pattern.meta.get("reach", "") for pattern in word.names}
            reach = next((_REACHES[r] for r in reaches if r in _REACHES), "not in this place")
            outcome, says = "out", f"a name that counts {reach}"
        yield Step(topic="place", outcome=outcome, text=name, says=says, sources=lines)


def _other_programs(view: TextView, programs: list[Program], at: int) -> Iterator[Step]:
    """Programmes over the offset, known or discovered, that are none of the records."""
    text = Plain(view.text)
    spans = [(view.clean_offset(p.start), view.clean_offset(p.end)) for p in programs]
    known = find_known(text)
    for pattern, first, last, forbidding in known_over(text, at)[:_MOST]:
        name = view.text[first:last]
        if (first, last) in spans or any((h.start, h.end) == (first, last) for h in known):
            continue
        if forbidding:
            outcome, says = "guarded", f"no programme next to {forbidding}"
        elif any(a <= first and last <= b for a, b in spans):
            outcome, says = "lost", f"lost to the longer name {programs[0].form}"
        else:
            outcome, says = "out", "counts in quotation marks or before certain words only"
        yield Step(
            topic="programme", outcome=outcome, text=name, says=says, sources=sources(pattern)
        )
    found = [Hit(start=f.start, end=f.end, kind=f.kind, rule=f.rule) for f in discover(view.text)]
    for hit in [*known, *found]:
        if hit.start <= at < hit.end and (hit.start, hit.end) not in spans:
            name = view.text[hit.start : hit.end]
            to = f"lost to {programs[0].form}" if programs else "lost to a longer name beside it"
            yield Step(
                topic="programme",
                outcome="lost",
                text=name,
                says=f"{to} (rule {hit.rule})",
                sources=sources(hit.known),
            )
