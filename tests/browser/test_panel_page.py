from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from spacy.tokens import Doc

import govie

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def html(seed_docs: dict[str, Doc]) -> str:
    names = ("zhuzhou-2020", "zhuzhou-2021", "zhuzhou-2023")
    return govie.panel_page(govie.panel({f"{name}.txt": seed_docs[name] for name in names}))


def chart(page: Page, name: str, measure: str) -> Locator:
    named = page.locator(f'.chart[data-name="{name}"]')
    return named.filter(has=page.locator("h3", has_text=measure))


def point(page: Page, words: str) -> Locator:
    return chart(page, "地区生产总值", "增速").locator(f'.point[aria-label="{words}"]')


def test_values_show_on_hover_and_focus(open_page: Open, html: str) -> None:
    page = open_page(html)
    tip = page.locator("#tip")
    expect(tip).to_be_hidden()
    point(page, "2020 8%以上").hover()
    expect(tip).to_have_text("2020 目标 8%以上")
    point(page, "2020 4.1%").focus()
    expect(tip).to_have_text("2020 完成 4.1% · 差距 −3.9 个百分点 · 未完成")


def test_a_point_shows_the_sentence_behind_it(open_page: Open, html: str) -> None:
    page = open_page(html)
    source = chart(page, "地区生产总值", "增速").locator(".source")
    point(page, "2020 4.1%").click()
    expect(source.locator("mark")).to_have_text("4.1%")
    expect(source.locator("blockquote")).to_contain_text("全年地区生产总值增长4.1%")
    expect(source.locator("small")).to_have_text("zhuzhou-2021.txt")
    point(page, "2020 8%以上").focus()
    page.keyboard.press("Enter")
    expect(source.locator("small")).to_have_text("zhuzhou-2020.txt")
    page.keyboard.press("Enter")
    expect(source).to_be_empty()


def test_a_target_without_a_number_can_be_read_too(open_page: Open, html: str) -> None:
    page = open_page(html)
    income = chart(page, "居民人均可支配收入", "增速")
    income.locator(".words .point", has_text="2021").click()
    expect(income.locator("blockquote")).to_contain_text("高于经济增长")


def test_results_lie_below_the_targets_they_miss(open_page: Open, html: str) -> None:
    page = open_page(html)
    target, result = point(page, "2020 8%以上"), point(page, "2020 4.1%")
    bar, dot = target.locator(".bound").bounding_box(), result.locator(".dot").bounding_box()
    assert bar
    assert dot
    assert bar["y"] < dot["y"]
    assert abs((bar["x"] + bar["width"] / 2) - (dot["x"] + dot["width"] / 2)) < 2
    expect(result).to_have_class("point actual missed")


def test_charts_are_filtered(open_page: Open, html: str) -> None:
    page = open_page(html)
    shown = page.locator(".chart:visible")
    headlines = shown.count()
    page.uncheck("#headline")
    assert shown.count() > headlines > 5
    page.fill("#search", "生产总值")
    assert {c.get_attribute("data-name") for c in shown.all()} <= {
        "地区生产总值",
        "人均地区生产总值",
    }
    page.fill("#search", "无此指标")
    expect(shown).to_have_count(0)


def test_languages_and_a_phone(open_page: Open, html: str) -> None:
    page = open_page(html, locale="en-US", viewport={"width": 390, "height": 844})
    expect(page.locator("h1")).to_have_text("Targets and results")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.click("#language")
    expect(page.locator("h1")).to_have_text("目标与完成")
