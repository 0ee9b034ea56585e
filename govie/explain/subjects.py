"""How the subject of a number was found: its lead, and what was cut off either end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govie.dates.periods import find_periods
from govie.explain.lines import found_in, line_of, sources, time_lines
from govie.explain.listening import Heard
from govie.explain.model import Step
from govie.facts.pairing import Finding
from govie.records import NumericFact

__all__ = ["subject_steps"]

_RULES = {
    "front": "what stands in front of the number",
    "behind": "the noun behind the number, which it counts",
    "carried": "nothing to measure in front of the number: what the number before measures goes on",
    "respectively": "one of several subjects, which take the numbers in their order",
    "each": "one of several subjects, of each of which the number is said",
}
_LEFT = frozenset({"openers"})
_RIGHT = frozenset({"predicates", "asides", "growth"})
_SAID = {
    "OPENER": "opens the clause",
    "VERB": "a verb of doing",
    "CHANGE": "a verb of change",
    "LEVEL": "a verb that states a level",
    "ADVERB": "an adverb between subject and number",
    "ASIDE": "adds nothing to a subject",
    "GROWTH": "a noun of change",
}
_SHARED = (("COMPARISON", "the base of a comparison"), ("RANKING", "the words of a rank"))


def subject_steps(
    text: str, finding: Finding, heard: Sequence[Heard], fact: NumericFact
) -> Iterator[Step]:
    """Steps from the lead of a number to its subject and the series that this names."""
    lead, stop = finding.lead, _start_of(finding)
    begin = min(lead.clause, stop)
    yield Step(
        topic="subject",
        outcome="read" if begin < stop else "none",
        text=text[begin:stop],
        says="the lead: its clause in front of the number",
    )
    yield from _cuts(text, begin, lead.start, heard, _LEFT, "in front")
    yield from _guards(text, heard, begin, stop)
    yield from _kept(lead.start, heard)
    yield from _cuts(text, lead.end, stop, heard, _RIGHT, "behind")
    if fact.indicator is None:
        yield Step(topic="subject", outcome="none", says="no words name what it measures")
        return
    yield Step(
        topic="subject",
        outcome="found",
        text=fact.indicator,
        says=f"{_RULES.get(finding.rule, finding.rule)} (rule {finding.rule})",
    )
    if fact.indicator_id:
        yield Step(
            topic="indicator",
            outcome="found",
            text=fact.pattern or "",
            says=f"a name of the series {fact.indicator_id}",
            sources=line_of("indicators", fact.pattern, "INDICATOR"),
        )
    else:
        yield Step(topic="indicator", outcome="none", says="no series of the packs has this name")


def _start_of(finding: Finding) -> int:
    """Where the number begins, with its hedge and the value it rose from."""
    quantity = finding.quantity
    starts = (quantity.start, quantity.hedge_start, quantity.from_start)
    return min(start for start in starts if start is not None)


def _cuts(
    text: str, start: int, end: int, heard: Sequence[Heard], tables: frozenset[str], where: str
) -> Iterator[Step]:
    """What fills ``start:end``: cue words, and between them dates, places and comparisons."""
    done = start
    for word in _covering(heard, tables, start, end):
        if word.start > done:
            yield _phrase(text[done : word.start], where)
        said = _SAID.get(word.pattern.label, word.pattern.label)
        yield Step(
            topic="subject",
            outcome="cut",
            text=text[word.start : word.end],
            says=f"cut off {where}: {said}",
            sources=sources(word.pattern),
        )
        done = word.end
    if done < end:
        yield _phrase(text[done:end], where)


def _covering(heard: Sequence[Heard], tables: frozenset[str], start: int, end: int) -> list[Heard]:
    """The longest words heard within ``start:end``, none overlapping another, in order."""
    words: list[Heard] = []
    inside = [h for h in heard if h.table in tables and not h.guarded]
    for word in sorted(inside, key=lambda h: h.start - h.end):
        free = all(word.end <= other.start or other.end <= word.start for other in words)
        if start <= word.start and word.end <= end and free:
            words.append(word)
    return sorted(words, key=lambda h: h.start)


def _phrase(text: str, where: str) -> Step:
    """A piece cut off that is no single cue word."""
    for label, said in _SHARED if where == "behind" else ():
        if lines := found_in("cues", (label,), text):
            return Step(
                topic="subject",
                outcome="cut",
                text=text,
                says=f"cut off {where}: {said}",
                sources=sources(lines[0][0]),
            )
    dates = find_periods(text)
    said = "a date" if dates else "a place, a bracket or a connecting word"
    part = time_lines(text, dates[-1]) if dates else ()
    says = f"cut off {where}: {said}"
    return Step(topic="subject", outcome="cut", text=text, says=says, sources=part)


def _guards(text: str, heard: Sequence[Heard], start: int, end: int) -> Iterator[Step]:
    """Cue words that their guards held back."""
    seen = set()
    for word in heard:
        held = word.guarded and start <= word.start and word.end <= end
        if held and word.table in _LEFT | _RIGHT and word.pattern.source not in seen:
            seen.add(word.pattern.source)
            behind = [w for w in word.pattern.not_before if text.startswith(w, word.end)]
            ahead = [w for w in word.pattern.not_after if text.endswith(w, 0, word.start)]
            yield Step(
                topic="subject",
                outcome="guarded",
                text=word.pattern.word,
                says=f"not cut off next to {'、'.join([*behind, *ahead])}",
                sources=sources(word.pattern),
            )


def _kept(start: int, heard: Sequence[Heard]) -> Iterator[Step]:
    """A name that begins like an opener and was left whole."""
    opener = [h for h in heard if h.table == "openers" and h.start == start and not h.guarded]
    names = [h for h in heard if h.table == "protected" and h.start == start and not h.guarded]
    if opener and names:
        name = max(names, key=lambda h: h.end)
        if name.end > opener[0].end:
            yield Step(
                topic="subject",
                outcome="guarded",
                text=opener[0].pattern.word,
                says=f"not cut off: begins the name {name.pattern.pattern}",
                sources=sources(opener[0].pattern, name.pattern),
            )
