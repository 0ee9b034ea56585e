"""Places in a text: every named place, linked to its administrative code.

:func:`find_places` reads clean text and knows nothing of records; :func:`extract_places` is what
the component runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from govie.context import Context, Given
from govie.places.division import is_official
from govie.places.divisions import known_divisions
from govie.places.echoes import echoes
from govie.places.functional import FormReader
from govie.places.match import PlaceMatch, Setting
from govie.places.named import NameReader
from govie.places.origins import origins
from govie.places.townships import home_townships
from govie.places.words import vocabulary
from govie.records import Place
from govie.text.view import TextView

__all__ = ["PlaceMatch", "Setting", "extract_places", "find_places"]

_ROAD_CODE = re.compile(
    r"[GSXY国省县](?:(?<=[GSXY])(?<![0-9A-Za-z].)|道)[0-9]{2,4}(?![0-9A-Za-z条公])(?:线(?![上下路索条]))?"
)


def find_places(text: str, settings: Sequence[Setting] = ()) -> list[PlaceMatch]:
    """All places of a clean text, in order.

    None overlaps another, but that a chain of divisions (湖南省株洲市, rule ``chain``) is followed
    by its parts (rule ``part``).
    `settings` says which stretch is whose report. Without it a name that several places bear stays
    open, with its candidates, and 我市 is not found.
    """
    found: list[PlaceMatch] = []
    for setting in settings or (Setting(start=0, end=len(text)),):
        found.extend(_find_in(text, setting))
    return found


def _find_in(text: str, setting: Setting) -> list[PlaceMatch]:
    """The places of one document."""
    words = vocabulary()
    tokens = words.scan(text, setting.start, setting.end)
    names = NameReader(text, setting, words)
    notable = words.notable(tokens)
    named = names.read(tokens, notable)
    reader = FormReader(text, named, words)
    formed = [_own(place, names) for place in reader.read(tokens, notable, setting.start)]
    kept = _outside(named.values(), reader.organisations)
    listed = home_townships(text, setting, names.home, words, names.township)
    kept.extend(_road_codes(text, setting))
    more = [
        *origins(text, setting, kept, names.origin),
        *echoes(text, setting, formed, words),
    ]
    return _with_parts(_merge([*kept, *formed, *listed], more), names)


def _road_codes(text: str, setting: Setting) -> Iterator[PlaceMatch]:
    """Roads by their numbers: S104, G318线, 省道308线."""
    for found in _ROAD_CODE.finditer(text, setting.start, setting.end):
        start, end, form = found.start(), found.end(), found[0]
        yield PlaceMatch(start=start, end=end, kind="road", name=form, form=form, rule="code")


def _with_parts(places: Iterable[PlaceMatch], names: NameReader) -> list[PlaceMatch]:
    """Each chain of divisions is followed by its parts: 湖南省株洲市, then 湖南省 and 株洲市."""
    found = []
    for place in places:
        found.append(place)
        if place.rule == "chain":
            found.extend(names.parts(place))
    return found


def _outside(
    names: Iterable[PlaceMatch], organisations: Sequence[tuple[int, int]]
) -> list[PlaceMatch]:
    """Names but for those in the name of an organisation: 长沙银行."""
    inside = {at for start, end in organisations for at in range(start, end)}
    return [
        place
        for place in names
        if place.start not in inside or is_official(place.form) or place.kind == "deictic"
    ]


def _merge(places: Sequence[PlaceMatch], repeated: Sequence[PlaceMatch]) -> list[PlaceMatch]:
    """All in order; of two that overlap the longer stays, and of `repeated` what is free."""
    taken: set[int] = set()
    kept = []
    for place in (*sorted(places, key=lambda place: place.start - place.end), *repeated):
        if taken.isdisjoint(range(place.start, place.end)):
            taken.update(range(place.start, place.end))
            kept.append(place)
    return sorted(kept, key=lambda place: place.start)


def _own(place: PlaceMatch, names: NameReader) -> PlaceMatch:
    """A place that is named from the document's jurisdiction, with its full name.

    市图书馆 is that of the city, 仙庾镇 a township of the district, whose statistical code becomes
    the pattern.
    """
    if place.kind == "facility" and (owner := names.home.owner(place.form[0])):
        return place._replace(name=owner.display + place.form[1:])
    if place.kind == "township":
        name, code = names.home.township(place.form)
        return place._replace(name=name, pattern=code or place.pattern)
    return place


def extract_places(view: TextView, context: Context) -> list[Place]:
    """The places of a text as records, each in the document that it stands in.

    Page furniture has none: what a portal lists behind a report are other reports.
    """
    documents = context.documents
    settings = [
        Setting(
            start=view.clean_offset(document.start),
            end=view.clean_offset(document.end),
            jurisdiction=document.adcode,
            year=document.year,
        )
        for document in documents
    ] or [_given(view, context.given)]
    records: list[Place] = []
    for match in find_places(view.text, settings):
        start, end = view.raw_span(match.start, match.end)
        section, document = context.ids_at(start)
        if section in context.furniture:
            continue
        records.append(
            Place(
                id=f"p{len(records) + 1:04}",
                start=start,
                end=end,
                text=view.raw[start:end],
                section=section,
                document=document,
                rule=match.rule,
                name=match.name,
                kind=match.kind,
                adcode=match.adcode,
                form=match.form,
                candidates=match.candidates,
                pattern=match.pattern,
            )
        )
    return records


def _given(view: TextView, given: Given) -> Setting:
    """The setting of a text of which no document is known."""
    code = given.jurisdiction
    if code and not code.isdigit():
        division = known_divisions().lookup(code, year=given.year).division
        code = division.code if division else None
    return Setting(start=0, end=len(view.text), jurisdiction=code, year=given.year)
