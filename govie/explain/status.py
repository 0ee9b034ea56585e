"""Whether a fact is done or promised: the words that decided it, and those that were overruled."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from govie.context import Context
from govie.explain.lines import found_in, line_of, sources
from govie.explain.model import Step
from govie.facts.standing import REACH
from govie.kinds import DONE_KINDS
from govie.packs import Pattern
from govie.records import NumericFact
from govie.text.view import TextView

__all__ = ["status_steps"]

_COMMITMENTS = {"striving": "STRIVING", "binding": "BINDING"}
_SAID = {
    "PROMISE": "a word of promise",
    "QUOTED": "quotes an earlier target",
    "ASIDE": "a target in brackets",
    "ESTIMATE": "a word of estimate",
    "STRIVING": "a word of striving",
    "BINDING": "a word that binds",
    "AIM": "a word of promise, in a text of unknown year",
}


@frozen
class _Word:
    """A word in front of the number that speaks of promises or estimates."""

    line: Pattern
    text: str
    start: int


@frozen(kw_only=True)
class _Case:
    """What a word must be weighed against."""

    fact: NumericFact
    kind: str | None
    """Kind of the section."""
    year: int | None
    """The year that the report plans for."""
    words: tuple[_Word, ...]


def status_steps(view: TextView, context: Context, fact: NumericFact) -> Iterator[Step]:
    """The section, and the words in front of the number with what they did."""
    case = _case(view, context, fact)
    yield Step(topic="status", outcome="found", says=_status(case))
    deciding = _COMMITMENTS.get(fact.commitment or "")
    if deciding and all(word.line.label != deciding for word in case.words):
        lines = line_of("indicators", fact.pattern, "INDICATOR")
        says = "the five-year plan lays this series down as binding (约束性)"
        yield Step(topic="status", outcome="read", says=says, sources=lines)
    for text in dict.fromkeys(word.text for word in case.words):
        words = [word for word in case.words if word.text == text]
        against = [_overruled(word, case) for word in words]
        said = "; ".join(
            _SAID[word.line.label] + (f", overruled: {why}" if why else "")
            for word, why in zip(words, against, strict=True)
        )
        outcome = "out" if all(against) else "read"
        lines = sources(*(word.line for word in words))
        yield Step(topic="status", outcome=outcome, text=text, says=said, sources=lines)


def _case(view: TextView, context: Context, fact: NumericFact) -> _Case:
    at = view.clean_offset(fact.start)
    start = view.sentence_at(at)[0]
    clause = view.text[max(start, at - REACH) : at].rpartition("；")[2]
    section, document = context.section_at(fact.start), context.document_at(fact.start)
    year = document.year if document else None
    labels = tuple(label for label in _SAID if label != "AIM" or year is None)
    found = [_Word(*each) for each in found_in("standing", labels, clause)]
    return _Case(
        fact=fact,
        kind=section.kind if section else None,
        year=year,
        words=tuple(sorted(found, key=lambda word: word.start)),
    )


def _status(case: _Case) -> str:
    fact = case.fact
    where = f"in a section of kind {case.kind}" if case.kind else "in a text without sections"
    says = f"{fact.status}: {where}"
    if fact.commitment == "expected":
        says += "; expected, since no word such as 力争 or 确保 stands in front"
    elif fact.commitment:
        says += f"; {fact.commitment}"
    return says


def _overruled(word: _Word, case: _Case) -> str | None:
    """Why a word had no say in the standing of the fact; None where it had one."""
    fact, label = case.fact, word.line.label
    if label in _COMMITMENTS.values():
        return _commitment_overruled(label, case)
    if label == "ESTIMATE":
        return (
            None if fact.estimated else f"only what is done is estimated, and this is {_is(fact)}"
        )
    if label == "QUOTED" and fact.status != "reference":
        if case.kind in DONE_KINDS:
            return "it counts right in front of the number, without a comma between"
        return "it counts where the section tells what is done (review)"
    if label == "PROMISE" and fact.status != "target":
        return _promise_overruled(case)
    return None


def _promise_overruled(case: _Case) -> str:
    if case.fact.status == "reference":
        return "an earlier target is quoted"
    if case.kind not in DONE_KINDS:
        return "the words behind the number say that it is reached"
    late = (
        f"in {case.year} or later" if case.year else "in the year of the report, which is unknown"
    )
    return f"a section of kind {case.kind} tells what is done, but for periods that end {late}"


def _commitment_overruled(label: str, case: _Case) -> str | None:
    fact = case.fact
    if fact.status != "target":
        return f"only targets are more or less firm, and this is {_is(fact)}"
    deciding = _COMMITMENTS.get(fact.commitment or "")
    if label == deciding:
        return None
    nearer = [word.text for word in case.words if word.line.label == deciding]
    return f"{nearer[-1]} stands nearer" if nearer else "another word stands nearer"


def _is(fact: NumericFact) -> str:
    return {"actual": "done", "target": "a target"}.get(fact.status, "a reference")
