"""Comparisons: what two reports promise differently."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from spacy.tokens import Doc
from typer.testing import CliRunner

import govie
from govie import CompareRow
from govie.cli.app import app
from govie.errors import ConfigError


def report(targets: str, year: int = 2021, place: str = "株洲市") -> Doc:
    text = f"一、{year}年主要预期目标\n{year}年的主要预期目标是：{targets}。\n"
    return govie.parse(text, jurisdiction=place, year=year)


def only(a: str, b: str) -> CompareRow:
    """The one row of two reports of one series."""
    (row,) = govie.compare(report(a, 2021), report(b, 2022))
    return row


class TestZhuzhou:
    # Targets paragraphs of 2020 and 2021, from the first to the second.
    EXPECTED = """
gdp                         8%以上       8%左右           reworded  0   softened
industrial_va               8.2%以上     8.5%             raised    0.3 changed
fixed_investment            10%          9%               lowered   -1  same
general_budget_revenue      5%以上       5%               reworded  0   changed
retail_sales                10%          10%              unchanged 0   same
cpi                         3.5%左右     -                dropped   -   -
urban_surveyed_unemployment 5.5%以内     低于全省平均水平 reworded  -   changed
income_per_capita           高于经济增长 高于经济增长     unchanged -   same
main_pollutants             完成节能减排等约束性指标 -    dropped   -   -
energy_per_gdp              -            全面完成能耗“双控”目标 new -   -
"""

    def test_what_became_of_the_targets_of_2020(self, seed_docs: Mapping[str, Doc]) -> None:
        rows = govie.compare(seed_docs["zhuzhou-2020"], seed_docs["zhuzhou-2021"])
        headlines = self.EXPECTED.split()[::6]
        found = [
            [
                str(value) if value is not None else "-"
                for value in (
                    row.indicator_id,
                    row.a_text,
                    row.b_text,
                    row.change,
                    row.difference,
                    row.wording,
                )
            ]
            for row in rows
            if row.indicator_id in headlines and row.headline
        ]
        assert found == [line.split() for line in self.EXPECTED.strip().splitlines()]

    def test_both_sides_lead_back_to_the_raw_texts(
        self, seed_docs: Mapping[str, Doc], seed_texts: Mapping[str, str]
    ) -> None:
        rows = govie.compare(seed_docs["zhuzhou-2021"], seed_docs["zhuzhou-2023"])
        gdp = next(row for row in rows if (row.indicator_id, row.measure) == ("gdp", "growth"))
        assert seed_texts["zhuzhou-2021"][gdp.a_start : gdp.a_end] == "8%"
        assert seed_texts["zhuzhou-2023"][gdp.b_start : gdp.b_end] == "7.5%"
        assert (gdp.a_year, gdp.b_year, gdp.change) == (2021, 2023, "lowered")

    def test_a_district_and_its_city_in_one_year(self, seed_docs: Mapping[str, Doc]) -> None:
        rows = govie.compare(seed_docs["hetang-2021"], seed_docs["zhuzhou-2021"])
        by_id = {row.indicator_id: row for row in rows if row.headline}
        assert (by_id["gdp"].a_place, by_id["gdp"].b_place) == ("株洲市荷塘区", "株洲市")
        assert (by_id["gdp"].change, by_id["industrial_va"].change) == ("unchanged", "lowered")
        assert by_id["industrial_va"].difference == Decimal("-0.5")


class TestChange:
    @pytest.mark.parametrize(
        ("a", "b", "change", "difference", "wording"),
        [
            ("8%左右", "8%以上", "reworded", "0", "hardened"),
            ("8%以上", "8%左右", "reworded", "0", "softened"),
            ("8%以上", "8%以上", "unchanged", "0", "same"),
            ("8%", "8.0%", "unchanged", "0", "same"),
            ("8%左右", "8.5%以上", "raised", "0.5", "hardened"),
            ("6%-6.5%", "6%-7%", "raised", "0", "same"),
            ("6%-6.5%", "5.5%-6%", "lowered", "-0.5", "same"),
            ("6%-6.5%", "5.5%-7%", "other", "-0.5", "same"),
        ],
    )
    def test_growth(self, a: str, b: str, change: str, difference: str, wording: str) -> None:
        row = only(f"地区生产总值增长{a}", f"地区生产总值增长{b}")
        assert (row.change, row.wording) == (change, wording)
        assert row.difference == Decimal(difference)

    def test_a_steeper_fall_is_a_raised_target(self) -> None:
        words = "单位地区生产总值能耗下降"
        row = only(f"{words}3%", f"{words}3.5%以上")
        assert (row.change, row.difference) == ("raised", Decimal("0.5"))
        assert (row.a_low, row.b_low, row.b_high) == (-3, None, Decimal("-3.5"))

    def test_units_that_cannot_be_compared(self) -> None:
        row = only("粮食产量达到30亿斤", "粮食产量达到150万吨")
        assert (row.change, row.difference) == ("other", None)

    def test_a_number_in_place_of_words(self) -> None:
        row = only("居民人均可支配收入增长与经济增长同步", "居民人均可支配收入增长7%以上")
        assert (row.change, row.wording, row.b_text) == ("reworded", "changed", "7%以上")

    def test_other_words_without_a_number(self) -> None:
        words = "居民人均可支配收入增长"
        row = only(f"{words}与经济增长同步", f"{words}高于经济增长")
        assert (row.change, row.wording) == ("reworded", "changed")

    def test_rows_stand_in_order_of_the_first_report_then_of_the_second(self) -> None:
        a = report("财政总收入增长5%，地区生产总值增长8%", 2021)
        b = report("城镇新增就业5万人，地区生产总值增长8%", 2022)
        rows = [(row.indicator_id, row.change) for row in govie.compare(a, b)]
        assert rows == [
            ("fiscal_revenue", "dropped"),
            ("gdp", "unchanged"),
            ("urban_new_jobs", "new"),
        ]


def test_a_text_that_is_no_report_is_refused() -> None:
    with pytest.raises(ConfigError, match="b: no government found"):
        govie.compare(report("地区生产总值增长8%"), govie.parse("增长8%。", year=2021))

    def test_a_commitment_that_alone_changed_is_told(self) -> None:
        row = only("确保地区生产总值增长8%", "力争地区生产总值增长8%")
        assert (row.change, row.commitment) == ("reworded", "binding → striving")
        assert only("地区生产总值增长8%", "地区生产总值增长7%").commitment is None


class TestCommand:
    def test_a_table_shows_what_became_of_the_commitment(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "200")
        files = [str(root / f"seeds/zhuzhou-{year}.txt") for year in (2020, 2021)]
        result = CliRunner().invoke(app, ["compare", *files])
        (line,) = [line for line in result.stdout.splitlines() if "城镇调查失业率" in line]
        assert "changed, binding → expected" in line

    def test_the_table_says_what_a_and_b_are(self, root: Path) -> None:
        files = [str(root / f"seeds/{name}.txt") for name in ("hetang-2021", "zhuzhou-2020")]
        lines = CliRunner().invoke(app, ["compare", *files]).stdout.splitlines()
        assert [line.rstrip() for line in lines[:2]] == [
            f"A: 株洲市荷塘区 2021 · {files[0]}",
            f"B: 株洲市 2020 · {files[1]}",
        ]
        assert lines[2].split()[:4] == ["indicator", "measure", "change", "wording"]
        csv_ = CliRunner().invoke(app, ["compare", *files, "--to", "csv"]).stdout
        assert csv_.removeprefix("\ufeff").startswith("a_place,")

    def test_json_lines(self, root: Path) -> None:
        files = [str(root / f"seeds/zhuzhou-{year}.txt") for year in (2020, 2021)]
        result = CliRunner().invoke(app, ["compare", *files, "--to", "jsonl"])
        assert result.exit_code == 0
        gdp = json.loads(result.stdout.splitlines()[0])
        assert (gdp["indicator_id"], gdp["wording"]) == ("gdp", "softened")
        assert (gdp["a_doc"], gdp["b_doc"]) == tuple(files)

    def test_it_takes_one_report_each(self, root: Path) -> None:
        result = CliRunner().invoke(app, ["compare", str(root / "seeds"), "missing.txt"])
        assert result.exit_code == 1
