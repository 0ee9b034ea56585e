"""Programmes in sentences and reports: what is named, where it begins, and under which id."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from linear import is_linear

import govie
from govie.context import Context
from govie.kinds import PROGRAM_KINDS
from govie.packs import load_patterns
from govie.programs.extraction import extract_programs
from govie.records import Mention, Term
from govie.text.view import TextView

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "programs.jsonl").read_text("utf-8").splitlines()
]


def read(raw, terms=()):
    return extract_programs(TextView(raw), Context(terms))


def forms(raw):
    return [program.form for program in read(raw)]


def ids(raw):
    return [program.program_id for program in read(raw)]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:20] for case in CASES])
def test_marked_sentence(case):
    """⟦⟧ encloses each programme; a sentence without marks names none."""
    want = re.findall("⟦(.*?)⟧", case["text"])
    raw = case["text"].replace("⟦", "").replace("⟧", "")
    assert [program.text for program in read(raw)] == want


REPORT = (
    "2021年攸县政府工作报告\n——2021年1月8日在攸县第十七届人民代表大会第五次会议上\n各位代表：\n"
    "现在，我代表县人民政府，向大会报告工作，请予审议。\n一、2020年工作回顾\n"
    "过去一年，全县落实“一肩双担”责任制，实施春风助企行动，生产总值增长4%。\n"
    "二、2021年工作安排\n今年要实施清河护岸行动，引进项目20个以上。\n名词解释\n"
    "1.一肩双担：“一肩”就是一个岗位；“双担”就是管业务、管安全。\n"
    "2.“164”布局：构建“一核”，实施“千企培优”，建设“六个攸县”。\n"
    "分享到：新浪微博\n上一篇：醴陵市实施“三年倍增”行动计划\n"
)


def test_labels_of_a_definition_and_page_furniture_name_no_programmes():
    found = [(p.section, p.text) for p in govie.parse(REPORT)._.govie.programs]
    texts = [text for _, text in found]
    assert {"春风助企行动", "清河护岸行动", "一肩双担", "“千企培优”"} <= set(texts)
    assert not {"“一肩”", "“双担”", "“一核”", "“六个攸县”", "“三年倍增”行动计划"} & set(texts)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("实施工业强市战略。", "strategy"),
        ("开展背街小巷品质提升行动。", "campaign"),
        ("深化巡游出租车改革。", "reform"),
        ("启动绿电直连试点。", "pilot"),
        ("制定产教融合三年行动计划。", "plan"),
        ("健全“联审联办”机制。", "mechanism"),
        ("构建“5+3+N”产业体系。", "system"),
        ("举办湖南工业旅游节。", "event"),
        ("推行“一线工作日”。", "other"),
        ("加快南水北调工程建设。", "project"),
    ],
)
def test_kind(raw, kind):
    assert [program.kind for program in read(raw)] == [kind]


@pytest.mark.parametrize(
    "raw",
    [
        "实施“民生90”工程。继续实施民生90工程。",
        "实施“民生90”工程。“民生90”工作逐一落实。",
        "推进“智慧农贸”建设。农贸“智慧”建设提速。",
        "推行“院前三小”建设模式。推广“院前前三小”建设模式。",
        "推进“五查”行动。强化“五查”举措。",
        "打造产业“456”工程升级版。推进产业“456”工程。",
        "建设“四好农村路”。农村“四好”公路通到村组。",
        "开展扫黑除恶行动，扫黑除恶专项斗争取得压倒性胜利。",
    ],
)
def test_variants_share_an_id(raw):
    found = ids(raw)
    assert len(found) == 2
    assert len(set(found)) == 1


@pytest.mark.parametrize(
    "raw",
    [
        "推进“五查”行动。推进“六查”行动。",
        "开展第三次海洋资源普查。开展第四次海洋资源普查。",
        "实施产业升级行动。实施城市更新行动。",
        "深化农业供给侧结构性改革，深化供给侧结构性改革。",
    ],
)
def test_different_programmes_keep_different_ids(raw):
    assert len(set(ids(raw))) == 2


def test_a_known_programme_carries_its_name_and_the_line_that_knows_it():
    (program,) = read("全面打赢精准脱贫攻坚战。")
    assert program.name == "脱贫攻坚战"
    assert program.program_id == "脱贫攻坚战"
    assert program.rule == "pattern"
    assert program.pattern is not None
    assert "programs/national.jsonl:" in program.pattern


def test_an_unknown_programme_is_called_by_its_fullest_form():
    first, second = read("“护苗成长”取得实效，继续开展“护苗成长”关爱行动。")
    assert first.form == "“护苗成长”"
    assert first.name == second.name == "“护苗成长”关爱行动"
    assert first.program_id == "护苗成长关爱行动"
    assert first.pattern is None


def test_packed_names_are_known_again_without_quotes():
    assert forms("开展“五马六乱”专项治理。重拳整治五马六乱。") == ["“五马六乱”专项治理", "五马六乱"]


def test_other_quoted_names_are_known_again_in_quotes_only():
    raw = "实施“古城新韵”行动。擦亮“古城新韵”底色。古城新韵处处可见。"
    assert forms(raw) == ["“古城新韵”行动", "“古城新韵”"]


def test_terms_that_the_text_explains_are_programmes():
    term = Term(id="w0001", start=0, end=1, text="弹", term="“弹性年期出让”", definition="…")
    raw = "审批实现“弹性年期出让”，速度加快。"
    assert forms(raw) == []
    assert [program.form for program in read(raw, [term])] == ["“弹性年期出让”"]


def test_terms_of_a_pack_and_groups_of_people_are_not():
    packed = Term(id="w0001", start=0, end=1, text="弹", term="“弹性年期出让”", source="national")
    group = Term(
        id="w0002",
        start=0,
        end=1,
        text="四",
        term="“五上”企业",
        mentions=(Mention(start=0, end=1, text="四"),),
    )
    assert read("审批实现“弹性年期出让”，“五上”企业增加。", [packed, group]) == []


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        ("抓好涞源、涞水、易县5个规模化林场试点建设。", ["规模化林场试点"]),
        ("推进攸县、茶陵县和炎陵县清风惠民示范工程。", ["清风惠民示范工程"]),
        ("推进攸县、茶陵县清风惠民行动。", ["清风惠民行动"]),
        ("实施攸县、茶陵县道路改造工程。", []),
        # One place is part of a name, and a list of other things is.
        ("推进攸县清风惠民示范工程。", ["攸县清风惠民示范工程"]),
        ("开展机关、学校、社区清风惠民行动。", ["机关、学校、社区清风惠民行动"]),
    ],
)
def test_a_list_of_places_in_front_of_a_name_is_no_part_of_it(raw, named):
    found = govie.parse(raw)._.govie.programs
    assert [program.form for program in found] == named


def test_forms_leave_out_line_breaks_and_note_marks():
    (program,) = read("完成“一区三边”[37]专\n项整治行动。")
    assert program.form == "“一区三边”专项整治行动"
    assert program.text == "“一区三边”[37]专\n项整治行动"


def test_ids_number_the_mentions_in_order():
    assert [program.id for program in read("推行河长制，落实林长制。")] == ["g0001", "g0002"]


def test_each_id_of_the_packs_has_one_kind_and_one_name():
    kinds: dict[str, set[str]] = {}
    seen: dict[str, str] = {}
    for pattern in load_patterns("programs"):
        kinds.setdefault(pattern.id, set()).add(pattern.label)
        assert pattern.pattern not in seen, pattern.source
        seen[pattern.pattern] = pattern.source
        assert pattern.label in PROGRAM_KINDS, pattern.source
        assert not set("“”‘’") & set(pattern.pattern), pattern.source
    assert {id_ for id_, labels in kinds.items() if len(labels) > 1} == set()


def test_the_first_line_of_an_id_tells_name_and_level():
    first = {}
    for pattern in load_patterns("programs"):
        first.setdefault(pattern.id, pattern)
    assert [p.source for p in first.values() if not {"name", "level"} <= p.meta.keys()] == []


def test_a_report(seed_texts):
    found = read(seed_texts["zhuzhou-2021"])
    named = {program.form for program in found}
    assert {
        "“双比双看”大竞赛活动",
        "“151”化债机制",
        "园区“135”工程升级版",
        "乡村振兴战略",
        "国企改革三年行动",
        "湘江保护和治理第三个“三年行动计划”",
        "蓝天碧水净土保卫战",
        "“不忘初心、牢记使命”主题教育",
        "市与县市区事权和支出责任划分改革",
    } <= named
    assert not {form for form in named if "最后一公里" in form or "时代楷模" in form}


def test_discovery_carries_a_report_of_which_no_pack_knows_anything(seed_texts, monkeypatch):
    view = TextView(seed_texts["zhuzhou-2021"])
    monkeypatch.setattr("govie.programs.extraction.find_known", lambda text, held: [])
    found = {program.form for program in extract_programs(view, Context())}
    assert len(found) > 150
    assert {"“五大开放”行动", "职业技能提升行动", "政务服务“好差评”制度"} <= found


SIGNS = "“”‘’《》、，。；：的等和与实施开展工程行动计划改革试点机制一二三双35+[1]\n 乡村振兴战略"


@given(st.text(st.sampled_from(SIGNS), max_size=60) | st.text(max_size=60))
@example("“‘《”’》")
@example("等改革等改革")
@example("的工作机制")
def test_any_text(raw):
    """Offsets hold, mentions do not overlap, ids are in order, kinds are known."""
    found = read(raw)
    end = 0
    for number, program in enumerate(found, 1):
        assert program.id == f"g{number:04}"
        assert end <= program.start < program.end <= len(raw)
        assert raw[program.start : program.end] == program.text
        assert program.kind in PROGRAM_KINDS
        assert program.program_id
        end = program.end


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "“‘",
        "、",
        "实施",
        "“一”",
        "甲工程、",
        "“甲乙”、",
        "等改革",
        "一一",
        "工程",
        "乡村、振兴和",
        "《",
        "“三高四新”",
        "的",
        "[1]",
    ],
)
def test_time_grows_with_the_text_only(piece):
    """Whatever repeats in it."""

    def read(text):
        extract_programs(TextView(text + "专项行动。"), Context())

    assert is_linear(read, piece * (20_000 // len(piece)))


class TestKeysOfALine:
    """What a pack may say about a name beside the name itself."""

    TEXT = "一、2020年工作回顾\n全面完成明珠行动。\n二、2021年工作安排\n继续实施明珠行动。"

    def found(self, tmp_path: Path, *lines: dict[str, object]) -> list[tuple[str, int]]:
        folder = tmp_path / "mine"
        (folder / "programs").mkdir(parents=True)
        rows = [json.dumps(line, ensure_ascii=False) for line in lines]
        (folder / "programs" / "mine.jsonl").write_text("\n".join(rows), encoding="utf-8")
        doc = govie.load(patterns=["default", str(folder)])(self.TEXT)
        return [(p.program_id, p.start) for p in doc._.govie.programs]

    def test_a_name_counts_in_the_sections_that_its_line_names(self, tmp_path: Path) -> None:
        line = {"label": "campaign", "pattern": "明珠行动", "id": "pearl", "in_section": ["review"]}
        assert self.found(tmp_path, line) == [("pearl", self.TEXT.index("明珠"))]

    @pytest.mark.parametrize(
        ("text", "ids"),
        [
            ("实施涌泉计划。", ["spring"]),
            ("编制涌泉计划书3份。", []),
            ("发放涌泉计划书。", []),
            ("实施涌泉计划，印发涌泉计划书。", ["spring"]),
            # A longer name of its own is not the name that is held back.
            ("实施涌泉计划书香行动。", ["涌泉计划书香行动"]),
        ],
    )
    def test_a_name_that_a_guard_holds_back_is_not_found_by_its_form(
        self, tmp_path: Path, text: str, ids: list[str]
    ) -> None:
        self.TEXT = text
        line = {"label": "plan", "pattern": "涌泉计划", "id": "spring", "not_before": ["书"]}
        assert [name for name, _ in self.found(tmp_path, line)] == ids

    def test_a_name_to_skip_is_no_programme(self, tmp_path: Path) -> None:
        line = {"label": "campaign", "pattern": "明珠行动", "id": "pearl", "skip": True}
        assert self.found(tmp_path, line) == []

    def test_the_line_of_higher_priority_names_it(self, tmp_path: Path) -> None:
        low = {"label": "campaign", "pattern": "明珠行动", "id": "low"}
        high = {"label": "plan", "pattern": "明珠行动", "id": "high", "priority": 1}
        assert {name for name, _ in self.found(tmp_path, low, high)} == {"high"}
