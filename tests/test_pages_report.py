from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

import govie
from govie.pages.assets import asset, json_asset
from govie.pages.data import JUDGED, facts_of, names_of, outline_of
from govie.pages.palette import KINDS
from govie.records import NumericFact, Place, RelativeTarget, Section

HOSTILE = (
    "株洲市2021年政府工作报告\n"
    "2021年，<script>alert(1)</script>地区生产总值增长8%以上，</script><img src=x onerror=alert(2)>"
    "城镇新增就业5万人，“'\"&lt;<!--”项目投资增长9%。"
)


class Page(HTMLParser):
    """Elements, attributes and texts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "article" or (tag == "script" and dict(attrs).get("id")):
            self._open.append(dict(attrs).get("id") or tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag in ("article", "script"):
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts.setdefault(self._open[-1], []).append(data)

    def data(self) -> Any:
        return json.loads("".join(self.texts["data"]))


@pytest.fixture(scope="module")
def hostile() -> str:
    return govie.report_page(govie.parse(HOSTILE), "<b>name</b>.txt")


class TestHostileText:
    def test_it_is_shown_as_text(self, hostile: str) -> None:
        shown = "".join("".join(Page(hostile).texts["text"]).split())
        assert shown == "".join(HOSTILE.split())

    def test_it_makes_no_elements(self, hostile: str) -> None:
        tags = [tag for tag, _ in Page(hostile).elements]
        assert (tags.count("script"), tags.count("img"), tags.count("b")) == (3, 0, 0)
        assert hostile.count("</script") == 3

    def test_data_survives_the_way_through_the_page(self, hostile: str) -> None:
        data = Page(hostile).data()
        assert data["name"] == "<b>name</b>.txt"
        assert [fact["shown"] for fact in data["facts"]] == ["≥ 8%", "5 万人", "9%"]


class TestPage:
    def test_the_longest_seed_weighs_less_than_3_mb(self, seed_docs: dict[str, Doc]) -> None:
        page = govie.report_page(seed_docs["changsha-web-page"], "changsha-web-page.txt")
        assert len(page.encode()) < 3_000_000

    def test_it_asks_nothing_of_any_network(self, seed_docs: dict[str, Doc]) -> None:
        page = govie.report_page(seed_docs["hetang-2021"], "hetang-2021.txt")
        elements = Page(page).elements
        links = [
            a.get("href") or a.get("src") or "" for _, a in elements if "href" in a or "src" in a
        ]
        assert {link[:1] for link in links} == {"#", "d"}
        assert [link for link in links if not link.startswith(("#", "data:,"))] == []
        (policy,) = (
            a["content"] for t, a in elements if a.get("http-equiv") == "Content-Security-Policy"
        )
        assert policy is not None
        assert policy.startswith("default-src 'none';")

    def test_every_fact_of_the_text_is_in_the_table(self, seed_docs: dict[str, Doc]) -> None:
        doc = seed_docs["zhuzhou-2021"]
        report = doc._.govie
        page = Page(govie.report_page(doc, "zhuzhou-2021.txt"))
        ids = {fact["id"] for fact in page.data()["facts"]}
        assert ids == {fact.id for fact in report.numeric_facts + report.relative_targets}
        marked = {i for _, a in page.elements for i in (a.get("data-r") or "").split()}
        assert marked == ids | {r.id for r in report.places + report.programs + tuple(report.terms)}

    def test_every_line_of_the_outline_leads_into_the_text(self, seed_docs: dict[str, Doc]) -> None:
        page = Page(govie.report_page(seed_docs["changsha-web-page"], "x"))
        targets = {a["id"] for tag, a in page.elements if tag == "a" and "id" in a}
        links = [a["href"] for tag, a in page.elements if tag == "a" and "href" in a]
        assert len(links) > 50
        assert [link for link in links if (link or "")[1:] not in targets] == []

    def test_an_empty_text_makes_a_page(self) -> None:
        assert Page(govie.report_page(govie.parse(""), "empty.txt")).data()["facts"] == []


class TestLabels:
    def test_every_label_is_there_in_both_languages(self) -> None:
        labels = json_asset("labels.json")
        assert [key for key, words in labels.items() if len(words) != 2 or not all(words)] == []

    def test_scripts_and_templates_name_labels_that_exist(self) -> None:
        folder = Path(govie.__file__).parent / "pages" / "static"
        used: set[str] = set()
        for file in [*folder.glob("*.js"), *folder.glob("*.j2")]:
            used |= set(re.findall(r'(?:\bsay|\blabel)\("([\w.]+)"[,)]', file.read_text("utf-8")))
            used |= set(re.findall(r'data-label[\w-]*="([\w.]+)"', file.read_text("utf-8")))
        assert len(used) > 30
        assert used - set(json_asset("labels.json")) == set()

    def test_every_field_choice_and_kind_has_a_label(self) -> None:
        labels = json_asset("labels.json")
        wanted = {f"field.{name}" for names in JUDGED.values() for name in names}
        wanted |= {f"kind.{kind}" for kind in KINDS}
        for field, choices in json_asset("choices.json").items():
            wanted |= {f"{field}.{choice}" for choice in choices if choice not in ("", "true")}
        assert wanted - set(labels) == set()

    def test_judged_fields_are_fields(self) -> None:
        for cls in (NumericFact, RelativeTarget):
            assert set(JUDGED[cls.type]) <= set(cls.__slots__)

    def test_an_asset_ends_no_script(self) -> None:
        for name in ("text.js", "table.js", "card.js", "panel.js"):
            assert "</script" not in asset(name)


def fact(number: int, **fields: Any) -> NumericFact:
    return NumericFact(
        **{
            "id": f"t{number:04}",
            "start": 0,
            "end": 2,
            "text": "8%",
            "value": "8",
            "comparator": "eq",
            "measure": "growth",
            "status": "target",
            **fields,
        }
    )


class TestData:
    def test_keys_hold_for_what_a_fact_says_and_not_for_its_number(self) -> None:
        (one,) = facts_of([fact(1, indicator="产值")])
        (renumbered,) = facts_of([fact(7, indicator="产值", rule="other")])
        (other,) = facts_of([fact(1, indicator="产值", status="actual")])
        assert one["key"] == renumbered["key"] != other["key"]

    def test_equal_facts_have_keys_of_their_own(self) -> None:
        keys = [row["key"] for row in facts_of([fact(1), fact(2), fact(3)])]
        assert len(set(keys)) == 3

    def test_a_fact_at_the_first_character_keeps_its_start(self) -> None:
        (row,) = facts_of([fact(1)])
        assert (row["start"], "estimated" in row, "hedge" in row) == (0, False, False)

    def test_names(self) -> None:
        place = Place(
            id="p1", start=0, end=2, text="株洲", name="株洲市", kind="prefecture", form="株洲"
        )
        assert names_of([place]) == {
            "p1": {"type": "place", "name": "株洲市", "kind": "prefecture"}
        }

    def test_an_outline_leaves_out_what_has_no_title_but_not_what_is_in_it(self) -> None:
        def section(number: int, title: str | None, parent: str | None = None) -> Section:
            return Section(
                id=f"s{number}",
                start=number,
                end=9,
                text="",
                title=title,
                level=1,
                kind="tasks",
                parent=parent,
            )

        lines = outline_of([section(1, "一"), section(2, None, "s1"), section(3, "（一）", "s2")])
        assert [(line["id"], line["depth"]) for line in lines] == [("s1", 0), ("s3", 1)]
