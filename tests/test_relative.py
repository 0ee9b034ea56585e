"""Targets without a number: marked sentences, and what the records say beside the relation."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear

from govie.context import Context
from govie.facts.relative import extract_relative
from govie.packs import load_patterns
from govie.records import Document, Place, RelativeTarget, Section
from govie.text.view import TextView

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "relative.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
MARKED = ("relation", "indicator", "indicator_id", "relative_to", "authority")


def read(text: str, kind: str | None = None) -> list[RelativeTarget]:
    """The records of a text, as a report of 2021 would state it in a section of one kind."""
    end = len(text)
    document = Document(
        id="d0001", start=0, end=end, text=text, place="株洲市", adcode="430200", year=2021
    )
    year = "2020" if kind == "review" else "2021"
    section = Section(
        id="s0001",
        start=0,
        end=end,
        text=text,
        level=1,
        kind=kind or "other",
        period_start=year,
        period_end=year,
    )
    records = (document, section) if kind else ()
    return extract_relative(TextView(text), Context(records))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_marked_sentence(case: dict[str, object]) -> None:
    found = [{key: getattr(r, key) for key in MARKED} for r in read(str(case["text"]))]
    assert found == case["expected"]


def test_there_are_negatives_enough() -> None:
    assert sum(not case["expected"] for case in CASES) >= 20


def test_offsets_are_those_of_the_raw_text() -> None:
    text = "城镇调查失\n业率 低于全省\n平均水平。"
    (record,) = read(text)
    assert record.text == text[record.start : record.end] == "低于全省\n平均水平"
    assert record.indicator_start is not None
    assert text[record.indicator_start : record.indicator_end] == "城镇调查失\n业率"
    assert record.indicator == "城镇调查失业率"


def test_an_outlook_promises() -> None:
    (record,) = read("居民收入增长高于经济增长。", "targets")
    assert (record.status, record.commitment) == ("target", "expected")
    assert (record.period_start, record.period_end) == ("2021", "2021")
    assert (record.place, record.adcode, record.direction) == ("株洲市", "430200", "up")
    assert (record.section, record.document, record.id) == ("s0001", "d0001", "r0001")


def test_a_place_in_front_takes_the_subject_with_it() -> None:
    text = "全省城镇化率低于全国平均水平，居民收入与经济增长同步。"
    place = Place(
        id="p0001",
        start=0,
        end=2,
        text="全省",
        name="湖南省",
        kind="deictic",
        adcode="430000",
        form="全省",
    )
    first, second = extract_relative(TextView(text), Context([place]))
    assert (first.place, first.adcode) == ("湖南省", "430000")
    assert second.place is None


def test_a_review_reports() -> None:
    (record,) = read("居民收入增长高于经济增长。", "review")
    assert (record.status, record.commitment) == ("actual", None)
    assert record.period_end == "2020"


@pytest.mark.parametrize(
    ("text", "commitment"),
    [
        ("力争居民收入增长高于经济增长。", "striving"),
        ("确保居民收入增长高于经济增长。", "binding"),
        ("单位地区生产总值能耗低于全省平均水平。", "binding"),
        ("主要污染物减排完成省下达任务。", "binding"),
        ("财政科技支出只增不减。", "binding"),
        ("城镇调查失业率控制在5.5%以内，居民收入增长与经济增长同步。", "expected"),
    ],
)
def test_commitment_comes_from_the_words_and_the_class(text: str, commitment: str) -> None:
    (record,) = read(text, "targets")
    assert record.commitment == commitment


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("主要污染物减排完成省下达任务。", "down"),
        ("一般公共预算收入实现正增长。", "up"),
        ("城镇调查失业率低于全省平均水平。", None),
        ("粮食产量与上年持平。", None),
    ],
)
def test_direction(text: str, direction: str | None) -> None:
    (record,) = read(text, "targets")
    assert record.direction == direction


def test_a_glossary_promises_nothing() -> None:
    assert read("“两个只增不减”：确保教育支出只增不减。", "glossary") == []


def test_expressions_of_the_pack_match_their_examples() -> None:
    for pattern in load_patterns("relative"):
        expression = pattern.regex or re.escape(pattern.word)
        for example in pattern.examples.get("yes", ()):
            assert re.search(expression, example), (pattern.source, example)
        for example in pattern.examples.get("no", ()):
            assert not re.fullmatch(expression, example), (pattern.source, example)


@given(
    st.text(
        alphabet="居民收入增长与和同步高于全省平均水平完成下达任务、，。省只增不减8%", max_size=60
    )
)
def test_any_text_gives_sound_records(text: str) -> None:
    records = read(text)
    assert [r.id for r in records] == [f"r{n:04}" for n in range(1, len(records) + 1)]
    assert [r.start for r in records] == sorted(r.start for r in records)
    for record in records:
        assert record.text == text[record.start : record.end]
        assert record.indicator


@pytest.mark.parametrize(
    "piece", ["与和完成国家省市、", "和及与完成省定任务，", "和" * 70 + "完成省定任务。"]
)
def test_it_is_linear(piece: str) -> None:
    assert is_linear(read, piece * 800)
