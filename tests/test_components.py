"""The parts that a definition enumerates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear

from govie.glossary.components import find_components
from govie.glossary.promises import read_promise


def parts(term: str, definition: str) -> list[str]:
    spans = find_components(definition, 0, len(definition), read_promise(term), term)
    return [definition[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("term", "definition", "expected"),
    [
        ("五清", "清淤、清障、清污、清违和清杂。", "清淤 清障 清污 清违 清杂"),
        ("三保障", "指粮食保障、能源保障以及用地保障。", "粮食保障 能源保障 用地保障"),
        # A frame around the list: verb in front, noun of the term behind.
        ("“三园”建设", "加快推进果园、茶园、菜园建设。", "果园 茶园 菜园"),
        ("四类人群", "面向老人、儿童、孕妇、残疾人四类人群。", "面向老人 儿童 孕妇 残疾人"),
        ("两升", "居民收入和企业效益提升。", "居民收入 企业效益"),
        (
            "“三院一馆”",
            "经过修缮的文庙书院、城南书院、河东书院、县图书馆。",
            "文庙书院 城南书院 河东书院 县图书馆",
        ),
        (
            "老四园",
            "经过改造的市动物园、植物园、科技园、少年园正式向市民免费开放。",
            "市动物园 植物园 科技园 少年园",
        ),
        (
            "五气同治",
            "统筹推进工业锅炉、餐饮油烟、秸秆焚烧、机动车船、扬尘工地污染治理。",
            "工业锅炉 餐饮油烟 秸秆焚烧 机动车船 扬尘工地",
        ),
        # Who says it, and what it is called besides.
        (
            "三大压力",
            "县委全会提出，要积极应对需求收缩的压力。供给冲击的压力。预期转弱的压力。",
            "需求收缩的压力 供给冲击的压力 预期转弱的压力",
        ),
        (
            "三种态势",
            "当前全县发展呈现出稳中向好的态势、稳中提质的态势、稳中有忧的态势。",
            "稳中向好的态势 稳中提质的态势 稳中有忧的态势",
        ),
        ("“双低”产业", "指低污染、低耗水产业，也称为低排放、低能耗产业。", "低污染 低耗水"),
        (
            "四下基层",
            "宣传党的政策下基层、调查研究下基层、信访接待下基层、现场办公下基层。",
            "宣传党的政策下基层 调查研究下基层 信访接待下基层 现场办公下基层",
        ),
        # Commas and semicolons inside and between the items.
        ("双查双改", "查作风，改制度；查纪律，改流程。", "查作风 改制度 查纪律 改流程"),
        (
            "三个凡是",
            "凡是省级放权的，都要接住；凡是市级能办的，都要办好；凡是县级可定的，都要定实。",
            "凡是省级放权的，都要接住 凡是市级能办的，都要办好 凡是县级可定的，都要定实",
        ),
        # Brackets and quotation marks hold their commas and conjunctions together.
        (
            "两项清单",
            "正面清单（准入、退出）和“负面、限制”清单。",
            "正面清单（准入、退出） “负面、限制”清单",
        ),
        # Lists behind an announcement, in a quotation, in front of their label.
        (
            "三项改革",
            "2019年市委全会提出，分别是户籍改革、土地改革、金融改革。",
            "户籍改革 土地改革 金融改革",
        ),
        (
            "“四个一”机制",
            "是指“一个专班、一张清单、一套办法、一抓到底”的机制。",
            "一个专班 一张清单 一套办法 一抓到底",
        ),
        # Parts with labels, with and without quotation marks, and with digits.
        ("一核两翼", "一核即主城区；两翼即东部新区和西部新区。", "主城区 东部新区 西部新区"),
        ("“1+2”格局", "“1”是指老城；“2”是指河东、河西两个片区。", "老城 河东 河西"),
        (
            "“三减两增”",
            "“三减”指减煤、减油、减肥；“两增”指增加绿地、湿地。",
            "减煤 减油 减肥 绿地 湿地",
        ),
        # One group of items for each number.
        (
            "三区三线",
            "城镇空间、农业空间、生态空间，以及开发边界、永久农田、生态红线三条控制线。",
            "城镇空间 农业空间 生态空间 开发边界 永久农田 生态红线",
        ),
        # Without a promise: the name spelled out, numbered items, quoted ones.
        (
            "专精特新",
            "具有“专业化、精细化、特色化、新颖化”特征的中小企业。",
            "专业化 精细化 特色化 新颖化",
        ),
        ("“放管服”改革", "简政放权、放管结合、优化服务。", "简政放权 放管结合 优化服务"),
        (
            "园区“135”工程",
            "支持100个园区，建设3000万平方米厂房，引进5000家企业。",
            "支持100个园区 建设3000万平方米厂房 引进5000家企业",
        ),
        ("民生实事", "（1）改造旧城。（2）修缮校舍。（3）疏浚河道。", "改造旧城 修缮校舍 疏浚河道"),
        ("链式改造", "包括“供应链改造”和“产业链改造”。", "供应链改造 产业链改造"),
        # Prose enumerates nothing, whatever commas it holds.
        ("长者食堂", "由街道牵头、企业运营，为老年人提供低价餐食，方便就近用餐。", ""),
        ("“1530”工程", "每位名校长带领10位教师，帮扶5所学校，培养30名骨干。", ""),
    ],
)
def test_parts(term: str, definition: str, expected: str) -> None:
    assert parts(term, definition) == expected.split()


def test_a_promise_not_kept_shows_what_is_there() -> None:
    """Ten chains are promised and three are named."""
    assert parts("十大产业链", "工程机械、轨道交通、电子信息等产业链。") == [
        "工程机械",
        "轨道交通",
        "电子信息",
    ]


SIGNS = st.text(alphabet="“”（）《》、，；。：和及与以为的等一二三3+N稳增是指即 \n", max_size=60)


@given(term=SIGNS, definition=SIGNS)
def test_parts_lie_in_the_definition_in_order(term: str, definition: str) -> None:
    spans = find_components(definition, 0, len(definition), read_promise(term), term)
    ends = [end for _, end in spans]

    assert all(0 <= start < end <= len(definition) for start, end in spans)
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    "definition", ["、" * 100_000, "甲、" * 50_000, "“" * 10_000, "即" * 50_000]
)
def test_time_grows_with_the_definition_only(definition: str) -> None:
    assert is_linear(lambda text: parts("六稳", text), definition)
    assert is_linear(lambda text: parts("长者食堂", text), definition)
