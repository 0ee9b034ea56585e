"""Relations that stand in place of a number: 与经济增长同步, 高于全国平均水平, 完成省下达的任务.

Their words are those of :mod:`govie.facts.relation_words`. A comparison that goes on to a number
(高于全国1.6个百分点) is a numeric fact and none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from govie.facts.indicators import known_indicators
from govie.facts.relation_words import relation_grammar
from govie.packs import Pattern

__all__ = ["Relation", "find_relations"]

_BREAK = "，。；：！？\n"
_LINKS = "与同跟和"
_REACH = 30
"""How far 与 may stand in front of 同步."""


@frozen(kw_only=True)
class Relation:
    """A relation in clean text, without its subject."""

    start: int
    end: int
    kind: str
    pattern: str
    to: str | None = None
    """What the subject is compared with."""
    authority: str | None = None
    inner: tuple[int, int] | None = None
    """Where the indicator stands within the relation: 完成下达的[节能减排]任务."""
    binding: bool = False
    needs: str = ""
    """What its subject must be: ``known`` to the indicator file, or a word of ``growth``."""


def find_relations(text: str) -> list[Relation]:
    """The relations of a clean text, in order, none inside another."""
    found = sorted(
        (
            *_standing(text),
            *_delegated(text),
            *_ceilings(text),
            *_compared(text),
            *_stepped(text),
        ),
        key=lambda relation: relation.start,
    )
    kept: list[Relation] = []
    for relation in found:
        if not kept or relation.start >= kept[-1].end:
            kept.append(relation)
    return kept


def _standing(text: str) -> Iterator[Relation]:
    grammar = relation_grammar()
    for match in grammar.stand.finditer(text):
        if word := grammar.stand_words.at_start(match[0], 0, len(match[0])):
            yield _stands(word, match, None)
    for form, expression in grammar.stand_forms:
        for match in expression.finditer(text):
            yield _stands(form, match, match.groupdict().get("to"))


def _stands(pattern: Pattern, match: re.Match[str], to: str | None) -> Relation:
    return Relation(
        start=match.start(),
        end=match.end(),
        kind=pattern.id,
        pattern=match[0],
        to=to,
        binding=bool(pattern.meta.get("binding")),
    )


def _compared(text: str) -> Iterator[Relation]:
    for match in relation_grammar().compare.finditer(text):
        to = match["to"]
        word = relation_grammar().compare_words.at_start(text, match.start(), match.start("to"))
        if word is None:
            continue
        known = _is_measured(to)
        if known or _may_be_group(to):
            yield Relation(
                start=match.start(),
                end=match.end(),
                kind=word.id,
                pattern=word.word,
                to=to,
                authority=_authority(to) if relation_grammar().setting.search(to) else None,
                needs="" if known else "growth",
            )


def _stepped(text: str) -> Iterator[Relation]:
    grammar = relation_grammar()
    for match in grammar.step.finditer(text):
        word = grammar.step_words.at_start(match[0], 0, len(match[0]))
        begin = max(0, match.start() - _REACH)
        begin = max(begin, *(text.rfind(c, begin, match.start()) for c in _BREAK))
        adverbs = grammar.step_adverbs.search(text[begin : match.start()])
        end = match.start() - len(adverbs[0] if adverbs else "")
        link = _link(text, begin, end, word.meta.get("links", _LINKS) if word else _LINKS)
        if word and link is not None and all(map(_is_measured, text[link + 1 : end].split("、"))):
            yield Relation(
                start=link,
                end=match.end(),
                kind=word.id,
                pattern=match[0],
                to=text[link + 1 : end],
                needs="known" if word.meta.get("strict") else "",
            )


def _link(text: str, begin: int, end: int, links: str) -> int | None:
    """Where 与 or one of its likes stands in front of what something is in step with."""
    no_link = relation_grammar().no_link
    for word in links:
        at = text.rfind(word, begin, end)
        if at > begin and not text.startswith(no_link, at):
            return at
    return None


def _delegated(text: str) -> Iterator[Relation]:
    grammar = relation_grammar()
    for expression in grammar.delegated:
        for match in expression.finditer(text):
            inner = _object(match)
            who = match["who"]
            if who and inner and not grammar.setting.search(text, match.start(), match.end("what")):
                continue
            yield Relation(
                start=match.start(),
                end=match.end(),
                kind="delegated",
                pattern=match[0],
                authority=_authority(who or ""),
                inner=inner,
                binding=True,
            )


def _object(match: re.Match[str]) -> tuple[int, int] | None:
    """What is named between 下达的 and 任务, or the 约束性指标 themselves."""
    start, end = match.span("what")
    filler = relation_grammar().filler.match(match.string, start, end)
    start = filler.end() if filler else start
    end -= match.string.endswith("等", start, end)
    if start < end:
        return start, end
    task = match.groupdict().get("task") or ""
    return match.span("task") if task.startswith("约束性") and filler and filler[0] else None


def _authority(written: str) -> str | None:
    """Canonical names of the governments that a phrase speaks of."""
    words = [
        found
        for match in relation_grammar().authority.finditer(written)
        if (found := relation_grammar().authority_words.at_start(match[0], 0, len(match[0])))
    ]
    names = [w.id for w in words if len(words) > 1 or not w.meta.get("list_only")]
    return "、".join(dict.fromkeys(names)) or None


def _is_measured(to: str) -> bool:
    """Whether something can be compared with: an indicator, an average, a growth rate."""
    if relation_grammar().average.fullmatch(to) or known_indicators().find(to):
        return True
    word = relation_grammar().growth.at_end(to, 0, len(to))
    return bool(word) and len(to) >= 4


def _ceilings(text: str) -> Iterator[Relation]:
    for match in relation_grammar().ceiling.finditer(text):
        yield Relation(
            start=match.start(), end=match.end(), kind="below", pattern="控制在", to=match["to"]
        )


def _may_be_group(to: str) -> bool:
    """Whether it may stand for the same figure of somebody else: 增速快于城镇, 快于一般工业."""
    return len(to) <= 8 and not relation_grammar().no_group.search(to)
