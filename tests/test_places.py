"""Places in sentences: what is found, of which kind, with which code."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govie.context import Context, Given
from govie.places.extraction import Setting, extract_places, find_places
from govie.sections.extraction import extract_sections
from govie.text.view import TextView

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "places.jsonl").read_text("utf-8").splitlines()
]


def read(text, jurisdiction=None, year=2021):
    setting = Setting(start=0, end=len(text), jurisdiction=jurisdiction, year=year)
    return find_places(text, [setting])


def forms(text, jurisdiction=None):
    return [place.form for place in read(text, jurisdiction)]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:16] for case in CASES])
def test_case(case):
    found = read(case["text"], case["jurisdiction"], case["year"])
    got = {(place.form, place.kind, place.adcode) for place in found}
    want = {tuple(place) for place in case["places"]}
    assert {"missing": want - got, "extra": got - want} == {"missing": set(), "extra": set()}


def test_a_name_that_stays_open_lists_its_candidates():
    (place,) = read("鼓楼区完成改造。")
    assert place.adcode is None
    assert place.candidates == ("320106", "320302", "350102", "410204")


def test_a_former_name_points_to_todays_division():
    (place,) = read("株洲县撤县设区。", "430200")
    assert (place.name, place.adcode, place.pattern) == ("株洲县", "430221", "430212")


def test_full_names():
    found = read("天元区和攸县，市博物馆，仙庾镇，全市。", "430202")
    assert [place.name for place in found] == [
        "株洲市天元区",
        "攸县",
        "株洲市博物馆",
        "株洲市荷塘区仙庾镇",
        "株洲市",
    ]


def test_a_shared_type_word_completes_the_name():
    names = [place.name for place in read("提质雪峰岭、新苗等公园，醴娄、茶常高速开工。")]
    assert names == ["雪峰岭公园", "新苗公园", "醴娄高速", "茶常高速"]


def test_short_names_have_their_reach():
    assert forms("醴陵陶瓷闻名。", "430000") == ["醴陵"]
    assert forms("荷塘月色很美。", "130600") == []
    assert forms("荷塘发展提速。", "430202") == ["荷塘"]


def test_an_official_name_that_many_places_bear_counts_in_its_province():
    kinds = [(each.form, each.kind) for each in read("加快茂名滨海新区建设。", "440900")]
    assert kinds == [("茂名滨海新区", "zone")]
    assert forms("滨海新区发展提速。", "120000") == ["滨海新区"]
    assert forms("天津滨海新区开发开放。", "130600") == ["天津滨海新区", "天津", "滨海新区"]


def test_each_document_has_its_own_jurisdiction():
    first, second = "鼓楼区。", "鼓楼区。"
    settings = [
        Setting(start=0, end=4, jurisdiction="320100"),
        Setting(start=4, end=8, jurisdiction="350100"),
    ]
    found = find_places(first + second, settings)
    assert [(place.start, place.adcode) for place in found] == [(0, "320106"), (4, "350102")]


def test_records_stand_in_the_raw_text():
    raw = "我 市天元\n区获评，醴陵 经开区扩区。"
    view = TextView(raw)
    records = extract_places(view, Context((), Given(jurisdiction="株洲市", year=2021)))
    assert [(record.text, record.form, record.adcode) for record in records] == [
        ("我 市", "我市", "430200"),
        ("天元\n区", "天元区", "430211"),
        ("醴陵 经开区", "醴陵经开区", None),
    ]
    assert all(raw[record.start : record.end] == record.text for record in records)


PIECES = ["推进", "建设", "南塘", "公园", "株洲市", "天元区", "湖南", "大桥", "10条", "全市", "331"]
WORDS = st.sampled_from([*PIECES, *"路、和等（）至，市区县\n"])


@given(st.lists(WORDS, max_size=40).map("".join))
def test_any_text_gives_places_in_order_that_are_its_substrings(text):
    found = read(text, "430202")
    assert all(text[place.start : place.end] == place.form for place in found)
    assert [place.start for place in found] == sorted(place.start for place in found)
    whole = [place for place in found if place.rule != "part"]
    assert all(a.end <= b.start for a, b in pairwise(whole))


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("分享到：新浪微博\n上一篇：醴陵市2021年政府工作报告\n", False),
        ("醴陵市的经验值得学习。\n", True),
    ],
)
def test_page_furniture_has_no_places(behind, found):
    raw = (
        "2021年攸县政府工作报告\n各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n"
        "一、2020年工作回顾\n过去一年，炎陵县新修公路80公里。\n二、2021年工作安排\n"
        "今年要修好茶陵县到安仁县的公路。\n" + behind
    )
    view = TextView(raw)
    places = extract_places(view, Context(extract_sections(view, Context())))
    assert [p.id for p in places] == [f"p{n:04}" for n in range(1, len(places) + 1)]
    names = [p.form for p in places]
    assert {"炎陵县", "茶陵县", "安仁县"} <= set(names)
    assert ("醴陵市" in names) is found
