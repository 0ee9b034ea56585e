"""Programmes: named government initiatives, known ones by their patterns and others by their form.

``patterns/programs/`` holds the known names, written without quotation marks: the label is the
kind, and the first line of an id has in ``meta`` its name, level, years and issuing body. Where
``meta`` has ``unquoted_before``, the name counts only in quotes or before one of these words.
:mod:`govie.program_discovery` finds names that no file knows.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from attrs import evolve, frozen

from govie.context import Context
from govie.gazetteer import Gazetteer, Guard
from govie.packs import Pattern, load_patterns
from govie.plain import NOTES, Plain, plain
from govie.program_discovery import Find, discover
from govie.program_names import Form, canonical, stem
from govie.program_quotes import is_packed
from govie.program_words import load_words
from govie.records import Program
from govie.view import TextView

__all__ = ["extract_programs"]

_OPEN = "“‘"


@frozen(kw_only=True)
class _Hit:
    """A mention by clean offsets."""

    start: int
    end: int
    kind: str
    rule: str
    core: str | None = None
    known: Pattern | None = None


def extract_programs(view: TextView, context: Context) -> list[Program]:
    """All mentions of programmes in a text, in order, none overlapping another."""
    text = Plain(view.text)
    known = _known(text)
    hits = _choose(len(view), [*known, *_discovered(view.text, known)])
    hits = _choose(len(view), [*hits, *_again(text, hits)])
    names = _names(view.text, hits)
    programs = []
    for number, hit in enumerate(hits, 1):
        start, end = view.raw_span(hit.start, hit.end)
        section, document = context.section_at(start), context.document_at(start)
        name, program_id = names[number - 1]
        programs.append(
            Program(
                id=f"g{number:04}",
                start=start,
                end=end,
                text=view.raw[start:end],
                section=section.id if section else None,
                document=document.id if document else None,
                rule=hit.rule,
                name=name,
                kind=hit.kind,
                program_id=program_id,
                form=_form(view.text, hit),
                pattern=hit.known.source if hit.known else None,
            )
        )
    return programs


@cache
def _gazetteer() -> Gazetteer[Pattern]:
    names: dict[str, Pattern] = {}
    guards: dict[str, Guard] = {}
    for pattern in load_patterns("programs"):
        if pattern.pattern and names.setdefault(pattern.pattern, pattern) is pattern:
            guards[pattern.pattern] = Guard(pattern.not_before, pattern.not_after)
    return Gazetteer(names, guards)


@cache
def _titles() -> dict[str, str]:
    """The canonical name of each id: that of its first line."""
    titles: dict[str, str] = {}
    for pattern in load_patterns("programs"):
        titles.setdefault(pattern.id, pattern.meta.get("name", pattern.pattern))
    return titles


def _known(text: Plain) -> list[_Hit]:
    hits = []
    for start, end, pattern in _gazetteer().scan(text.text):
        left, right = text.span(start, end)
        followers = pattern.meta.get("unquoted_before")
        quoted = text.clean[left] in _OPEN
        if followers is None or quoted or text.clean.startswith(tuple(followers), right):
            hits.append(
                _Hit(start=left, end=right, kind=pattern.label, rule="pattern", known=pattern)
            )
    return hits


def _discovered(text: str, known: list[_Hit]) -> list[_Hit]:
    """Discovered names; those that say no more than a known one take its identity."""
    starts = [hit.start for hit in known]
    hits = []
    for find in discover(text):
        low, high = bisect_left(starts, find.start), bisect_left(starts, find.end)
        within = [hit for hit in known[low:high] if hit.end <= find.end]
        if len(within) > 1 and find.core is None:
            continue
        if find.core is not None and any(_covers(text, hit, find) for hit in within):
            continue
        same = next((hit.known for hit in within if _same(text, find, hit)), None)
        kind = same.label if same else find.kind
        hits.append(
            _Hit(
                start=find.start,
                end=find.end,
                kind=kind,
                rule=find.rule,
                core=find.core,
                known=same,
            )
        )
    return hits


def _same(text: str, find: Find, hit: _Hit) -> bool:
    """Whether a discovered name is the known name within it, with a mere word more."""
    known = text[hit.start : hit.end]
    if find.core is not None:
        return plain(find.core) == plain(known)
    return stem(Form(text[find.start : find.end])) == stem(Form(known))


def _covers(text: str, hit: _Hit, find: Find) -> bool:
    """Whether a known name has all of a discovered one but words before its quotes."""
    return hit.end == find.end and not set(_OPEN) & set(text[find.start : hit.start])


def _choose(length: int, hits: list[_Hit]) -> list[_Hit]:
    """The longest of overlapping hits, a known name before a discovered one of its length."""
    taken = bytearray(length)
    chosen = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.known is None, hit.start)):
        if taken.find(1, hit.start, hit.end) < 0:
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.start)


def _again(text: Plain, hits: list[_Hit]) -> list[_Hit]:
    """Further mentions of packed names that stood with a type word somewhere in the text."""
    words = load_words()
    learned: dict[str, _Hit] = {}
    for hit in hits:
        core = plain(hit.core) if hit.core else ""
        named = words.may_name(core) and not words.says_nothing(core)
        if len(core) >= 3 and hit.rule == "quoted_head" and named:
            learned.setdefault(core, hit)
    if not learned:
        return []
    found = []
    for start, end, first in Gazetteer(learned).scan(text.text):
        left, right = text.span(start, end)
        if text.clean[left] in _OPEN or is_packed(text.text[start:end]):
            again = evolve(first, start=left, end=right, rule="again", core=text.text[start:end])
            found.append(again)
    return found


def _names(text: str, hits: list[_Hit]) -> list[tuple[str, str]]:
    """Canonical name and id of each hit."""
    forms = {
        at: Form(_form(text, hit), hit.core) for at, hit in enumerate(hits) if hit.known is None
    }
    same = canonical(forms.values())
    names = []
    for at, hit in enumerate(hits):
        if hit.known is not None:
            names.append((_titles()[hit.known.id], hit.known.id))
        else:
            name = same[forms[at]]
            names.append((name, plain(name)))
    return names


def _form(text: str, hit: _Hit) -> str:
    return NOTES.sub("", text[hit.start : hit.end])
