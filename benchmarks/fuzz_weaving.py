"""Texts woven of what the rules know, so that rules meet which no seed brings together.

A text is a row of words of the packs, clauses of the seeds and of the test cases, numbers, marks,
and made-up terms with made-up explanations: “三带两廊”（一江、两湖）.
"""

from __future__ import annotations

import json
import random
import re
from functools import cache
from pathlib import Path

from fuzz_texts import DIRT, clauses

from govie.packs import DEFAULT, open_pack

__all__ = ["woven"]

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
LENGTH = 500
"""Characters of a text at most."""
_COUNTS = "一二三四五六七八九十两百双多12"
_NAMES = "企策村品带区圈轴核园廊翼办改补建提转化强优乡水路网田林"
_FRAMES = ("“{}”", "{}", "“{}”工程", "“{}", "《{}》", "“{}”三个", "农村“{}”")
_EXPLAINED = (
    "（{}）",
    "（即{}）",
    "，即{}，",
    "是指{}。",
    "：{}",
    "（“{}”）",
    "\n{}\n",
    "——{}",
    "{}",
)
_BETWEEN = ("、", "，", "；", "+", "”“", "。")
_NUMBERS = (
    *("3.5%", "1亿元", "20万人", "5", "一个", "两条", "三大", "第一", "8.2:46.3", "从5%到8%"),
    *("2021年", "近三年", "“十四五”", "去年底", "前三季度", "每人每年300元", "5—8家", "翻一番"),
)
_MARKS = (
    *"，。；：、“”（）《》\n的和与及是即指",
    *("“”", "”（", "、“", "”，即", "（以下简称“", "，其中", "分别", "\n一、", "\n（一）", "\n1."),
)


@cache
def _words() -> tuple[tuple[str, ...], ...]:
    """The words of the default pack, those of a file and label together."""
    pack = open_pack(DEFAULT)
    groups: dict[tuple[str, str], list[str]] = {}
    for name in pack.files.names:
        for pattern in pack.patterns(name.removesuffix(".jsonl")):
            if pattern.word:
                groups.setdefault((name, pattern.label), []).append(pattern.word)
    return tuple(map(tuple, groups.values()))


@cache
def _clauses() -> tuple[str, ...]:
    """The clauses of the seeds and of the sentences of the test cases."""
    cases = [
        json.loads(line)
        for path in sorted(CASES.rglob("*.jsonl"))
        if CASES / "wrong_patterns" not in path.parents
        for line in path.read_text("utf-8").splitlines()
    ]
    texts = "\n".join(case["text"] for case in cases if "text" in case)
    return (*clauses(), *re.findall(r"[^，。；\n]+[，。；\n]?", texts))


def _abbreviation(chance: random.Random) -> str:
    """A made-up term of numbers and names, with an explanation or the like beside it."""
    term = "".join(
        chance.choice(_COUNTS) + "".join(chance.choices(_NAMES, k=chance.randint(1, 2)))
        for _ in range(chance.randint(1, 4))
    )
    items = chance.choice(_BETWEEN).join(
        "".join(chance.choices(_NAMES, k=chance.randint(1, 5))) for _ in range(chance.randint(1, 7))
    )
    framed = chance.choice(_FRAMES).format(term)
    if chance.random() < 0.3:
        return f"{items}{chance.choice(('（', '、', '等', '，'))}{framed}"
    return framed + chance.choice(_EXPLAINED).format(items)


def _clause(chance: random.Random) -> str:
    """A clause, or part of one."""
    clause = chance.choice(_clauses())
    if chance.random() < 0.5:
        return clause
    start, end = sorted(chance.choices(range(len(clause) + 1), k=2))
    return clause[start:end]


def woven(chance: random.Random) -> str:
    """A text of three to thirty pieces."""
    makers = (
        lambda: chance.choice(chance.choice(_words())),
        lambda: chance.choice(_MARKS),
        lambda: chance.choice(_NUMBERS),
        lambda: chance.choice(DIRT),
        lambda: _abbreviation(chance),
        lambda: _clause(chance),
    )
    weights = (28, 22, 12, 3, 20, 15)
    makes = chance.choices(makers, weights, k=chance.randint(3, 30))
    return "".join(make() for make in makes)[:LENGTH]
