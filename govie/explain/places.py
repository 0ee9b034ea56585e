"""Places over an offset: those found with the lines that name them, and names that are none."""

from __future__ import annotations

from collections.abc import Iterator

from govie.context import Context
from govie.explain.lines import sources
from govie.explain.model import Step
from govie.packs import Pattern, load_patterns
from govie.places.words import vocabulary
from govie.records import Place
from govie.text.view import TextView

__all__ = ["place_steps"]

_MOST = 4
"""Names that did not become records, to tell at most."""
_REACHES = {
    "province": "in reports of its province only",
    "prefecture": "in reports of its prefecture only",
    "list": "in a list with its neighbours only",
}
_BY_FORM = frozenset({"form", "list", "echo"})
"""Rules that make a place of a name and a type word."""
_LISTS = ("divisions", "former", "damaged", "regions", "deixis")
"""Topics that name places."""


def place_steps(view: TextView, context: Context, at: int) -> Iterator[Step]:
    """Places over a clean offset, and names of the packs there that are none."""
    raw = view.raw_span(at, at + 1)[0]
    places = [place for place in context.places if place.start <= raw < place.end]
    yield from map(_found, places)
    yield from _others(view, places, at)


def _found(place: Place) -> Step:
    name = " ".join(filter(None, (place.name if place.name != place.form else "", place.adcode)))
    among = f", one of {', '.join(place.candidates)}" if place.candidates else ""
    line = _type_word(place) if place.rule in _BY_FORM else _name(place)
    by = f" with the type word {line.pattern}" if line and line.label == "TYPE" else ""
    says = f"{name}{': ' if name else ''}{place.kind} (rule {place.rule}{by}){among}"
    return Step(topic="place", outcome="found", text=place.form, says=says, sources=sources(line))


def _type_word(place: Place) -> Pattern | None:
    """The type word that made a place; that of a township with a code is the end of its form."""
    types = [p for p in load_patterns("places/types") if p.pattern]
    exact = [word for word in types if word.pattern == place.pattern]
    return _longest(exact or [word for word in types if place.form.endswith(word.word)])


def _name(place: Place) -> Pattern | None:
    """The line of the longest name that the form ends in and that stands for the place."""
    known = (place.adcode, place.pattern, *place.candidates)
    return _longest(
        [
            line
            for topic in _LISTS
            for line in load_patterns(f"places/{topic}")
            if line.pattern and line.id in known and place.form.endswith(line.pattern)
        ]
    )


def _longest(lines: list[Pattern]) -> Pattern | None:
    return max(lines, key=lambda line: len(line.word), default=None)


def _others(view: TextView, places: list[Place], at: int) -> Iterator[Step]:
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
