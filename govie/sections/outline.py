"""The tree of sections: headings and marks put in order, with kind and period handed down."""

from __future__ import annotations

from attrs import evolve

from govie.dates.periods import Period
from govie.kinds import DONE_KINDS, TARGET_KINDS
from govie.sections.course import Course
from govie.sections.heading_kinds import heading_kind, heading_periods, looks_back
from govie.sections.headings import BULLET, Heading, section_words
from govie.sections.marks import ADDRESS, PERIOD, Mark
from govie.sections.nodes import Node
from govie.sections.stack import UNDER, SectionStack, usual_period
from govie.sections.year_tasks import name_tasks

__all__ = ["outline"]

_BELOW_TOP = 1.6
"""各位代表！ closes sections from this rank on: what stands below 一、 and its stretches."""
_TARGETS, _INNERMOST = 4.5, 7
"""Ranks of targets and of other single paragraphs within a section."""
_TITLE_LIMIT = 66
"""A longer heading is a paragraph with a number."""
_SAMPLE = 600
"""How much text behind a heading is read to judge it."""
_ADMITS = 90
"""How much of a paragraph may admit problems."""


def outline(
    text: str,
    end: int,
    headings: list[Heading],
    marks: list[Mark],
    year: int | None,
    *,
    begins: str | None = None,
) -> list[Node]:
    """The nodes of a body in order of their start; headings and marks lie before ``end``.

    ``begins`` is the kind of what stands first where it is known: ``review`` in a report, ``tasks``
    in its appendices. Where it is None, in an article, each heading is judged by its text.
    """
    builder = _Builder(text, end, year, headings, marks, begins)
    events: list[tuple[int, int, Heading | Mark]] = [(h.start, 0, h) for h in headings]
    events += [(m.start, 1, m) for m in marks]
    for _, _, event in sorted(events, key=lambda e: (e[0], e[1])):
        if isinstance(event, Heading):
            builder.heading(event)
        else:
            builder.mark(event)
    nodes = builder.sections.finish(end)
    if begins == "review" and year is not None:
        name_tasks(nodes, text, Period(year, year))
    return nodes


