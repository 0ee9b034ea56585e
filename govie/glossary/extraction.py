"""The glossary: what the terms of a report mean, and where the report speaks of them.

Definitions come from the report's own lists (名词解释), from the body in passing, and, in documents
without a list, from the packs of national and provincial terms under ``patterns/glossary``. The
document wins over the pack; where the two differ, the pack's explanation is kept as a second record
without mentions. Several definitions of one term in a document are all kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from govie.context import Context
from govie.glossary.components import find_components
from govie.glossary.enumerations import Span
from govie.glossary.index import NameIndex
from govie.glossary.inline import find_passing
from govie.glossary.layout import GlossaryList, find_lists
from govie.glossary.links import Body, find_mentions
from govie.glossary.promises import Promise, read_promise
from govie.glossary.terms import Draft, bare, split_entry
from govie.packs import Pattern, load_patterns, per_packs
from govie.records import Document, Mention, Term
from govie.text.view import TextView

__all__ = ["definition_spans", "extract_terms"]


def definition_spans(view: TextView, context: Context) -> list[Span]:
    """Clean spans in which numbers are no facts: lists of definitions, and “X”是指… in the body."""
    spans = [(found.start, found.end) for found in find_lists(view, context)]
    for draft in find_passing(view.text, spans):
        if draft.explicit and draft.definition:
            spans.append(draft.definition)
    return sorted(spans)


def extract_terms(view: TextView, context: Context) -> list[Term]:
    """The terms of a text with definitions, components and mentions, in order of the text."""
    lists = find_lists(view, context)
    taken = [(found.start, found.end) for found in lists]
    entries = [entry for found in lists for entry in found.entries]
    drafts = [draft for entry in entries for draft in split_entry(view.text, entry)]
    drafts += find_passing(view.text, taken)
    scope = _Scope.of(view, context, lists)
    body = Body(view.text, taken)
    mentions = _mentions(view, body, drafts, scope)
    terms = [_explained(view, draft, found) for draft, found in zip(drafts, mentions, strict=True)]
    terms += _differing(terms)
    if scope.needs_packs:
        terms += _from_packs(view, body, scope, {bare(draft.name) for draft in drafts})
    terms.sort(key=lambda term: term.start)
    return [_placed(term, number, context) for number, term in enumerate(terms, 1)]


def _mentions(
    view: TextView, body: Body, drafts: list[Draft], scope: _Scope
) -> Iterator[tuple[Mention, ...]]:
    """The mentions of each draft in its own document; those of one name are searched once."""
    numbers: dict[str, set[int]] = {}
    for draft in drafts:
        numbers.setdefault(draft.name, set()).update([draft.number] if draft.number else [])
    found = find_mentions(body, NameIndex(list(numbers)), list(numbers.values()))
    spans = dict(zip(numbers, found, strict=True))
    made: dict[tuple[str, str | None], tuple[Mention, ...]] = {}
    for draft in drafts:
        key = (draft.name, scope.home(draft.span))
        if key not in made:
            made[key] = tuple(
                _mention(view, span) for span in spans[draft.name] if scope.holds(key[1], span)
            )
        yield made[key]


def _from_packs(view: TextView, body: Body, scope: _Scope, own: set[str]) -> Iterator[Term]:
    """The packs' terms that occur where no list explains them, without those of the document."""
    patterns = _packed_terms()
    for pattern, spans in zip(patterns, find_mentions(body, _packed(), strict=True), strict=True):
        spans = [span for span in spans if scope.admits(pattern, span)]
        if spans and bare(pattern.pattern or "") not in own:
            yield _of_pack(view, pattern, spans)


@per_packs
def _packed_terms() -> tuple[Pattern, ...]:
    return tuple(p for p in load_patterns("glossary") if p.label == "TERM" and p.pattern)


@per_packs
def _packed() -> NameIndex:
    return NameIndex([pattern.pattern or "" for pattern in _packed_terms()])


