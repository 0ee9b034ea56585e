"""Problems of single lines: labels, keys without effect, spelling, regexes, examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from govie.lint.examples import example_faults
from govie.lint.expressions import expression_faults
from govie.lint.ids import id_faults
from govie.lint.meta_checks import meta_faults
from govie.lint.topics import TOPICS, Topic
from govie.packs.pattern import Pattern
from govie.packs.problems import Fault, Problem, one_of, quoted
from govie.records import SECTION_KINDS
from govie.text.plain import plain
from govie.text.view import TextView

__all__ = ["example_problems", "line_problems", "place"]

_CONDITIONS = ("not_before", "not_after", "in_section", "priority", "skip")
_CHARACTERS = regex.compile(r"[\u4e00-\u9fff]+")
"""What needs no cleaning."""


def line_problems(patterns: Sequence[Pattern], topic: Topic | None) -> Iterator[Problem]:
    """What is wrong in the lines of one topic, each by itself."""
    dangerous = _dangerous(patterns, topic)
    for pattern in patterns:
        faults = [*_spelling(pattern), *_meaning(pattern, topic)]
        if not faults:
            faults += _form(pattern, topic)
        if pattern.regex in dangerous:
            faults.append(dangerous[pattern.regex])
        elif not faults:
            faults += example_faults(pattern, topic)
        yield from (Problem.at(*place(pattern), fault) for fault in faults)


def example_problems(patterns: Sequence[Pattern], topic: Topic | None) -> Iterator[Problem]:
    """The examples that fail, and the regexes that may not be run."""
    dangerous = _dangerous(patterns, topic)
    for pattern in patterns:
        if pattern.regex in dangerous:
            yield Problem.at(*place(pattern), dangerous[pattern.regex])
        else:
            yield from (Problem.at(*place(pattern), f) for f in example_faults(pattern, topic))


def _dangerous(patterns: Sequence[Pattern], topic: Topic | None) -> dict[str, Fault]:
    return expression_faults(
        (pattern.regex for pattern in patterns if pattern.regex),
        python_only=topic is not None and topic.python_only and topic.regexes,
    )


def place(pattern: Pattern) -> tuple[str, int]:
    """File and line of a pattern."""
    file, _, line = pattern.source.rpartition(":")
    return file, int(line)


def _strings(pattern: Pattern) -> Iterator[tuple[str, str]]:
    yield "label", pattern.label
    yield "pattern", pattern.pattern or ""
    yield "id", pattern.id
    for key in ("not_before", "not_after", "in_section"):
        yield from ((key, word) for word in getattr(pattern, key))


def _spelling(pattern: Pattern) -> Iterator[Fault]:
    """White space at an end, but for strings of nothing else: a line break is a mark."""
    for key, text in _strings(pattern):
        bare = text.strip()
        if bare and bare != text:
            yield Fault(
                f'white space at an end of "{key}": {quoted(text)}', f"write {quoted(bare)}"
            )


def _meaning(pattern: Pattern, topic: Topic | None) -> Iterator[Fault]:
    """Labels and keys that the rules of the topic do not know."""
    if topic is None:
        return
    if pattern.label not in topic.labels:
        elsewhere = [t.name for t in TOPICS.values() if pattern.label in t.labels]
        advice = one_of(pattern.label, topic.labels)
        if elsewhere and not advice.startswith("did"):
            advice = f"it is a label of {', '.join(elsewhere)}; {advice}"
        yield Fault(f'label "{pattern.label}" means nothing in {topic.name}', advice)
    if pattern.regex and not topic.regexes:
        yield Fault(f'"regex" has no effect in {topic.name}', "write each name as a pattern")
    for key in _CONDITIONS:
        if getattr(pattern, key) and key not in topic.honours:
            known = ", ".join(sorted(topic.honours)) or "no such conditions"
            yield Fault(f'"{key}" has no effect in {topic.name}', f"its rules know {known}")
    for kind in pattern.in_section if "in_section" in topic.honours else ():
        if kind.strip() not in SECTION_KINDS:
            yield Fault(f'no section is of the kind "{kind}"', one_of(kind, SECTION_KINDS))
    yield from id_faults(pattern, topic)
    yield from meta_faults(pattern, topic)


def _form(pattern: Pattern, topic: Topic | None) -> Iterator[Fault]:
    """Strings in a form that the text never has where they are looked for."""
    for key, text in _strings(pattern):
        if key in ("label", "id", "in_section") or text.isspace() or _CHARACTERS.fullmatch(text):
            continue
        clean = TextView(text).text
        if clean != text:
            yield Fault(f"{quoted(text)} is never found: text is cleaned", f"write {quoted(clean)}")
        elif topic is not None and topic.plain and plain(text) != text:
            yield Fault(
                f"{quoted(text)} is never found: quotation marks are left out of names",
                f"write {quoted(plain(text))}, which is found with quotes and without",
            )
