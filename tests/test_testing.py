"""Marked text and its comparison with records."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govie
from govie.testing import assert_facts, marked

SOURCE = (
    "2021年，地区生产总值增长[[8%|value=8 unit=% measure=growth]]，新增就业[[5万人|value=50000]]。"
)


def parse(text: str) -> object:
    return govie.parse(text, jurisdiction="株洲市", year=2021)


def test_marks_are_taken_out() -> None:
    text, (growth, jobs) = marked(SOURCE)
    assert text == "2021年，地区生产总值增长8%，新增就业5万人。"
    assert text[growth.start : growth.end] == growth.text == "8%"
    assert growth.fields == {"value": "8", "unit": "%", "measure": "growth"}
    assert text[jobs.start : jobs.end] == "5万人"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("增长[[8%。", r"\[\[ without \]\] at 2"),
        ("增长8%]]。", r"\]\] without \[\[ at 4"),
        ("增长[[8%，新增[[5万人]]。", r"\[\[ without \]\] at 2"),
        ("增长[[|value=8]]。", "nothing between the marks at 2"),
        ("增长[[8%|value]]。", "'value' is no field"),
        ("增长[[8%|value=8 value=9]]。", "is no field"),
        ("增长[[8%|hedge='左右]]。", "No closing quotation"),
    ],
)
def test_wrong_marks_raise(source: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        marked(source)


@given(
    st.lists(st.tuples(st.text("年增8%，", max_size=3), st.text("万人1", min_size=1, max_size=3)))
)
def test_marks_give_back_what_went_in(pieces: list[tuple[str, str]]) -> None:
    source = "".join(f"{before}[[{inner}|value=1]]" for before, inner in pieces)
    text, expected = marked(source)
    assert text == "".join(before + inner for before, inner in pieces)
    assert [each.text for each in expected] == [inner for _, inner in pieces]
    assert [text[each.start : each.end] for each in expected] == [inner for _, inner in pieces]


def test_what_agrees_passes() -> None:
    text, expected = marked(SOURCE)
    assert_facts(parse(text), expected)


def test_missing_extra_and_differing_are_told_apart() -> None:
    text, (growth, _) = marked(SOURCE)
    _, (other, year) = marked("[[2021年]]，地区生产总值增长[[8%|value=9 hedge=-]]，新增就业5万人。")
    with pytest.raises(AssertionError) as caught:
        assert_facts(parse(text), [year, other])
    assert str(caught.value).splitlines() == [
        "missing:",
        "  0:5 2021年",
        "extra:",
        "  21:24 5万人  value=50000  hedge=-",
        "differing:",
        "  14:16 8%  value is 8, expected 9",
    ]
    assert growth.start == 14


def test_other_types_and_unknown_fields() -> None:
    text, expected = marked("推进[[乡村振兴|kind=strategy]]。")
    assert_facts(parse(text), expected, types=["program"])
    _, wrong = marked("推进[[乡村振兴|unit=元]]。")
    with pytest.raises(ValueError, match="records of type program have no field 'unit'"):
        assert_facts(parse(text), wrong, types=["program"])
