"""Places in a text: every named place, linked to its administrative code.

:func:`find_places` reads clean text and knows nothing of records; :func:`extract_places` is what the
component runs. :func:`subject_area` tells which area a clause is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from attrs import evolve

from govie.context import Context, Given
from govie.divisions import default
from govie.functional_places import FormReader
from govie.named_places import NameReader
from govie.place_match import PlaceMatch, Setting
from govie.place_words import vocabulary
from govie.records import Place
from govie.view import TextView

__all__ = ["PlaceMatch", "Setting", "extract_places", "find_places", "subject_area"]

_AREAS = frozenset(
    {"deictic", "province", "prefecture", "county", "township", "village", "community", "zone"}
)
_HEAD = 4
"""So many characters may stand in front of the place a clause is about: 力争, 其中, a list mark."""
_OFFICIAL = tuple("省市区县旗州盟")


def find_places(text: str, settings: Sequence[Setting] = ()) -> list[PlaceMatch]:
    """All places of a clean text, in order; none overlaps another.

    `settings` says which stretch is whose report. Without it a name that several places bear stays
    open, with its candidates, and 我市 is not found.
    """
    found: list[PlaceMatch] = []
    for setting in settings or (Setting(start=0, end=len(text)),):
        found.extend(_find_in(text, setting))
    return found


def _find_in(text: str, setting: Setting) -> list[PlaceMatch]:
    stretch = text if setting.end - setting.start == len(text) else text[: setting.end]
    tokens = vocabulary().scan(stretch[setting.start :])
    if setting.start:
        tokens = [(s + setting.start, e + setting.start, word) for s, e, word in tokens]
    names = NameReader(text, setting).read(tokens)
    reader = FormReader(text, names)
    formed = [_known(place, setting) for place in reader.read(tokens, setting.start)]
    kept = _outside(names.values(), reader.organisations)
    return _merge(kept, formed)


def _outside(
    names: Iterable[PlaceMatch], organisations: Sequence[tuple[int, int]]
) -> list[PlaceMatch]:
    """Names but for those in the name of an organisation: 长沙银行."""
    inside = {at for start, end in organisations for at in range(start, end)}
    return [
        place
        for place in names
        if place.start not in inside or place.form.endswith(_OFFICIAL) or place.kind == "deictic"
    ]


def _merge(names: Sequence[PlaceMatch], formed: Sequence[PlaceMatch]) -> list[PlaceMatch]:
    """Both kinds in order; of two that overlap the longer stays."""
    ranked = sorted([*names, *formed], key=lambda place: (place.start - place.end, place.start))
    taken: set[int] = set()
    kept = []
    for place in ranked:
        if taken.isdisjoint((place.start, place.end - 1)):
            taken.update(range(place.start, place.end))
            kept.append(place)
    return sorted(kept, key=lambda place: place.start)


def _known(place: PlaceMatch, setting: Setting) -> PlaceMatch:
    """A township of the document's own jurisdiction, with its full name and code."""
    if place.kind != "township" or setting.jurisdiction is None:
        return place
    if setting.jurisdiction.endswith("0000"):
        return place
    same = [t for t in default().townships(setting.jurisdiction) if t.name == place.form]
    if len(same) != 1:
        return evolve(place, candidates=tuple(t.code for t in same))
    return evolve(place, name=same[0].display, pattern=same[0].code)


class Spanned(Protocol):
    """A mention of a place: a match in clean text or a record in raw text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def kind(self) -> str: ...


S = TypeVar("S", bound=Spanned)


def subject_area(places: Iterable[S], start: int, end: int) -> S | None:
    """The area that the clause ``start:end`` is about, null where it names none at its head.

    Areas are jurisdictions, villages and zones, deictic ones among them; a name inside the name of
    a school or company is none. Of a chain (攸县酒仙湖村) the smallest counts. Offsets are those of
    `places`, which stand in order of the text.
    """
    subject: S | None = None
    for place in places:
        if place.start < start or place.end > end:
            continue
        if place.kind not in _AREAS:
            break
        if subject is None and place.start - start <= _HEAD:
            subject = place
        elif subject is not None and place.start == subject.end:
            subject = place
        else:
            break
    return subject


def extract_places(view: TextView, context: Context) -> list[Place]:
    """The places of a text as records, each in the document that it stands in."""
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
    records = []
    for number, match in enumerate(find_places(view.text, settings), 1):
        start, end = view.raw_span(match.start, match.end)
        document = context.document_at(start)
        section = context.section_at(start)
        records.append(
            Place(
                id=f"p{number:04}",
                start=start,
                end=end,
                text=view.raw[start:end],
                section=section.id if section else None,
                document=document.id if document else None,
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
        division = default().lookup(code, year=given.year).division
        code = division.code if division else None
    return Setting(start=0, end=len(view.text), jurisdiction=code, year=given.year)
