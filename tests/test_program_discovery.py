"""Names that no pack knows: rules, kinds, edges, and the words that the packs of words hold."""

from __future__ import annotations

import json

import pytest
import regex

import govie
from govie.kinds import PROGRAM_KINDS
from govie.packs import load_patterns
from govie.programs.discovery import discover
from govie.programs.quotes import Quotes, is_packed
from govie.programs.words import load_words


def found(text):
    return [(text[find.start : find.end], find.kind, find.rule) for find in discover(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展“清风”行动。", [("“清风”行动", "campaign", "quoted_head")]),
        ("健全水源地巡查联动机制。", []),
        ("健全“巡查联动”机制。", [("“巡查联动”机制", "mechanism", "quoted_head")]),
        ("深化婚俗改革。", [("婚俗改革", "reform", "bare")]),
        ("试行“一窗联办”。", [("“一窗联办”", "other", "quoted")]),
        ("“交房即领证”全面落地。", [("“交房即领证”", "reform", "quoted")]),
        (
            "户籍管理、社会救助等改革。",
            [("户籍管理", "reform", "listed_bare"), ("社会救助", "reform", "listed_bare")],
        ),
        ("水利、交通等重点工程。", []),
        ("建设“滨江星城”美术馆。", []),
        ("整治“回头看”。", []),
    ],
)
def test_rules(text, expected):
    assert found(text) == expected


