"""Every layout of a list of definitions, marked by hand in cases/glossary.jsonl."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import govie
from govie.context import Context
from govie.glossary.extraction import extract_terms
from govie.glossary.layout import find_lists
from govie.records import Section
from govie.text.view import TextView

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "glossary.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["layout"])
def test_layout(case: dict[str, Any]) -> None:
    found = extract_terms(TextView(case["text"]), Context())
    listed = [term for term in found if term.source == "document" and not term.inline]

    assert [term.term for term in listed] == [expected["term"] for expected in case["terms"]]
    for term, expected in zip(listed, case["terms"], strict=True):
        assert term.definition == expected["definition"]
        assert list(term.components) == expected["components"]
        assert term.count == expected["count"]
        assert term.complete is (None if expected["count"] is None else True)
        assert [mention.text for mention in term.mentions] == expected["mentions"]


def test_a_section_says_where_the_list_stands() -> None:
    text = "正文提到夜光码头。\n词条\n夜光码头：夜间开放的游船码头。\n附注：本报告印发各单位。\n"
    start, end = text.index("词条"), text.index("附注")
    section = Section(
        id="s0001",
        start=start,
        end=end,
        text=text[start:end],
        title="词条",
        level=0,
        kind="glossary",
    )

    (term,) = extract_terms(TextView(text), Context([section]))

    assert (term.term, term.definition) == ("夜光码头", "夜间开放的游船码头。")
    assert term.section == "s0001"
    assert [mention.text for mention in term.mentions] == ["夜光码头"]


def test_numbered_paragraphs_of_the_body_are_no_list() -> None:
    text = (
        "二、今年工作\n1.着力稳增长：抓好项目、扩大消费。\n2.着力促改革：放开准入、优化服务。\n"
        "3.着力惠民生：办好实事。\n"
    )

    assert extract_terms(TextView(text), Context()) == []


def test_the_body_between_notes_is_no_definition() -> None:
    text = "“林票”①流转。\n①林票：林权凭证。\n- 1 -\n“碳票”②成交12亿元。\n②碳票：碳汇凭证。\n"
    view = TextView(text)

    said = [view.text[found.start : found.end] for found in find_lists(view, Context())]

    assert said == ["①林票：林权凭证。", "②碳票：碳汇凭证。"]


def test_circled_numbers_of_the_body_are_no_notes() -> None:
    text = "抓好三件事：①修路；②架桥。\n①修路方面：完成12公里。\n②架桥方面：完成3座。\n"

    assert extract_terms(TextView(text), Context()) == []


def test_numbers_inside_a_definition_start_no_entry() -> None:
    text = (
        "名词解释\n1.“小升规”：指年主营收入达到2000万元以上的企业入库。3.5万家为目标。"
        "\n2.“个转企”：个体工商户转为企业。\n"
    )

    terms = extract_terms(TextView(text), Context())

    assert [term.term for term in terms] == ["小升规", "个转企"]


def test_headings_and_paragraphs_in_the_words_of_a_pack(tmp_path: Path) -> None:
    lines = [
        {"label": "HEADING", "regex": "缩略语一览"},
        {"label": "HEADING_WORD", "pattern": "缩略语"},
        {"label": "GOING_ON", "pattern": "另含"},
    ]
    rows = [json.dumps(line, ensure_ascii=False) for line in lines]
    (tmp_path / "glossary.jsonl").write_text("\n".join(rows), encoding="utf-8")
    definition = "码头夜间开放。\n另含灯会一场。"
    text = f"正文。\n缩略语一览\n1.夜码：码头。\n2.夜灯：{definition}\n印发各单位。\n"

    def entries(patterns: list[str]) -> list[tuple[str, str | None]]:
        terms = govie.load(patterns=patterns)(text)._.govie.terms
        return [(term.term, term.definition) for term in terms]

    assert entries(["default"]) == []
    assert entries(["default", str(tmp_path)]) == [("夜码", "码头。"), ("夜灯", definition)]
