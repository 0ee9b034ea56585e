from __future__ import annotations

import pytest
from spacy import displacy
from spacy.tokens import Doc

import govie
from govie.errors import ConfigError
from govie.store import KEYS


class TestReportInANotebook:
    def test_a_table_of_the_first_facts(self, seed_docs: dict[str, Doc]) -> None:
        report = seed_docs["zhuzhou-2021"]._.govie
        html = report._repr_html_()
        assert html.startswith("<div><p><b>株洲市 2021</b> · ")
        assert f"{len(report.places)} places" in html
        assert html.count("<tr>") == 21
        facts = len(report.numeric_facts) + len(report.relative_targets)
        assert f"… and {facts - 20} more facts" in html
        assert "<td>&gt; 1.7 万名</td>" in html

    def test_text_is_escaped(self) -> None:
        doc = govie.parse("2021年，新建<b>5个。", jurisdiction="株洲市", year=2021)
        assert "<b>5" not in doc._.govie._repr_html_()

    def test_nothing_found(self) -> None:
        assert "no records" in govie.parse("")._.govie._repr_html_()


class TestDisplacy:
    @pytest.mark.parametrize("key", KEYS)
    def test_every_label_of_the_seeds_has_a_colour(
        self, seed_docs: dict[str, Doc], key: str
    ) -> None:
        options = govie.displacy_options(key)
        assert options["spans_key"] == key
        labels = {span.label_ for doc in seed_docs.values() for span in doc.spans[key]}
        assert labels
        assert labels - set(options["colors"]) == set()

    def test_displacy_takes_them(self) -> None:
        doc = govie.parse("株洲市2021年地区生产总值增长8%以上。", jurisdiction="株洲市", year=2021)
        options = govie.displacy_options()
        spans = displacy.render(doc, style="span", options=options, jupyter=False)
        assert options["colors"]["growth"] in spans
        entities = displacy.render(doc, style="ent", options=options, jupyter=False)
        assert options["colors"]["PLACE"] in entities

    def test_a_component_that_is_none(self) -> None:
        with pytest.raises(ConfigError, match="no component of govie is called 'targets'"):
            govie.displacy_options("targets")
