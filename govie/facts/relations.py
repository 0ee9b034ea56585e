"""Relations that stand in place of a number: 与经济增长同步, 高于全国平均水平, 完成省下达的任务.

The words are data, ``patterns/relative.jsonl``; the grammar is here. A comparison that goes on to a
number (高于全国1.6个百分点) is a numeric fact and none of these.

==============  ==================================================================================
label           what it is
==============  ==================================================================================
COMPARE         a word of comparison; ``id`` is the relation
STEP            the end of 与A同步; ``strict`` where only known indicators go with it, ``links``
                the words that may stand for 与
STEP_ADVERB     what may stand in front of it: 与A保持同步
STAND           a relation that needs nothing beside it: 只增不减, 正增长
DONE            a verb in front of what others have set: 完成
AUTHORITY       who sets; ``id`` is the canonical name; ``list_only`` where it is one in lists only
SET             how it is set: 下达, 定
TASK            what is set: 任务, 约束性指标
BOUNDS          the end of 控制在省定范围内
BY_NATURE       what is always set from above, said or not: 能耗“双控”
OBJECT_FILLER   words in front of the indicator in 下达的各项节能减排任务
AVERAGE         what else than an indicator something is compared with: 全国平均水平
GROWTH, DOWN    words that make a phrase speak of growth, or of less
HEAD            the last word of a phrase that may be measured
OPEN, ADVERB    words around a subject that are no part of it
==============  ==================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from govie.facts import indicators
from govie.packs import Pattern, load_patterns, per_packs
from govie.packs.words import WordTable
from govie.text.glance import glancing

__all__ = ["Relation", "alternation", "find_relations", "labelled"]

_NAME = "[^，。；：！？、\n（）“”0-9]"
_END = "(?=[，。；：！？、）”\n]|$)"
_BREAK = "，。；：！？\n"
_LINKS = "与同跟和"
_NO_LINK = ("同比", "同期", "同口径", "同步", "和谐")
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


def labelled(label: str) -> tuple[Pattern, ...]:
    """The patterns of one label, in file order."""
    return tuple(pattern for pattern in load_patterns("relative") if pattern.label == label)


def alternation(label: str) -> str:
    """One expression for the patterns of a label, the longest word first."""
    forms = (pattern.regex for pattern in labelled(label) if pattern.regex)
    return "|".join([*forms, *([words] if (words := _words(label)) else [])])


def _words(label: str) -> str:
    words = (pattern.pattern for pattern in labelled(label) if pattern.pattern)
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@frozen(kw_only=True)
class _Grammar:
    """The grammar with the words filled in."""

    compare: re.Pattern[str]
    compare_words: WordTable
    ceiling: re.Pattern[str]
    step: re.Pattern[str]
    step_words: WordTable
    step_adverbs: re.Pattern[str]
    stand: re.Pattern[str]
    stand_words: WordTable
    stand_forms: tuple[tuple[Pattern, re.Pattern[str]], ...]
    delegated: tuple[re.Pattern[str], ...]
    authority: re.Pattern[str]
    authority_words: WordTable
    setting: re.Pattern[str]
    filler: re.Pattern[str]
    average: re.Pattern[str]
    growth: WordTable


@per_packs
def _grammar() -> _Grammar:
    average, done = alternation("AVERAGE"), f"(?:{alternation('DONE')})"
    setting, task = f"(?:{alternation('SET')})", f"(?:{alternation('TASK')})"
    one = f"(?:{alternation('AUTHORITY')})(?:定|下达)?"
    who = f"(?P<who>{one}(?:[、和与及或]?{one}){{0,2}})"
    source = f"(?:{who}{setting}?|{setting})的?"
    what = f"(?P<what>(?:{_NAME}|[“”、]){{0,24}}?)"
    return _Grammar(
        compare=glancing(
            f"(?:{alternation('COMPARE')})(?P<to>(?:{average}){_END}|{_NAME}{{2,26}}{_END})"
        ),
        compare_words=WordTable(labelled("COMPARE")),
        ceiling=glancing(f"(?:控制|保持|稳定)在(?P<to>{average})(?:{alternation('BOUNDS')}){_END}"),
        step=glancing(f"(?:{alternation('STEP')}){_END}"),
        step_words=WordTable(labelled("STEP")),
        step_adverbs=re.compile(f"(?:{alternation('STEP_ADVERB')}){{0,3}}$"),
        stand=glancing(f"(?:{_words('STAND')}){_END}"),
        stand_words=WordTable(labelled("STAND")),
        stand_forms=tuple(
            (p, glancing(f"(?:{p.regex}){_END}")) for p in labelled("STAND") if p.regex
        ),
        delegated=(
            glancing(f"{done}{source}{what}(?P<task>{task}){_END}"),
            glancing(f"控制在{source}(?P<what>)(?:{alternation('BOUNDS')}){_END}"),
            glancing(
                f"{done}(?P<what>(?P<who>)(?:{_NAME}{{1,6}}、)?(?:{alternation('BY_NATURE')}))"
                f"等?(?:各项|主要)?{task}{_END}"
            ),
        ),
        authority=glancing(alternation("AUTHORITY")),
        authority_words=WordTable(labelled("AUTHORITY")),
        setting=re.compile(setting),
        filler=re.compile(f"(?:{alternation('OBJECT_FILLER')}){{0,3}}"),
        average=re.compile(average),
        growth=WordTable(labelled("GROWTH")),
    )


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
    grammar = _grammar()
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
    for match in _grammar().compare.finditer(text):
        to = match["to"]
        word = _grammar().compare_words.at_start(text, match.start(), match.start("to"))
        if word is None:
            continue
        known = _is_measured(to)
        if known or _may_be_group(to):
            yield Relation(
                start=match.start(),
                end=match.end(),
                kind=word.id,
                pattern=word.pattern or "",
                to=to,
                authority=_authority(to) if _grammar().setting.search(to) else None,
                needs="" if known else "growth",
            )


def _stepped(text: str) -> Iterator[Relation]:
    grammar = _grammar()
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
    for word in links:
        at = text.rfind(word, begin, end)
        if at > begin and not text.startswith(_NO_LINK, at):
            return at
    return None


def _delegated(text: str) -> Iterator[Relation]:
    grammar = _grammar()
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
    filler = _grammar().filler.match(match.string, start, end)
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
        for match in _grammar().authority.finditer(written)
        if (found := _grammar().authority_words.at_start(match[0], 0, len(match[0])))
    ]
    names = [w.id for w in words if len(words) > 1 or not w.meta.get("list_only")]
    return "、".join(dict.fromkeys(names)) or None


def _is_measured(to: str) -> bool:
    """Whether something can be compared with: an indicator, an average, a growth rate."""
    if _grammar().average.fullmatch(to) or indicators.default().find(to):
        return True
    word = _grammar().growth.at_end(to, 0, len(to))
    return bool(word) and len(to) >= 4


def _ceilings(text: str) -> Iterator[Relation]:
    for match in _grammar().ceiling.finditer(text):
        yield Relation(
            start=match.start(), end=match.end(), kind="below", pattern="控制在", to=match["to"]
        )


def _may_be_group(to: str) -> bool:
    """Whether it may stand for the same figure of somebody else: 增速快于城镇, 快于一般工业."""
    return len(to) <= 8 and not re.search("目标|预期|计划|标准|要求|一切|一般性|百分点|倍", to)
