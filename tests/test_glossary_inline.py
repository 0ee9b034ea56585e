"""Definitions in passing."""

from __future__ import annotations

import pytest

from govie.context import Context
from govie.glossary.extraction import definition_spans, extract_terms
from govie.text.view import TextView


@pytest.mark.parametrize(
    ("text", "term", "components"),
    [
        ("“三降”是指能耗、水耗和物耗的下降。", "三降", "能耗 水耗 物耗"),
        (
            "打好“三大战役”——道路建设、河道整治、旧城改造。",
            "三大战役",
            "道路建设 河道整治 旧城改造",
        ),
        ("“一园”，即抓好城北植物园建设。", "一园", ""),
        ("推行“三快”工作法（快响应、快处置、快反馈）。", "“三快”工作法", "快响应 快处置 快反馈"),
        ("严查“三合一”场所，是指住宿、生产、仓储。", "“三合一”场所", "住宿 生产 仓储"),
        ("提供“一站式”服务，即一个窗口受理、一次办结。", "“一站式”服务", ""),
        (
            "启动“124”行动计划：“1”是一个中心，“2”是两条走廊，“4”是四大集群。",
            "“124”行动计划",
            "一个中心 两条走廊 四大集群",
        ),
        (
            "完善“1+N”政策体系（“1”指总体方案，“N”指配套措施）。",
            "“1+N”政策体系",
            "总体方案 配套措施",
        ),
        ("推进车位、床位、学位“三位”建设。", "“三位”建设", "车位 床位 学位"),
        ("抓好签约率、开工率和投产率“三率提升”。", "三率提升", "签约率 开工率 投产率"),
        ("重点推进供水、供气、供热、供电等“四供”改造。", "“四供”改造", "供水 供气 供热 供电"),
        ("深化马上办、网上办、就近办等“少跑腿”改革。", "“少跑腿”改革", "马上办 网上办 就近办"),
        (
            "推广“门口三小”经验，建设居民身边的小公园、小书屋、小食堂。",
            "门口三小",
            "小公园 小书屋 小食堂",
        ),
        (
            "加快“2+3”产业集群发展，做强钢铁、建材两大传统产业，培育新材料、新能源、软件三大新兴产业。",
            "“2+3”产业集群",
            "钢铁 建材 新材料 新能源 软件",
        ),
        (
            "落实“三清一改”（清垃圾、清沟渠、清粪污，改习惯）要求。",
            "三清一改",
            "清垃圾 清沟渠 清粪污 改习惯",
        ),
        ("落实“一减一补”（减收学费，补助路费）政策。", "一减一补", "减收学费 补助路费"),
        (
            "开展“三清两建”，清河道、清沟渠、清村道，建公园、建广场。",
            "三清两建",
            "清河道 清沟渠 清村道 建公园 建广场",
        ),
        ("落实扶贫“双到”（项目到户、干部到人）要求。", "双到", "项目到户 干部到人"),
        (
            "开展“亮灯行动”（逐街巡查、逐杆登记、逐盏修复）。",
            "亮灯行动",
            "逐街巡查 逐杆登记 逐盏修复",
        ),
        ("落实“两补”（补助学费、补助路费）政策。", "两补", "补助学费 补助路费"),
        ("推广“农科教”（农业、科技、教育）结合。", "农科教", "农业 科技 教育"),
        ("推行“阳光三务”，即党务、政务、财务公示。", "阳光三务", "党务 政务 财务"),
        ("实现通水、通电、通路、通邮“四通”。", "四通", "通水 通电 通路 通邮"),
        (
            "开展“三迎三送”（迎客商送政策、迎人才送岗位、迎学子送关爱）活动。",
            "三迎三送",
            "迎客商送政策 迎人才送岗位 迎学子送关爱",
        ),
        ("推行村民、组长、组员、干部“四级联动”机制。", "“四级联动”机制", "村民 组长 组员 干部"),
        (
            "实施“三大行动”，一是清河行动，二是护林行动，三是净土行动。",
            "三大行动",
            "清河行动 护林行动 净土行动",
        ),
        (
            "落实“三个一”责任制，即一名领导、一个专班、一套方案。",
            "“三个一”责任制",
            "一名领导 一个专班 一套方案",
        ),
    ],
)
def test_found(text: str, term: str, components: str) -> None:
    (found,) = extract_terms(TextView(text), Context())

    assert found.inline
    assert (found.term, list(found.components)) == (term, components.split())


@pytest.mark.parametrize(
    "text",
    [
        "制定了“十四五”规划。",
        "落实“四个革命”要求，推动发展。",
        "打造“三个窗口”、践行“四种作风”、落实五项任务。",
        "支持甲公司、乙公司、丙公司等“双高”企业扩大生产。",
        "推进红旗路、建设路、解放路等片区“三微”改造。",
        "严格履行“一岗三责”，出台资金、资产、资源管理和责任追究暂行办法等制度。",
        "坚持“快”字当头，即刻行动。",
        "推进京津风沙源治理、退耕还林和“三北”防护林工程。",
        "落实“两补”（见附件一、附件二）政策。",
        "推行“一会一函”，召开会议，发函落实。",
        "落实“一岗双责”，严格考核、落实责任、强化责任追究、岗位管理。",
        "获评“文明县城”（山阳、南河、北岭）称号。",
        "获评“书香村”（全省两个、全市唯一）称号。",
    ],
)
def test_left_out(text: str) -> None:
    assert [term.term for term in extract_terms(TextView(text), Context()) if term.inline] == []


def test_a_definition_ends_with_its_list() -> None:
    text = "突出“三抓”——抓产业、抓项目、抓招商，全力稳住增长。"
    (found,) = extract_terms(TextView(text), Context())

    assert found.definition == "抓产业、抓项目、抓招商"


def test_a_definition_of_pairs_ends_with_its_list() -> None:
    text = "落实“三管三必须”，即管生产必须管安全、管项目必须管安全、管经营必须管安全，守住底线。"
    (found,) = extract_terms(TextView(text), Context())

    assert found.definition == "管生产必须管安全、管项目必须管安全、管经营必须管安全"
    assert (len(found.components), found.count, found.complete) == (3, 3, True)


def test_labels_within_a_definition_are_no_terms() -> None:
    text = "打造“一轴、两带”：“一轴”即湘江发展轴，“两带”即滨水生态带、环山旅游带。"

    assert [term.term for term in extract_terms(TextView(text), Context())] == ["一轴、两带"]


def test_only_verbs_of_defining_keep_facts_out() -> None:
    """What “X”是指 says is no fact; lists in passing may hold targets."""
    text = "“百日战”是指100天攻坚。推进车位、床位、学位“三位”建设。"
    view = TextView(text)

    assert [text[slice(*span)] for span in definition_spans(view, Context())] == ["100天攻坚"]
