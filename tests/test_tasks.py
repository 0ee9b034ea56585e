"""Task tables: what a report sets to be done."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from spacy.tokens import Doc
from typer.testing import CliRunner

import govie
from govie import TaskRow
from govie.cli.app import app
from govie.tasklists.words import (
    find_action,
    find_deadlines,
    is_no_task,
    tells_what_was_done,
)

REPORT = """一、2020年工作回顾
2020年，完成固定资产投资300亿元，建成公园8个。
二、2021年主要预期目标
2021年的主要预期目标是：地区生产总值增长8%左右，居民收入增长与经济增长同步，生态环境持续改善。
三、2021年重点工作
做好今年工作，责任重大。
（一）着力建设制造强市
提升产业链水平。大力培育创新主体，力争高新技术企业突破900家。6月底前建成云龙大数据产业园一期。
（二）办好民生实事
重点办好以下民生实事：新建城区停车位4400个；实施“气化茶陵”工程，年底前通气；改造老旧小区22个。
各位代表！让我们更加紧密地团结起来！
"""


@pytest.fixture(scope="module")
def rows() -> list[TaskRow]:
    return govie.tasks(govie.parse(REPORT, jurisdiction="株洲市", year=2021))


class TestReport:
    def test_indicators_are_the_clauses_of_the_targets_paragraph(self, rows: list[TaskRow]) -> None:
        indicators = [(r.number, r.task, r.facts) for r in rows if r.kind == "indicator"]
        assert indicators == [
            (1, "地区生产总值增长8%左右", ("地区生产总值增长8%左右",)),
            (2, "居民收入增长与经济增长同步", ("居民收入与经济增长同步",)),
        ]

    def test_tasks_with_verb_object_facts_and_deadline(self, rows: list[TaskRow]) -> None:
        tasks = [
            (r.number, r.task, r.verb, r.object, r.facts, r.deadline)
            for r in rows
            if r.kind == "task"
        ]
        assert tasks == [
            (
                1,
                "大力培育创新主体，力争高新技术企业突破900家。",
                "培育",
                "创新主体",
                ("高新技术企业突破900家",),
                None,
            ),
            (
                2,
                "6月底前建成云龙大数据产业园一期。",
                "建成",
                "云龙大数据产业园一期",
                (),
                "6月底前",
            ),
            (
                3,
                "新建城区停车位4400个",
                "新建",
                "城区停车位4400个",
                ("城区停车位4400个",),
                None,
            ),
            (4, "实施“气化茶陵”工程，年底前通气", "实施", "“气化茶陵”工程", (), "年底前"),
            (5, "改造老旧小区22个。", "改造", "老旧小区22个", ("老旧小区22个",), None),
        ]

    def test_headings_above_a_task(self, rows: list[TaskRow]) -> None:
        tasks = [r.section for r in rows if r.kind == "task"]
        assert tasks[0] == (
            "三、2021年重点工作",
            "（一）着力建设制造强市",
            "提升产业链水平",
        )
        assert tasks[-1] == ("三、2021年重点工作", "（二）办好民生实事")

    def test_programmes_and_empty_departments(self, rows: list[TaskRow]) -> None:
        (gas,) = [r for r in rows if "气化茶陵" in r.task]
        assert [name.replace("“", "").replace("”", "") for name in gas.programs] == ["气化茶陵工程"]
        assert {(r.lead, r.support) for r in rows} == {(None, None)}
        assert {(r.place, r.year) for r in rows} == {("株洲市", 2021)}

    def test_offsets_lead_back_to_the_raw_text(self, rows: list[TaskRow]) -> None:
        assert {REPORT[r.start : r.end] == r.task for r in rows} == {True}


class TestZhuzhou:
    def test_livelihood_items_of_2021(self, seed_docs: Mapping[str, Doc]) -> None:
        found = [r for r in govie.tasks(seed_docs["zhuzhou-2021"]) if "民生实事" not in r.task]
        parking = next(r for r in found if r.task.startswith("新建城区道路停车位"))
        assert (parking.verb, parking.object) == ("新建", "城区道路停车位4400个")
        assert parking.facts == ("城区道路停车位4400个",)
        roads = next(r for r in found if r.task.startswith("拉通南塘路"))
        assert roads.places == ("南塘路", "白云路", "新华桥", "先锋路", "建宁大桥")

    def test_the_first_task_of_2021(self, seed_docs: Mapping[str, Doc]) -> None:
        first = next(r for r in govie.tasks(seed_docs["zhuzhou-2021"]) if r.kind == "task")
        assert first.section == (
            "三、奋力实现“十四五”良好开局",
            "（一）坚持制造强市，着力打造中国动力谷",
            "提升产业链供应链现代化水平",
        )
        assert (first.verb, first.object) == ("加快", "“3+5+2”产业集群发展")
        assert first.facts == ("中国动力谷“十大产业”增长10%以上",)

    def test_no_task_of_five_years_or_of_the_past(self, seed_docs: Mapping[str, Doc]) -> None:
        tasks = " ".join(r.task for r in govie.tasks(seed_docs["zhuzhou-2021"]))
        assert "“十四五”期间，我们将全力办好以下大事" not in tasks
        assert "全年地区生产总值增长4.1%" not in tasks

    def test_indicators_of_2020(self, seed_docs: Mapping[str, Doc]) -> None:
        rows = govie.tasks(seed_docs["zhuzhou-2020"])
        assert [r.task for r in rows if r.kind == "indicator"] == [
            "全市地区生产总值增长8%以上",
            "规模以上工业增加值增长8.2%以上",
            "固定资产投资增长10%",
            "地方一般公共预算收入增长5%以上",
            "社会消费品零售总额增长10%",
            "居民消费价格指数涨幅控制在3.5%左右",
            "城镇调查失业率控制在5.5%以内",
            "城乡居民人均可支配收入增长高于经济增长",
            "完成节能减排等约束性指标",
        ]


class TestWords:
    @pytest.mark.parametrize(
        ("sentence", "action"),
        [
            ("加快推进田心更新改造。", ("推进", "田心更新改造")),
            ("加快数字经济发展。", ("加快", "数字经济发展")),
            ("要持续深入打好蓝天保卫战。", ("打好", "蓝天保卫战")),
            ("围绕群众关切，办好十件实事。", ("办好", "十件实事")),
            ("巩固和拓展“双减”成果，强化管理。", ("巩固和拓展", "“双减”成果")),
            ("一是推进农村改厕。", ("推进", "农村改厕")),
            ("年底前全面完成管网改造。", ("完成", "管网改造")),
            ("三年内建成县级医院12所。", ("建成", "县级医院12所")),
            ("（1）建设公园8个", ("建设", "公园8个")),
            ("落实好稳岗返还政策。", ("落实", "稳岗返还政策")),
            ("发挥好社区网格员作用。", ("发挥", "社区网格员作用")),
            ("守护好传承好红色资源。", ("守护好传承", "红色资源")),
            ("解决好布局不均问题。", ("解决", "布局不均问题")),
            ("建设好房子、好社区。", ("建设", "好房子、好社区")),
            ("打造好学校、好医院。", ("打造", "好学校、好医院")),
            ("办好人民满意教育。", ("办好", "人民满意教育")),
            ("树立起清廉新风。", ("树立", "清廉新风")),
            ("启动起步区建设。", ("启动", "起步区建设")),
            ("大力扶持、精心培育农业龙头企业。", ("扶持、精心培育", "农业龙头企业")),
            ("鼓励、支持和引导民间投资。", ("鼓励、支持和引导", "民间投资")),
            ("修订并严格执行限养规定。", ("修订并严格执行", "限养规定")),
            ("保护和利用古村落。", ("保护和利用", "古村落")),
            ("构建和谐劳动关系。", ("构建", "和谐劳动关系")),
            ("统筹发展和安全，化解债务风险。", ("化解", "债务风险")),
            ("完成了目标任务。", None),
            ("加深了解，增进互信。", ("增进", "互信")),
            ("推进了解基层活动。", ("推进", "了解基层活动")),
            ("发展的成果由人民共享。", None),
            ("建设性处理分歧。", None),
            ("投资是增长的关键。", None),
            ("落实助企“十条”^[17]和“双百”[3]行动。", ("落实", "助企“十条”和“双百”行动")),
            ("②新建公园2个。", ("新建", "公园2个")),
            ("开发区北区投产。", None),
            ("园区税收达到20万元。", None),
            ("有利于百姓的事，再小也要做好，确保办到群众的心坎上！", None),
        ],
    )
    def test_verb_and_object(self, sentence: str, action: tuple[str, str] | None) -> None:
        assert find_action(sentence) == action

    @pytest.mark.parametrize(
        ("sentence", "deadlines"),
        [
            ("6月底前完成主体工程，年底前投入使用。", ("6月底前", "年底前")),
            ("2021年10月前建成。", ("2021年10月前",)),
            ("到2025年建成强市。", ("到2025年",)),
            ("上半年开工，年内竣工。", ("上半年", "年内")),
            ("两年内消除黑臭水体，三年之内完成管网改造。", ("两年内", "三年之内")),
            ("未来3-5年内建成枢纽，十年内成网。", ("未来3-5年内", "十年内")),
            ("今年年内开工，2022年内竣工，半年内验收。", ("今年年内", "2022年内", "半年内")),
            ("今年年底前通气，主汛期前完成清淤。", ("今年年底前", "主汛期前")),
            ("前三季度开工，第四季度投产。", ("前三季度", "第四季度")),
            ("去年年底开工的厂房投产。", ()),
            ("加强年内部审计。", ()),
            ("6月开工。", ()),
            ("今年新增就业5万人。", ()),
        ],
    )
    def test_deadlines(self, sentence: str, deadlines: tuple[str, ...]) -> None:
        assert find_deadlines(sentence) == deadlines

    def test_guidelines_and_calls_are_no_tasks(self) -> None:
        assert is_no_task("今年政府工作的总体要求是：坚持稳中求进，推进改革。")
        assert is_no_task("实现以上目标，我们将重点抓好八个方面的工作：")
        assert is_no_task("让我们更加紧密地团结起来！")
        assert not is_no_task("推进政府职能转变。")

    @pytest.mark.parametrize(
        ("sentence", "none"),
        [
            ("加快产业转型，走绿色发展路子，是振兴老工业基地的必由之路。", True),
            ("改善民生，这是政府的首要职责。", True),
            ("新建幼儿园10所，是去年的2倍。", False),
            ("对“小散乱”企业，是否达标逐一核查。", False),
            ("全面完成全年目标，任务艰巨，责任重大。", True),
            ("落实重大任务清单。", False),
            ("发展特色农业，对稳定增收具有重要意义。", True),
            ("过去的一年，全市上下克难奋进，各项工作取得新成绩。", True),
            ("近年来，设施老化，必须加快改造。", False),
            ("去年开工的40个项目全部竣工投产。", False),
        ],
    )
    def test_arguments_and_reviews_are_no_tasks(self, sentence: str, none: bool) -> None:
        assert is_no_task(sentence) is none

    @pytest.mark.parametrize(
        ("sentence", "done"),
        [
            ("财政收入增长9%，物价回落，实现了年初预定的目标。", True),
            ("今年调整了收费政策，各地要抓好落实。", True),
            ("为了改善环境，新建公园3个。", False),
            ("推进了解基层活动。", False),
        ],
    )
    def test_what_was_done(self, sentence: str, done: bool) -> None:
        assert tells_what_was_done(sentence) is done


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("新增规上企业15家以上、民宿20家。", ("新增规上企业15家以上", "新增民宿20家")),
        ("赤字比上年增加30亿元。", ("赤字增加30亿元",)),
        ("良种覆盖率提高2个百分点。", ("良种覆盖率提高2个百分点",)),
        ("减少散煤消费5万吨，压减钢铁产能20万吨。", ("减少散煤消费5万吨", "压减钢铁产能20万吨")),
        ("贫困人口减少了2万人。", ("贫困人口减少2万人",)),
        ("新增3个省级园区。", ("新增省级园区3个",)),
        (
            "氨氮、氮氧化物排放量分别削减1.2%、2.5%。",
            ("氨氮排放量削减1.2%", "氮氧化物排放量削减2.5%"),
        ),
        ("低保标准提高5%，物价上涨2%左右。", ("低保标准提高5%", "物价上涨2%左右")),
        (
            "城镇新增就业5万人，规模工业增加值增长8%。",
            ("城镇新增就业5万人", "规模工业增加值增长8%"),
        ),
        ("零售总额降幅收窄至2.4%。", ("零售总额下降2.4%",)),
        (
            "新增城镇就业2810人、转移农村劳动力3.1万人。",
            ("新增城镇就业2810人", "农村劳动力3.1万人"),
        ),
        ("改造管网300多公里，惠及居民多户。", ("管网300多公里",)),
        ("高新技术企业达到60家。", ("高新技术企业60家",)),
    ],
)
def test_a_number_says_what_changes_and_which_way(sentence: str, facts: tuple[str, ...]) -> None:
    text = f"一、2021年重点工作\n今年，{sentence}\n"
    (row,) = govie.tasks(govie.parse(text, jurisdiction="株洲市", year=2021))
    assert row.facts == facts


def test_reviews_and_arguments_between_tasks_are_left_out() -> None:
    text = (
        "一、2021年重点工作\n今年，新建公园8个。财政收入增长10%，实现了年初目标。"
        "推动产业升级，是强县富民的关键所在。落实惠企“十条”^[4]。\n"
    )
    rows = govie.tasks(govie.parse(text, jurisdiction="株洲市", year=2021))
    assert [(row.verb, row.object) for row in rows] == [("新建", "公园8个"), ("落实", "惠企“十条”")]
    assert rows[-1].task == "落实惠企“十条”^[4]。"


def test_a_short_sentence_heads_its_paragraph_unless_it_sets_a_number() -> None:
    doc = govie.parse(
        "三、2023年重点工作\n着力扩大投资。实施重点项目120个。\n"
        "高质量实施20项民生实事。新增公办学位5000个。\n",
        jurisdiction="滁州市",
        year=2023,
    )
    assert [(row.section[-1], row.task) for row in govie.tasks(doc)] == [
        ("着力扩大投资", "实施重点项目120个。"),
        ("三、2023年重点工作", "高质量实施20项民生实事。"),
        ("三、2023年重点工作", "新增公办学位5000个。"),
    ]


def test_empty_items_of_a_list_are_none() -> None:
    text = "一、2021年重点工作\n重点办好实事：；新建公园8个；；改造道路5条。\n"
    rows = govie.tasks(govie.parse(text, jurisdiction="株洲市", year=2021))
    assert [row.task for row in rows] == ["新建公园8个", "改造道路5条。"]


@given(st.text(alphabet="推进建设，。；：！\n（一）2021年8%“”——地区生产总值目标 ", max_size=80))
def test_any_text_gives_rows_that_stand_in_it(text: str) -> None:
    for row in govie.tasks(govie.parse(text, jurisdiction="株洲市", year=2021)):
        assert 0 <= row.start < row.end <= len(text)


class TestCommand:
    def test_an_office_gets_its_workbook(self, root: Path, tmp_path: Path) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        pytest.importorskip("xlsxwriter")
        out = tmp_path / "tasks.xlsx"
        file = str(root / "seeds/zhuzhou-2021.txt")
        assert CliRunner().invoke(app, ["tasks", file, "-o", str(out)]).exit_code == 0
        sheet = openpyxl.load_workbook(out)["任务分解表"]
        assert (sheet.freeze_panes, sheet.auto_filter.ref is not None) == ("A2", True)
        heading, first, *_ = sheet.iter_rows(values_only=True)
        cells = dict(zip(heading, first, strict=True))
        assert (cells["序号"], cells["任务内容"]) == (1, "经济增长8%左右")
        assert (cells["牵头单位"], cells["配合单位"]) == (None, None)

    def test_a_table_on_a_narrow_terminal(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        result = CliRunner().invoke(app, ["tasks", str(root / "seeds/zhuzhou-2021.txt")])
        heading, _, *lines = result.stdout.splitlines()
        assert heading.split() == ["序号", "类别", "任务内容", "动作", "对象", "量化指标"]
        assert max(map(cell_len, lines)) <= 80
        parts = [part for line in lines for part in line.split()]
        assert {"指标", "任务"} <= set(parts)
        assert [part for part in parts if part[0] in "，。；、”）%"] == []
        assert {"长8.5%", "业180家以上", "业180家以"} & set(parts)

    def test_words_for_people_are_no_words_for_programs(self, root: Path) -> None:
        file = str(root / "seeds/zhuzhou-2021.txt")
        csv_ = CliRunner().invoke(app, ["tasks", file, "--to", "csv"]).stdout
        assert {row["类别"] for row in csv.DictReader(io.StringIO(csv_[1:]))} == {"指标", "任务"}
        lines = CliRunner().invoke(app, ["tasks", file, "--to", "jsonl"]).stdout.splitlines()
        assert {json.loads(line)["kind"] for line in lines} == {"indicator", "task"}

    def test_whose_report_it_is_can_be_said(self, tmp_path: Path) -> None:
        report = tmp_path / "a.txt"
        report.write_text("一、2021年重点工作\n今年，新建公园8个。\n", encoding="utf-8")
        words = ["tasks", str(report), "--jurisdiction", "株洲市", "--year", "2021"]
        result = CliRunner().invoke(app, [*words, "--to", "jsonl"])
        row = json.loads(result.stdout)
        assert (row["place"], row["year"], row["object"]) == ("株洲市", 2021, "公园8个")

    def test_csv_joins_lists(self, root: Path) -> None:
        file = str(root / "seeds/zhuzhou-2021.txt")
        result = CliRunner().invoke(app, ["tasks", file, "--to", "csv"])
        rows = list(csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff"))))
        (jobs,) = [row for row in rows if "新增城镇就业" in row["任务内容"]]
        assert jobs["量化指标"] == "新增城镇就业5.2万人；新增农村劳动力转移就业1.2万人"
