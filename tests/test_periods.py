"""Years, plans and spans of years in text, and which of them a value is about."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linear import is_linear

from govie.dates.dating import Periods
from govie.dates.periods import Period, find_periods, plan_years, resolve, spoken_year
from govie.packs import load_patterns

LINES = (Path(__file__).parent / "cases" / "periods.jsonl").read_text(encoding="utf-8")
CASES = [json.loads(line) for line in LINES.splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['phenomenon']}:{c['text']}" for c in CASES])
def test_dating(case: dict[str, Any]) -> None:
    """The value behind ▮ is about the expected years."""
    at = case["text"].index("▮")
    text = case["text"].replace("▮", "")
    found = Periods(text).at(
        at, (0, len(text)), report_year=case["year"], section_period=Period(*case["section"])
    )
    assert tuple(found or (None, None)) == tuple(case["expect"])


def test_measure_tells_a_level_from_a_change() -> None:
    text = "园区工业集中度78%。"
    span = Period(2016, 2020)
    periods = Periods(text)
    level = periods.at(7, (0, len(text)), section_period=span, measure="level")
    change = periods.at(7, (0, len(text)), section_period=span, measure="delta")
    assert (level, change) == (Period(2020, 2020), span)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("2020年", "year", (2020, 2020)),
        ("二○三五年", "year", (2035, 2035)),
        ("2020—2022年", "span", (2020, 2022)),
        ("1996年至2000年", "span", (1996, 2000)),
        ("“十三五”时期", "plan", (2016, 2020)),
        ("十五五时期", "plan", (2026, 2030)),
        ("“十五”期间", "plan", (2001, 2005)),
        ("“八五”计划时期", "plan", (1991, 1995)),
        ("“十二五”末", "plan_end", (2015, 2015)),
        ("过去的五年", "back", (2016, 2020)),
        ("五年来", "back", (2016, 2020)),
        ("过去一年", "back", (2020, 2020)),
        ("今后十五年", "ahead", (2021, 2035)),
        ("去年", "relative", (2020, 2020)),
        ("今明两年", "relative", (2021, 2022)),
        ("党的十九大以来", "since", (2017, 2020)),
        ("本世纪中叶", "century", (2050, 2050)),
    ],
)
def test_find_and_resolve(text: str, kind: str, expected: tuple[int, int]) -> None:
    mentions = find_periods(f"在{text}，")
    assert [mention.kind for mention in mentions] == [kind]
    assert resolve(mentions[0], year=2021) == Period(*expected)


@pytest.mark.parametrize(
    "text",
    [
        "“十四五”规划",
        "“八五”普法",
        "连续5年入选",
        "第3年",
        "5G",
        "《2021年计划》",
        "331片区",
        "十年",
    ],
)
def test_no_period(text: str) -> None:
    assert find_periods(text) == []


def test_plans() -> None:
    plans = {1: (1953, 1957), 2: (1958, 1962), 3: (1966, 1970), 8: (1991, 1995), 15: (2026, 2030)}
    assert {number: plan_years(number) for number in plans} == plans


def test_a_report_of_december_means_the_year_before_by_this_year() -> None:
    body = "。" * 2000
    assert spoken_year("明年是关键的一年。" + body, 2023) == 2022
    assert spoken_year("今年是关键的一年，明年收官。" + body, 2023) == 2023
    assert spoken_year("明年收官。", 2023) == 2023


def test_a_span_section_takes_in_the_five_years_that_it_speaks_of() -> None:
    mention = find_periods("过去五年")[0]
    assert resolve(mention, year=2021, section_period=Period(2015, 2019)) == Period(2015, 2019)
    assert resolve(mention, year=None) is None


LABELS = ("RELATIVE", "WITHIN", "SINCE", "CENTURY")


@pytest.mark.parametrize(
    "pattern", [p for p in load_patterns("periods") if p.label in LABELS], ids=lambda p: p.id
)
def test_patterns_do_what_their_examples_say(pattern: Any) -> None:
    assert all(re.search(pattern.regex, text) for text in pattern.examples["yes"])
    assert not any(re.search(pattern.regex, text) for text in pattern.examples["no"])
    assert all(find_periods(text) for text in pattern.examples["yes"])


WORDS = (
    "2020年 “十三五” 时期 末 五年来 到 比 由 年均 增长 8% ， 。 《 》 过去 三年 上年 "
    "12亿元 达到 — 0 年 “"
)
PIECES = st.sampled_from(WORDS.split())


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=40))
def test_any_text_is_dated_or_left(pieces: list[str]) -> None:
    """Mentions lie in order without overlap; every offset gets a period of ordered years."""
    text = "".join(pieces)
    mentions = find_periods(text)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    periods = Periods(text)
    for at in range(0, len(text), 7):
        found = periods.at(at, (0, len(text)), report_year=2021, section_period=Period(2016, 2020))
        assert found is not None
        assert found.end is not None


def test_sentences_hold_what_the_text_holds() -> None:
    """Found sentence by sentence too; 《 may open a title in the sentence before."""
    text = "2020年增长5%。到《规划。2025年》，“十四五”末翻番。过去五年，比去年增长。"
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "。")]
    parts = [m for start, end in pairwise(starts) for m in find_periods(text, start, end)]
    assert parts == find_periods(text)
    assert [text[m.start : m.end] for m in parts] == ["2020年", "“十四五”末", "过去五年", "去年"]


@pytest.mark.parametrize("piece", ["2020年", "年", "1", "《", "“十五", "五年来，", "、"])
def test_time_is_linear(piece: str) -> None:
    long = piece * (80_000 // len(piece))
    assert is_linear(lambda text: Periods(text).before(len(text), (0, len(text))), long)
