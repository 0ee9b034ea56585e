"""The cue words of numeric facts, from ``patterns/cues.jsonl``, in the shapes that rules ask.

What each label means is said once, in :mod:`govie.lint.labels`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from attrs import frozen

from govie.packs import Pattern, load_patterns, per_packs
from govie.packs.expressions import either
from govie.packs.words import WordTable
from govie.text.glance import glancing

__all__ = ["Cues", "cue_words"]


_SHARE = "%"
"""The unit of shares, which all that is counted may have: 80%的乡镇."""
_HEAD = "{}(?!”“|(?:（[^（）]{{1,6}}）)?级)(?:”|（[^（）]{{1,6}}）)?"
"""A counted noun with what belongs to it: 县（市、区）, but not 县（市）级储备库."""


@frozen(kw_only=True)
class Cues:
    """The cue words in the shapes in which they are looked up."""

    predicates: WordTable
    """CHANGE, LEVEL, ADVERB and VERB together, by their ends."""
    openers: WordTable
    """OPENER and VERB, by their starts."""
    protected: WordTable
    """PROTECTED, LEANING and indicators that begin with no opener: names to leave whole."""
    growth: WordTable
    asides: WordTable
    leaning: WordTable
    sizes: WordTable
    """What a thing named behind its number has: 总投资3亿元的大桥."""
    grade: re.Pattern[str]
    """What says which of the things counted before or behind are meant: 省级12家."""
    heads: WordTable
    pairs: WordTable
    per: re.Pattern[str]
    """What the subjects of a list are all measured by, before the first: 单位国内生产总值."""
    shared_head: re.Pattern[str]
    """A head that is more than a word, at the end of a phrase."""
    trailers: WordTable
    vacuous: frozenset[str]
    spells: WordTable
    """AMOUNT_OF_TIME: behind them a length of time is a level."""
    takes: re.Pattern[str]
    """A verb within a phrase whose object ends the phrase: 运动员获得各类奖牌."""
    brings: WordTable
    """Those whose subject has what is measured: 旅游业实现收入."""
    comparison: re.Pattern[str]
    """The base of a comparison, at the end of a phrase."""
    headed: WordTable
    """Nouns that a name may end with although it holds a verb: 后续扶持项目."""
    capacity: re.Pattern[str]
    """What follows a number that is the size of a project: 50万吨钢渣综合利用项目."""
    threshold: re.Pattern[str]
    """What follows a hedged number that only says which are meant: 收入低于3000元的家庭."""
    addressed: re.Pattern[str]
    """What follows a number of people who are spoken to and not counted: 6万父老乡亲."""
    wins: WordTable
    """Verbs behind a time in front of what was reached in it or for it: 连续五年荣获一等奖."""
    receives: WordTable
    """Verbs behind a number in front of what it measures: 80万人享受城乡低保."""
    gives: WordTable
    """Verbs behind which money counts the noun that follows: 安排1000亿元专项奖补资金."""
    doing: WordTable
    """Verbs whose object is another verb, or the noun of one: 开展核酸检测."""
    distinctions: WordTable
    """What follows 全国 in the name of a distinction: 全国淘宝村."""
    ranking: re.Pattern[str]
    """Verb and scope in front of a rank, at the end of a phrase."""
    counted: Mapping[str, re.Pattern[str]]
    """By unit the nouns that it counts: 企业 by 家."""
    edge: re.Pattern[str]
    """The next word at which a noun behind a number ends."""
    finite: re.Pattern[str]
    """The next of them that no name has inside."""
    halts: WordTable
    """Words with which no noun begins."""
    bound: WordTable
    """Characters that no word begins with, and nouns that no verb stands in front of."""
    surpasses: frozenset[str]
    """Hedges that state a level behind another number: 增长8%，突破千亿元."""
    placed: re.Pattern[str]
    """Words in the clause of a number in 位 that is a place, and counts nobody."""
    added: re.Pattern[str]
    """Words in the clause of a number that says how much is new."""
    stocks: WordTable
    """Nouns of what is there at a time, at the end of a subject: 存款余额."""
    held: re.Pattern[str]
    summed: re.Pattern[str]
    """Words in the clause of a number that say: so much is there (拥有), so much in all (累计)."""
    pieces: frozenset[str]
    """Count words of what plants make: 10万片碳化硅单晶衬底项目."""
    above: WordTable
    below: WordTable
    """Words with which a comparison begins that goes up or down."""
    ahead_of: WordTable
    first_of: WordTable
    """Words around a place that is only the scope of a distinction: 领先全省, 全省首个."""
    given: WordTable
    """What stands behind a place that gives it to others: 上海援疆资金, 山东名牌."""

    @classmethod
    def of(cls, patterns: tuple[Pattern, ...]) -> Cues:
        """Sort patterns by their labels."""

        by_label: defaultdict[str, list[Pattern]] = defaultdict(list)
        for each in patterns:
            by_label[each.label].append(each)

        def lines(*labels: str) -> Iterator[Pattern]:
            return chain.from_iterable(map(by_label.__getitem__, labels))

        def table(*labels: str) -> WordTable:
            return WordTable(lines(*labels))

        def union(*labels: str, behind: str = "") -> re.Pattern[str]:
            return glancing(f"{either(lines(*labels))}{behind}")

        def signs(label: str) -> frozenset[str]:
            return frozenset(p.pattern for p in lines(label) if p.pattern)

        openers = table("OPENER", "VERB")
        heads = either(p for p in lines("HEAD") if p.regex)
        return cls(
            predicates=WordTable(
                p
                for p in lines("CHANGE", "ADVERB", "LEVEL", "VERB")
                if p.meta.get("side") != "left"
            ),
            openers=openers,
            protected=WordTable(
                p
                for p in patterns
                if p.label in ("PROTECTED", "LEANING")
                or (p.label == "INDICATOR" and not openers.at_start(p.word, 0, 99))
            ),
            growth=table("GROWTH"),
            asides=table("ASIDE"),
            leaning=table("LEANING"),
            sizes=table("SIZE"),
            grade=union("GRADE"),
            heads=table("HEAD"),
            pairs=table("PAIR"),
            per=union("PER"),
            shared_head=glancing(f"{heads}$"),
            trailers=table("TRAILER"),
            vacuous=signs("VACUOUS"),
            spells=table("AMOUNT_OF_TIME"),
            takes=union("TAKES"),
            brings=table("BRINGS"),
            comparison=union("COMPARISON", behind="$"),
            headed=table("HEADED"),
            capacity=union("CAPACITY"),
            threshold=union("THRESHOLD"),
            addressed=union("ADDRESSED"),
            wins=table("WINS"),
            receives=table("RECEIVES"),
            gives=table("GIVES"),
            doing=table("DOING"),
            distinctions=table("DISTINCTION"),
            ranking=union("RANKING", behind="$"),
            counted=_by_unit(lines("COUNTED")),
            edge=union("EDGE", "FINITE"),
            finite=union("FINITE"),
            halts=table("HALT"),
            bound=table("BOUND"),
            surpasses=signs("SURPASSES"),
            placed=union("PLACED"),
            added=union("ADDED"),
            stocks=table("STOCK"),
            held=union("HELD"),
            summed=union("SUMMED"),
            pieces=signs("PIECE"),
            above=table("ABOVE"),
            below=table("BELOW"),
            ahead_of=table("AHEAD_OF"),
            first_of=table("FIRST_OF"),
            given=table("GIVEN"),
        )

    def leans(self, noun: str, how: str) -> bool:
        """Whether a whole noun leans in the way of a key of ``meta`` (swaps, each, per)."""
        word = self.leaning.at_end(noun, 0, len(noun))
        return word is not None and word.word == noun and bool(word.meta.get(how))

    def is_part(self, noun: str, name: str) -> bool:
        """Whether a noun that leans is a part of what has that name: 税收 of 财政收入."""
        word = self.leaning.at_end(noun, 0, len(noun))
        return word is not None and name.endswith(tuple(word.meta.get("part_of", ())))


def _by_unit(heads: Iterable[Pattern]) -> dict[str, re.Pattern[str]]:
    nouns: dict[str, list[Pattern]] = {}
    for head in heads:
        for unit in (*head.meta.get("units", ()), _SHARE):
            nouns.setdefault(unit, []).append(head)
    return {unit: re.compile(_HEAD.format(either(each))) for unit, each in nouns.items()}


@per_packs
def cue_words() -> Cues:
    """The cue words of the packs in force."""
    return Cues.of(load_patterns("cues") + load_patterns("indicators"))
