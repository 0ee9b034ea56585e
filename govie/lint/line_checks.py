"""Problems of single lines: labels, keys without effect, spelling, regexes, examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from govie.kinds import SECTION_KINDS
from govie.lint.examples import example_faults
from govie.lint.expressions import expression_faults
from govie.lint.ids import id_faults
from govie.lint.meta_checks import meta_faults
from govie.lint.topics import TOPICS, Topic
from govie.packs.pattern import Pattern
from govie.packs.problems import Fault, Problem, one_of, quoted
from govie.text.plain import plain
from govie.text.view import TextView

__all__ = ["example_problems", "line_problems", "place"]

_CONDITIONS = ("not_before", "not_after", "in_section", "priority", "skip")
_CHARACTERS = regex.compile(r"[\u4e00-\u9fff]+")
"""What needs no cleaning."""
_EXPRESSION = regex.compile(r"\[(?:[^\]0-9]|[0-9]-)[^\]]*\]|\\|\.[*+?]|\||\{[0-9,]+\}")


def line_problems(patterns: Sequence[Pattern], topic: Topic | None) -> Iterator[Problem]:
    """What is wrong in the lines of one topic, each by itself."""
    dangerous = _dangerous(patterns, topic)
    for pattern in patterns:
        faults = [*_spelling(pattern, topic), *_meaning(pattern, topic)]
        if pattern.regex in dangerous:
            faults.append(dangerous[pattern.regex])
        elif not faults and (pattern.pattern or pattern.regex):
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
    yield "pattern", pattern.word
    yield "id", pattern.id
    for key in ("not_before", "not_after", "in_section"):
        yield from ((key, word) for word in getattr(pattern, key))


def _spelling(pattern: Pattern, topic: Topic | None) -> Iterator[Fault]:
    """White space at an end, and strings in a form that the text never has where they are sought.

    Strings of white space alone pass: a line break is a mark.
    """
    for key, text in _strings(pattern):
        bare = text.strip()
        if not bare or _CHARACTERS.fullmatch(text):
            continue
        sought = key not in ("label", "id", "in_section")
        found = _found_form(bare, topic) if sought else bare
        if bare != text:
            yield Fault(
                f'white space at an end of "{key}": {quoted(text)}', f"write {quoted(found)}"
            )
        elif found != text:
            why, how = "text is cleaned", ""
            if topic is not None and topic.plain and plain(text) != text:
                how = ", which is found with quotes and without"
                why = "quotation marks are left out of names"
            yield Fault(f"{quoted(text)} is never found: {why}", f"write {quoted(found)}{how}")


def _found_form(text: str, topic: Topic | None) -> str:
    """A string as the rules of a topic see it: clean, and for names without quotation marks."""
    clean = TextView(text).text
    return TextView(plain(clean)).text if topic is not None and topic.plain else clean


def _meaning(pattern: Pattern, topic: Topic | None) -> Iterator[Fault]:
    """Labels and keys that the rules of the topic do not know; a label missing is told before."""
    if topic is None:
        return
    if pattern.label and pattern.label not in topic.labels:
        elsewhere = [t.name for t in TOPICS.values() if pattern.label in t.labels]
        advice = one_of(pattern.label, topic.labels)
        if elsewhere and not advice.startswith("did"):
            advice = f"it is a label of {', '.join(elsewhere)}; {advice}"
        yield Fault(f'label "{pattern.label}" means nothing in {topic.name}', advice)
    if pattern.regex and not topic.regexes:
        yield Fault(f'"regex" has no effect in {topic.name}', "write each name as a pattern")
    if pattern.pattern and _EXPRESSION.search(pattern.pattern):
        todo = "as a regex" if topic.regexes else "as a pattern for each text that it means"
        what = f"{quoted(pattern.pattern)} is sought sign by sign, and looks like a regex"
        yield Fault(what, f"write it {todo}")
    for key in _CONDITIONS:
        if getattr(pattern, key) and key not in topic.honours:
            known = ", ".join(sorted(topic.honours)) or "no such conditions"
            yield Fault(f'"{key}" has no effect in {topic.name}', f"its rules know {known}")
    for kind in pattern.in_section if "in_section" in topic.honours else ():
        if kind.strip() not in SECTION_KINDS:
            yield Fault(f'no section is of the kind "{kind}"', one_of(kind, SECTION_KINDS))
    yield from id_faults(pattern, topic)
    yield from meta_faults(pattern, topic)
