"""The glossary: what the terms of a report mean, and where the report speaks of them.

Definitions come from the report's own lists (名词解释), from the body in passing, and, in documents
without a list, from the packs of national and provincial terms under ``patterns/glossary``. The
document wins over the pack; where the two differ, the pack's explanation is kept as a second record
without mentions. Several definitions of one term in a document are all kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from govie.context import Context
from govie.glossary.body import Body
from govie.glossary.components import find_components
from govie.glossary.index import NameIndex
from govie.glossary.layout import find_lists
from govie.glossary.links import find_mentions
from govie.glossary.packed import differing, find_packed
from govie.glossary.passing.finding import find_passing
from govie.glossary.promises import is_kept, promised_count, read_promise
from govie.glossary.scope import Scope
from govie.glossary.terms import Draft, bare, split_entry
from govie.records import Mention, Term
from govie.text.view import TextView

__all__ = ["extract_terms"]


def extract_terms(view: TextView, context: Context) -> list[Term]:
    """The terms of a text with definitions, components and mentions, in order of the text."""
    lists = find_lists(view, context)
    taken = [(found.start, found.end) for found in lists]
    entries = [entry for found in lists for entry in found.entries]
    drafts = [draft for entry in entries for draft in split_entry(view.text, entry)]
    drafts += find_passing(view.text, taken)
    scope = Scope.of(view, context, lists)
    body = Body(view.text, taken)
    mentions = _mentions(body, drafts, scope)
    terms = [_explained(view, draft, found) for draft, found in zip(drafts, mentions, strict=True)]
    terms += differing(terms)
    if scope.needs_packs:
        terms += find_packed(body, scope, {bare(draft.name) for draft in drafts})
    terms.sort(key=lambda term: term.start)
    return [_placed(term, number, context) for number, term in enumerate(terms, 1)]


def _mentions(body: Body, drafts: list[Draft], scope: Scope) -> Iterator[tuple[Mention, ...]]:
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
            made[key] = scope.at_home(key[1], spans[draft.name])
        yield made[key]


def _explained(view: TextView, draft: Draft, mentions: tuple[Mention, ...]) -> Term:
    """The record of a term that the document explains."""
    promise = read_promise(draft.name)
    parts = draft.components
    if parts is None and draft.definition:
        parts = tuple(find_components(view.text, *draft.definition, promise, draft.name))
    components = tuple(view.written(a, b) for a, b in parts or ())
    count = promised_count(promise, len(components))
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
        complete=is_kept(count, len(components)),
        inline=draft.inline,
        mentions=mentions,
    )


def _placed(term: Term, number: int, context: Context) -> Term:
    section, document = context.ids_at(term.start)
    return evolve(term, id=f"w{number:04}", section=section, document=document)
