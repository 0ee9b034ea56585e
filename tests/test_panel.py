"""Panels: what governments promised and what came of it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from rich.cells import cell_len
from spacy.tokens import Doc
from typer.testing import CliRunner, Result

import govie
from govie import PanelRow
from govie.cli.app import app
from govie.errors import ConfigError, PatternError
from govie.panels import PanelWarning, headlines, widen
from govie.rows import form_of

ZHUZHOU = ("zhuzhou-2020", "zhuzhou-2021", "zhuzhou-2023")


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def read(text: str, year: int, place: str = "株洲市") -> Doc:
    return govie.parse(text, jurisdiction=place, year=year)


def report(year: int, targets: str, results: str = "", place: str = "株洲市") -> Doc:
    """A short report: what was reached last year, and what is promised for this one."""
    return read(
        f"一、{year - 1}年工作回顾\n{year - 1}年，{results or '各项工作取得新进展'}。\n"
        f"二、{year}年主要预期目标\n{year}年的主要预期目标是：{targets or '保持稳定'}。\n",
        year,
        place,
    )


def row_of(rows: list[PanelRow], year: int, indicator: str, measure: str = "growth") -> PanelRow:
    (row,) = [
        row
        for row in rows
        if (row.year, row.indicator_id, row.measure) == (year, indicator, measure)
    ]
    return row


def verdict(targets: str, results: str, indicator: str, measure: str = "growth") -> PanelRow:
    """The row of 2021 from a report of 2021 and one of 2022."""
    rows = govie.panel([report(2021, targets), report(2022, "", results)])
    return row_of(rows, 2021, indicator, measure)


@pytest.fixture(scope="module")
def zhuzhou(seed_docs: Mapping[str, Doc]) -> list[PanelRow]:
    return govie.panel({name: seed_docs[name] for name in ZHUZHOU})


class TestZhuzhou:
    """The three seeds, cell by cell."""

    # The targets paragraph of the report of 2020, and what the report of 2021 says came of it.
    OF_2020 = """
