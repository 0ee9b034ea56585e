from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from spacy.tokens import Doc

import govie
from govie.packs import PackSet
from govie.pages.scores import read_marks, score
from govie.records import NumericFact
from govie.store import put

Open = Callable[..., Page]

REPORT = """株洲市2021年政府工作报告
一、2020年工作回顾
地区生产总值增长4.1%，城镇、农村居民人均可支配收入均增长5.6%。
二、2021年主要预期目标
地区生产总值增长8%左右，城镇新增就业5万人以上，扎实做好“六稳”工作。<script>alert("report")</script>
"""


@pytest.fixture(scope="module")
def short() -> str:
    return govie.report_page(govie.parse(REPORT), "short.txt")


@pytest.fixture(scope="module")
def long(seed_docs: dict[str, Doc]) -> str:
    return govie.report_page(seed_docs["changsha-web-page"], "changsha-web-page.txt")


def rows(page: Page) -> Locator:
    return page.locator("#rows .row")


def row(page: Page, *words: str) -> Locator:
    found = rows(page)
    for word in words:
        found = found.filter(has_text=word)
    return found


def chosen_text(page: Page) -> str:
    return "".join(page.locator("#text .chosen").all_inner_texts())


def in_sight(element: Locator) -> bool:
    return bool(
        element.evaluate(
            """(e) => {
              const box = e.getBoundingClientRect();
              const room = e.closest("#text, #table").getBoundingClientRect();
              return box.top >= room.top - 1 && box.bottom <= room.bottom + 1;
            }"""
        )
    )


def listed(page: Page) -> list[str]:
    return page.locator("#rows .indicator").all_inner_texts()


class TestReading:
    def test_the_text_of_a_report_runs_no_script(self, open_page: Open, short: str) -> None:
        page = open_page(short)
        assert '<script>alert("report")</script>' in page.inner_text("#text")

    def test_a_row_leads_to_its_place_in_the_text(self, open_page: Open, long: str) -> None:
        page = open_page(long)
        page.locator("#table").focus()
        page.keyboard.press("End")
        expect(rows(page).last).to_have_class("row none chosen")
        chosen = page.locator("#text .chosen").first
        expect(chosen).to_be_visible()
        assert in_sight(chosen)
        value = rows(page).last.get_attribute("data-fact")
        assert value in (chosen.get_attribute("data-r") or "").split()
        assert page.locator("#text").evaluate("e => e.scrollTop") > 5000

    def test_the_text_leads_to_the_row(self, open_page: Open, long: str) -> None:
        page = open_page(long)
        mark = page.locator("#text .target").nth(40)
        mark.scroll_into_view_if_needed()
        mark.click()
        lit = page.locator("#rows .row.chosen")
        expect(lit).to_have_count(1)
        assert in_sight(lit)
        assert lit.get_attribute("data-fact") in (mark.get_attribute("data-r") or "").split()

    def test_facts_of_the_same_offsets_take_turns(self, open_page: Open, short: str) -> None:
        page = open_page(short)
        mark = page.locator("#text .actual", has_text="5.6%")
        seen = []
        for _ in range(3):
            mark.click()
            seen.append(page.locator("#rows .row.chosen .indicator").inner_text())
        assert seen == [
            "城镇居民人均可支配收入",
            "农村居民人均可支配收入",
            "城镇居民人均可支配收入",
        ]
        expect(page.locator("#card .others button")).to_have_text("农村居民人均可支配收入")
        page.click("#card .others button")
        expect(page.locator("#rows .row.chosen")).to_contain_text("农村")

    def test_kinds_are_switched_off_and_on(self, open_page: Open, short: str) -> None:
        page = open_page(short)
        mark = page.locator("#text .target", has_text="8%")
        fill = "e => getComputedStyle(e).backgroundColor"
        marked = mark.evaluate(fill)
        page.click(".switch.target")
        assert mark.evaluate(fill) != marked
        mark.click()
        assert chosen_text(page) == ""
        page.click(".switch.target")
        assert mark.evaluate(fill) == marked
        mark.click()
        assert chosen_text(page) == "8%"

    def test_the_file_as_it_is_written(self, open_page: Open, short: str) -> None:
        broken = govie.report_page(govie.parse("株洲市2021年报告\n新增就业5 \n 万人。"), "x.txt")
        page = open_page(broken)
        assert "5万人" in page.inner_text("#text")
        page.locator("#as-written").check(force=True)
        assert "5 \n 万人" in page.inner_text("#text")

    def test_a_definition_shows_on_hover_and_under_the_keys(
        self, open_page: Open, short: str
    ) -> None:
        page = open_page(short)
        tip = page.locator("#tip")
        expect(tip).to_be_hidden()
        page.hover("#text .term")
        expect(tip).to_contain_text("稳就业、稳金融")
        page.keyboard.press("Escape")
        expect(tip).to_be_hidden()
        page.mouse.move(0, 0)
        page.locator("#text").focus()
        for _ in range(30):
            page.keyboard.press("ArrowRight")
            if tip.is_visible():
                break
        expect(tip).to_contain_text("稳就业、稳金融")
        expect(page.locator("#card")).to_contain_text("稳就业；稳金融")

    def test_the_outline_leads_into_the_text(self, open_page: Open, long: str) -> None:
        page = open_page(long)
        page.click("#outline a >> text=（七）着力提高政府治理效能")
        heading = page.locator("#text h3", has_text="着力提高政府治理效能").first
        assert in_sight(heading)