def test_a_verb_that_is_a_type_word_ends_nothing_where_a_name_begins():
    assert found("建设农村金融创新试验区。") == [("农村金融创新试验区", "pilot", "bare")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("深入开展规范中介收费专项行动。", ["规范中介收费专项行动"]),
        ("开展服务台商创业月活动。", ["服务台商创业月活动"]),
        (
            "实施降低办电成本行动，开展防范和化解欠薪专项行动。",
            ["降低办电成本行动", "防范和化解欠薪专项行动"],
        ),
        ("开展窗口单位突出问题集中整治。", ["窗口单位突出问题集中整治"]),
        ("实施外贸企业融资促进计划。", ["外贸企业融资促进计划"]),
        # 推进 takes a verb as well, and what stands behind 新一轮 or 了 is a noun of its own.
        ("推进规范金融放贷专项行动。", ["金融放贷专项行动"]),
        ("实施了新一轮清河护岸行动。", ["清河护岸行动"]),
        ("开展试点，落实药品集采改革。", ["药品集采改革"]),
        ("启动促进青年就业行动，印发白鹿人才引进计划。", ["促进青年就业行动", "白鹿人才引进计划"]),
        ("出台支持夜间消费三年行动计划。", ["支持夜间消费三年行动计划"]),
        ("制定保障鲜活农产品运输行动计划。", ["保障鲜活农产品运输行动计划"]),
        ("启动建设白鹿湖清淤工程，制定完善白鹿湖保护计划。", ["白鹿湖清淤工程", "白鹿湖保护计划"]),
    ],
)
def test_verbs_within_the_object_of_a_verb_of_doing(text, names):
    assert [name for name, *_ in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("实施旅游活县、生态立县和项目带动战略。", ["旅游活县", "生态立县", "项目带动战略"]),
        (
            "大力实施科教兴市、外向带动、城镇化三大战略。",
            ["科教兴市", "外向带动", "城镇化"],
        ),
        ("抓好碧水润城、书香满城两大工程。", ["碧水润城", "书香满城"]),
        ("推进大健康、大文旅、大物流三大战略行动。", ["大健康", "大文旅", "大物流"]),
        ("抓好产业强基、城市提质两大攻坚行动。", ["产业强基", "城市提质"]),
        ("打好蓝天、碧水、净土三大保卫战。", ["蓝天、碧水、净土三大保卫战"]),
        ("大力发展柑橘、茶叶、油茶“三大产业”。", ["“三大产业”"]),
        # Not as many as are counted, not governed, too short, or saying nothing.
        ("抓好碧水润城、书香满城三大工程。", ["书香满城三大工程"]),
        ("提出人口素质、城乡布局战略。", ["人口素质、城乡布局战略"]),
        ("实施品牌、专利战略。", ["品牌、专利战略"]),
        ("实施水利建设、交通建设两大工程。", []),
    ],
)
def test_lists_that_share_a_type_word(text, names):
    assert [name for name, *_ in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("完成12座危桥大修工程和城东污水处理厂扩建工程。", ["城东污水处理厂扩建工程"]),
        ("实施污水处理厂二期工程、雨污分流工程。", []),
        ("完善防汛抗旱减灾工程体系。", []),
        ("用改革办法破解难题，推进普查工作改革思维。", []),
        ("固定资产投资超计划8个百分点。", []),
        ("必须把开放带动作为主体战略。", []),
        ("扩大教育领域开放试点。", []),
        ("推进供水服务与缴费一体化系统建设。", []),
        ("完善海洋强国战略体系。", []),
        ("积极推进教育、卫生等社会事业改革。", []),
        ("创建“5A”级景区创建点，做好社区“两委”换届。", []),
        ("打好八大标志性战役。", []),
        ("打好清水江保护八大标志性战役。", ["清水江保护八大标志性战役"]),
        ("狠抓“护苗成长”，全面推开“银发顾问”。", ["“护苗成长”", "“银发顾问”"]),
    ],
)
def test_plain_works_and_sentences_are_no_names(text, names):
    assert [name for name, *_ in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("实施“双百”、“双千”两大行动。", ["“双百”", "“双千”"]),
        (
            "推进“红枫工匠”“白鹿家政”“清河师傅”三项工程。",
            ["“红枫工匠”", "“白鹿家政”", "“清河师傅”"],
        ),
        ("推进“红枫工匠”“白鹿家政”三项工程。", ["“红枫工匠”", "“白鹿家政”三项工程"]),
        ("推进“红枫”三大工程。", ["“红枫”三大工程"]),
        ("办好第九届白鹿文化节、“五五购物节”。", ["“五五购物节”", "第九届白鹿文化节"]),
        ("完成省水保督察及“回头看”。", ["省水保督察及“回头看”"]),
    ],
)
def test_a_count_behind_quotes_sums_them_up_and_a_list_mark_divides(text, names):
    assert sorted(name for name, *_ in found(text)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("开工建设青龙湖水源连通工程。", ["青龙湖水源连通工程"]),
        ("牢固确立生态立省主体战略。", ["生态立省主体战略"]),
        ("成功举办三届白鹿文化旅游节。", ["白鹿文化旅游节"]),
        ("完成12.5万亩退牧还草工程。", ["退牧还草工程"]),
        ("推动机器人推广应用试点。", ["机器人推广应用试点"]),
        ("扩大灵活就业人员职业伤害保障试点。", ["灵活就业人员职业伤害保障试点"]),
        ("壮大“5+3”产业体系，培育“6+2”产业集群。", ["“5+3”产业体系", "“6+2”产业集群"]),
        ("实施改圈、改院、改灶“三改”工程。", ["“三改”工程"]),
        ("推行支书、组长、网格员和志愿者“四方联动”机制。", ["“四方联动”机制"]),
        ("实施金桥安居工程、库区“三改”工程。", ["金桥安居工程", "库区“三改”工程"]),
        ("实施红枫人才引进计划、“领雁”工程。", ["红枫人才引进计划", "“领雁”工程"]),
        ("建成日喀则和平渡槽加固工程。", ["日喀则和平渡槽加固工程"]),
        ("实施青石山生态保护和建设工程。", ["青石山生态保护和建设工程"]),
        ("推进白水河流域保护与修复工程。", ["白水河流域保护与修复工程"]),
        ("推进百万人口脱贫攻坚战略。", ["百万人口脱贫攻坚战略"]),
        ("推进外向带动战略。", ["外向带动战略"]),
        ("推进能源革命综合改革试点，迎接科技革命。", ["能源革命综合改革试点"]),
        ("全面推开县域水价改革。", ["县域水价改革"]),
        ("搭建白鹿人才飞地计划，重启青石山绿化工程。", ["白鹿人才飞地计划", "青石山绿化工程"]),
        (
            "扶持“雁阵形”产业集群，落实扶持壮大白鹿茶业计划。",
            ["“雁阵形”产业集群", "扶持壮大白鹿茶业计划"],
        ),
        ("实施从化荔枝提质行动、如东海堤加固工程。", ["从化荔枝提质行动", "如东海堤加固工程"]),
        ("启动清水江高水平保护攻坚行动。", ["清水江高水平保护攻坚行动"]),
        ("公布清水河减排行动目标，建成红枫试点村12个。", []),
    ],
)
def test_left_edges(text, names):
    assert [name for name, *_ in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("开展企业服务年活动、重点项目大会战。", ["企业服务年活动", "重点项目大会战"]),
        (
            "开展项目建设年、企业服务年和作风建设年活动。",
            ["项目建设年", "企业服务年", "作风建设年活动"],
        ),
        ("打响水利建设三年大决战。", ["水利建设三年大决战"]),
        ("企业服务年均增长8%，项目建设年度计划完成。", []),
    ],
)
def test_years_and_battles_need_no_name(text, names):
    assert [name for name, *_ in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("实施城市提升行动，深化文化体制改革。", ["城市提升行动", "文化体制改革"]),
        ("推进水利工程管理体制改革、农业三年行动。", ["水利工程管理体制改革", "农业三年行动"]),
        ("实施重点攻坚行动，深化重点领域体制改革。", []),
        ("实施城市工程，推进农业改革试点工作。", []),
    ],
)
def test_a_field_of_work_names_a_reform_or_an_action(text, names):
    assert [name for name, *_ in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("全面推行临街门店诚信等级制度。", ["临街门店诚信等级制度"]),
        ("实行白鹿湖取水许可管理制度。", ["白鹿湖取水许可管理制度"]),
        ("健全临街门店诚信等级制度，实行管理制度。", []),
        ("推行清风行动，健全临街门店诚信等级制度。", ["清风行动"]),
    ],
)
def test_verbs_behind_which_a_type_word_needs_no_quotes(text, names):
    assert [name for name, *_ in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("按照市委“12369”总体要求，狠抓落实。", ["“12369”总体要求"]),
        ("围绕“1357”[3]总体发展思路，开局良好。", ["“1357”[3]总体发展思路"]),
        ("按照“一核三带”发展思路，优化布局。", ["“一核三带”发展思路"]),
        ("按照“山上种果、山下建厂”发展思路，壮大集体经济。", []),
        ("落实“稳字当头”总体要求。", []),
    ],
)
def test_formulas_with_a_word_that_makes_no_other_names(text, names):
    assert [name for name, *_ in found(text)] == names


