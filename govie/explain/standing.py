"""What measure, period and area of a fact come from."""

from __future__ import annotations

from collections.abc import Sequence

from govie.context import Context
from govie.dates.dating import Periods
from govie.explain.lines import sources, time_lines
from govie.explain.listening import Heard
from govie.explain.model import Step
from govie.facts.pairing import Finding
from govie.records import NumericFact
from govie.text.view import TextView

__all__ = ["area_step", "measure_step", "period_step"]


def measure_step(finding: Finding, heard: Sequence[Heard], fact: NumericFact) -> Step:
    """Why the number is a level, a growth, a rank …"""
    quantity, lead = finding.quantity, finding.lead
    arrow = {"up": " ↑", "down": " ↓"}.get(fact.direction or "", "")
    reasons = [f"a number of kind {quantity.kind}"]
    if lead.change or lead.opened:
        reasons.append("behind a word of change")
    elif lead.growth:
        reasons.append("of a subject that ends in a noun of change")
    elif lead.level:
        reasons.append("behind a verb that states a level")
    begin = finding.lead.clause
    words = [
        h
        for h in heard
        if not h.guarded
        and begin <= h.start
        and h.end <= quantity.start
        and "direction" in h.pattern.meta
    ]
    last = max(words, key=lambda h: (h.end, h.end - h.start), default=None)
    return Step(
        topic="measure",
        outcome="found",
        text=last.pattern.word if last else "",
        says=f"{fact.measure}{arrow}: {', '.join(reasons)}",
        sources=sources(last.pattern) if last else (),
    )


def period_step(view: TextView, context: Context, fact: NumericFact) -> Step:
    """The expression of time that dates the fact, else the section."""
    at = view.clean_offset(fact.start)
    years = _years(fact.period_start, fact.period_end)
    mentions = view.derived(Periods).before(at, view.sentence_at(at))
    dates = [each for each in mentions if each.role in ("date", "by")] or mentions
    if fact.period_end is None and fact.period_start is None:
        return Step(topic="period", outcome="none", says="neither words nor sections date it")
    if dates:
        mention = dates[-1].mention
        written = view.text[mention.start : mention.end]
        role = dates[-1].role
        says = f"{years}: the last expression of time in front of it (role {role})"
        lines = time_lines(view.text, mention, dates[-1].role)
        return Step(topic="period", outcome="found", text=written, says=says, sources=lines)
    section = context.section_at(fact.start)
    whose = f"section of kind {section.kind}" if section else "report"
    says = f"{years}: that of the {whose}, since nothing in its sentence dates it"
    return Step(topic="period", outcome="found", says=says)


def _years(start: str | None, end: str | None) -> str:
    if start == end:
        return str(start)
    return f"{start or '…'}–{end or '…'}"


def area_step(view: TextView, context: Context, fact: NumericFact) -> Step:
    """The place that governs the clause, else the jurisdiction of the report."""
    if fact.place is None:
        return Step(topic="area", outcome="none", says="no report or place says whose it is")
    name = f"{fact.place} {fact.adcode or ''}".strip()
    document = context.document_at(fact.start)
    if document is not None and document.place == fact.place:
        says = f"{name}: the jurisdiction of the report"
        return Step(topic="area", outcome="found", says=says)
    start = view.raw_span(*view.sentence_at(view.clean_offset(fact.start)))[0]
    named = [
        place
        for place in context.places
        if start <= place.start < fact.start and place.adcode == fact.adcode
    ]
    written = named[-1].form if named else ""
    says = f"{name}: named in front" if named else f"{name}: goes on from the number before"
    return Step(topic="area", outcome="found", text=written, says=says)