class TestTable:
    def test_words_and_lists_filter(self, open_page: Open, short: str) -> None:
        page = open_page(short)
        assert rows(page).count() == 5
        page.fill("#search", "生产总值 2021")
        expect(rows(page)).to_have_count(1)
        expect(page.locator("#shown")).to_have_text("显示 1 / 5 条")
        page.fill("#search", "")
        page.select_option("#by-status", "actual")
        expect(rows(page)).to_have_count(3)
        page.select_option("#by-measure", "delta")
        expect(rows(page)).to_have_count(0)
        page.click("#clear")
        expect(rows(page)).to_have_count(5)

    def test_a_sample_is_the_same_every_time(self, open_page: Open, long: str) -> None:
        page = open_page(long)
        page.select_option("#by-sample", "30")
        expect(page.locator("#shown")).to_contain_text("显示 30 /")
        first = listed(page)
        page.reload()
        page.select_option("#by-sample", "30")
        assert listed(page) == first
        page.select_option("#by-sample", "")
        assert listed(page) != first

    def test_columns_sort_up_down_and_back(self, open_page: Open, short: str) -> None:
        page = open_page(short)
        values = page.locator("#rows .value")
        plain = values.all_inner_texts()
        head = page.locator(".head button.value")
        head.click()
        assert values.all_inner_texts() == ["4.1%", "5.6%", "5.6%", "≈ 8%", "≥ 5 万人"]
        head.click()
        assert values.all_inner_texts() == ["≥ 5 万人", "≈ 8%", "5.6%", "5.6%", "4.1%"]
        expect(page.locator(".head [aria-sort]")).to_have_attribute("aria-sort", "descending")
        head.click()
        assert values.all_inner_texts() == plain

    def test_keys_move_choose_and_mark(self, open_page: Open, short: str) -> None:
        page = open_page(short)
        page.locator("#table").focus()
        for key in ("ArrowDown", "ArrowDown", "w", "ArrowDown", "r"):
            page.keyboard.press(key)
        expect(rows(page).nth(1).locator(".check")).to_have_text("✗")
        expect(rows(page).nth(2).locator(".check")).to_have_text("✓")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "text"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "table"


class TestChecking:
    def test_marks_are_kept_saved_and_scored(
        self, open_page: Open, short: str, tmp_path: Path
    ) -> None:
        page = open_page(short)
        assert page.locator("#save").is_disabled()
        row(page, "4.1%").click()
        page.click("#card [value=right]")
        row(page, "城镇居民").click()
        page.click("#card [value=wrong]")
        row(page, "5 万人").click()
        page.click("#card [value=corrected]")
        page.fill("#card [name=value]", "60000")
        page.select_option("#card [name=comparator]", "gt")
        page.keyboard.press("Escape")
        expect(page.locator("#progress")).to_have_text("已核对 3 条")

        page.reload()
        expect(page.locator("#progress")).to_have_text("已核对 3 条")
        row(page, "5 万人").click()
        expect(page.locator("#card dd.changed").first).to_have_text("5000060000")
        page.select_option("#by-check", "corrected")
        expect(rows(page)).to_have_count(1)

        with page.expect_download() as download:
            page.click("#save")
        assert download.value.suggested_filename == "short.marks.json"
        file = tmp_path / "marks.json"
        download.value.save_as(file)
        found = {s.field: (s.right, s.checked) for s in score(read_marks(file))}
        assert found["fact"] == (2, 3)
        assert found["all fields"] == (1, 3)
        assert (found["value"], found["comparator"], found["unit"]) == ((1, 2), (1, 2), (2, 2))
        saved = json.loads(file.read_text("utf-8"))
        corrected = next(m for m in saved["marks"] if m["verdict"] == "corrected")
        assert corrected["fields"] == {"value": "60000", "comparator": "gt"}
        assert corrected["record"]["value"] == "50000"

    def test_a_field_set_back_is_no_correction(self, open_page: Open, short: str) -> None:
        page = open_page(short)
        row(page, "5 万人").click()
        page.click("#card [value=corrected]")
        page.fill("#card [name=unit]", "户")
        page.select_option("#card [name=estimated]", "true")
        page.fill("#card [name=unit]", "人")
        page.select_option("#card [name=estimated]", "")
        page.keyboard.press("Escape")
        expect(page.locator("#progress")).to_have_text("")

    def test_saved_marks_are_opened_elsewhere(
        self, open_page: Open, short: str, long: str, tmp_path: Path
    ) -> None:
        page = open_page(short)
        rows(page).first.click()
        page.keyboard.press("Tab")
        page.click("#card [value=wrong]")
        with page.expect_download() as download:
            page.click("#save")
        file = tmp_path / "marks.json"
        download.value.save_as(file)
        fresh = open_page(short)
        fresh.set_input_files("#marks-file", file)
        expect(fresh.locator("#progress")).to_have_text("已核对 1 条")
        other = open_page(long)
        other.set_input_files("#marks-file", file)
        expect(other.locator("#notice")).to_have_text("此文件不是本报告的核对结果")
        expect(other.locator("#progress")).to_have_text("")


