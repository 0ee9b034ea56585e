"""Numbers that are facts, and quantities that are none."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from govie.context import Context
from govie.explain.lines import found_in, sources
from govie.explain.listening import Heard, listening
from govie.explain.model import Step
from govie.explain.standing import area_step, measure_step, period_step
from govie.explain.status import status_steps
from govie.explain.subjects import subject_steps
from govie.facts.cues import cue_words
from govie.facts.extraction import Reader
from govie.facts.pairing import Finding
from govie.numbers.quantity import Quantity
from govie.records import NumericFact
from govie.text.view import TextView

__all__ = ["Reading", "fact_steps", "no_fact_step", "read_at"]

_BEHIND = 40
"""How much of the text behind a number is looked at for what makes a size or threshold of it."""


@frozen(kw_only=True)
class Reading:
    """What the rules of facts made of one quantity."""

    exclusion: str | None
    findings: tuple[Finding, ...]
    heard: tuple[Heard, ...]


def read_at(view: TextView, context: Context, quantity: Quantity) -> Reading:
    """Read the text again, and listen to the cue words of the sentence of a quantity."""
    log: list[Heard] = []
    start, end = view.sentence_at(quantity.start)
    reader = Reader(view, context, listening(cue_words(), log, start, end))
    log.clear()
    return Reading(
        exclusion=reader.exclusion(quantity),
        findings=tuple(f for f in reader.findings() if f.quantity.start == quantity.start),
        heard=tuple(log),
    )


def fact_steps(
    view: TextView, context: Context, reading: Reading, fact: NumericFact
) -> Iterator[Step]:
    """How each field of a fact was found."""
    named = [f for f in reading.findings if (f.subject and f.subject.name) == fact.indicator]
    for finding in (named or list(reading.findings))[:1]:
        yield from subject_steps(view.text, finding, reading.heard, fact)
        yield measure_step(finding, reading.heard, fact)
    yield from status_steps(view, context, fact)
    yield period_step(view, context, fact)
    yield area_step(view, context, fact)


def no_fact_step(view: TextView, context: Context, quantity: Quantity, reading: Reading) -> Step:
    """Why a quantity is no fact."""
    if reading.exclusion == "closed":
        section = context.section_at(view.raw_span(quantity.start, quantity.end)[0])
        where = f" (section of kind {section.kind})" if section else ""
        says = f"in a definition, a glossary, an advert or page furniture{where}"
        return Step(topic="fact", outcome="out", text=quantity.text, says=says)
    if reading.exclusion == "quoted":
        start = view.text.rfind("“", 0, quantity.start)
        name = view.text[start : view.text.find("”", quantity.end) + 1]
        says = "inside a quoted name, which states nothing"
        return Step(topic="fact", outcome="out", text=name, says=says)
    return _size_or_threshold(view, quantity)


def _size_or_threshold(view: TextView, quantity: Quantity) -> Step:
    stop = max(quantity.end, quantity.hedge_end or 0)
    behind = view.text[stop : stop + _BEHIND]
    words = cue_words()
    if quantity.hedge_start is not None and (found := words.threshold.match(view.text, stop)):
        says, label = "a threshold: it says which ones are meant", "THRESHOLD"
    elif found := words.capacity.match(view.text, stop):
        says, label = "the size of a project, which is no result of its own", "CAPACITY"
    else:
        says = "its sentence takes it for no statement: another number or a name has it"
        return Step(topic="fact", outcome="out", text=quantity.text, says=says)
    lines = [p for p, _, at in found_in("cues", (label,), behind) if at == 0]
    return Step(topic="fact", outcome="out", text=found[0], says=says, sources=sources(*lines[:1]))
