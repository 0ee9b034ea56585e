"""What the reading of numbers made of an offset: a quantity, a skip, or a number that is none."""

from __future__ import annotations

from attrs import frozen

from govie.explain.lines import line_of, sources
from govie.explain.model import Step
from govie.numbers.numerals import HAN_DIGITS, HAN_SCALES
from govie.numbers.quantity import Quantity, QuantityScanner, quantity_scanner
from govie.packs import Pattern, load_patterns

__all__ = ["NumberAt", "number_at", "number_steps"]

_SKIPS = {
    "DATE": "a date or a time",
    "ORDINAL": "an ordinal, which says which one",
    "NUMBER": "a number that names or numbers something",
    "NAME": "part of a name or set phrase",
    "THRESHOLD": "a threshold: it says which ones are meant",
    "PERIOD": "a span of time",
    "SLOGAN": "part of a slogan",
}
_FAULTS = {
    "ordinal": "an ordinal, which says which one; a rank needs a word such as 居 or 全省 in front",
    "no unit": "a number without a unit that is known",
    "scale word": "a scale word and a unit, an amount only behind words such as 突破",
    "size": "a scale word without a unit, which names a size and is no amount",
    "zero": "zero of something counted, which is a manner of speaking",
    "name": "a small Chinese numeral that with this unit makes a name",
    "years": "years in Chinese numerals without a hedge, which are a span of time",
    "one": "一 with a count word, which is no count unless a word such as 新增 stands in front",
    "latin": "part of a Latin name",
    "digits": "Chinese digits in a row, which are a name or a date",
    "word": "part of a word, no numeral",
}


_NUMERALS = frozenset("0123456789几数半" + HAN_DIGITS + HAN_SCALES)
"""Signs of numerals: others, with which a rule may begin (“, 长), are no numbers by themselves."""


@frozen(kw_only=True)
class NumberAt:
    """What stands at an offset of clean text, ``start:end``; one of the three explains it."""

    start: int
    end: int
    quantity: Quantity | None = None
    skip: Pattern | None = None
    fault: str | None = None
    large: Pattern | None = None
    """The word in front that would make an amount of scale words with a unit."""

    @property
    def says(self) -> str:
        """Why it is no quantity."""
        if self.skip:
            said: str | None = self.skip.meta.get("says")
            return said or _SKIPS.get(self.skip.label, "a number that counts nothing")
        reason = _FAULTS.get(self.fault or "word", "no quantity")
        if self.large:
            reason += f", even behind {self.large.pattern}; with a unit (元) it would be one"
        return reason


def number_at(text: str, at: int) -> NumberAt | None:
    """The number over an offset of clean text, None where there is none."""
    scanner = quantity_scanner()
    for quantity in scanner.scan(text):
        first = quantity.start if quantity.from_start is None else quantity.from_start
        if first <= at < quantity.end:
            return NumberAt(start=quantity.start, end=quantity.end, quantity=quantity)
    return _ruled_out(scanner, text, at)


def _ruled_out(scanner: QuantityScanner, text: str, at: int) -> NumberAt | None:
    """The number over an offset that is no quantity."""
    finder = scanner.finder
    for start, end, candidate in finder.readings(text):
        if start > at:
            break
        if start <= at < end:
            if candidate is None:
                skip = finder.skips.line_at(text, start)
                if skip is None and text[start] not in _NUMERALS:
                    return None
                return NumberAt(start=start, end=end, skip=skip, fault=None if skip else "word")
            return _fault(scanner, text, at) or NumberAt(
                start=candidate.start,
                end=end,
                fault="digits" if candidate.han else "latin",
            )
    return None


def _fault(scanner: QuantityScanner, text: str, at: int) -> NumberAt | None:
    """A number with what the reading of its neighbours leaves against it."""
    for candidate in scanner.read(text):
        if candidate.start <= at < candidate.end and not candidate.gone:
            fault, large = scanner.fault_of(text, candidate), None
            if fault == "scale word" and candidate.unit is None:
                fault, large = "size", _large_before(text, candidate.start)
            return NumberAt(start=candidate.start, end=candidate.end, fault=fault, large=large)
    return None


def _large_before(text: str, start: int) -> Pattern | None:
    """The longest word of the hedge file behind which scale words with a unit are an amount."""
    words = [p for p in load_patterns("hedges", "LARGE") if p.pattern]
    found = [word for word in words if text.endswith(word.word, 0, start)]
    return max(found, key=lambda word: len(word.word), default=None)


def number_steps(text: str, number: NumberAt) -> list[Step]:
    """What was read there."""
    quantity = number.quantity
    if quantity is None:
        written = text[number.start : number.end]
        rule = f" (rule {number.skip.id})" if number.skip and number.skip.id else ""
        says = f"{number.says}{rule}"
        lines = sources(number.skip, number.large)
        return [Step(topic="number", outcome="out", text=written, says=says, sources=lines)]
    unit = f"unit {quantity.unit}" if quantity.unit else "no unit"
    says = f"a number of kind {quantity.kind}, {unit}"
    if quantity.from_value is not None:
        says += f", from {text[quantity.from_start or 0 : quantity.from_end]}"
    steps = [
        Step(
            topic="number",
            outcome="read",
            text=quantity.text,
            says=says,
            sources=_unit_lines(quantity),
        )
    ]
    if quantity.hedge:
        says, lines = f"makes it {quantity.comparator}", line_of("hedges", quantity.hedge)
        if quantity.hedge_start is None:
            says += ", as part of the numeral, which the grammar reads"
        steps.append(
            Step(topic="number", outcome="read", text=quantity.hedge, says=says, sources=lines)
        )
    return steps


def _unit_lines(quantity: Quantity) -> tuple[str, ...]:
    """The line of the longest form of the unit that the text of a quantity holds."""
    forms = [
        pattern
        for pattern in load_patterns("units")
        if pattern.id == quantity.unit and pattern.pattern and pattern.pattern in quantity.text
    ]
    return sources(max(forms, key=lambda pattern: len(pattern.word), default=None))
