"""The words and the grammar of relations: ``patterns/relative.jsonl`` in the shapes of a search.

What each label means is said once, in :mod:`govie.lint.labels`.
"""

from __future__ import annotations

import re

from attrs import frozen

from govie.packs import Pattern, load_patterns, per_packs
from govie.packs.expressions import either
from govie.packs.words import WordTable

__all__ = ["RelationGrammar", "alternation", "labelled", "relation_grammar"]

_NAME = "[^，。；：！？、\n（）“”0-9]"
_END = "(?=[，。；：！？、）”\n]|$)"


def labelled(label: str) -> tuple[Pattern, ...]:
    """The patterns of one label, in file order."""
    return load_patterns("relative", label)


def alternation(label: str) -> str:
    """One expression for the patterns of one label."""
    return either(labelled(label))


@frozen(kw_only=True)
class RelationGrammar:
    """Expressions of the grammar with the words filled in."""

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
    no_link: tuple[str, ...]
    no_group: re.Pattern[str]


@per_packs
def relation_grammar() -> RelationGrammar:
    """The grammar of the packs in force."""
    average, done = alternation("AVERAGE"), alternation("DONE")
    setting, task = alternation("SET"), alternation("TASK")
    one = f"{alternation('AUTHORITY')}(?:定|下达)?"
    who = f"(?P<who>{one}(?:[、和与及或]?{one}){{0,2}})"
    source = f"(?:{who}{setting}?|{setting})的?"
    what = f"(?P<what>(?:{_NAME}|[“”、]){{0,24}}?)"
    return RelationGrammar(
        compare=re.compile(
            f"{alternation('COMPARE')}(?P<to>(?:{average}){_END}|{_NAME}{{2,26}}{_END})"
        ),
        compare_words=WordTable(labelled("COMPARE")),
        ceiling=re.compile(f"(?:控制|保持|稳定)在(?P<to>{average}){alternation('BOUNDS')}{_END}"),
        step=re.compile(f"{alternation('STEP')}{_END}"),
        step_words=WordTable(labelled("STEP")),
        step_adverbs=re.compile(f"{alternation('STEP_ADVERB')}{{0,3}}$"),
        stand=re.compile(f"{either(p for p in labelled('STAND') if p.pattern)}{_END}"),
        stand_words=WordTable(labelled("STAND")),
        stand_forms=tuple(
            (p, re.compile(f"(?:{p.regex}){_END}")) for p in labelled("STAND") if p.regex
        ),
        delegated=(
            re.compile(f"{done}{source}{what}(?P<task>{task}){_END}"),
            re.compile(f"控制在{source}(?P<what>){alternation('BOUNDS')}{_END}"),
            re.compile(
                f"{done}(?P<what>(?P<who>)(?:{_NAME}{{1,6}}、)?{alternation('BY_NATURE')})"
                f"等?(?:各项|主要)?{task}{_END}"
            ),
        ),
        authority=re.compile(alternation("AUTHORITY")),
        authority_words=WordTable(labelled("AUTHORITY")),
        setting=re.compile(setting),
        filler=re.compile(f"{alternation('OBJECT_FILLER')}{{0,3}}"),
        average=re.compile(average),
        growth=WordTable(labelled("GROWTH")),
        no_link=tuple(p.pattern for p in labelled("NO_LINK") if p.pattern),
        no_group=re.compile(alternation("NO_GROUP")),
    )
