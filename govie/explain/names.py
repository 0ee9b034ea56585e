"""Names over an offset: which became records, which a guard held back, which lost an overlap."""

from __future__ import annotations

from collections.abc import Iterator

from govie.context import Context
from govie.explain.model import Step
from govie.explain.places import place_steps
from govie.explain.programmes import programme_steps
from govie.text.view import TextView

__all__ = ["name_steps"]


def name_steps(view: TextView, context: Context, at: int) -> Iterator[Step]:
    """Places, programmes and terms over a clean offset."""
    yield from place_steps(view, context, at)
    yield from programme_steps(view, context, at)
    raw = view.raw_span(at, at + 1)[0]
    for term in context.terms:
        if any(mention.start <= raw < mention.end for mention in term.mentions):
            says = "a mention of a term that the text explains"
            yield Step(topic="term", outcome="found", text=term.term, says=says)
        elif term.definition_start is not None and term.start <= raw < (
            term.definition_end or term.end
        ):
            says = "in the definition of this term"
            yield Step(topic="term", outcome="found", text=term.term, says=says)
