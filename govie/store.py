"""Records on a spaCy Doc, and back.

A component keeps its records as plain JSON dictionaries in the attrs of one span group, and each
span of the group carries the id of its record. That survives ``to_bytes``, ``DocBin`` with default
arguments, pickle, copies and ``nlp.pipe(n_process=2)``, and keeps two facts at the same offsets
apart. The text view and the decoded records of a Doc are remembered for as long as the Doc lives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from spacy.tokens import Doc, Span, SpanGroup

from govie.context import Context, Given
from govie.packs import PackSet
from govie.records import (
    Document,
    NumericFact,
    Place,
    Program,
    Record,
    RelativeTarget,
    Section,
    Term,
    from_dict,
)
from govie.text.view import TextView

if TYPE_CHECKING:
    import numpy
    import numpy.typing

__all__ = [
    "KEYS",
    "all_records",
    "context_of",
    "give",
    "packs_of",
    "put",
    "put_plain",
    "records_of",
    "remember_text",
    "stored",
    "view_of",
]

KEYS = ("govie_sections", "govie_places", "govie_glossary", "govie_programs", "govie_targets")
"""Names of the components, which are the names of their span groups, in the order of the flow."""

_GIVEN = "govie_given"

_views: WeakKeyDictionary[Doc, TextView] = WeakKeyDictionary()
_decoded: WeakKeyDictionary[Doc, dict[str, tuple[list[dict[str, Any]], tuple[Record, ...]]]] = (
    WeakKeyDictionary()
)
_starts: WeakKeyDictionary[Doc, numpy.typing.NDArray[numpy.int64]] = WeakKeyDictionary()


def view_of(doc: Doc) -> TextView:
    """The text view of a Doc, built once."""
    view = _views.get(doc)
    if view is None:
        view = remember_text(doc, doc.text)
    return view


def remember_text(
    doc: Doc, text: str, starts: numpy.typing.NDArray[numpy.int64] | None = None
) -> TextView:
    """Build the view of a Doc whose text is at hand: asking a long Doc for its text is slow.

    So it is to ask where each token starts; who knows says so.
    """
    if starts is not None:
        _starts[doc] = starts
    view = _views[doc] = TextView(text)
    return view


def give(doc: Doc, jurisdiction: str | None, year: int | None) -> None:
    """Note what the caller knows about the text and the text need not say."""
    if jurisdiction is not None or year is not None:
        doc.user_data[_GIVEN] = {"jurisdiction": jurisdiction, "year": year}


def put(doc: Doc, key: str, records: Iterable[Record], packs: PackSet) -> list[Span]:
    """Make ``records`` the span group ``key``; an earlier group of that name is replaced.

    The group also says which edition of which packs the records come from. Returns its spans.
    """
    kept = tuple(records)
    plain = [record.to_dict() for record in kept]
    return _keep(doc, key, plain, kept, {pack.name: pack.digest for pack in packs.packs})


def put_plain(doc: Doc, key: str, plain: list[dict[str, Any]], digests: dict[str, str]) -> None:
    """The same with records that are JSON already, and the digests of packs by their names."""
    _keep(doc, key, plain, tuple(map(from_dict, plain)), digests)


def stored(doc: Doc, key: str) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """What :func:`put_plain` takes; empty where the component has not run. Not to be changed."""
    attrs = doc.spans[key].attrs if key in doc.spans else {}
    return attrs.get("records", []), attrs.get("packs", {})


def _keep(
    doc: Doc,
    key: str,
    plain: list[dict[str, Any]],
    records: tuple[Record, ...],
    digests: dict[str, str],
) -> list[Span]:
    spans = _covers(doc, records)
    attrs = {"records": plain, "packs": dict(digests)}
    doc.spans[key] = SpanGroup(doc, name=key, spans=spans, attrs=attrs)
    _decoded.setdefault(doc, {})[key] = (plain, records)
    return spans


def records_of(doc: Doc, key: str) -> tuple[Record, ...]:
    """The records of one span group; empty where the component has not run."""
    if key not in doc.spans:
        return ()
    plain = doc.spans[key].attrs.get("records", [])
    remembered = _decoded.setdefault(doc, {}).get(key)
    if remembered is None or remembered[0] is not plain:
        remembered = (plain, tuple(map(from_dict, plain)))
        _decoded[doc][key] = remembered
    return remembered[1]


def packs_of(doc: Doc) -> dict[str, str]:
    """Name and digest of every pattern pack that had a part in the records."""
    found: dict[str, str] = {}
    for key in KEYS:
        if key in doc.spans:
            found.update(stored(doc, key)[1])
    return found


def all_records(doc: Doc) -> Iterator[Record]:
    """Every record of a Doc, component by component."""
    for key in KEYS:
        yield from records_of(doc, key)


def context_of(doc: Doc) -> Context:
    """What the components before found, for the one that runs now."""
    return Context(all_records(doc), Given(**doc.user_data.get(_GIVEN, {})))


def _covers(doc: Doc, records: Sequence[Record]) -> list[Span]:
    """Of each record the smallest run of tokens that covers it."""
    names = [_NAMES[type(record)](record) for record in records]
    hashes = {name: doc.vocab.strings.add(name) for name in set(chain.from_iterable(names))}
    return [
        Span(doc, first, last + 1, hashes[label], kb_id=hashes[kb_id], span_id=record.id)
        for record, (label, kb_id), first, last in zip(
            records, names, *_token_bounds(doc, records), strict=True
        )
    ]


def _token_bounds(doc: Doc, records: Sequence[Record]) -> tuple[list[int], list[int]]:
    """The indexes of the first and the last token of each record."""
    firsts = [record.start for record in records]
    lasts = [record.end - 1 for record in records]
    if len(doc) == len(view_of(doc).raw):  # every token is one character
        return firsts, lasts
    starts = _token_starts(doc)
    return (
        (starts.searchsorted(firsts, side="right") - 1).tolist(),
        (starts.searchsorted(lasts, side="right") - 1).tolist(),
    )


def _token_starts(doc: Doc) -> numpy.typing.NDArray[numpy.int64]:
    """Where each token starts, read once for as many tokens."""
    starts = _starts.get(doc)
    if starts is None or len(starts) != len(doc):
        starts = _starts[doc] = doc.to_array("IDX").astype("int64")
    return starts


_NAMES: dict[type[Record], Callable[[Any], tuple[str, str]]] = {
    Place: lambda place: (place.kind, place.adcode or ""),
    Program: lambda program: (program.kind, program.program_id),
    NumericFact: lambda fact: (fact.measure, fact.indicator_id or ""),
    RelativeTarget: lambda target: (target.relation, target.indicator_id or ""),
    Section: lambda section: (section.kind, ""),
    Document: lambda document: ("document", document.adcode or ""),
    Term: lambda term: ("TERM", term.id),
}
"""Span label and knowledge base id of each type of record."""
