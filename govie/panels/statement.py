"""Facts with the sentence they stand in, and the choice among several facts of one series."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from govie.panels.key import Key
from govie.records import Fact, NumericFact, RelativeTarget

__all__ = ["Stated", "Statement", "best", "paired"]


@frozen(kw_only=True)
class Statement:
    """A fact and where it stands."""

    key: Key
    fact: Fact
    doc: str
    """Name of the file."""
    wording: str
    """The value with its hedge (see :mod:`govie.panels.wording`): 8%以上, 高于经济增长."""
    sentence: str
    """In clean text."""
    headline: bool
    """Whether it stands in the targets paragraph."""
    company: int
    """How many indicators its sentence names."""


@frozen(kw_only=True)
class Stated:
    """What a report says of a series: a number, words without one (高于经济增长), or both."""

    number: Statement | None = None
    relative: Statement | None = None

    @property
    def first(self) -> Statement:
        """The number where there is one."""
        statement = self.number or self.relative
        assert statement is not None
        return statement

    @property
    def headline(self) -> bool:
        return any(s.headline for s in (self.number, self.relative) if s)


def best(
    statements: Iterable[Statement], order: Callable[[Statement], tuple[Any, ...]]
) -> Mapping[Key, Stated]:
    """What is said of each series, in order of the text; the lowest in ``order`` is believed."""
    grouped: dict[Key, list[Statement]] = {}
    for statement in statements:
        grouped.setdefault(statement.key, []).append(statement)
    return {
        key: Stated(
            number=min(_of(NumericFact, group), key=order, default=None),
            relative=min(_of(RelativeTarget, group), key=order, default=None),
        )
        for key, group in grouped.items()
    }


def _of(cls: type, statements: Iterable[Statement]) -> Iterator[Statement]:
    return (s for s in statements if isinstance(s.fact, cls))


def paired(quoted: Iterable[Statement], actuals: Iterable[Statement]) -> Iterator[Statement]:
    """Targets of the past, each with the measure of the result that it stands behind.

    In 增长6.5%（年度目标6%以上） the brackets do not say again that they speak of growth.
    """
    results = {
        statement.fact.indicator_start: statement
        for statement in actuals
        if isinstance(statement.fact, NumericFact)
    }
    for statement in quoted:
        fact = statement.fact
        result = results.get(fact.indicator_start)
        if result and isinstance(fact, NumericFact) and isinstance(result.fact, NumericFact):
            actual = result.fact
            if fact.unit == actual.unit and fact.measure != actual.measure:
                fact = evolve(fact, measure=actual.measure, direction=actual.direction)
                statement = evolve(statement, fact=fact, key=result.key)
        yield statement
