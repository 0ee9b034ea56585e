"""Where paragraphs of a report turn to another time, without a heading that says so."""

from __future__ import annotations

import pytest

from govie.context import Context
from govie.records import Section
from govie.sections.extraction import extract_sections
from govie.text.view import TextView

HEAD = "2026年鹤壁市政府工作报告\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n"
DONE = "全市生产总值突破千亿元，新建公路80公里，各项工作取得新的成绩。\n"
JOBS = "引进项目200个以上，新增规模工业企业60家，推进园区扩容。\n"
TASKS = "二、2026年重点工作\n" + JOBS * 3


def period_behind(line: str, text: str) -> tuple[str | None, str | None]:
    """The period of what follows a line of a report."""
    records = extract_sections(TextView(text), Context())
    at = text.index(line) + len(line) + 3
    sections = [r for r in records if isinstance(r, Section) and r.start <= at < r.end]
    return sections[-1].period_start, sections[-1].period_end


@pytest.mark.parametrize(
    "line",
    [
        "五年砥砺奋进，五年春华秋实。全市综合实力跃上新台阶。",
        "经过五年的不懈努力，全市城镇化率提高到65%。",
        "回首五年历程，我们走出了高质量发展新路子。",
        "“十四五”是我市发展史上极不平凡的五年。",
        "“十四五”圆满收官，全市经济年均增长6%。",
        "2021年至2025年，全市经济年均增长6%。",
        "过去一年的工作，标志着“十四五”圆满收官。五年来，全市经济年均增长6%。",
    ],
)
def test_a_review_of_the_year_turns_to_five_years(line: str) -> None:
    text = HEAD + "一、2025年工作和“十四五”发展回顾\n2025年，" + DONE + line + "\n" + DONE + TASKS
    assert period_behind(line, text) == ("2021", "2025")


@pytest.mark.parametrize(
    "line",
    [
        "2025年是“十四五”收官之年，我们重点做了以下工作：",
        "刚刚过去的2025年，是“十四五”收官之年，全市经济增长6%。",
        "特别是过去一年，我们顶压前行，全市经济增长6%。",
    ],
)
def test_a_review_of_five_years_turns_to_the_last(line: str) -> None:
    text = HEAD + "一、“十四五”和2025年工作回顾\n“十四五”时期，" + DONE + line + "\n" + DONE + TASKS
    assert period_behind(line, text) == ("2025", "2025")


@pytest.mark.parametrize(
    "line",
    [
        "2026年全市经济社会发展主要预期目标是：生产总值增长6%左右。",
        "做好2026年工作，要坚持稳中求进。",
        "2026年政府工作的总体要求是：坚持稳中求进。",
        "新的一年，我们要坚持稳中求进。",
    ],
)
def test_a_plan_turns_to_the_year(line: str) -> None:
    plan = "二、“十五五”目标任务和2026年工作安排\n“十五五”时期，生产总值年均增长6%。\n"
    text = HEAD + "一、2025年工作回顾\n" + DONE + plan + line + "\n" + JOBS
    assert period_behind(line, text) == ("2026", "2026")


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("经过三年努力，完成了国企改革任务。", ("2025", "2025")),
        ("五年规划纲要编制完成，入库项目300个。", ("2025", "2025")),
        ("过去一年的工作，为今后打下了坚实基础。", ("2025", "2025")),
    ],
)
def test_what_only_names_another_time_turns_nowhere(
    line: str, period: tuple[str | None, str | None]
) -> None:
    text = HEAD + "一、2025年工作回顾\n" + DONE + line + "\n" + DONE + TASKS
    assert period_behind(line, text) == period
