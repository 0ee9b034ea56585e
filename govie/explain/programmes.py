"""Programmes over an offset: those found, and names known or discovered that are none there."""

from __future__ import annotations

from collections.abc import Iterator

from govie.context import Context
from govie.explain.lines import sources
from govie.explain.model import Step
from govie.packs import Pattern
from govie.programs.discovery import discover
from govie.programs.known import find_known, known_over
from govie.records import Program
from govie.text.plain import Plain
from govie.text.view import TextView

__all__ = ["programme_steps"]

_MOST = 4
"""Known names that did not become records, to tell at most."""
_TOPIC = "programme"


def programme_steps(view: TextView, context: Context, at: int) -> Iterator[Step]:
    """Programmes over a clean offset, and names there that are no records."""
    raw = view.raw_span(at, at + 1)[0]
    programs = [program for program in context.programs if program.start <= raw < program.end]
    for program in programs:
        lines = (program.pattern,) if program.pattern else ()
        name = f"{program.name}: " if program.name != program.form else ""
        says = f"{name}{program.kind} (rule {program.rule})"
        yield Step(topic=_TOPIC, outcome="found", text=program.form, says=says, sources=lines)
    section = context.section_at(raw)
    yield from _others(view, context, at, section.kind if section else None)


def _others(view: TextView, context: Context, at: int, kind: str | None) -> Iterator[Step]:
    """Names over the offset that are none of the records."""
    text = Plain(view.text)
    spans = [(view.clean_offset(p.start), view.clean_offset(p.end)) for p in context.programs]
    known = find_known(text)
    chosen = {(hit.start, hit.end) for hit in known}
    ruled_out = False
    for pattern, first, last, forbidding in known_over(text, at)[:_MOST]:
        if (first, last) in spans:
            continue
        over = _over(context, spans, first, last)
        if forbidding:
            outcome, says = "guarded", f"no programme next to {forbidding}"
        elif over:
            outcome, says = "lost", f"lost to the longer name {over.form}"
        elif (first, last) not in chosen:
            outcome, says = "out", "counts in quotation marks or before certain words only"
        else:
            outcome, says = "out", _not_here(pattern, kind)
        ruled_out = ruled_out or outcome != "lost"
        name, lines = view.text[first:last], sources(pattern)
        yield Step(topic=_TOPIC, outcome=outcome, text=name, says=says, sources=lines)
    for found in discover(view.text):
        span = (found.start, found.end)
        if not found.start <= at < found.end or span in spans or span in chosen:
            continue
        over, rule = _over(context, spans, *span), f"(rule {found.rule})"
        if over:
            outcome, says = "lost", f"lost to {over.form} {rule}"
        elif ruled_out:
            outcome, says = "out", f"not found by its form either: the packs rule it out {rule}"
        else:
            outcome, says = "out", f"only names of other programmes, or one with words more {rule}"
        name = view.text[found.start : found.end]
        yield Step(topic=_TOPIC, outcome=outcome, text=name, says=says)


def _over(context: Context, spans: list[tuple[int, int]], first: int, last: int) -> Program | None:
    """A record that shares a character with a span."""
    pairs = zip(context.programs, spans, strict=True)
    return next((program for program, (a, b) in pairs if a < last and first < b), None)


def _not_here(pattern: Pattern, kind: str | None) -> str:
    """Why a known name that stands alone, in the form in which it counts, is no record."""
    if pattern.in_section and kind not in pattern.in_section:
        here = f"is of kind {kind}" if kind else "is not known"
        kinds = ", ".join(pattern.in_section)
        return f"its line counts in sections of kind {kinds} only (in_section); this one {here}"
    if pattern.skip:
        return "its line says that it is no programme (skip)"
    return "not taken for a mention of the programme"