class TestLooks:
    def test_two_languages(self, open_page: Open, short: str) -> None:
        page = open_page(short, locale="en-GB")
        expect(page.locator(".switch.target")).to_contain_text("Targets")
        expect(page.locator("#shown")).to_have_text("5 of 5 facts")
        page.click("#language")
        expect(page.locator(".switch.target")).to_contain_text("目标")
        expect(rows(page).first.locator(".measure")).to_have_text("增速 ↑")
        page.reload()
        expect(page.locator("#language")).to_have_text("English")

    def test_light_and_dark(self, open_page: Open, short: str) -> None:
        grounds = []
        for scheme in ("light", "dark"):
            page = open_page(short, color_scheme=scheme)
            grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert grounds == ["rgb(255, 255, 255)", "rgb(18, 22, 28)"]

    def test_a_phone_shows_one_pane_at_a_time(self, open_page: Open, short: str) -> None:
        page = open_page(
            short, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
        )
        wide = "document.documentElement.scrollWidth <= innerWidth"
        expect(page.locator("#text")).to_be_visible()
        expect(page.locator("#facts")).to_be_hidden()
        assert page.evaluate(wide)
        page.click(".tabs [value=facts]")
        expect(page.locator("#text")).to_be_hidden()
        assert page.evaluate(wide)
        row(page, "5 万人").click()
        expect(page.locator("#text .chosen").first).to_be_visible()
        assert in_sight(page.locator("#text .chosen").first)
        page.click("#card .close")
        expect(page.locator("#card")).to_be_hidden()
        page.click(".tabs [value=outline]")
        page.click("#outline a >> text=二、2021年主要预期目标")
        expect(page.locator("#outline")).to_be_hidden()


class TestSpeed:
    def test_the_longest_seed_opens_in_two_seconds(self, open_page: Open, long: str) -> None:
        page = open_page(long)
        took = []
        for _ in range(3):
            page.reload(wait_until="load")
            took.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
        assert min(took) < 2000

    def test_ten_thousand_facts_scroll(self, open_page: Open) -> None:
        page = open_page(ten_thousand())
        table = page.locator("#table")
        expect(page.locator("#shown")).to_have_text("显示 10000 / 10000 条")
        took = table.evaluate(
            """async (e) => {
              const frame = () => new Promise(requestAnimationFrame);
              const start = performance.now();
              for (let i = 1; i <= 40; i += 1) {
                e.scrollTop = e.scrollHeight * i / 40;
                await frame();
              }
              await frame();
              return (performance.now() - start) / 40;
            }"""
        )
        assert took < 200  # milliseconds a frame, on a machine that does other things too
        assert rows(page).count() < 100
        expect(rows(page).last).to_contain_text("9,999 个")
        rows(page).last.click()
        assert chosen_text(page) == "9999个"
        assert in_sight(page.locator("#text .chosen").first)
        page.fill("#search", "5,000")
        expect(rows(page)).to_have_count(1)


def ten_thousand() -> str:
    """A page of 10,000 facts."""
    doc = govie.load().make_doc("".join(f"新建项目{i}个。\n" for i in range(10_000)))
    facts = []
    for i in range(10_000):
        start = (facts[-1].end + 2 if facts else 0) + 4
        end = start + len(str(i)) + 1
        facts.append(
            NumericFact(
                id=f"t{i + 1:05}",
                start=start,
                end=end,
                text=f"{i}个",
                value=Decimal(i),
                unit="个",
                comparator="eq",
                indicator="项目",
                indicator_start=start - 2,
                indicator_end=start,
                measure="level",
                status="actual",
            )
        )
    assert doc.text[facts[-1].start : facts[-1].end] == facts[-1].text
    put(doc, "govie_targets", facts, PackSet(()))
    return govie.report_page(doc, "many.txt")
