"""Whether a number is promised or done, where nothing says of which year the text is."""

from __future__ import annotations

import pytest

import govie


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("今年发展的主要预期目标是：全市地区生产总值增长8%左右。", ["target"]),
        ("力争全市粮食产量达到30万吨。", ["target"]),
        ("全市粮食产量达到30万吨。", ["actual"]),
        ("财政收入增长6%，圆满完成年初目标。下一步，确保新增就业2万人。", ["actual", "target"]),
        ("圆满完成主要目标任务，新增就业2万人。", ["actual"]),
    ],
)
def test_words_alone_tell_in_a_text_of_unknown_year(text: str, statuses: list[str]) -> None:
    facts = govie.parse(text)._.govie.numeric_facts
    assert [fact.status for fact in facts] == statuses


def test_a_review_whose_year_is_known_has_results() -> None:
    doc = govie.parse("一、2020年工作回顾\n力争上游，粮食产量达到30万吨。", year=2021)
    assert [fact.status for fact in doc._.govie.numeric_facts] == ["actual"]
