from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from govie.in_words import measure_in_words, period_in_words, status_in_words, value_in_words
from govie.records import NumericFact, RelativeTarget


def fact(value: str, unit: str | None = None, **fields: Any) -> NumericFact:
    amounts = {
        name: Decimal(fields.pop(name)) for name in ("value_high", "from_value") if name in fields
    }
    given = {"comparator": "eq", "measure": "level", "status": "target", **amounts, **fields}
    number = value if ":" in value else Decimal(value)
    return NumericFact(id="t0001", start=0, end=1, text="x", value=number, unit=unit, **given)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (fact("1500", "个", comparator="ge"), "≥ 1,500 个"),
        (fact("8", "%", comparator="approx"), "≈ 8%"),
        (fact("5", "%", comparator="range", value_high="5.5"), "5%–5.5%"),
        (fact("160", "公里", comparator="range", value_high="200"), "160–200 公里"),
        (fact("80000000", "元", comparator="range", value_high="120000000"), "8,000–12,000 万元"),
        (fact("110000000000", "元"), "1,100 亿元"),
        (fact("5760000000000", "元", comparator="gt"), "> 5.76 万亿元"),
        (fact("28000", "户"), "2.8 万户"),
        (fact("12345", "人", comparator="lt"), "< 12,345 人"),
        (fact("1E+4", "吨", comparator="le"), "≤ 1 万吨"),
        (fact("2.50", "倍", measure="multiple"), "2.5 倍"),
        (fact("6000000", "元", from_value="4000000"), "400 万元 → 600 万元"),
        (fact("8.2:46.3:45.5", measure="ratio"), "8.2:46.3:45.5"),
        (fact("1", "位", measure="rank", rank_scope="全省"), "全省第 1"),
        (fact("10", "位", measure="rank", rank_scope="全国", comparator="le"), "全国前 10"),
        (fact("71", "位", measure="rank", from_value="83"), "第 83 → 71"),
        (fact("0"), "0"),
    ],
)
def test_values_read_as_a_person_writes_them(given: NumericFact, words: str) -> None:
    assert value_in_words(given) == words


def test_targets_without_a_number_say_their_relation() -> None:
    common: dict[str, Any] = {"id": "r0001", "start": 0, "end": 1, "text": "x", "status": "target"}
    above = RelativeTarget(relation="above", relative_to="经济增长", **common)
    delegated = RelativeTarget(relation="delegated", authority="省", **common)
    positive = RelativeTarget(relation="positive", **common)
    assert value_in_words(above) == "above 经济增长"
    assert value_in_words(delegated) == "as assigned by 省"
    assert value_in_words(evolve(delegated, authority=None)) == "as assigned"
    assert value_in_words(positive) == "positive"
    assert measure_in_words(above) == "relative"


def test_measure_shows_which_way() -> None:
    assert measure_in_words(fact("5", "%", measure="growth", direction="down")) == "growth ↓"
    assert measure_in_words(fact("5", "个", measure="delta", direction="up")) == "delta ↑"
    assert measure_in_words(fact("5", "个")) == "level"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2021", "2021", "2021"),
        ("2016", "2020", "2016–2020"),
        (None, "2035", "by 2035"),
        (None, None, ""),
    ],
)
def test_periods(start: str | None, end: str | None, words: str) -> None:
    assert period_in_words(start, end) == words


def test_status_tells_estimates_and_damaged_numbers() -> None:
    assert status_in_words(fact("6", "%")) == "target"
    assert status_in_words(fact("6", "%", status="actual", estimated=True)) == "actual (est.)"
    assert status_in_words(fact("6", estimated=True, damaged=True)) == "target (est., damaged)"
