"""Texts that are broken: what the fuzzers make of the seeds, and the marks they soil them with."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

from govie.reading import read_text

__all__ = ["DIRT", "SEEDS", "clauses", "fragments", "mutated"]

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
LENGTH = 200
"""Characters of a text, more or less."""
DIRT = (
    *"、，。；：！？“”‘’（）《》〔〕【】[]的第由从分市县区万亿千百十一二两几多余近超约%‰年月\n\r\t\0\x1b\x9b",
    *"０９①㊀﹪／∶￥�e\u0301\u200b\u200f\u202e\ufeff\ud800\udfff𠮷😀",
    *(
        "\r\n",
        "1,234",
        "1.2.3",
        "8:2:",
        "万亿万亿",
        "（（（",
        "《《《",
        "“““",
        "”””",
        "\\r\\n",
        "99999999999999",
    ),
    *(
        "分别",
        "比上年",
        "实施",
        "第第第",
        "由由由",
        "百分之",
        "分之",
        "翻两番",
        "“十四五”",
        "2021年",
        "年均",
        "其中",
    ),
    *(
        "一、",
        "（一）",
        "1.",
        "——",
        "▲上接01版",
        "[1]",
        "注：",
        "是指",
        "各位代表：",
        "政府工作报告",
    ),
    *(
        "提高到",
        "居全省第",
        "以上",
        "左右",
        "不低于",
        "同步",
        "全国平均水平",
        "株洲市",
        "全省",
        "我市",
        "工程",
        "行动",
    ),
)


@cache
def fragments() -> list[str]:
    """The seeds in pieces that a text may begin with or take in."""
    pieces: list[str] = []
    for path in SEEDS:
        text = read_text(path)
        pieces += [text[at : at + LENGTH] for at in range(0, len(text), LENGTH)]
    return pieces


def clauses() -> list[str]:
    """The clauses of the seeds, each once, with the mark that ends them."""
    text = "".join(map(read_text, SEEDS))
    return sorted(set(re.findall(r"[^，。；\n]+[，。；\n]", text)))


def mutated(chance: random.Random) -> str:
    """A piece of a seed after some changes."""
    pieces = fragments()
    text = chance.choice(pieces)
    for _ in range(chance.randint(1, 8)):
        a, b = sorted(chance.randint(0, len(text)) for _ in range(2))
        b = min(b, a + chance.choice((1, 3, 10, 40)))
        change = chance.randrange(6)
        if change == 0:
            other = chance.choice(pieces)
            c = chance.randint(0, len(other))
            text = text[:a] + other[c : c + chance.randint(1, 100)] + text[b:]
        elif change == 1:
            text = text[:a] + text[b:]
        elif change == 2:
            text = text[:a] + text[a:b] * chance.randint(2, 5) + text[b:]
        elif change == 3:
            c = min(len(text), b + chance.randint(1, 20))
            text = text[:a] + text[b:c] + text[a:b] + text[c:]
        else:
            text = text[:a] + chance.choice(DIRT) * chance.choice((1, 1, 1, 2, 30)) + text[b:]
    return text[: 2 * LENGTH]