def test_a_list_is_read_once():
    text = "开展“甲天下”“乙江南”等惠民活动，实施丙湖修复工程和丁山绿化工程。"
    names = sorted(name for name, *_ in found(text))
    assert names == ["“乙江南”", "“甲天下”", "丁山绿化工程", "丙湖修复工程"]


@pytest.mark.parametrize(
    "phrase",
    ["四战两行动", "三高四新", "六稳", "3+5+2", "一办两中心", "民生100", "14+1", "双百双新"],
)
def test_packed(phrase):
    assert is_packed(phrase)


@pytest.mark.parametrize("phrase", ["四类房", "最后一公里", "一", "5G", "乡村振兴", "一" * 40])
def test_not_packed(phrase):
    assert not is_packed(phrase)


def test_masks_keep_every_place():
    text = "实施“甲‘乙’丙”工程[12]，读《丁》。‘戊’好"
    quotes = Quotes(text)
    assert quotes.masked == "实施○○○○○○○工程△△△△，读□□□。○○○好"
    assert [quote.content for quote in quotes.all] == ["甲‘乙’丙", "戊"]


def test_shapes_match_their_examples():
    shapes = [p for p in load_patterns("program_words") if p.regex]
    assert shapes
    for shape in shapes:
        pattern = regex.compile(shape.regex)
        assert [text for text in shape.examples["yes"] if not pattern.fullmatch(text)] == []
        assert [text for text in shape.examples["no"] if pattern.fullmatch(text)] == []


def test_words_have_known_labels_and_stand_once():
    labels = {
        "GOVERN",
        "LEAD",
        "SHARED",
        "OPENING",
        "PLAIN",
        "FILLER",
        "NO_PROGRAM",
        "NO_PROGRAM_ENDING",
    }
    labels |= {"NO_PROGRAM_BEFORE", "FIELD", "VARIABLE_OPENING", "VARIABLE_ENDING", *PROGRAM_KINDS}
    seen = set()
    for word in load_patterns("program_words"):
        assert word.label in labels, word.source
        assert (word.label, word.pattern, word.regex) not in seen, word.source
        seen.add((word.label, word.pattern, word.regex))


def test_what_says_nothing():
    words = load_words()
    assert [p for p in ("三年行动计划", "回头看", "五大行动") if not words.says_nothing(p)] == []
    assert [p for p in ("清风", "民生100", "三高四新") if words.says_nothing(p)] == []


def test_words_and_forms_of_a_pack(tmp_path):
    lines = [
        {"label": "OPENING", "pattern": "本轮"},
        # A form that Python's own re does not know.
        {"label": "reform", "regex": r"\p{Han}{2}一掌通"},
    ]
    rows = [json.dumps(line, ensure_ascii=False) for line in lines]
    (tmp_path / "program_words.jsonl").write_text("\n".join(rows), encoding="utf-8")
    text = "本轮清风护河行动成效明显，“民生一掌通”惠及万家。"

    def programs(patterns):
        found = govie.load(patterns=patterns)(text)._.govie.programs
        return [(program.text, program.kind) for program in found]

    assert programs(["default"]) == [("本轮清风护河行动", "campaign")]
    assert programs(["default", str(tmp_path)]) == [
        ("清风护河行动", "campaign"),
        ("“民生一掌通”", "reform"),
    ]


def test_the_type_words_that_the_names_of_a_list_share_are_those_of_the_packs(tmp_path):
    (tmp_path / "program_words.jsonl").write_text(
        '{"label": "SHARED", "pattern": "工程"}', encoding="utf-8"
    )

    def programs(text, patterns):
        return [program.text for program in govie.load(patterns=patterns)(text)._.govie.programs]

    strategies, projects = "大力实施科教兴县、生态立县战略。", "大力实施清风护河、碧水绕城工程。"
    assert programs(strategies, ["default"]) == ["科教兴县", "生态立县战略"]
    assert programs(projects, ["default"]) == ["碧水绕城工程"]
    assert programs(projects, ["default", str(tmp_path)]) == ["清风护河", "碧水绕城工程"]
