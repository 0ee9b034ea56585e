"""Task tables from a parsed report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

import regex

from govie.context import Context
from govie.panels.source import name_of, reports_of
from govie.panels.wording import phrase_of
from govie.records import Document, Fact, NumericFact, Record, RelativeTarget
from govie.tasklists.passages import Passage, passages
from govie.tasklists.row import TaskRow
from govie.tasklists.words import find_action, find_deadlines, is_no_task, tells_what_was_done
from govie.text.view import TextView

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["tasks"]


_CLAUSE = regex.compile(r"[^，；：。\n]++")
_R = TypeVar("_R", bound=Record)


def tasks(doc: Doc) -> list[TaskRow]:
    r"""The indicators and tasks that the reports of a Doc set for their year, in order.

    Indicators are the clauses of the targets paragraph; tasks are the sentences behind it with a
    clause that begins with what is to be done, and those that set a number.

    >>> import govie
    >>> text = "株洲市2021年政府工作报告\n一、2021年重点工作\n新建公办幼儿园10所。"
    >>> [(row.kind, row.task) for row in govie.tasks(govie.parse(text))]
    [('task', '新建公办幼儿园10所。')]
    """
    from govie.store import view_of

    view = view_of(doc)
    context = Context(doc._.govie.records)
    name = name_of(doc)
    return [
        row for document in reports_of(doc) for row in _Table(view, context, document, name).rows()
    ]


class _Table:
    """The rows of one report."""

    def __init__(
        self, view: TextView, context: Context, document: Document, name: str | None
    ) -> None:
        self.view = view
        self.context = context
        self.document = document
        self.name = name
        facts: list[Fact] = [*context.of(NumericFact), *context.of(RelativeTarget)]
        self.targets = _Spread(fact for fact in facts if fact.status == "target")
        self.programs = _Spread(context.programs)
        self.places = _Spread(context.places)

    def rows(self) -> Iterator[TaskRow]:
        indicators = tasks = 0
        for passage in passages(self.view, self.context, self.document):
            if passage.targets:
                for start, end in self._indicators(passage):
                    indicators += 1
                    yield self._row(passage, start, end, "indicator", indicators)
            elif self._is_task(passage):
                tasks += 1
                yield self._row(passage, passage.start, passage.end, "task", tasks)

    def _indicators(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """The clauses of a passage that set a target."""
        for clause in _CLAUSE.finditer(self.view.text, passage.start, passage.end):
            if self._facts(*clause.span()):
                yield clause.span()

    def _is_task(self, passage: Passage) -> bool:
        sentence = self.view.text[passage.start : passage.end]
        if is_no_task(sentence) or tells_what_was_done(sentence):
            return False
        return find_action(sentence) is not None or bool(self._facts(passage.start, passage.end))

    def _row(self, passage: Passage, start: int, end: int, kind: str, number: int) -> TaskRow:
        text = self.view.text[start:end]
        raw_start, raw_end = self.view.raw_span(start, end)
        action = find_action(text) if kind == "task" else None
        return TaskRow(
            number=number,
            kind=kind,
            place=self.document.place,
            year=self.document.year,
            section=passage.headings,
            task=text,
            verb=action.verb if action else None,
            object=action.object if action else None,
            facts=tuple(phrase_of(self.view, fact) for fact in self._facts(start, end)),
            programs=_names(p.name for p in self.programs.within(raw_start, raw_end)),
            places=_names(
                p.name
                for p in self.places.within(raw_start, raw_end)
                if p.kind != "deictic" and p.name != self.document.place
            ),
            deadline="；".join(find_deadlines(text)) or None,
            doc=self.name,
            document=self.document.id,
            start=raw_start,
            end=raw_end,
        )

    def _facts(self, start: int, end: int) -> list[Fact]:
        return self.targets.within(*self.view.raw_span(start, end))


class _Spread(Generic[_R]):
    """Records by where they begin."""

    def __init__(self, records: Iterable[_R]) -> None:
        self._records = sorted(records, key=lambda record: record.start)
        self._starts = [record.start for record in self._records]

    def within(self, start: int, end: int) -> list[_R]:
        """Those that begin in a stretch of raw text, in order."""
        return self._records[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
