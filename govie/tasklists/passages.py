"""The sentences of the sections that set tasks, each with the headings above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from govie.context import Context
from govie.records import Document, Section
from govie.text.view import TextView

__all__ = ["Passage", "passages"]

_TASKS = frozenset({"tasks", "livelihood"})
_OUTLOOK = frozenset({"outlook", *_TASKS})
_RUN_IN = 24
"""Characters that a heading at the beginning of a paragraph has at most."""
_MARKS = "—- \n"


@frozen(kw_only=True)
class Passage:
    """A sentence, or an item of a list within one, by clean offsets."""

    start: int
    end: int
    targets: bool
    """Whether it stands in the targets paragraph."""
    headings: tuple[str, ...]


def passages(view: TextView, context: Context, document: Document) -> Iterator[Passage]:
    """What a report sets for its year, in order, headings taken off."""
    sections = {section.id: section for section in context.sections}
    chosen, begin = _chosen([s for s in context.sections if s.document == document.id])
    run_in: str | None = None
    previous: str | None = None
    for start, end in view.sentences:
        start, end = _trimmed(view.text, start, end)
        if start == end:
            continue
        raw_start, _ = view.raw_span(start, end)
        section = context.section_at(raw_start)
        if section is None or section.id not in chosen:
            continue
        if raw_start < begin and section.kind != "targets":
            continue
        opens = view.text[start - 1 : start] in ("", "\n")
        if section.id != previous or opens:
            run_in = None
        previous = section.id
        headings = _headings(section, sections)
        body = _behind_title(view, start, end, section)
        if body == start and opens and _is_run_in(view.text, start, end):
            run_in = view.text[start:end].strip(_MARKS + "。")
            continue
        path = (*headings, run_in) if run_in else headings
        for first, last in _items(view.text, body, end):
            yield Passage(start=first, end=last, targets=section.kind == "targets", headings=path)


def _chosen(sections: list[Section]) -> tuple[frozenset[str], int]:
    """Ids of the sections that set tasks for the year of a report, and where the tasks begin.

    Where most of the outlook is headed as tasks, the rest of it is guideline. Where it is not, the
    tasks begin with the first section behind the targets paragraph. Plans of several years are for
    later.
    """
    of_year = [s for s in sections if s.period_start == s.period_end]
    targets = [s for s in of_year if s.kind == "targets"]
    tasks = [s for s in of_year if s.kind in _TASKS]
    outlook = [s for s in of_year if s.kind in _OUTLOOK]
    begin = 0
    if 2 * _length(tasks) <= _length(outlook):
        behind = max((s.end for s in targets), default=0)
        tasks = [s for s in outlook if s.end > behind]
        begin = min((s.start for s in tasks if s.start >= behind), default=behind)
    return frozenset(s.id for s in (*targets, *tasks)), begin


def _length(sections: list[Section]) -> int:
    """Characters that sections cover; a section spans those below it."""
    ids = {section.id for section in sections}
    return sum(s.end - s.start for s in sections if s.parent not in ids)


def _headings(section: Section, sections: Mapping[str, Section]) -> tuple[str, ...]:
    """The titles of a section and of those that hold it, the highest first."""
    path: list[str] = []
    above: Section | None = section
    while above is not None:
        if above.title:
            path.insert(0, above.title.strip(_MARKS))
        above = sections.get(above.parent) if above.parent else None
    return tuple(path)


def _behind_title(view: TextView, start: int, end: int, section: Section) -> int:
    """Where a sentence begins that the heading of its section runs into."""
    title = section.title or ""
    at = view.clean_offset(section.start)
    inside = at <= start and at + len(title) > start
    inside = inside or (start <= at < end and not view.text[start:at].strip(_MARKS))
    return min(end, at + len(title)) if title and inside else start


def _is_run_in(text: str, start: int, end: int) -> bool:
    """Whether a short sentence, one without a number, heads the paragraph that it opens."""
    sentence = text[start:end]
    goes_on = text[end : end + 1] not in ("", "\n")
    short = end - start <= _RUN_IN and sentence.endswith("。") and "，" not in sentence
    return goes_on and short and not any(sign.isdigit() for sign in sentence)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of a list behind a colon, or the whole sentence."""
    colon = text.find("：", start, end)
    stops = [end]
    if colon >= 0 and text.count("；", colon, end) >= 2:
        start = colon + 1
        stops = [at for at in range(start, end) if text[at] == "；"] + stops
    for stop in stops:
        first, last = _trimmed(text, start, stop)
        if text[first:last].strip("。"):
            yield first, last
        start = stop + 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the dashes and white space at its ends."""
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return start, end
