"""Problems of the lines of one topic with each other: duplicates, ids, shadowed patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from govie.lint.expressions import expression_faults
from govie.lint.line_checks import place
from govie.lint.topics import Topic
from govie.packs import DEFAULT, open_pack
from govie.packs.expressions import compiled
from govie.packs.pattern import Pattern
from govie.packs.problems import Fault, Problem, quoted, similar
from govie.text.view import TextView

__all__ = ["topic_problems"]


def topic_problems(patterns: Sequence[Pattern], topic: Topic | None) -> Iterator[Problem]:
    """What is wrong in the lines of one topic, seen together; without words to find none counts."""
    patterns = [pattern for pattern in patterns if pattern.pattern or pattern.regex]
    yield from _repeated(patterns, topic)
    if topic is not None and "canonical" in topic.meta:
        yield from _undescribed(patterns, topic)
    if topic is not None and topic.ordered:
        yield from _shadowed([p for p in patterns if p.regex and p.label in topic.ordered])


def _repeated(patterns: Sequence[Pattern], topic: Topic | None) -> Iterator[Problem]:
    seen: dict[tuple[str | None, ...], Pattern] = {}
    for pattern in patterns:
        surface = pattern.pattern or pattern.regex
        key: tuple[str | None, ...] = (surface, "regex" if pattern.regex else "pattern")
        if topic is None or not topic.by_kind:
            key += (pattern.label,)
        if topic is not None and topic.homonyms:
            key += (pattern.id,)
        first = seen.setdefault(key, pattern)
        if first is not pattern:
            yield Problem.at(*place(pattern), _repetition(first, pattern, quoted(surface or "")))


def _repetition(first: Pattern, second: Pattern, shown: str) -> Fault:
    if first.id != second.id:
        return Fault(
            f'{shown} stands for two ids: "{second.id}" and, at {first.source}, "{first.id}"',
            "keep one",
        )
    if first.label != second.label:
        return Fault(
            f"{shown} has two labels: {second.label} and, at {first.source}, {first.label}",
            "keep one",
        )
    return Fault(f"{shown} stands at {first.source} already", "drop one of the two")


def _undescribed(patterns: Sequence[Pattern], topic: Topic) -> Iterator[Problem]:
    """Lines whose id no line before them describes, here or in the default pack."""
    described = {p.id for p in open_pack(DEFAULT).patterns(topic.name)}
    for pattern in patterns:
        if not pattern.id or pattern.meta.get("canonical"):
            described.add(pattern.id)
        elif pattern.id not in described:
            yield Problem.at(
                *place(pattern),
                Fault(
                    f'no line before this one has "canonical" in meta and the id "{pattern.id}"',
                    _advice(pattern.id, described),
                ),
            )


def _advice(id_: str, described: Iterable[str]) -> str:
    near = similar(id_, described)
    meant = f'did you mean "{near}"? ' if near else ""
    return f"{meant}A series of your own is described in the first line of its id"


def _shadowed(patterns: list[Pattern]) -> Iterator[Problem]:
    """Regexes that an earlier one beats on every example of theirs."""
    dangerous = expression_faults(pattern.regex or "" for pattern in patterns)
    usable = [p for p in patterns if p.regex not in dangerous]
    expressions = [compiled(pattern.regex or "") for pattern in usable]
    for at, pattern in enumerate(usable):
        texts = [TextView(text).text for text in pattern.examples.get("yes", ())]
        own = [found for text in texts if (found := expressions[at].search(text))]
        if not own or len(own) < len(texts):
            continue
        for earlier, expression in zip(usable[:at], expressions[:at], strict=True):
            if all(
                (found := expression.match(match.string, match.start()))
                and found.end() >= match.end()
                for match in own
            ):
                yield Problem.at(
                    *place(pattern),
                    Fault(
                        f"never wins: {earlier.source} matches all its examples first",
                        "put it before that line, or drop it",
                    ),
                )
                break
