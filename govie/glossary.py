"""The glossary: what the terms of a report mean, and where the report speaks of them.

Definitions come from the report's own lists (名词解释), from the body in passing, and, in documents
without a list, from the packs of national and provincial terms under ``patterns/glossary``. The
document wins over the pack; where the two differ, the pack's explanation is kept as a second record
without mentions. Several definitions of one term in a document are all kept.
"""

from __future__ import annotations

from functools import cache

from attrs import evolve, frozen

from govie.components import find_components
from govie.context import Context
from govie.enumerations import Span
from govie.glossary_inline import find_passing
from govie.glossary_layout import GlossaryList, find_lists
from govie.glossary_links import find_mentions
from govie.glossary_terms import Draft, bare, split_entry
from govie.packs import Pattern, load_patterns
from govie.promises import Promise, read_promise
from govie.records import Mention, Term
from govie.view import TextView

__all__ = ["definition_spans", "extract_terms"]


def definition_spans(view: TextView, context: Context) -> list[Span]:
    """Clean spans in which numbers are no facts: lists of definitions, and “X”是指… in the body."""
    lists = [(found.start, found.end) for found in find_lists(view, context)]
    passing = [found.definition for found in find_passing(view.text, lists) if found.explicit]
    return sorted([*lists, *passing])


def extract_terms(view: TextView, context: Context) -> list[Term]:
    """The terms of a text with definitions, components and mentions, in order of the text."""
    lists = find_lists(view, context)
    taken = [(found.start, found.end) for found in lists]
    drafts = [
        d for found in lists for entry in found.entries for d in split_entry(view.text, entry)
    ]
    drafts += find_passing(view.text, taken)
    own = {bare(draft.name) for draft in drafts}
    drafts += [
        Draft(name=pattern.pattern or "", pattern=pattern)
        for pattern in _packed_terms()
        if bare(pattern.pattern or "") not in own
    ]
    scope = _Scope(view, context, lists)
    terms: list[Term] = []
    for draft, found in zip(drafts, find_mentions(view.text, drafts, taken), strict=True):
        spans = [span for span in found if scope.holds(draft, span)]
        if draft.span is not None:
            terms.append(_explained(view, draft, draft.span, spans))
        elif spans and draft.pattern:
            terms.append(_packed(view, draft.pattern, spans[0], spans))
    terms += _differing(terms)
    terms.sort(key=lambda term: term.start)
    return [_placed(term, number, context) for number, term in enumerate(terms, 1)]


@cache
def _packed_terms() -> tuple[Pattern, ...]:
    return tuple(p for p in load_patterns("glossary") if p.label == "TERM" and p.pattern)


@frozen
class _Scope:
    """Which mentions belong to which term, where a file holds several documents."""

    view: TextView
    context: Context
    lists: list[GlossaryList]

    def holds(self, draft: Draft, span: Span) -> bool:
        """A term speaks for its own document, a pack for documents that have no list."""
        document = self._document(span[0])
        if draft.span is None:
            return document not in {self._document(found.start) for found in self.lists}
        home = self._document(draft.span[0])
        return home is None or document is None or home == document

    def _document(self, offset: int) -> str | None:
        found = self.context.document_at(self.view.raw_span(offset, offset + 1)[0])
        return found.id if found else None


def _explained(view: TextView, draft: Draft, span: Span, mentions: list[Span]) -> Term:
    """The record of a term that the document explains."""
    promise = read_promise(draft.name)
    parts = draft.components
    if parts is None and draft.definition:
        parts = tuple(find_components(view.text, *draft.definition, promise, draft.name))
    components = tuple(view.written(a, b) for a, b in parts or ())
    count = _promised(promise, len(components))
    start, end = view.raw_span(*span)
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
        complete=None if count is None else count == len(components),
        inline=draft.inline,
        mentions=tuple(_mention(view, found) for found in mentions),
    )


def _packed(view: TextView, pattern: Pattern, span: Span, mentions: list[Span]) -> Term:
    """The record of a term that a pack explains; it stands where the text first speaks of it."""
    name = pattern.pattern or ""
    components = tuple(pattern.meta.get("components", ()))
    count = _promised(read_promise(name), len(components))
    start, end = view.raw_span(*span)
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
        complete=None if count is None else count == len(components),
        source=_pack_name(pattern),
        mentions=tuple(_mention(view, found) for found in mentions),
    )


def _promised(promise: Promise | None, found: int) -> int | None:
    """The count of a name; of one that may mean something else only where it is borne out."""
    if promise is None or not (promise.firm or promise.total == found):
        return None
    return promise.total


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
                complete=None if term.count is None else term.count == len(components),
                inline=False,
                source=_pack_name(pattern),
                mentions=(),
            )
        )
    return found


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two enumerations say the same; one that says nothing contradicts none."""
    if not one or not other:
        return True
    left, right = sorted(map(bare, one)), sorted(map(bare, other))
    return len(left) == len(right) and all(
        a in b or b in a for a, b in zip(left, right, strict=True)
    )


def _placed(term: Term, number: int, context: Context) -> Term:
    section, document = context.section_at(term.start), context.document_at(term.start)
    return evolve(
        term,
        id=f"w{number:04}",
        section=section.id if section else None,
        document=document.id if document else None,
    )