gdp                         growth 8%以上       8    -    ge     expected hard 4.1  eq -3.9  no
industrial_va               growth 8.2%以上     8.2  -    ge     expected hard 5.1  eq -3.1  no
fixed_investment            growth 10%          10   10   eq     expected -    9.7  eq -0.3  no
general_budget_revenue      growth 5%以上       5    -    ge     expected hard 1.8  eq -3.2  no
retail_sales                growth 10%          10   10   eq     expected -    -2.3 eq -12.3 no
cpi                         growth 3.5%左右     3.5  3.5  approx binding  soft -    -  -     -
urban_surveyed_unemployment level  5.5%以内     -    5.5  le     binding  hard -    -  -     -
income_per_capita           growth 高于经济增长 -    -    -      expected -    5.6  eq 1.5   yes
main_pollutants             growth 完成节能减排等约束性指标 - - - binding hard -    -  -     -
"""
    COLUMNS = (
        "indicator_id measure target_text target_low target_high comparator commitment "
        "strictness actual actual_comparator gap met"
    )

    def test_what_was_promised_for_2020_and_what_came(self, zhuzhou: list[PanelRow]) -> None:
        found = [
            [plain(getattr(row, column)) for column in self.COLUMNS.split()]
            for row in zhuzhou
            if row.year == 2020 and row.headline
        ]
        assert found == [line.split() for line in self.OF_2020.strip().splitlines()]

    def test_what_the_report_of_2021_does_not_say(self, zhuzhou: list[PanelRow]) -> None:
        states = {
            row.indicator_id: (row.target_state, row.actual_state)
            for row in zhuzhou
            if row.year == 2020 and row.headline
        }
        silent = {"cpi", "urban_surveyed_unemployment", "main_pollutants"}
        assert {name for name, state in states.items() if state[1] == "not_stated"} == silent
        assert {state[0] for state in states.values()} == {"stated"}
        assert {states[name][1] for name in states.keys() - silent} == {"stated"}

    def test_years_without_one_of_the_two_reports(self, zhuzhou: list[PanelRow]) -> None:
        states = {(row.year, row.target_state, row.actual_state) for row in zhuzhou}
        assert states == {
            (2019, "not_found", "stated"),
            (2020, "stated", "stated"),
            (2020, "stated", "not_stated"),
            (2020, "not_stated", "stated"),
            (2021, "stated", "not_found"),
            (2022, "not_found", "stated"),
            (2023, "stated", "not_found"),
        }

    def test_headline_targets_of_2021_and_2023(self, zhuzhou: list[PanelRow]) -> None:
        targets = {
            year: [row.target_text for row in zhuzhou if row.year == year and row.headline]
            for year in (2021, 2023)
        }
        assert targets[2021] == [
            "8%左右",
            "5%",
            "8.5%",
            "9%",
            "10%",
            "低于全省平均水平",
            "高于经济增长",
            "全面完成能耗“双控”目标",
        ]
        assert targets[2023][:11] == [
            "7.5%左右",
            "8.5%左右",
            "8%左右",
            "8%左右",
            "7.5%左右",
            "20%左右",
            "3.5%以内",
            "高于经济增长",
            "低于全省平均水平",
            "30亿斤以上",
            "完成国家和省下达的节能减排任务",
        ]

    def test_whose_rows_they_are(self, zhuzhou: list[PanelRow]) -> None:
        assert {(row.place, row.adcode, row.level) for row in zhuzhou} == {
            ("株洲市", "430200", "prefecture")
        }

    def test_income_is_measured_against_the_growth_of_the_economy(
        self, zhuzhou: list[PanelRow]
    ) -> None:
        row = row_of(zhuzhou, 2020, "income_per_capita")
        assert (row.relation, row.relative_to, row.reference) == (
            "above",
            "经济增长",
            Decimal("4.1"),
        )

    def test_both_sides_lead_back_to_the_raw_texts(
        self, zhuzhou: list[PanelRow], seed_texts: Mapping[str, str]
    ) -> None:
        row = row_of(zhuzhou, 2020, "gdp")
        assert (row.target_doc, row.actual_doc) == ("zhuzhou-2020", "zhuzhou-2021")
        assert seed_texts["zhuzhou-2020"][row.target_start : row.target_end] == "8%"
        assert seed_texts["zhuzhou-2021"][row.actual_start : row.actual_end] == "4.1%"
        assert row.target_sentence is not None
        assert row.target_sentence.startswith("今年主要预期目标是：全市地区生产总值增长8%以上")
        assert row.actual_sentence is not None
        assert row.actual_sentence.startswith("全年地区生产总值增长4.1%，增速居全省第二；")

    def test_the_city_stands_above_its_district(self, seed_docs: Mapping[str, Doc]) -> None:
        rows = govie.panel([seed_docs["hetang-2021"], seed_docs["zhuzhou-2021"]])
        row = next(
            row
            for row in rows
            if (row.place, row.year, row.indicator_id) == ("株洲市荷塘区", 2021, "industrial_va")
        )
        assert (row.target_low, row.comparator) == (9, "ge")
        above = row.target_above_place, row.target_above_low, row.target_above_comparator
        assert above == ("株洲市", Decimal("8.5"), "eq")
        assert {r.target_above_place for r in rows if r.place == "株洲市"} == {None}

    def test_articles_beside_reports_are_passed_over(self, seed_docs: Mapping[str, Doc]) -> None:
        rows = govie.panel([seed_docs["changsha-web-page"]])
        assert {(row.place, row.year) for row in rows} == {
            ("长沙市天心区", 2020),
            ("长沙市天心区", 2021),
            ("长沙市雨花区", 2020),
            ("长沙市雨花区", 2021),
        }


def plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value is None else str(value)


class TestVerdict:
    @pytest.mark.parametrize(
        ("target", "result", "met"),
        [
            ("8%以上", "8%", True),
            ("8%以上", "7.9%", False),
            ("高于8%", "8%", False),
            ("8%", "9.5%", True),
            ("8%", "7.9%", False),
            ("8%左右", "8.2%", True),
            ("8%左右", "7.7%", None),
            ("8%左右", "7.2%", False),
            ("6%-6.5%", "6.2%", True),
            ("6%-6.5%", "7%", True),
            ("6%-6.5%", "5.9%", False),
            ("8%以上", "8%以上", True),
            ("8%以上", "超8%", True),
            ("8%以上", "超7%", None),
            ("8%以上", "近8%", False),
        ],
    )
    def test_growth_of_the_product(self, target: str, result: str, met: bool | None) -> None:
        row = verdict(f"地区生产总值增长{target}", f"地区生产总值增长{result}", "gdp")
        assert row.met is met

    @pytest.mark.parametrize(
        ("target", "result", "met"),
        [("3%以内", "2.9%", True), ("3%以内", "3.1%", False), ("3%左右", "2%", True)],
    )
    def test_prices_are_to_stay_below(self, target: str, result: str, met: bool) -> None:
        row = verdict(f"居民消费价格涨幅控制在{target}", f"居民消费价格上涨{result}", "cpi")
        assert row.met is met

    def test_less_energy_is_better(self) -> None:
        words = "单位地区生产总值能耗下降"
        more = verdict(f"{words}3%以上", f"{words}3.5%", "energy_per_gdp")
        assert (more.target_low, more.target_high, more.actual) == (None, -3, Decimal("-3.5"))
        assert (more.gap, more.met) == (Decimal("-0.5"), True)
        assert (more.target_text, more.actual_text) == ("下降3%以上", "下降3.5%")
        assert verdict(f"{words}3%", f"{words}2.5%", "energy_per_gdp").met is False

    def test_every_item_of_a_list_has_the_verb_of_the_list(self) -> None:
        targets = "化学需氧量、二氧化硫、氨氮排放量分别削减2.2%、3.2%和1.5%"
        rows = govie.panel([report(2021, targets)])
        texts = {row.indicator_id: row.target_text for row in rows}
        assert texts == {
            "cod_emissions": "削减2.2%",
            "so2_emissions": "削减3.2%",
            "ammonia_nitrogen_emissions": "削减1.5%",
        }

    def test_the_verb_in_front_of_what_goes_down(self) -> None:
        (row,) = govie.panel([report(2021, "压减一般性支出10%以上")])
        assert (row.target_text, row.target_high) == ("压减10%以上", -10)

    def test_a_hedge_within_the_value_is_not_sought_behind_it(self) -> None:
        (row,) = govie.panel([report(2021, "进出口总额达到200多亿元，利用外资渠道更多")])
        assert row.target_text == "200多亿元"

    def test_growth_is_not_held_against_a_level(self) -> None:
        rows = govie.panel(
            [
                report(2021, "地区生产总值达到3300亿元"),
                report(2022, "", "地区生产总值增长8.3%"),
            ]
        )
        level, growth = row_of(rows, 2021, "gdp", "level"), row_of(rows, 2021, "gdp")
        assert (level.target_state, level.actual_state) == ("stated", "not_stated")
        assert (growth.target_state, growth.actual_state) == ("not_stated", "stated")

    def test_units_that_differ_give_no_verdict(self) -> None:
        row = verdict("粮食产量达到30亿斤", "粮食产量达到155万吨", "grain_output", "level")
        assert (row.target_state, row.actual_state) == ("stated", "stated")
        assert (row.gap, row.met) == (None, None)

    def test_an_estimate_is_marked(self) -> None:
        row = verdict("地区生产总值增长8%", "预计地区生产总值增长8.3%", "gdp")
        assert (row.estimated, row.met) == (True, True)


class TestRelative:
    def test_in_step_with_the_economy(self) -> None:
        words = "居民人均可支配收入增长"
        targets = f"地区生产总值增长6%，{words}与经济增长同步"
        for income, met in (("6.5%", True), ("5.9%", None), ("4%", False)):
            results = f"地区生产总值增长6%，{words}{income}"
            row = verdict(targets, results, "income_per_capita")
            assert (row.relation, row.reference, row.met) == ("in_step", 6, met)

    def test_below_the_average_of_the_province(self) -> None:
        province = report(2022, "", "城镇调查失业率5.5%", "湖南省")
        city = report(2021, "城镇调查失业率低于全省平均水平")
        result = report(2022, "", "城镇调查失业率5.3%")
        rows = [row for row in govie.panel([province, city, result]) if row.place == "株洲市"]
        row = row_of(rows, 2021, "urban_surveyed_unemployment", "level")
        assert (row.reference, row.gap, row.met) == (Decimal("5.5"), Decimal("-0.2"), True)

    def test_what_the_state_assigned_is_for_the_report_to_say(self) -> None:
        row = verdict("完成国家下达的节能减排任务", "地区生产总值增长8%", "main_pollutants")
        assert (row.relation, row.actual_state, row.met) == ("delegated", "not_stated", None)


class TestWording:
    def test_a_hedge_behind_a_list_holds_for_all_of_it(self) -> None:
        doc = report(2021, "地区生产总值、固定资产投资分别增长7%、10%以上")
        rows = [(row.indicator_id, row.target_text) for row in govie.panel([doc])]
        assert rows == [("gdp", "7%…以上"), ("fixed_investment", "10%以上")]

    def test_a_hedge_in_front(self) -> None:
        (row,) = govie.panel([report(2021, "地区生产总值增长不低于7%")])
        assert (row.target_text, row.target_low, row.target_high) == ("不低于7%", 7, None)


class TestChoice:
    def test_the_targets_paragraph_beats_the_rest_of_the_report(self) -> None:
        text = (
            "一、2021年主要预期目标\n今年的主要预期目标是：地区生产总值增长8%，"
            "高新技术企业达到900家以上。\n二、重点工作\n"
            "力争高新技术企业突破1000家。\n"
        )
        row = row_of(govie.panel([read(text, 2021)]), 2021, "high_tech_firms", "level")
        assert (row.target_text, row.headline) == ("900家以上", True)

    def test_targets_of_the_nation_and_of_five_years_are_others(self) -> None:
        text = (
            "一、“十四五”发展目标\n“十四五”时期，地区生产总值年均增长7%。\n"
            "二、2021年主要预期目标\n今年的主要预期目标是：地区生产总值增长8%以上，"
            "到2025年，城镇化率达到75%。\n"
        )
        rows = govie.panel([read(text, 2021)])
        assert [(row.year, row.target_text) for row in rows] == [(2021, "8%以上")]

    def test_a_target_recalled_beside_its_result(self) -> None:
        text = "一、2024年工作回顾\n2024年，地区生产总值增长6.5%（年度目标6%以上）。\n"
        row = row_of(govie.panel([read(text, 2025)]), 2024, "gdp")
        assert (row.target_text, row.actual_text, row.met) == ("6%以上", "6.5%", True)
        assert row.target_doc == row.actual_doc == "1"

    def test_the_report_of_the_year_beats_what_the_next_recalls(self) -> None:
        rows = govie.panel(
            [
                report(2024, "地区生产总值增长7%"),
                report(2025, "", "地区生产总值增长6.5%（年度目标6%以上）"),
            ]
        )
        row = row_of(rows, 2024, "gdp")
        assert (row.target_text, row.target_doc, row.met) == ("7%", "1", False)

    def test_a_quarter_is_not_the_year(self) -> None:
        results = (
            "全年地区生产总值增长6.2%。一季度财政总收入下降39.3%，进出口总额下降12%；"
            "固定资产投资增长8%。上半年规模以上工业增加值一度回落至4.1%，全年粮食产量24万吨"
        )
        rows = govie.panel([report(2022, "", results)])
        assert {row.indicator_id for row in rows} == {"gdp", "fixed_investment", "grain_output"}

    def test_of_promises_outside_the_paragraph_the_one_in_company_counts(self) -> None:
        text = (
            "一、2021年工作安排\n深化东西部协作，转移就业800人。"
            "城镇新增就业5000人，农村劳动力转移就业8000人次。"
        )
        rows = govie.panel([read(text, 2021)])
        assert {row.target_text for row in rows} == {"5000人", "8000人次"}


class TestReports:
    def test_of_two_for_a_year_the_later_one_counts(self) -> None:
        docs = {
            "old": report(2021, "地区生产总值增长7%"),
            "new": report(2021, "地区生产总值增长8%"),
        }
        with pytest.warns(PanelWarning, match="new: a second report of 株洲市 for 2021"):
            rows = govie.panel(docs)
        assert [(row.target_text, row.target_doc) for row in rows] == [("8%", "new")]

    def test_one_of_nobody_is_told(self) -> None:
        with pytest.warns(PanelWarning, match="1: no government found"):
            assert govie.panel([govie.parse("增长8%。", year=2021)]) == []

    def test_no_reports_make_no_rows(self) -> None:
        assert govie.panel([]) == []


class TestStrictness:
    def test_a_table_of_ones_own(self, tmp_path: Path) -> None:
        table = tmp_path / "strictness.jsonl"
        lines = [
            {"label": "COMMITMENT", "pattern": "striving", "id": "soft"},
            {"label": "HEDGE", "pattern": "以上", "id": "hard"},
        ]
        table.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        doc = report(
            2021, "地区生产总值增长8%以上，居民消费价格涨幅3%左右。力争财政总收入增长5%以上"
        )
        usual = {r.indicator_id: r.strictness for r in govie.panel([doc])}
        assert usual == {"gdp": "hard", "cpi": "soft", "fiscal_revenue": "hard"}
        own = {r.indicator_id: r.strictness for r in govie.panel([doc], strictness=table)}
        assert own == {"gdp": "hard", "cpi": None, "fiscal_revenue": "soft"}

    @pytest.mark.parametrize(
        ("line", "fault"),
        [
            ('{"label": "HEDGE", "pattern": "左右", "id": "weak"}', "hard or soft, not 'weak'"),
            ('{"label": "WORD", "pattern": "左右", "id": "soft"}', "unknown label 'WORD'"),
            ('{"label": "HEDGE", "regex": "左右", "id": "soft"}', 'has a "pattern"'),
        ],
    )
    def test_a_wrong_line_is_named(self, tmp_path: Path, line: str, fault: str) -> None:
        table = tmp_path / "own.jsonl"
        table.write_text(f"\n{line}\n", encoding="utf-8")
        with pytest.raises(PatternError, match=fault) as raised:
            govie.panel([], strictness=table)
        assert f"{table}:2: " in str(raised.value)


class TestWide:
    def test_a_row_a_year_and_columns_by_series(self, zhuzhou: list[PanelRow]) -> None:
        columns, rows = widen(zhuzhou)
        assert len(set(columns)) == len(columns)
        years = {dict(zip(columns, row, strict=True))["year"]: row for row in rows}
        assert list(years) == [2019, 2020, 2021, 2022, 2023]
        cells = dict(zip(columns, years[2020], strict=True))
        assert cells["gdp_growth_target_low"] == 8
        assert cells["gdp_growth_actual"] == Decimal("4.1")
        assert cells["gdp_growth_met"] is False
        assert (cells["target_doc"], cells["actual_doc"]) == ("zhuzhou-2020", "zhuzhou-2021")
        empty = dict(zip(columns, years[2019], strict=True))
        assert (empty["gdp_growth_target_low"], empty["target_doc"]) == (None, None)

    def test_headlines_keep_their_years_without_a_target(self, zhuzhou: list[PanelRow]) -> None:
        kept = headlines(zhuzhou)
        assert all(row in kept for row in zhuzhou if row.headline)
        assert [row.year for row in kept if row.indicator_id == "grain_output"] == [
            2019,
            2020,
            2022,
            2023,
        ]
        assert "proposals_handled" not in {row.indicator_id for row in kept}


class TestCommand:
    def test_csv_opens_in_excel_and_has_every_column(self, root: Path) -> None:
        result = run("panel", root / "seeds/zhuzhou-2020.txt", "--to", "csv")
        assert result.exit_code == 0
        assert result.stdout.startswith("\ufeffplace,adcode,")
        rows = list(csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff"))))
        (gdp,) = [row for row in rows if row["indicator_id"] == "gdp"]
        assert (gdp["target_low"], gdp["target_high"], gdp["headline"]) == ("8", "", "true")

    def test_json_lines_have_exact_amounts(self, root: Path, tmp_path: Path) -> None:
        out = tmp_path / "panel.jsonl"
        files = [root / f"seeds/{name}.txt" for name in ZHUZHOU[:2]]
        assert run("panel", *files, "-o", out).exit_code == 0
        rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        (gdp,) = [r for r in rows if (r["indicator_id"], r["year"]) == ("gdp", 2020) and r["gap"]]
        assert (gdp["target_low"], gdp["actual"], gdp["gap"], gdp["met"]) == (
            "8",
            "4.1",
            "-3.9",
            False,
        )

    def test_excel_has_numbers_and_booleans(self, root: Path, tmp_path: Path) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        pytest.importorskip("xlsxwriter")
        out = tmp_path / "panel.xlsx"
        files = [root / f"seeds/{name}.txt" for name in ZHUZHOU[:2]]
        assert run("panel", *files, "--headline", "-o", out).exit_code == 0
        heading, *rows = openpyxl.load_workbook(out)["panel"].iter_rows(values_only=True)
        cells = [dict(zip(heading, row, strict=True)) for row in rows]
        (gdp,) = [c for c in cells if (c["indicator_id"], c["year"]) == ("gdp", 2020) and c["gap"]]
        assert (gdp["target_low"], gdp["target_high"], gdp["actual"]) == (8, None, 4.1)
        assert gdp["met"] is False

    def test_a_table_for_reading(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "200")
        files = [root / f"seeds/{name}.txt" for name in ZHUZHOU[:2]]
        result = run("panel", *files, "--headline")
        (line,) = [line for line in result.stdout.splitlines() if "8%以上" in line]
        words = "株洲市 2020 地区生产总值 growth 8%以上 hard 4.1% -3.9 no"
        assert line.split() == words.split()

    def test_a_narrow_terminal_cuts_no_heading(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        files = [root / f"seeds/{name}.txt" for name in ZHUZHOU[:2]]
        heading, _, *lines = run("panel", *files, "--headline").stdout.splitlines()
        words = "place year indicator measure target wording result gap met"
        assert heading.split() == words.split()
        assert max(map(cell_len, lines)) <= 80
        (prices,) = [line.split() for line in lines if "居民消费价格" in line]
        assert "not" in prices  # stated, on this line or the next

    def test_metadata_say_whose_report_it_is(self, tmp_path: Path) -> None:
        text, meta = tmp_path / "a.txt", tmp_path / "meta.csv"
        text.write_text("今年的主要预期目标是：地区生产总值增长8%以上。", encoding="utf-8")
        meta.write_text("file,place,year\na.txt,株洲市,2019\n", encoding="utf-8")
        result = run("panel", text, "--meta", meta, "--to", "jsonl")
        row = json.loads(result.stdout)
        assert (row["place"], row["year"], row["target_text"]) == ("株洲市", 2019, "8%以上")

    def test_a_file_that_is_not_there_does_not_stop_the_others(self, root: Path) -> None:
        result = run("panel", "missing.txt", root / "seeds/zhuzhou-2020.txt", "--to", "jsonl")
        assert result.exit_code == 1
        assert "missing.txt: no such file" in result.stderr
        assert '"indicator_id": "gdp"' in result.stdout

    def test_a_wrong_table_is_told(self, root: Path, tmp_path: Path) -> None:
        table = tmp_path / "own.jsonl"
        table.write_text("{}", encoding="utf-8")
        result = run("panel", root / "seeds/zhuzhou-2020.txt", "--strictness", table)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "own.jsonl:1: " in result.stderr

    def test_excel_needs_a_file(self) -> None:
        assert run("panel", "missing.txt", "--to", "xlsx").exit_code == 2
        with pytest.raises(ConfigError):
            form_of("xlsx", None)
        assert form_of(None, Path("a.XLSX")) == "xlsx"
        assert form_of(None, Path("a.txt")) == "table"

    @pytest.mark.parametrize(
        ("form", "name"),
        [
            (None, "a.docx"),
            (None, "a.xls"),
            (None, "a.parquet"),
            ("csv", "a.xlsx"),
            ("xlsx", "a.csv"),
        ],
    )
    def test_a_file_holds_what_its_name_says(self, form: str | None, name: str) -> None:
        with pytest.raises(ConfigError, match="it ends in"):
            form_of(form, Path(name))
