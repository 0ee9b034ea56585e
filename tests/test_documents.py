"""Documents within a text; whose they are and of which year."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from linear import is_linear

from govie.context import Given
from govie.packs import load_patterns
from govie.records import Document
from govie.sections.documents import extract_documents, find_documents, find_title
from govie.sections.jurisdiction import is_report
from govie.text.view import TextView


def read(text: str, given: Given | None = None) -> list[Document]:
    return extract_documents(TextView(text), given)


HEADS = [
    (
        "2021年湖南省株洲市人民政府工作报告\n——2021年1月18日在株洲市第十五届人民代表大会第五次会议上",
        ("株洲市", "430200", "prefecture", 2021),
    ),
    (
        "政府工作报告\n——2012年1月10日在新疆维吾尔自治区第十一届人民代表大会第五次会议上\n自治区主席",
        ("新疆维吾尔自治区", "650000", "province", 2012),
    ),
    (
        "政府工作报告\n——在自治区第十届人民代表大会第一次会议上\n（2003年1月17日）\n"
        "新疆维吾尔自治区主席",
        ("新疆维吾尔自治区", "650000", "province", 2003),
    ),
    ("东岸新区管委2020年工作报告\n", ("东岸新区", None, "county", 2020)),
    ("凉山彝族自治州2019年政府工作报告\n", ("凉山彝族自治州", "513400", "prefecture", 2019)),
    (
        "政府工作报告\n——二〇〇八年二月二十六日在鄂温克族自治旗第十二届人民代表大会第一次会议上",
        ("鄂温克族自治旗", "150724", "county", 2008),
    ),
    (
        "在县十五届人大四次会议上的政府工作报告\n攸县人民政府县长\n（2009年3月10日）",
        ("攸县", "430223", "county", 2009),
    ),
    ("2021年锡林郭勒盟行政公署工作报告\n", ("锡林郭勒盟", "152500", "prefecture", 2021)),
    (
        "1991年国务院政府工作报告\n——1991年3月25日在第七届全国人民代表大会第四次会议上",
        ("全国", None, "national", 1991),
    ),
    (
        "关于1994年政府工作的报告\n（1994年2月20日在广西壮族自治区第八届人民代表大会第二次会议上）",
        ("广西壮族自治区", "450000", "province", 1994),
    ),
    ("上海市浦东新区政府工作报告（2022年）\n", ("上海市浦东新区", "310115", "county", 2022)),
    ("海南省人民政府工作报告（1998年）\n", ("海南省", "460000", "province", 1998)),
    ("三江侗族自治县2022年政府工作报告\n", ("三江侗族自治县", "450226", "county", 2022)),
    ("2022年义乌市政府工作报告\n", ("义乌市", "330782", "county", 2022)),
    ("苏州工业园区2023年工作报告\n", ("苏州工业园区", None, "county", 2023)),
    ("2011年雨湖区鹤岭镇人民政府工作报告\n", ("雨湖区鹤岭镇", None, "township", 2011)),
    (
        "标题：政府工作报告\n发文单位：河北省人民政府\n发文时间：2003-01-13\n",
        ("河北省", "130000", "province", 2003),
    ),
]


@pytest.mark.parametrize(("head", "expected"), HEADS, ids=[expected[0] for _, expected in HEADS])
def test_whose_and_which_year(head: str, expected: tuple[Any, ...]) -> None:
    text = f"{head}\n各位代表：\n现在，我向大会报告工作，请予审议。\n过去一年，成绩来之不易。"
    (found,) = read(text)
    assert (found.place, found.adcode, found.level, found.year) == expected


def test_a_former_name_stays_with_the_code_of_its_successor() -> None:
    (found,) = read("政府工作报告2011年1月20日在徐水县第十四届人民代表大会第五次会议上\n各位代表：")
    assert (found.place, found.adcode) == ("徐水县", "130609")


def test_a_longer_name_is_not_mistaken_for_the_one_inside_it() -> None:
    (found,) = read("米易县2023年人民政府工作报告\n各位代表：\n标签：易县")
    assert (found.place, found.adcode) == ("米易县", "510421")


def test_a_name_of_several_places_is_settled_by_what_the_text_names_above_it() -> None:
    head = "政府工作报告\n2018年1月5日在鼓楼区第十七届人民代表大会第二次会议上\n各位代表：\n"
    (fuzhou,) = read(head + "在福州市委、市政府领导下，福州滨海新城建设加快，福州地铁通车。")
    (nanjing,) = read(head + "在南京市委、市政府领导下，南京江北新区建设加快。")
    assert (fuzhou.place, nanjing.place) == ("福州市鼓楼区", "南京市鼓楼区")


def test_a_page_without_title_is_the_place_it_names_most_at_its_level() -> None:
    text = (
        "各位代表！我市株洲动力谷加快建设，居全省第一。"
        "株洲火车站启用，长沙来客增多。2022年，我市增长5%。"
    )
    (found,) = read(text + "\n二、扎实做好2023年工作\n2023年工作的重点是稳增长。")
    assert (found.place, found.level, found.year) == ("株洲市", "prefecture", 2023)


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("政府工作报告\n2021年12月28日在岳麓区第六届人民代表大会第一次会议上\n", 2022),
        ("2021年岳麓区政府工作报告\n2020年12月26日在岳麓区第五届人民代表大会上\n", 2021),
        ("政府工作报告\n各位代表：\n一、2015年工作回顾\n", 2016),
        ("政府工作报告\n各位代表：\n三、2016年重点工作\n", 2016),
        ("政府工作报告\n各位代表：\n2019年是收官之年，2020年是开局之年。\n", 2020),
        ("政府工作报告\n各位代表：\n过去一年，成绩来之不易。\n", None),
    ],
)
def test_the_year_is_the_one_planned_for(head: str, year: int | None) -> None:
    assert read(head)[0].year == year


def test_what_the_caller_gives_overrides_what_the_text_says() -> None:
    text = "2021年株洲市政府工作报告\n各位代表：\n过去一年，成绩来之不易。"
    (by_name,) = read(text, Given(jurisdiction="攸县", year=2015))
    (by_code,) = read(text, Given(jurisdiction="430224"))
    (unknown,) = read(text, Given(jurisdiction="桃花源"))
    assert (by_name.place, by_name.adcode, by_name.year) == ("攸县", "430223", 2015)
    assert (by_code.place, by_code.level, by_code.year) == ("茶陵县", "county", 2021)
    assert (unknown.place, unknown.adcode, unknown.level) == ("桃花源", None, None)


ARTICLE = "长沙市聚焦产业发展，持续优化营商环境，2022年新增企业5000家。" * 12


def test_title_lines_with_dates_part_articles() -> None:
    text = "\n".join(
        f"2025-07-0{day}\n-\n【长沙招商】长沙产业发展的第{day}篇\n{ARTICLE}" for day in (1, 2, 3)
    )
    found = read(text)
    assert [d.title for d in found] == [f"长沙产业发展的第{n}篇" for n in (1, 2, 3)]
    assert {(d.place, d.year) for d in found} == {("长沙市", 2022)}
    assert [d.id for d in found] == ["d0001", "d0002", "d0003"]


def report(place: str, year: int) -> str:
    body = f"全年{place}生产总值增长8%，{place}各项事业全面进步。" * 90
    return (
        f"{year}年{place}政府工作报告\n（{year}年1月8日）\n各位代表：\n"
        f"现在，我代表{place}人民政府，向大会报告工作，请予审议。\n{body}\n"
        "各位代表！让我们团结奋斗！\n"
    )


def test_two_reports_in_a_file_are_two_documents() -> None:
    text = report("攸县", 2015) + report("茶陵县", 2016)
    found = read(text)
    assert [(d.place, d.year) for d in found] == [("攸县", 2015), ("茶陵县", 2016)]
    assert found[1].start == text.index("2016年茶陵县")


def test_the_same_report_twice_is_one_document() -> None:
    assert len(read(report("攸县", 2015) * 2)) == 1


def test_a_title_repeated_in_page_furniture_starts_no_document() -> None:
    excerpt = "内容摘要：\n政府工作报告各位代表：现在，我代表攸县人民政府向大会报告工作......\n"
    assert len(read("2015年攸县政府工作报告\n" + excerpt + report("攸县", 2015))) == 1


def test_glossary_entries_start_no_document() -> None:
    entries = "".join(f"【{n}】“术语{n}”：{'解释' * 160}\n" for n in range(1, 5))
    assert len(read(report("攸县", 2015) + "名词解释\n" + entries)) == 1


def test_documents_cover_the_text(seed_texts: dict[str, str]) -> None:
    for text in seed_texts.values():
        view = TextView(text)
        bounds = find_documents(view.text)
        assert bounds[0][0] == 0
        assert bounds[-1][1] == len(view.text)
        assert all(a[1] == b[0] for a, b in pairwise(bounds))
        assert all(text[d.start : d.end] == d.text for d in extract_documents(view))


def test_the_web_page_is_ten_articles(seed_texts: dict[str, str]) -> None:
    found = read(seed_texts["changsha-web-page"])
    assert [(d.place, d.adcode, d.year) for d in found[:2]] == [
        ("长沙市天心区", "430103", 2021),
        ("长沙市雨花区", "430111", 2021),
    ]
    assert [d.place for d in found[2:]] == [
        "长沙市",
        "长沙市",
        "宁乡市",
        "湖南省",
        "长沙市",
        "长沙市",
        "湖南省",
        "湖南省",
    ]
    assert found[4].title == "宁乡市培育壮大三大产业链构建制造业高质量发展新格局"


@pytest.mark.parametrize(
    ("name", "place", "adcode", "year"),
    [
        ("zhuzhou-2020", "株洲市", "430200", 2020),
        ("zhuzhou-2021", "株洲市", "430200", 2021),
        ("zhuzhou-2023", "株洲市", "430200", 2023),
        ("hetang-2021", "株洲市荷塘区", "430202", 2021),
    ],
)
def test_seeds(seed_texts: dict[str, str], name: str, place: str, adcode: str, year: int) -> None:
    (found,) = read(seed_texts[name])
    assert (found.place, found.adcode, found.year) == (place, adcode, year)


def test_titles() -> None:
    titles = {
        "区五届人大六次会议材料政府工作报告\n——2021年2月3日": "政府工作报告",
        "政府工作报告2011年1月20日在徐水县第十四届人民代表大会": "政府工作报告",
        "标题：2021年保定市政府工作报告\n": "2021年保定市政府工作报告",
        "各位代表：\n现在，我代表国务院": None,
    }
    assert {body: find_title(body) for body in titles} == titles


def test_an_article_is_no_report() -> None:
    assert not is_report("长沙铺排重大项目", ARTICLE)
    assert is_report(None, "各位代表！过去一年，成绩来之不易。")


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_no_text_holds_no_document(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "pattern",
    [p for p in load_patterns("documents") if p.regex and p.examples],
    ids=lambda p: f"{p.label}-{p.id}",
)
def test_patterns_do_what_their_examples_say(pattern: Any) -> None:
    found = re.compile(pattern.regex, re.MULTILINE)
    assert all(found.search(text) for text in pattern.examples["yes"])
    assert not any(found.search(text) for text in pattern.examples["no"])


@pytest.mark.parametrize(
    "piece", ["现在，我代表", "-----\n", "政府工作报告\n", "中县人民代表大会", "县"]
)
def test_time_is_linear(piece: str) -> None:
    long = piece * (80_000 // len(piece))
    assert is_linear(lambda text: extract_documents(TextView(text)), long)