@frozen
class _Scope:
    """Which mentions belong to which term, where a file holds several documents."""

    view: TextView
    context: Context
    listed: frozenset[str | None]
    """Ids of the documents that have a list of their own; None for a text without documents."""

    @classmethod
    def of(cls, view: TextView, context: Context, lists: list[GlossaryList]) -> _Scope:
        homes = (_document_at(view, context, found.start) for found in lists)
        return cls(view, context, frozenset(home.id if home else None for home in homes))

    @property
    def needs_packs(self) -> bool:
        """Whether there is a document without a list."""
        documents: set[str | None] = {document.id for document in self.context.documents}
        return not (documents or {None}) <= self.listed

    def home(self, span: Span) -> str | None:
        """The document that a span stands in."""
        document = _document_at(self.view, self.context, span[0])
        return document.id if document else None

    def holds(self, home: str | None, span: Span) -> bool:
        """A term speaks for its own document."""
        return home is None or self.home(span) in (home, None)

    def admits(self, pattern: Pattern, span: Span) -> bool:
        """A pack speaks for documents that have no list, of its terms' time and place."""
        document = _document_at(self.view, self.context, span[0])
        unlisted = (document.id if document else None) not in self.listed
        return unlisted and self._fits(pattern, document)

    def _fits(self, pattern: Pattern, document: Document | None) -> bool:
        """A pack's term is of its time (``since``) and its place (``place``, ``adcode``)."""
        since, place = pattern.meta.get("since"), pattern.meta.get("place")
        if document and document.year and since and document.year < since:
            return False
        if place and document and document.adcode:
            return document.adcode.startswith(pattern.meta.get("adcode", ""))
        return not place or place in self.view.text


def _document_at(view: TextView, context: Context, offset: int) -> Document | None:
    return context.document_at(view.raw_span(offset, offset + 1)[0]) if context.documents else None


def _explained(view: TextView, draft: Draft, mentions: tuple[Mention, ...]) -> Term:
    """The record of a term that the document explains."""
    promise = read_promise(draft.name)
    parts = draft.components
    if parts is None and draft.definition:
        parts = tuple(find_components(view.text, *draft.definition, promise, draft.name))
    components = tuple(view.written(a, b) for a, b in parts or ())
    count = _promised(promise, len(components))
    start, end = view.raw_span(*draft.span)
    defined = view.raw_span(*draft.definition) if draft.definition else None
    return Term(
        id="",
        start=start,
        end=end,
        text=view.raw[start:end],
        rule=draft.rule,
        term=draft.name,
        definition=view.raw[slice(*defined)] if defined else None,
        definition_start=defined[0] if defined else None,
        definition_end=defined[1] if defined else None,
        components=components,
        count=count,
        complete=_kept(count, components),
        inline=draft.inline,
        mentions=mentions,
    )


def _of_pack(view: TextView, pattern: Pattern, mentions: list[Span]) -> Term:
    """The record of a term that a pack explains; it stands where the text first speaks of it."""
    name = pattern.pattern or ""
    components = tuple(pattern.meta.get("components", ()))
    count = _promised(read_promise(name), len(components)) if components else None
    start, end = view.raw_span(*mentions[0])
    return Term(
        id="",
        start=start,
        end=end,
        text=view.raw[start:end],
        rule="pack",
        term=name,
        definition=pattern.meta.get("definition"),
        components=components,
        count=count,
        complete=_kept(count, components),
        source=_pack_name(pattern),
        mentions=tuple(_mention(view, found) for found in mentions),
    )


def _promised(promise: Promise | None, found: int) -> int | None:
    """The count of a name; of one that may mean something else only where it is borne out."""
    if promise is None or not (promise.firm or promise.total == found):
        return None
    return promise.total


def _kept(count: int | None, components: tuple[str, ...]) -> bool | None:
    """Whether a promise is kept; None where there is none, or nothing is enumerated."""
    return None if count is None or not components else count == len(components)


def _mention(view: TextView, span: Span) -> Mention:
    start, end = view.raw_span(*span)
    return Mention(start=start, end=end, text=view.raw[start:end])


def _pack_name(pattern: Pattern) -> str:
    """The file that a pattern stands in: ``glossary/hunan.jsonl:7`` is of the pack hunan."""
    return pattern.source.rpartition("/")[2].partition(".")[0]


def _differing(terms: list[Term]) -> list[Term]:
    """What the packs say otherwise of terms that the document explains, once for each term."""
    packs = {bare(pattern.pattern or ""): pattern for pattern in _packed_terms()}
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
                complete=_kept(term.count, components),
                inline=False,
                source=_pack_name(pattern),
                mentions=(),
            )
        )
    return found


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two enumerations say much the same; one that says nothing contradicts none."""
    if not one or not other:
        return True
    return len(one) == len(other) and all(
        2 * len(set(a) & set(b)) >= min(len(set(a)), len(set(b)))
        for a, b in zip(one, other, strict=True)
    )


def _placed(term: Term, number: int, context: Context) -> Term:
    section, document = context.ids_at(term.start)
    return evolve(term, id=f"w{number:04}", section=section, document=document)
