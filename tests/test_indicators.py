"""The canonical indicators: what names them, what only contains their name."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear

from govie.facts.indicators import Indicators, known_indicators
from govie.packs import Pattern, load_patterns

PLAN_14 = {
    "gdp": "预期性",
    "labour_productivity": "预期性",
    "urbanisation_rate": "预期性",
    "rd_expenditure": "预期性",
    "high_value_patents_per_10k": "预期性",
    "digital_core_share": "预期性",
    "income_per_capita": "预期性",
    "urban_surveyed_unemployment": "预期性",
    "years_of_schooling": "约束性",
    "doctors_per_1000": "预期性",
    "pension_coverage": "预期性",
    "nursery_places_per_1000": "预期性",
    "life_expectancy": "预期性",
    "energy_per_gdp": "约束性",
    "co2_per_gdp": "约束性",
    "good_air_share": "约束性",
    "good_water_share": "约束性",
    "forest_cover": "约束性",
    "grain_capacity": "约束性",
    "energy_capacity": "约束性",
}
"""The 20 main indicators in the outline of the 14th five-year plan, with their class."""


def found(phrase: str, dimension: str | None = None) -> str | None:
    match = known_indicators().find(phrase, dimension)
    return match and match.id


@pytest.mark.parametrize(
    ("phrase", "indicator"),
    [
        ("地区生产总值", "gdp"),
        ("全市地区生产总值", "gdp"),
        ("地区生产总值增速", "gdp"),
        ("经济增长", "gdp"),
        ("国内生产总值增长预期目标", "gdp"),
        ("株洲市荷塘区地区生产总值", "gdp"),
        ("预计全年全省生产总值", "gdp"),
        ("人均地区生产总值", "gdp_per_capita"),
        ("全市地方一般公共预算收入", "general_budget_revenue"),
        ("地方一般预算收入", "general_budget_revenue"),
        ("公共财政预算收入", "general_budget_revenue"),
        ("全部财政收入", "fiscal_revenue"),
        ("规上工业增加值同口径", "industrial_va"),
        ("全部工业增加值", "industrial_va_total"),
        ("全社会固定资产投资", "fixed_investment"),
        ("工业固定资产投资", "industrial_investment"),
        ("民间固定资产投资增幅", "private_investment"),
        ("房地产开发投资", "real_estate_investment"),
        ("技改投资", "technical_upgrading_investment"),
        ("社会消费品零售总额", "retail_sales"),
        ("城镇居民人均可支配收入", "urban_income_per_capita"),
        ("农民人均纯收入", "rural_net_income_per_capita"),
        ("城乡居民人均可支配收入", "income_per_capita"),
        ("居民收入增长", "income_per_capita"),
        ("城乡居民收入比", "urban_rural_income_ratio"),
        ("登记失业率", "urban_registered_unemployment"),
        ("城镇调查失业率", "urban_surveyed_unemployment"),
        ("户籍人口城镇化率", "registered_urbanisation_rate"),
        ("常住人口城镇化率", "urbanisation_rate"),
        ("单位地区生产总值能耗", "energy_per_gdp"),
        ("能耗“双控”", "energy_per_gdp"),
        ("外贸出口", "exports"),
        ("进出口总额", "trade_total"),
        ("接待游客", "tourist_arrivals"),
        ("棚户区改造", "shanty_areas_renewed"),
        ("科技型中小企业", "technology_smes"),
    ],
)
def test_names(phrase: str, indicator: str) -> None:
    assert found(phrase) == indicator


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "地区生产总值占全国比重",
        "固定资产投资占地区生产总值的比率",
        "对地区生产总值的贡献",
        "海洋生产总值",
        "县域经济",
        "低空经济",
        "园区工业增加值",
        "贫困地区居民收入",
        "交通固定资产投资",
        "机电产品出口",
        "高速公路出口匝道",
        "园区固定资产投资",
        "增速",
        "全市",
    ],
)
def test_a_name_inside_something_else_is_no_name(phrase: str) -> None:
    assert found(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "dimension", "indicator"),
    [
        ("地区生产总值", "money", "gdp"),
        ("地区生产总值", "percent", "gdp"),
        ("地区生产总值", "rank", "gdp"),
        ("地区生产总值", "multiple", "gdp"),
        ("地区生产总值", "age", None),
        ("经济", "percent", "gdp"),
        ("经济", "money", None),
        ("人均预期寿命", "age", "life_expectancy"),
        ("人均预期寿命", "money", None),
        ("城镇新增就业", "people", "urban_new_jobs"),
        ("森林覆盖率", "area", None),
        ("PM2.5平均浓度", "concentration", "pm25"),
        ("高速公路", "length", "expressway_length"),
        ("高速公路", "money", None),
        ("人口自然增长率", "permille", "natural_growth_rate"),
        ("全员劳动生产率", "rate", "labour_productivity"),
        ("固定资产投资", "rate", None),
        ("民生支出占比", "share", "livelihood_share"),
    ],
)
def test_the_unit_must_fit(phrase: str, dimension: str, indicator: str | None) -> None:
    assert found(phrase, dimension) == indicator


def test_a_match_says_where_and_what_part() -> None:
    match = known_indicators().find("全市城乡居民收入增速")
    assert match is not None
    assert "全市城乡居民收入增速"[match.start : match.end] == match.pattern == "城乡居民收入"
    assert match.scope == "urban_and_rural"


def test_classes_are_those_of_the_plan() -> None:
    classes = {i.id: i.plan_class for i in known_indicators() if i.plan_class}
    assert classes == PLAN_14


def test_a_name_belongs_to_one_indicator() -> None:
    names = [p.pattern for p in load_patterns("indicators") if p.label == "INDICATOR"]
    assert len(names) == len(set(names))


def test_every_name_finds_its_own_indicator() -> None:
    wrong = {
        p.pattern: found(p.pattern or "")
        for p in load_patterns("indicators")
        if p.label == "INDICATOR" and found(p.pattern or "") != p.id
    }
    assert wrong == {}


def test_dimensions_are_those_of_the_units() -> None:
    known = {p.meta.get("dimension") for p in load_patterns("units")}
    beside = {"ratio", "rate", "index"}
    for indicator in known_indicators():
        assert indicator.dimensions <= known | beside, indicator.id


def test_by_id() -> None:
    assert known_indicators().by_id("gdp").name == "地区生产总值"
    with pytest.raises(KeyError):
        known_indicators().by_id("happiness")


def test_an_alias_needs_its_canonical_line() -> None:
    line = Pattern(label="INDICATOR", pattern="幸福", id="happiness", source="mine.jsonl:1")
    with pytest.raises(ValueError, match=r"mine\.jsonl:1: .*happiness"):
        Indicators([line])


@given(st.text(alphabet="全省市地区生产总值经济增长速度投资，的年", max_size=30))
def test_what_is_found_stands_in_the_phrase(phrase: str) -> None:
    match = known_indicators().find(phrase)
    if match:
        assert phrase[match.start : match.end] == match.pattern


@pytest.mark.parametrize("long", ["我们要坚持以人民为中心的发展思想" * 2000, "增速" * 10_000])
def test_time_grows_with_the_phrase_only(long: str) -> None:
    fresh = Indicators(load_patterns("indicators"))
    # Phrases met before are remembered: each is one of its own.
    numbers = count()
    assert is_linear(lambda text: fresh.find(f"{text}{next(numbers)}增速"), long)
