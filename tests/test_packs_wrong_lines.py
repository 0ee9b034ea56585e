"""Lines that only ``govie patterns check`` complains of: read, they harm nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import govie
from govie.lint.topics import TOPICS, Topic
from govie.packs import forget_packs

SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥角亢氐房心尾箕斗牛女虚危室壁"
TOPICS_READ = [topic for name, topic in TOPICS.items() if name != "townships"]
WORDS = {topic.name: f"怪{sign}词" for topic, sign in zip(TOPICS_READ, SIGNS, strict=False)}
"""A word for each topic that no text has otherwise."""
SENTENCES = (
    "{0}增长5%{0}，新增{0}就业5万人{0}，{0}居全省第1位，{0}年增长3%，五年{0}增长5%。"
    "{0}五年增长5%，由100{0}200，100{0}个，前{0}，{0}8%的{0}。城镇{0}收入增长6%，力争8%的{0}。"
    "实施“{0}”战略、{0}工程。与经济增长{0}。株洲{0}，湘江{0}治理。{0}：指{0}。\n"
)
LEAST = ("pattern", "regex")


def wrong_lines(topic: Topic, key: str) -> str:
    """A line with a label and what to look for, and nothing else, for each label and for none."""
    labels = [label for label in (*topic.labels, "NO_LABEL") if label != "INDICATOR"]
    lines = [{"label": label, key: WORDS[topic.name]} for label in labels]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


@pytest.mark.parametrize("key", LEAST)
def test_a_line_that_lacks_what_its_label_needs_harms_nothing(key: str, tmp_path: Path) -> None:
    for topic in TOPICS_READ:
        file = tmp_path / f"{topic.name}.jsonl"
        file.parent.mkdir(exist_ok=True)
        file.write_text(wrong_lines(topic, key), encoding="utf-8")
    text = "株洲市2021年政府工作报告\n一、2020年工作回顾\n工业增长5%。\n二、2021年重点工作\n"
    text += "".join(SENTENCES.format(word) for word in WORDS.values())
    doc = govie.parse(text, patterns=["default", str(tmp_path)])
    facts = doc._.govie.numeric_facts
    assert ("工业", 5) in [(fact.indicator, fact.value) for fact in facts]
    assert len(facts) > len(WORDS)
    forget_packs()


def test_a_noun_that_adds_nothing_needs_no_id(tmp_path: Path) -> None:
    line = {"label": "ASIDE", "pattern": "怪目标"}
    (tmp_path / "cues.jsonl").write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    doc = govie.parse("工业产值怪目标8%。", patterns=["default", str(tmp_path)])
    assert [fact.indicator for fact in doc._.govie.numeric_facts] == ["工业产值"]
