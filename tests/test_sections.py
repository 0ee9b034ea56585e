"""Sections: headings, kinds, parents and periods, on small reports, the seeds and any text."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from linear import is_linear

from govie.context import Context, Given
from govie.dates.periods import Period
from govie.packs import load_patterns, pack_set, using
from govie.records import Document, Section
from govie.sections.extraction import extract_sections
from govie.sections.heading_kinds import heading_kind, heading_periods
from govie.sections.headings import find_headings
from govie.text.view import TextView

LINES = (Path(__file__).parent / "cases" / "sections.jsonl").read_text(encoding="utf-8")
CASES = [json.loads(line) for line in LINES.splitlines()]


def read(raw: str, context: Context | None = None) -> tuple[list[Document], list[Section]]:
    records = extract_sections(TextView(raw), context or Context())
    return (
        [record for record in records if isinstance(record, Document)],
        [record for record in records if isinstance(record, Section)],
    )


def shape(sections: list[Section]) -> list[list[Any]]:
    """Depth, kind, title and period of each section."""
    depths: dict[str | None, int] = {None: -1}
    rows = []
    for s in sections:
        depths[s.id] = depths[s.parent] + 1
        rows.append([depths[s.id], s.kind, s.title, s.period_start, s.period_end])
    return rows


@pytest.mark.parametrize("case", CASES, ids=[c["phenomenon"] for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    assert shape(read(case["raw"])[1]) == case["expect"]


def check(raw: str) -> None:
    """What must hold of the sections of any text."""
    view = TextView(raw)
    records = extract_sections(view, Context())
    assert all(raw[r.start : r.end] == r.text for r in records)
    sections = [r for r in records if isinstance(r, Section)]
    assert [s.id for s in sections] == [f"s{n:04}" for n in range(1, len(sections) + 1)]
    assert [s.start for s in sections] == sorted(s.start for s in sections)
    by_id = {s.id: s for s in sections}
    for s in sections:
        if s.parent:
            assert by_id[s.parent].start <= s.start <= s.end <= by_id[s.parent].end
        if s.title is not None:
            written = view.written(view.clean_offset(s.start), view.clean_offset(s.end))
            assert len(written) >= len(s.title)
    for document in (r for r in records if isinstance(r, Document)):
        roots = [s for s in sections if s.document == document.id and s.parent is None]
        spans = [(view.clean_offset(s.start), view.clean_offset(s.end)) for s in roots]
        assert spans[0][0] == view.clean_offset(document.start)
        assert spans[-1][1] == view.clean_offset(document.end)
        assert all(a[1] == b[0] for a, b in pairwise(spans))
    context = Context(records)
    offsets = [view.raw_span(at, at + 1)[0] for at in range(0, len(view), 97)]
    assert all(context.section_at(offset) for offset in offsets)


def test_seeds_hold_together(seed_texts: dict[str, str]) -> None:
    for text in seed_texts.values():
        check(text)


WORDS = (
    "一、 二、 （一） （二） 1. 第一部分 —— 各位代表！ 现在，我代表县人民政府，向大会报告工作。 "
    "2020年 工作回顾 工作安排 “十四五”时期 五年来， 今年 主要预期目标是： 生产总值增长8% "
    "民生实事 清醒地认识到存在问题。 让我们团结奋斗！ 名词解释 1.“六稳”：稳就业。 分享到： "
    "。 ， 附件 政府工作报告"
)
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n", "全县上下攻坚克难取得新成绩" * 4])


@settings(max_examples=150)
@example(["民生实事", "\n", "主要预期目标是："])
@given(st.lists(PIECES, max_size=60))
def test_any_text_holds_together(pieces: list[str]) -> None:
    check("".join(pieces))


@pytest.mark.parametrize(
    "raw", ["", "\n", "。", "一", "一、", "（一）", "各位代表！", "——", "1" * 5000]
)
def test_next_to_nothing(raw: str) -> None:
    assert len(read(raw)[1]) == (1 if raw.strip() else 0)
    if raw.strip():
        check(raw)


def test_the_year_that_a_caller_gives_sets_the_periods() -> None:
    raw = "各位代表：\n一、工作回顾\n生产总值增长4%。\n二、今年工作安排\n生产总值增长8%。"
    _, sections = read(raw, Context((), Given(year=2015)))
    assert [(s.period_start, s.period_end) for s in sections] == [
        (None, None),
        ("2014", "2014"),
        ("2015", "2015"),
    ]


def test_a_year_unknown_gives_no_period() -> None:
    _, sections = read(
        "各位代表：\n一、工作回顾\n全县生产总值增长4%。\n二、工作安排\n生产总值增长8%。"
    )
    assert {(s.period_start, s.period_end) for s in sections} == {(None, None)}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("一、2020年工作回顾2020年是极不平凡的一年。", ["一、2020年工作回顾"]),
        ("四、建设服务型政府各位代表！责任重大。", ["四、建设服务型政府"]),
        ("2021年工作重点2021年是开局之年。", ["2021年工作重点"]),
        ("（一）狠抓投资，保持增长。坚持项目为王。", ["（一）狠抓投资，保持增长"]),
        ("十一、繁荣文化事业。办好文化节。", ["十一、繁荣文化事业"]),
        ("坚持质量第一、效益优先。", []),
        ("一、二、三产业融合发展。", []),
        ("唯一没有一、二类道路风险。", []),
        ("增长3.5%。1.5万人就业。", []),
    ],
)
def test_headings(text: str, titles: list[str]) -> None:
    found = find_headings(text, 0, len(text), frozenset())
    assert [text[h.start : h.title_end] for h in found] == titles


def test_levels_and_ordinals() -> None:
    text = "第二部分 目标\n三、产业\n（四）园区\n5.扩容\n（6）厂房"
    found = find_headings(text, 0, len(text), frozenset())
    assert [(h.level, h.ordinal) for h in found] == [(0, 2), (1, 3), (2, 4), (3, 5), (4, 6)]


@pytest.mark.parametrize(
    ("title", "period", "kind"),
    [
        ("2020年工作回顾", (2020, 2020), "review"),
        ("准确把握2021年工作总结总体要求", (2021, 2021), "outlook"),
        ("过去五年的工作和基本经验", (2016, 2020), "review"),
        ("今后五年和2021年政府工作的建议", (2021, 2025), "outlook"),
        ("“十三五”期间取得重大成就", (2016, 2020), "review"),
        ("“十四五”发展蓝图", (2021, 2025), "outlook"),
        ("奋力实现“十四五”良好开局", None, "outlook"),
        ("2021年重点工作", (2021, 2021), "tasks"),
        ("加强政府自身建设", None, "tasks"),
        ("努力做好2021年的工作", (2021, 2021), "tasks"),
        ("“十四五”时期重点任务", (2021, 2025), "outlook"),
        ("新一届政府的奋斗目标", (2021, 2025), "outlook"),
        ("五年来的体会", (2016, 2020), "review"),
        ("2021年民生实事", (2021, 2021), "livelihood"),
        ("存在的主要问题", None, "problems"),
        ("全面深化改革", None, None),
        ("2021年财政预算草案", (2021, 2021), "outlook"),
        ("2021年收支安排", (2021, 2021), "outlook"),
        ("2020年预算安排执行情况", (2020, 2020), "review"),
    ],
)
def test_what_headings_say(title: str, period: tuple[int, int] | None, kind: str | None) -> None:
    found = heading_periods(title, 2021)
    assert found[:1] == ([Period(*period)] if period else [])
    flags = {"top": True, "within_review": False, "behind_outlook": False}
    assert heading_kind(title, found, 2021, **flags) == kind


def test_the_targets_of_zhuzhou_stand_in_a_section_of_their_own(seed_texts: dict[str, str]) -> None:
    raw = seed_texts["zhuzhou-2021"]
    context = Context(extract_sections(TextView(raw), Context()))
    at = {
        "经济增长 8%左右": ("targets", "2021", "2021"),
        "增速居全省第二": ("review", "2020", "2020"),
        "园区技工贸总收入年均增长": ("review", "2016", "2020"),
        "新增 3 个以上千亿": ("outlook", "2021", "2025"),
        "发展质量有待提升": ("problems", "2020", "2020"),
        "停车位 4400 个": ("livelihood", "2021", "2021"),
        "四好农村路：": ("glossary", None, None),
    }
    flat = re.sub(r"\s", "", raw)
    places = [i for i, c in enumerate(raw) if not c.isspace()]
    for words, expected in at.items():
        section = context.section_at(places[flat.index(re.sub(r"\s", "", words))])
        assert section is not None
        assert (section.kind, section.period_start, section.period_end) == expected, words


@pytest.mark.parametrize(
    "pattern",
    [p for p in load_patterns("sections") if p.regex],
    ids=lambda p: f"{p.label}-{p.id}",
)
def test_patterns_do_what_their_examples_say(pattern: Any) -> None:
    found = re.compile(pattern.regex)
    assert all(found.search(text) for text in pattern.examples["yes"])
    assert not any(found.search(text) for text in pattern.examples["no"])


def test_what_tells_a_paragraph_from_a_wrapped_line_is_said_by_packs(tmp_path: Path) -> None:
    lines = [
        {"label": "METADATA", "regex": "责编："},
        {"label": "HEADING_END", "regex": "掠影"},
    ]
    rows = [json.dumps(line, ensure_ascii=False) for line in lines]
    (tmp_path / "sections.jsonl").write_text("\n".join(rows), encoding="utf-8")
    field, heading = "责编：张三\n产业兴旺的", "一、产业掠影\n工业提质"
    assert TextView(field).text == "责编：张三产业兴旺的"
    assert TextView(heading).text == "一、产业掠影工业提质"
    with using(pack_set(("default", str(tmp_path)))):
        assert TextView(field).text == field
        assert TextView(heading).text == heading


@pytest.mark.parametrize(
    "piece",
    ["。", "一、", "（一）", "\n\n一、\n", "各位代表！", "主要目标是", "五年来，", "2020年"],
)
def test_time_is_linear(piece: str) -> None:
    long = piece * (60_000 // len(piece))
    assert is_linear(lambda text: extract_sections(TextView(text), Context()), long)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("一切就绪。\n2023年工作回顾\n“2+6”产业壮大。", None),
        ("2024年主要工作\n聚焦“三抓”，加快建设。", None),
        (
            "一切就绪。\n落实\n2024年工作安排\n抓好项目。",
            "一切就绪。\n落实2024年工作安排抓好项目。",
        ),
        ("一切就绪。\n2024年，工业\n发展。", "一切就绪。\n2024年，工业发展。"),
    ],
)
def test_a_dated_heading_stays_a_line_of_its_own(raw: str, text: str | None) -> None:
    assert TextView(raw).text == (text or raw)
