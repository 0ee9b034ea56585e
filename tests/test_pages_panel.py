from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

import govie
from govie.pages.scales import amount_in_words, scale_of
from govie.pages.series import charts_of
from govie.panels import PanelRow

D = Decimal


def row(year: int, **fields: Any) -> PanelRow:
    plain = {
        "place": "株洲市",
        "year": year,
        "indicator": "地区生产总值",
        "indicator_id": "gdp",
        "measure": "growth",
        "unit": "%",
        "target_state": "not_stated",
        "actual_state": "not_stated",
    }
    return PanelRow(**{**plain, **fields})


def target(low: str | None, high: str | None, comparator: str) -> dict[str, Any]:
    return {
        "target_state": "stated",
        "target_low": low and D(low),
        "target_high": high and D(high),
        "comparator": comparator,
    }


def actual(value: str, **fields: Any) -> dict[str, Any]:
    return {"actual_state": "stated", "actual": D(value), **fields}


class TestScale:
    @pytest.mark.parametrize(
        ("values", "ticks"),
        [
            (["4.1", "8"], ["3", "4", "5", "6", "7", "8", "9"]),
            (["-2.3", "10"], ["-5", "0", "5", "10", "15"]),
            (["8"], ["5", "6", "7", "8", "9", "10", "11"]),
            (["0"], ["-1.5", "-1", "-0.5", "0", "0.5", "1", "1.5"]),
        ],
    )
    def test_ticks_are_round_and_enclose_the_values(
        self, values: list[str], ticks: list[str]
    ) -> None:
        assert scale_of([D(v) for v in values], 100, 0).ticks == [D(tick) for tick in ticks]

    @given(st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1, max_size=9))
    def test_every_value_lies_inside_and_more_lies_higher(self, values: list[Decimal]) -> None:
        scale = scale_of(values, 150, 10)
        places = [scale.place(value) for value in sorted(values)]
        assert all(10 < place < 150 for place in places)
        assert places == sorted(places, reverse=True)
        assert len(scale.ticks) <= 9

    @pytest.mark.parametrize(
        ("value", "unit", "words"),
        [
            ("-2.3", "%", "−2.3%"),
            ("110000000000", "元", "1,100 亿元"),
            ("63600", "人", "6.36 万人"),
            ("300", "个", "300 个"),
            ("10.50", None, "10.5"),
            ("5000000000000", "元", "5 万亿元"),
        ],
    )
    def test_amounts_in_words(self, value: str, unit: str | None, words: str) -> None:
        assert amount_in_words(D(value), unit) == words


class TestCharts:
    def test_a_series_over_the_years(self) -> None:
        rows = [row(2020, **target("8", None, "ge"), **actual("4.1", met=False, gap=D("-3.9")))]
        rows += [row(2021, **actual("8.3")), row(2023, **target("7", "8", "range"), **actual("6"))]
        (chart,) = charts_of(rows)
        assert list(chart.years) == [2020, 2021, 2022, 2023]
        assert [(p.side, p.year) for p in chart.points] == [
            ("target", 2020),
            ("actual", 2020),
            ("actual", 2021),
            ("target", 2023),
            ("actual", 2023),
        ]
        missed = chart.points[1]
        assert (missed.verdict, missed.gap, missed.shown) == ("missed", "−3.9 个百分点", "4.1%")
        assert [p.year for p in chart.latest] == [2023, 2023]
        # 2021 and 2023 do not follow each other
        assert [len(line.split()) for line in chart.runs()] == [2]

    def test_the_shade_lies_on_the_side_that_is_asked_for(self) -> None:
        rows = [row(2020, **target("8", None, "ge")), row(2021, **target(None, "5", "le"))]
        rows.append(row(2022, **target("6", "7", "range")))
        (chart,) = charts_of(rows)
        at_least, at_most, between = chart.points
        assert sum(chart.shade(at_least)) == pytest.approx(chart.up(D(8)), abs=0.2)
        assert chart.shade(at_most)[0] == chart.up(D(5))
        assert chart.shade(between)[0] == chart.up(D(7))
        assert sum(chart.shade(between)) == pytest.approx(chart.up(D(6)), abs=0.2)

    def test_units_that_cannot_be_compared_have_charts_of_their_own(self) -> None:
        rows = [row(2020, unit="吨", **actual("1550000")), row(2021, unit=None)]
        rows += [row(2022, unit="斤", **actual("3066000000")), row(2023, unit="个")]
        charts = charts_of([*rows, row(2024, unit="家", **actual("5"))])
        assert {(c.unit, len(c.points)) for c in charts} == {("吨", 1), ("斤", 1), ("个", 1)}

    def test_a_target_without_a_number_stands_at_what_it_refers_to(self) -> None:
        words = {"target_state": "stated", "relation": "above", "target_text": "高于经济增长"}
        known, unknown = row(2020, reference=D("4.1"), **words), row(2021, **words)
        (chart,) = charts_of([known, unknown])
        assert [(p.shown, p.values) for p in chart.points] == [
            ("高于经济增长", [D("4.1"), D("4.1")]),
            ("高于经济增长", []),
        ]

    def test_headline_targets_come_first(self) -> None:
        other = row(2020, indicator="进出口总额", indicator_id="trade", **actual("3"))
        headline = row(2020, headline=True, **target("8", None, "ge"))
        assert [c.name for c in charts_of([other, headline])] == ["地区生产总值", "进出口总额"]


class TestPage:
    def test_text_of_reports_is_escaped(self) -> None:
        evil = "<script>alert('1')</script>"
        page = govie.panel_page(
            [
                row(
                    2020,
                    indicator=evil,
                    indicator_id=None,
                    place=evil,
                    **actual("1", actual_text=evil, actual_sentence=evil, actual_doc=evil),
                )
            ]
        )
        assert page.count("<script") == page.count("</script") == 2
        assert "alert('1')" not in page

    def test_no_rows_make_a_page(self) -> None:
        assert "<main>" in govie.panel_page([])

    def test_the_seeds(self, seed_docs: dict[str, Doc]) -> None:
        names = ("zhuzhou-2020", "zhuzhou-2021", "zhuzhou-2023")
        rows = govie.panel({name: seed_docs[name] for name in names})
        (gdp,) = (c for c in charts_of(rows) if (c.name, c.measure) == ("地区生产总值", "growth"))
        said = {(p.side, p.year): p.shown for p in gdp.points}
        assert said["target", 2020] == "8%以上"
        assert said["actual", 2020] == "4.1%"
        assert govie.panel_page(rows).count("<svg") > 20
