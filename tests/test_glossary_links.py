"""Mentions of terms in the body."""

from __future__ import annotations

import pytest

import govie
from govie.context import Context
from govie.glossary.extraction import extract_terms
from govie.text.view import TextView

LIST = (
    "\n名词解释\n1.“五控”行动：控煤、控车、控油、控尘、控烧。\n2.门前三小：小广场、小书屋、小讲堂。\n"
    "3.四好农村路：建好、管好、护好、运营好农村公路。\n4.专精特新企业：专业化、精细化、特色化、新颖化的企业。\n"
    "5.“3+5+2”产业体系：十个产业的总称。\n6.“6S”管理：现场管理方法。\n7.水质III类标准：可作饮用水源的标准。\n"
    "8.三资：资金、资产、资源。\n9.两个基地、两个枢纽：四个功能区。\n10.“天眼”“慧眼”工程：公共视频系统。\n"
)


def mentions(body: str) -> dict[str, list[str]]:
    text = body + LIST
    terms = extract_terms(TextView(text), Context())
    for term in terms:
        for mention in term.mentions:
            assert text[mention.start : mention.end] == mention.text
    return {term.term: [m.text for m in term.mentions] for term in terms if term.mentions}


@pytest.mark.parametrize(
    ("body", "term", "forms"),
    [
        ("实施“五控”行动。", "“五控”行动", ["“五控”行动"]),
        ("落实“五控”举措，巩固五控行动成果。", "“五控”行动", ["“五控”举措", "五控行动"]),
        ("“五控”取得成效。", "“五控”行动", ["五控"]),
        ("推广“门前前三小”做法。", "门前三小", ["门前前三小"]),
        ("建成“四好农村路”50公里。", "四好农村路", ["四好农村路"]),
        ("建成“四好”农村路50公里。", "四好农村路", ["“四好”农村路"]),
        ("建成“四好”农村公路50公里。", "四好农村路", ["“四好”农村公路"]),
        (
            "培育“专精特新”企业、专精特新“小巨人”企业。",
            "专精特新企业",
            ["“专精特新”企业", "专精特新"],
        ),
        (
            "构建“3+5+2”现代产业体系，壮大“3+5+2”。",
            "“3+5+2”产业体系",
            ["“3+5+2”现代产业体系", "3+5+2"],
        ),
        ("完善“3+5+2”产业体系。", "“3+5+2”产业体系", ["“3+5+2”产业体系"]),
        ("落实“6S”管理，用好6S管理。", "“6S”管理", ["“6S”管理", "6S管理"]),
        ("推行6S精益管理。", "“6S”管理", ["6S精益管理"]),
        ("断面水质达到III类标准[7]。", "水质III类标准", ["III类标准"]),
        ("用好“三资”平台。", "三资", ["三资"]),
        ("清理三资[8]台账。", "三资", ["三资"]),
        ("建好“两个基地”“两个枢纽”。", "两个基地、两个枢纽", ["两个基地”“两个枢纽"]),
        ("实施“天眼”“慧眼”工程。", "“慧眼”工程", ["“慧眼”工程"]),
        ("推广“五 控”行\n动经验。", "“五控”行动", ["“五 控”行\n动"]),
    ],
)
def test_forms(body: str, term: str, forms: list[str]) -> None:
    assert mentions(body).get(term) == forms


@pytest.mark.parametrize(
    "body",
    [
        "推进十五控行动。",
        "“门前四小”和“门前五小”不同。",
        "盘活三资产。",
        "采用16S管理。",
        "“三好农村路”另有所指。",
        "第三资金池。",
        "“五个控制”行动。",
    ],
)
def test_never_inside_another_word(body: str) -> None:
    assert mentions(body) == {}


def test_definitions_hold_no_mentions() -> None:
    """Terms that other entries speak of are not mentioned there by the body."""
    text = "名词解释\n1.“甲计划”：配合“乙计划”的安排。\n2.“乙计划”：独立的安排。\n"

    assert [term.mentions for term in extract_terms(TextView(text), Context())] == [(), ()]


def test_signs_beyond_the_basic_plane_move_no_mention():
    text = "😀" * 30 + "落实“两保”。\n名词解释\n1.“两保”：指保就业、保民生。"
    (mention,) = govie.parse(text)._.govie.terms["两保"].mentions
    assert (mention.start, mention.text) == (33, "两保")
