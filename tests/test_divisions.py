"""The administrative tree: codes, names, parents, former names, and looking names up."""

from __future__ import annotations

import pytest

from govie.packs import Pattern, load_patterns
from govie.places.description import describe
from govie.places.divisions import Divisions, known_divisions


def code(name, **context):
    division = known_divisions().lookup(name, **context).division
    return division.code if division else None


def test_a_division_and_its_names():
    tianyuan = known_divisions().by_code("430211")
    assert tianyuan.name == "天元区"
    assert tianyuan.level == "county"
    assert tianyuan.full_name == "湖南省株洲市天元区"
    assert tianyuan.display == "株洲市天元区"
    assert [parent.name for parent in known_divisions().parents("430211")] == ["株洲市", "湖南省"]


@pytest.mark.parametrize(
    ("number", "display"),
    [
        ("430000", "湖南省"),
        ("430200", "株洲市"),
        ("430223", "攸县"),
        ("430281", "醴陵市"),
        ("110105", "北京市朝阳区"),
        ("429021", "神农架林区"),
        ("520203", "六枝特区"),
        ("310115", "上海市浦东新区"),
        ("419001", "济源市"),
        ("441900", "东莞市"),
    ],
)
def test_customary_names(number, display):
    assert known_divisions().by_code(number).display == display


def test_every_division_has_the_parent_that_its_code_says():
    divisions = known_divisions()
    for pattern in load_patterns("places/divisions"):
        division = divisions.by_code(pattern.id)
        if division.level == "province":
            assert division.parent is None
        else:
            assert division.parent is not None
            assert divisions.contains(division.parent, division.code)


@pytest.mark.parametrize(
    ("name", "context", "expected"),
    [
        ("湖南省株洲市天元区", {}, "430211"),
        ("株洲市天元区", {}, "430211"),
        ("株洲天元区", {}, "430211"),
        ("株洲", {}, "430200"),
        ("唐县", {}, "130627"),
        ("高唐县", {}, "371526"),
        ("易县", {}, "130633"),
        ("米易县", {}, "510421"),
        ("鼓楼区", {}, None),
        ("鼓楼区", {"within": "320000"}, None),
        ("鼓楼区", {"within": "320100"}, "320106"),
        ("鼓楼区", {"within": "350100"}, "350102"),
        ("鼓楼区", {"within": "430200"}, None),
        ("朝阳区", {"within": "220104"}, "220104"),
        ("海南", {}, "460000"),
        ("海南", {"within": "632521"}, "632500"),
        ("吉林", {"within": "220000"}, "220000"),
        ("湘西", {}, "433100"),
        ("湘西州", {}, "433100"),
        ("县", {}, None),
        ("没有这个地方", {}, None),
    ],
)
def test_looking_a_name_up(name, context, expected):
    assert code(name, **context) == expected


@pytest.mark.parametrize(
    ("short", "within", "official"),
    [
        ("达茂旗", None, "达尔罕茂明安联合旗"),
        ("科左后旗", "150500", "科尔沁左翼后旗"),
        ("察右中旗", None, "察哈尔右翼中旗"),
        ("新右旗", "150700", "新巴尔虎右旗"),
        ("鄂温克旗", None, "鄂温克族自治旗"),
        ("扎旗", "150500", "扎鲁特旗"),
        ("扎旗", "152200", "扎赉特旗"),
        ("杜蒙县", None, "杜尔伯特蒙古族自治县"),
        ("喀左县", "210000", "喀喇沁左翼蒙古族自治县"),
        ("东乡县", "620000", "东乡族自治县"),
        ("巴州", "652827", "巴音郭楞蒙古自治州"),
        ("巴州", "511900", "巴州区"),
    ],
)
def test_short_names_in_official_use(short, within, official):
    assert known_divisions().lookup(short, within=within).division.name == official


def test_an_open_name_lists_its_candidates():
    found = known_divisions().lookup("朝阳区")
    assert [division.full_name for division in found.candidates] == [
        "北京市朝阳区",
        "吉林省长春市朝阳区",
    ]


@pytest.mark.parametrize(
    ("old", "new", "until"),
    [
        ("株洲县", "430212", 2018),
        ("宁乡县", "430182", 2017),
        ("清苑县", "130608", 2015),
        ("满城县", "130607", 2015),
        ("徐水县", "130609", 2015),
        ("望城县", "430112", 2011),
        ("襄樊市", "420600", 2010),
        ("海拉尔市", "150702", 2001),
    ],
)
def test_former_names(old, new, until):
    found = known_divisions().lookup(old, year=2003 if until > 2003 else 1999)
    assert found.division.code == new
    assert (found.former.name, found.former.until) == (old, until)
    assert found.display == old


def test_a_former_name_that_another_has_now_is_settled_by_the_year():
    context = {"within": "370800"}
    assert code("市中区", year=2005, **context) == "370811"
    assert code("市中区", year=2020) is None
    assert "370811" not in [
        d.code for d in known_divisions().lookup("市中区", year=2020).candidates
    ]


def test_an_old_code_gives_the_successor():
    assert known_divisions().by_code("430221").name == "渌口区"


def test_a_name_as_bad_scans_spell_it_is_understood_and_not_passed_on():
    assert code("绿口区", within="430200") == "430212"
    assert "绿口" not in known_divisions().by_code("430212").short_names


def test_former_names_point_to_divisions_that_exist_and_carry_old_codes_that_do_not():
    codes = {pattern.id for pattern in load_patterns("places/divisions")}
    for former in load_patterns("places/former"):
        assert former.id in codes
        assert former.meta.get("former") not in codes
        assert 1949 < former.meta["until"] < 2024


def test_townships_are_read_on_demand():
    found = known_divisions().townships("430202")
    assert "桂花街道" in {township.name for township in found}
    assert all(township.code.startswith("430202") for township in found)
    first = found[0]
    assert known_divisions().by_code(first.code) == first
    assert first.display == "株洲市荷塘区" + first.name
    assert known_divisions().townships("710000") == ()


def test_own_patterns_make_own_divisions():
    lines = [("province", "甲省", "990000"), ("county", "乙县", "990121")]
    divisions = Divisions(
        tuple(Pattern(label=level, pattern=name, id=code) for level, name, code in lines)
    )
    assert len(divisions) == 2
    assert divisions.lookup("甲省乙县").division.parent == "990000"


def test_describing_a_name():
    found = describe("天元区", within="株洲市")
    assert found["division"]["code"] == "430211"
    assert found["division"]["parents"] == [
        {"code": "430200", "name": "株洲市"},
        {"code": "430000", "name": "湖南省"},
    ]
    assert describe("株洲县")["former"] == {"name": "株洲县", "until": 2018, "code": "430221"}
    assert len(describe("鼓楼区")["candidates"]) == 4


def test_the_order_of_lines_does_not_matter_for_parents():
    county = Pattern(label="county", pattern="荷塘区", id="430202")
    city = Pattern(label="prefecture", pattern="株洲市", id="430200")
    made = Divisions((county, city))
    assert made.by_code("430202").display == "株洲市荷塘区"
    assert made.by_code("430000") is None
    assert len(made) == 2


def test_a_former_name_of_an_unknown_division_stands_for_nothing():
    former = Pattern(label="county", pattern="株洲县", id="430212", meta={"until": 2018})
    found = Divisions((former,)).lookup("株洲县")
    assert found.division is None
    assert found.candidates == ()
