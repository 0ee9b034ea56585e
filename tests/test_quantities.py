"""Quantities of clean and raw text, against marked cases and against what holds on any text."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from linear import is_linear

from govie.numbers.quantity import Quantity, QuantityScanner, quantities, scan
from govie.packs import load_patterns, parse_patterns

LINES = (Path(__file__).parent / "cases" / "quantities.jsonl").read_text(encoding="utf-8")
CASES = [json.loads(line) for line in LINES.splitlines()]


def plain(quantity: Quantity) -> dict[str, Any]:
    """A quantity as the case file writes it."""
    fields = {
        "text": quantity.text,
        "value": str(quantity.value),
        "value_high": quantity.value_high,
        "from_value": quantity.from_value,
        "unit": quantity.unit,
        "comparator": quantity.comparator,
    }
    optional = {
        key: str(fields[key]) for key in ("value_high", "from_value") if fields[key] is not None
    }
    return {k: v for k, v in fields.items() if k not in ("value_high", "from_value")} | optional


@pytest.mark.parametrize("case", CASES, ids=[f"{c['phenomenon']}:{c['text']}" for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    assert [plain(q) for q in quantities(case["text"])] == case["expect"]


def test_the_cases_are_many_and_many_expect_nothing() -> None:
    assert len(CASES) >= 200
    assert sum(not case["expect"] for case in CASES) >= 70


CHARACTERS = (
    "0123456789〇零一二三四五六七八九十百千万亿两半几数廿"
    "第前首翻由从到至增长%‰.,:-—~/[]“”（），。、\n"
)
WORDS = [
    "亿元",
    "个百分点",
    "以上",
    "左右",
    "提高到",
    "全省",
    "分之",
    "成",
    "折",
    "年",
    "月",
    "日",
    "家",
    "GDP",
    "$",
]
ALPHABET = st.sampled_from([*CHARACTERS, *WORDS])


@given(st.lists(ALPHABET, max_size=60).map("".join) | st.text(max_size=60), st.booleans())
@example("1.1.1", True)
@example("负", True)
@example("1" * 40 + "亿元", True)
@settings(max_examples=600)
def test_offsets_hold_on_any_text(text: str, bare: bool) -> None:
    found = scan(text, bare=bare)
    for left, right in pairwise(found):
        assert left.end <= right.start
    for quantity in found:
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.text == text[quantity.start : quantity.end]
        if quantity.hedge_start is not None:
            assert quantity.hedge == text[quantity.hedge_start : quantity.hedge_end]
        if quantity.from_start is not None:
            assert quantity.from_end is not None
            assert quantity.from_start < quantity.from_end <= quantity.start
        if quantity.value_high is not None:
            assert isinstance(quantity.value, Decimal)
            assert quantity.value < quantity.value_high
            assert quantity.comparator == "range"


@given(st.lists(ALPHABET, max_size=40).map("".join))
@settings(max_examples=200)
def test_bare_adds_and_takes_nothing_away(text: str) -> None:
    assert {q.start for q in scan(text)} <= {q.start for q in scan(text, bare=True)}


@given(st.lists(ALPHABET | st.sampled_from([" ", "\r\n", "５", "％"]), max_size=40).map("".join))
@settings(max_examples=200)
def test_raw_offsets_hold_on_any_text(raw: str) -> None:
    for quantity in quantities(raw):
        assert quantity.text == raw[quantity.start : quantity.end]


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "、",
        "第",
        "万亿",
        "1、",
        "1-",
        "由1",
        "一",
        "翻",
        "1.",
        "1,1",
        "1:",
        "“1",
        "5%和",
        "上升到5",
        "千",
    ],
)
def test_time_is_linear(unit: str) -> None:
    assert is_linear(scan, unit * 10_000)


def test_a_million_digits_are_no_number() -> None:
    assert scan("1" * 1_000_000) == []


def test_hedges_have_offsets_of_their_own() -> None:
    text = "完成投资超1100亿元，增长8%以上。"
    first, second = scan(text)
    assert (first.hedge, first.hedge_start, first.hedge_end) == ("超", 4, 5)
    assert (second.hedge, text[second.end : second.hedge_end]) == ("以上", "以上")
    inside = scan("流转土地1700余亩")[0]
    assert (inside.hedge, inside.hedge_start, inside.text) == ("余", None, "1700余亩")


def test_a_change_knows_where_it_began() -> None:
    text = "占比由65%提升到78%。"
    (change,) = scan(text)
    assert (change.from_start, change.from_end) == (3, 6)
    assert text[3:6] == "65%"


def test_raw_offsets_skip_the_dirt() -> None:
    raw = "完成投资超 1 1\n00 亿\r\n元以 上。"
    (quantity,) = quantities(raw)
    assert quantity.value == Decimal("110000000000")
    assert quantity.text == "1 1\n00 亿\r\n元"
    assert quantity.comparator == "ge"
    assert raw[quantity.hedge_start : quantity.hedge_end] == "以 上"


@pytest.mark.parametrize(
    ("text", "kind", "dimension"),
    [
        ("增长8%", "percent", "percent"),
        ("提高2个百分点", "points", "points"),
        ("居全省第二", "rank", "rank"),
        ("结构为8.2:46.3:45.5", "ratio", "ratio"),
        ("翻一番", "multiple", "multiple"),
        ("提前三年", "duration", "time"),
        ("投资3亿元", "amount", "money"),
        ("新建5家", "amount", "count"),
        ("新增6.5万亩", "amount", "area"),
        ("培训3000人", "amount", "people"),
        ("16.34万贫困人口", "amount", "none"),
    ],
)
def test_kinds_and_dimensions(text: str, kind: str, dimension: str) -> None:
    (quantity,) = scan(text)
    assert (quantity.kind, quantity.dimension) == (kind, dimension)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("增速居全省第二", "全省"),
        ("居中部六省第二位", "中部六省"),
        ("居长株潭第一", "长株潭"),
        ("在全国百强城区排名第43位", "全国"),
        ("位居第64位", None),
    ],
)
def test_rank_scope(text: str, scope: str | None) -> None:
    (rank,) = scan(text)
    assert rank.rank_scope == scope


def test_bare_numbers_and_ordinals() -> None:
    text = "在12和15之间，第三条，2020年。"
    assert [(q.text, q.kind) for q in scan(text, bare=True)] == [
        ("12", "bare"),
        ("15", "bare"),
        ("第三", "ordinal"),
    ]
    assert scan(text) == []


def test_damaged_numbers_are_flagged() -> None:
    assert [q.damaged for q in scan("增长13.3_M_M_，失业率4%")] == [True, False]


def test_other_packs_can_be_given() -> None:
    units = tuple(parse_patterns('{"label": "UNIT", "pattern": "箩", "id": "箩"}', "mine"))
    others = (load_patterns(topic) for topic in ("hedges", "skips", "ranks"))
    scanner = QuantityScanner(units, *others)
    assert [(q.text, q.unit) for q in scanner.scan("收茶3000箩，卖5元")] == [("3000箩", "箩")]


@pytest.mark.parametrize(
    "pattern", [p for p in load_patterns("skips") if p.regex], ids=lambda p: p.id
)
def test_skips_skip_their_examples(pattern: Any) -> None:
    import regex

    rule = regex.compile(pattern.regex)
    assert pattern.examples["yes"]
    for text in pattern.examples["yes"]:
        assert rule.search(text), text
    for text in pattern.examples.get("no", ()):
        assert not rule.search(text), text


def test_units_have_a_dimension_and_a_name_and_stand_once() -> None:
    forms = [p for p in load_patterns("units") if p.label in ("UNIT", "CLASSIFIER", "SIGN")]
    assert [p.source for p in forms if not (p.id and p.meta["dimension"] and p.meta["en"])] == []
    literal = [p.pattern for p in forms if p.pattern]
    assert sorted(literal) == sorted(set(literal))


def test_hedges_name_a_comparator() -> None:
    known = {"eq", "approx", "gt", "ge", "lt", "le", "range"}
    hedges = [p for p in load_patterns("hedges") if p.label in ("BEFORE", "AHEAD", "AFTER")]
    assert {p.id for p in hedges} <= known
    seen = [(p.label, p.pattern) for p in load_patterns("hedges")]
    assert len(seen) == len(set(seen))
