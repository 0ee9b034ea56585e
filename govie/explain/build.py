"""An explanation of one place of a text, put together from what each kind of rule says of it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from govie.context import Context
from govie.errors import ConfigError
from govie.explain.model import Explanation, Step
from govie.explain.names import name_steps
from govie.explain.numbers import NumberAt, number_at, number_steps
from govie.explain.numeric import fact_steps, no_fact_step, read_at
from govie.packs import PackSet, in_force, load_patterns, using
from govie.records import Fact, NumericFact, Record, RelativeTarget
from govie.store import context_of, view_of
from govie.text.view import TextView

__all__ = ["explain"]

_MOST = 2
"""Facts of one number to explain in full."""
_AROUND = 60
"""How much of a sentence is shown on either side."""


def explain(doc: Doc, offset: int, *, packs: PackSet | None = None) -> Explanation:
    """Why the place at an offset was read as it was.

    ``doc`` has been through a pipeline with the components of govie, and ``packs`` are those that
    it used, by default those in force. Raises ConfigError where the offset lies outside the text.
    """
    if not 0 <= offset < len(doc.text):
        raise ConfigError(
            f"at={offset} lies outside the text, which has {len(doc.text)} characters"
        )
    view, context = view_of(doc), context_of(doc)
    if not view.text:
        raise ConfigError("the text is empty but for white space; there is nothing to explain")
    with using(packs or in_force()):
        return _Explainer(view, context, offset).explanation()


class _Explainer:
    """Asks all the rules about one offset."""

    def __init__(self, view: TextView, context: Context, offset: int) -> None:
        self._view = view
        self._context = context
        self._offset = offset
        self._at = min(view.clean_offset(offset), len(view.text) - 1)
        self._raw = view.raw_span(self._at, self._at + 1)[0]
        self._number = number_at(view.text, self._at)

    def explanation(self) -> Explanation:
        """Everything that is to be said."""
        number = self._number
        start, end = (number.start, number.end) if number else (self._at, self._at + 1)
        steps = [self._where(), *self._number_steps(), *self._other_steps()]
        raw_start, raw_end = self._view.raw_span(start, end)
        first, last = self._around(start, end)
        return Explanation(
            offset=self._offset,
            start=raw_start,
            end=raw_end,
            text=self._view.text[start:end],
            sentence=self._view.text[first:last],
            sentence_at=start - first,
            verdict=self._verdict(steps),
            records=tuple(record.id for record in self._records()),
            steps=tuple(steps),
        )

    def _around(self, start: int, end: int) -> tuple[int, int]:
        """So much of the sentence as is shown."""
        first, last = self._view.sentence_at(start)
        first, last = max(first, start - _AROUND), max(end, min(last, end + _AROUND))
        while last > end and self._view.text[last - 1] == "\n":
            last -= 1
        return first, last

    def _where(self) -> Step:
        """Report and section."""
        document = self._context.document_at(self._raw)
        section = self._context.section_at(self._raw)
        known = (document.place, document.year) if document else ()
        whose = " ".join(str(part) for part in known if part)
        parts = [f"report of {whose}" if whose else "no known report"]
        if section:
            parts.append(f"section of kind {section.kind}")
        title = section.title if section and section.title else ""
        return Step(topic="section", outcome="read", text=title, says=", ".join(parts))

    def _facts(self) -> list[NumericFact]:
        quantity = self._number and self._number.quantity
        if not quantity:
            return []
        start, end = self._view.raw_span(quantity.start, quantity.end)
        numeric = self._context.of(NumericFact)
        return [fact for fact in numeric if (fact.start, fact.end) == (start, end)]

    def _records(self) -> list[Record]:
        """All records at the place but sections and documents."""
        facts = self._facts()
        ids = {fact.id for fact in facts}
        others = [
            record
            for record in self._context.records
            if record.type not in ("section", "document", "term")
            and record.id not in ids
            and record.start <= self._raw < record.end
        ]
        return [*facts, *others]

    def _number_steps(self) -> Iterator[Step]:
        number = self._number
        if number is None:
            return
        yield from number_steps(self._view.text, number)
        if number.quantity is None:
            return
        reading = read_at(self._view, self._context, number.quantity)
        facts = self._facts()
        for fact in facts[:_MOST]:
            if len(facts) > 1:
                says = f"one of {len(facts)} facts of this number: {fact.id}"
                yield Step(topic="fact", outcome="found", text=fact.text, says=says)
            yield from fact_steps(self._view, self._context, reading, fact)
        if not facts:
            yield no_fact_step(self._view, self._context, number.quantity, reading)

    def _other_steps(self) -> Iterator[Step]:
        """Names, targets without a number, parts of facts, cue words."""
        yield from name_steps(self._view, self._context, self._at)
        for target in self._context.of(RelativeTarget):
            if target.start <= self._raw < target.end:
                says = f"{target.id}, a target without a number: {target.relation}"
                if target.indicator:
                    says += f" of {target.indicator}"
                yield Step(topic="target", outcome="found", text=target.text, says=says)
        if self._number is None:
            yield from self._subjects()
            yield from self._cue_words()

    def _subjects(self) -> Iterator[Step]:
        """Facts that the place is the subject of."""
        for fact in self._context.records:
            if not isinstance(fact, Fact):
                continue
            start, end = fact.indicator_start, fact.indicator_end
            if start is not None and end is not None and start <= self._raw < end:
                says = f"what {fact.id} ({fact.text}) is about"
                yield Step(topic="subject", outcome="found", text=fact.indicator or "", says=says)

    def _cue_words(self) -> Iterator[Step]:
        """The longest word of the cue file over the place."""
        text, at = self._view.text, self._at
        found = [
            pattern
            for pattern in load_patterns("cues")
            if pattern.pattern and _covers(text, pattern.pattern, at)
        ]
        if found:
            word = max(found, key=lambda pattern: len(pattern.word))
            says = f"a cue word ({word.label}) of numbers in its clause"
            yield Step(
                topic="cue",
                outcome="read",
                text=word.word,
                says=says,
                sources=(word.source,),
            )

    def _verdict(self, steps: list[Step]) -> str:
        facts = self._facts()
        if facts:
            ids = ", ".join(fact.id for fact in facts)
            return f"a numeric fact: {ids}" if len(facts) == 1 else f"numeric facts: {ids}"
        if self._number:
            return f"a number, but no fact: {_reason(self._number, steps)}"
        found = [step for step in steps if step.outcome == "found"]
        if found:
            return "no number; " + "; ".join(f"{s.topic} {s.text}: {s.says}" for s in found[:_MOST])
        held = [step for step in steps if step.outcome in ("guarded", "lost", "out")]
        if held:
            return f"nothing found; {held[0].topic} {held[0].text}: {held[0].says}"
        return "no number, name or term stands here"


def _reason(number: NumberAt, steps: list[Step]) -> str:
    if number.quantity is None:
        return number.says
    return next(s.says for s in steps if s.topic == "fact" and s.outcome == "out")


def _covers(text: str, word: str, at: int) -> bool:
    return text.find(word, max(0, at - len(word) + 1), at + len(word)) >= 0