class _Builder:
    """Takes headings and marks in order and opens and closes the sections that they make."""

    def __init__(
        self,
        text: str,
        end: int,
        year: int | None,
        headings: list[Heading],
        marks: list[Mark],
        begins: str | None,
    ) -> None:
        self.text, self.end, self.year, self.begins = text, end, year, begins
        self.course = Course(headings, marks, end, year)
        self.sections = SectionStack()
        self.seen_ahead = begins in TARGET_KINDS
        self.reviewed = False  # whether a review named as such, or its problems, came before
        self.both = False  # whether the top heading names the past and what is to come
        ahead = [h.start for h in headings if h.rank <= 1 and self._looks_ahead(h)]
        self.last_ahead = max(ahead, default=-1)

    def _looks_ahead(self, heading: Heading) -> bool:
        title = self.text[heading.start : heading.title_end]
        named = heading_periods(title, self.year)
        return self._kind(heading.rank, title, named, None) in TARGET_KINDS

    def heading(self, heading: Heading) -> None:
        self.sections.close_scopes(heading.start)
        self.sections.close(heading.rank, heading.start)
        title = self.text[heading.start : heading.title_end]
        named = heading_periods(title, self.year)
        parent = self.sections.open[-1] if self.sections.open else None
        kind = self._kind(heading.rank, title, named, parent)
        own = kind is not None
        if kind is None:
            kind = parent.kind if parent and parent.kind != "opening" else self._default(heading)
        if named and (own or heading.rank <= 1):
            period: Period | None = named[0]
        elif parent and not own:
            jobs = heading.ordinal is not None and not section_words("AIMS").search(title)
            period = (jobs and parent.jobs) or parent.period
        else:
            period = usual_period(kind, parent, self.year, report=self.begins is not None)
        self.seen_ahead |= kind in TARGET_KINDS
        self.reviewed |= own and kind == "review" and heading.rank <= 1
        if heading.rank <= 1:
            year = self.year or 0
            self.both = kind == "review" and any((p.end or 0) >= year for p in named)
        written = heading.title_end - heading.start
        line_end = self.text.find("\n", heading.title_end, self.end)
        line_end = self.end if line_end < 0 else line_end
        run_in = heading.rank >= BULLET and line_end - heading.title_end > 3
        self.sections.push(
            Node(
                start=heading.start,
                rank=heading.rank,
                kind=kind,
                period=period,
                title=(heading.start, heading.title_end) if 0 < written <= _TITLE_LIMIT else None,
                scope=line_end if run_in else None,
                level=heading.level,
                ordinal=heading.ordinal,
                jobs=self.course.jobs(heading, named) if kind in TARGET_KINDS else None,
                anchor=own or parent is None,
            )
        )

    def _kind(self, rank: int, title: str, named: list[Period], parent: Node | None) -> str | None:
        return heading_kind(
            title,
            named,
            self.year,
            top=self.begins is not None and rank <= 1 and not (parent and parent.anchor),
            within_review=parent is not None and parent.kind == "review",
            behind_outlook=self.seen_ahead,
        )

    def _default(self, heading: Heading) -> str:
        """The kind of a top heading whose words say nothing."""
        if self.begins and self.seen_ahead:
            return "tasks"
        body = self.text[heading.title_end : min(heading.title_end + _SAMPLE, self.end)]
        if self.begins and self.reviewed:
            past = looks_back(body, strictly=True) and not self.course.looks_ahead(heading)
            return "review" if past else "tasks"
        if self.begins and heading.start < self.last_ahead:
            return "review"
        return "review" if looks_back(body) else "tasks"

    def mark(self, mark: Mark) -> None:
        self.sections.close_scopes(mark.start)
        top = self.sections.open[-1] if self.sections.open else None
        if top is None or top.kind in ("glossary", "furniture", "closing"):
            return
        if mark.start < top.start:  # a mark on the same heading has been moved behind it
            return
        on_heading = top.start == mark.start and top.title is not None
        if on_heading and top.title and top.rank < BULLET:
            if mark.kind != "targets" or top.title[1] >= self.end:
                return
            mark = evolve(mark, start=top.title[1])
        if mark.kind == ADDRESS or mark.addressed:
            self.sections.close(_BELOW_TOP, mark.start)
        if mark.kind == ADDRESS:
            return
        top = self.sections.open[-1]
        ahead = top.kind in TARGET_KINDS
        if mark.kind == PERIOD:
            self._turn(mark, top, on_heading)
        elif mark.kind == "tasks":
            if top.kind == "targets" and top.rule == "mark":
                self.sections.close(top.rank, mark.start)
        elif mark.kind == "problems" and top.kind == "review":
            anchor = self.sections.close_to_anchor(mark.start)
            strong = section_words("PROBLEMS_STRONG")
            self.reviewed |= bool(strong.search(self.text, mark.start, mark.start + _ADMITS))
            period = usual_period("problems", None, self.year, report=self.begins is not None)
            self._open(mark, anchor.rank + UNDER, "problems", period, mark.scope)
        elif mark.kind == "targets" and (ahead or (mark.period and self.begins)):
            if not ahead:
                self._begin_anew(mark)
            elif mark.period == (self.year, self.year):
                self._turn(evolve(mark, scope=None), top, on_heading=False)
            self.sections.close(_TARGETS, mark.start)
            period = mark.period or self.sections.open[-1].period
            self._open(mark, _TARGETS, "targets", period, mark.scope)
        elif mark.kind == "livelihood" and ahead and top.kind != "livelihood" and not on_heading:
            self._open(mark, _INNERMOST, "livelihood", top.period, mark.scope)

    def _may_begin(self, mark: Mark) -> bool:
        """Whether an outlook without a heading may begin in a review.

        In a report in which no heading to come looks ahead, or below one that names what is to
        come beside what is past: “十三五”发展成就和“十四五”主要目标.
        """
        reviewing = self.begins == "review" and self.sections.open[0].kind in DONE_KINDS
        return reviewing and (mark.start > self.last_ahead or self.both)

    def _begin_anew(self, mark: Mark) -> None:
        """Open the outlook where a report turns to what is to come without a heading in front."""
        self.sections.begin_anew(mark.start, "outlook", mark.period)
        self.seen_ahead = True

    def _turn(self, mark: Mark, top: Node, on_heading: bool) -> None:
        """Open a stretch that speaks of another period, or come back from one."""
        if mark.period is None or mark.period.end is None or self.year is None:
            return
        back = top.kind in DONE_KINDS
        if back and mark.period.end >= self.year and self._may_begin(mark):
            self._begin_anew(mark)
        if back != (mark.period.end < self.year) or top.kind == "livelihood":
            return
        if top.period == mark.period:
            return
        heading = self.sections.take_back() if on_heading else None
        if self.sections.open[-1].period != mark.period:
            anchor = self.sections.close_to_anchor(mark.start)
            if anchor.period != mark.period:
                scope = None if back or not mark.period.is_span else mark.scope
                self._open(mark, anchor.rank + UNDER, anchor.kind, mark.period, scope)
        if heading:
            around = self.sections.open[-1]
            heading.kind, heading.period = around.kind, around.period
            self.sections.push(heading)

    def _open(
        self, mark: Mark, rank: float, kind: str, period: Period | None, scope: int | None = None
    ) -> None:
        top = self.sections.open[-1] if self.sections.open else None
        if top and top.start == mark.start and top.rule == "mark" and top.kind == kind:
            return
        self.sections.push(
            Node(
                start=mark.start,
                rank=rank,
                kind=kind,
                period=period,
                level=int(rank) + 1 if rank < 4 else 3,
                rule="mark",
                jobs=top.jobs if top else None,
                scope=scope,
            )
        )
