"""Explanations name the true reason, and the line behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from spacy.tokens import Doc
from typer.testing import CliRunner

import govie
from govie.cli.app import app
from govie.explain import Explanation, Step, explain
from govie.explain.find import offset_of
from govie.packs import Pattern, load_patterns, pack_set, using

LIMITED = (
    '{"label": "campaign", "pattern": "清风护河", "id": "清风护河", "in_section": ["tasks"]}\n'
    '{"label": "campaign", "pattern": "银杏护河", "id": "银杏护河", "skip": true}\n'
)
REVIEW = "株洲市2021年政府工作报告\n一、2020年工作回顾\n2020年，我们全力清风护河，抓好银杏护河。\n"


def at(doc: Doc, words: str) -> Explanation:
    return explain(doc, offset_of(doc, words))


def step_of(found: Explanation, topic: str, text: str) -> Step:
    (step,) = (s for s in found.steps if s.topic == topic and s.text == text)
    return step


def line(topic: str, source: str) -> Pattern:
    (found,) = (pattern for pattern in load_patterns(topic) if pattern.source == source)
    return found


class TestProgrammes:
    @pytest.fixture
    def doc(self, tmp_path: Path) -> Iterator[Doc]:
        (tmp_path / "programs.jsonl").write_text(LIMITED, encoding="utf-8")
        packs = pack_set(("default", str(tmp_path)))
        with using(packs):
            yield govie.parse(REVIEW, patterns=["default", str(tmp_path)])

    def test_a_line_that_counts_in_other_sections(self, doc: Doc) -> None:
        step = step_of(at(doc, "清风护河"), "programme", "清风护河")
        assert step.outcome == "out"
        assert "in sections of kind tasks only" in step.says
        assert step.says.endswith("this one is of kind review")
        assert [source.rpartition(":")[2] for source in step.sources] == ["1"]

    def test_a_line_of_what_is_no_programme(self, doc: Doc) -> None:
        step = step_of(at(doc, "银杏护河"), "programme", "银杏护河")
        assert (step.outcome, step.says) == ("out", "its line says that it is no programme (skip)")

    def test_nothing_is_lost_to_a_name_that_is_not_there(self, doc: Doc) -> None:
        for words in ("清风护河", "银杏护河"):
            assert all(step.outcome != "lost" for step in at(doc, words).steps)


class TestNumbersOfNothing:
    @pytest.mark.parametrize(
        ("text", "words", "reason", "rule"),
        [
            ("为“十三五”画上句号。", "“十三五”", "the name of a five-year plan", "plan-quoted"),
            ("编制十四五规划。", "十四五规划", "the name of a five-year plan", "plan"),
            ("学习十九届五中全会精神。", "十九届", "a session or term", "session"),
            ("建设三级医院。", "三级", "a grade, a class", "grade"),
            ("每千人拥有床位。", "每千人", "the base of a rate", "per"),
            ("打通最后一公里。", "一公里", "a set phrase", "last-mile"),
        ],
    )
    def test_a_skip_says_what_it_is(self, text: str, words: str, reason: str, rule: str) -> None:
        found = at(govie.parse(text), words)
        assert reason in found.verdict
        assert "heading" not in found.verdict
        (step,) = (s for s in found.steps if s.topic == "number")
        assert line("skips", step.sources[0]).id == rule

    def test_scale_words_without_a_unit_are_no_amount_even_behind_a_large_word(self) -> None:
        found = at(govie.parse("新增3个产业规模过千亿园区。"), "千亿")
        assert "a scale word without a unit" in found.verdict
        assert "even behind 过; with a unit (元) it would be one" in found.verdict
        (step,) = (s for s in found.steps if s.topic == "number")
        assert (line("hedges", step.sources[0]).label) == "LARGE"
        assert at(govie.parse("产业规模过千亿元。"), "千亿元").verdict == "a numeric fact: t0001"

    def test_scale_words_with_nothing_in_front(self) -> None:
        found = at(govie.parse("新增3个以上千亿产业集群。"), "千亿")
        assert found.verdict.endswith(
            "a scale word without a unit, which names a size and is no amount"
        )

    def test_scale_words_with_a_unit_want_a_large_word(self) -> None:
        found = at(govie.parse("服务千家。"), "千家")
        assert "a scale word and a unit, an amount only behind words such as 突破" in found.verdict

    def test_a_sign_that_rules_begin_with_is_no_number(self) -> None:
        assert at(govie.parse("长株潭城市群发展。"), "长株潭").verdict.startswith(
            "no number; place"
        )


class TestStatus:
    def test_a_promise_that_a_review_overrules(self) -> None:
        doc = govie.parse(
            "排名由2015年的83位上升到2020年的71位。", jurisdiction="株洲市", year=2021
        )
        found = at(doc, "71位")
        (fact,) = doc._.govie.numeric_facts
        step = step_of(found, "status", "到2020年")
        assert fact.status == "actual"
        assert step.outcome == "out"
        assert step.says.startswith("a word of promise, overruled: a section of kind review tells")
        assert step.says.endswith("periods that end in 2021 or later")

    def test_the_nearer_of_two_words_counts(self) -> None:
        doc = govie.parse("2021年，力争产值确保增长5%。", jurisdiction="株洲市", year=2021)
        found = at(doc, "5%")
        assert doc._.govie.numeric_facts[0].commitment == "binding"
        assert "a word of striving, overruled: 确保 stands nearer" in (
            step_of(found, "status", "力争").says
        )
        assert "overruled" not in step_of(found, "status", "确保").says

    def test_an_estimate_of_a_target(self) -> None:
        doc = govie.parse("2021年，力争完成预计产值5亿元。", jurisdiction="株洲市", year=2021)
        step = step_of(at(doc, "5亿元"), "status", "预计")
        assert "only what is done is estimated, and this is a target" in step.says


class TestLinesOfPlaces:
    @pytest.mark.parametrize(
        ("place", "word"),
        [
            ("醴陵经开区", "经开区"),
            ("密花村", "村"),
            ("茶常高速", "高速"),
            ("清水塘老工业区", "老工业区"),
            ("市博物馆美术馆", "美术馆"),
        ],
    )
    def test_a_place_by_form_names_its_type_word(
        self, seed_docs: dict[str, Doc], place: str, word: str
    ) -> None:
        found = at(seed_docs["zhuzhou-2021"], place)
        step = step_of(found, "place", place)
        assert [line("places/types", source).pattern for source in step.sources] == [word]
        assert f"the type word {word}" in step.says

    def test_a_division_names_its_line(self) -> None:
        step = step_of(at(govie.parse("天元区加快发展。"), "天元区"), "place", "天元区")
        assert [line("places/divisions", source).id for source in step.sources] == ["430211"]

    def test_no_name_is_said_twice(self, seed_docs: dict[str, Doc]) -> None:
        verdict = at(seed_docs["zhuzhou-2021"], "醴陵经开区").verdict
        assert verdict.count("醴陵经开区") == 1


class TestLinesOfHedgesAndDates:
    def test_a_hedge_within_the_numeral_is_grammar(self) -> None:
        step = step_of(at(govie.parse("新建基站1700余个。"), "1700余个"), "number", "余")
        assert step.says == "makes it gt, as part of the numeral, which the grammar reads"
        assert step.sources == ()

    @pytest.mark.parametrize(
        ("text", "written", "label"),
        [
            ("今年，产值增长5%。", "今年", "RELATIVE"),
            ("到2025年，产值达到5亿元。", "2025年", "BY_BEFORE"),
            ("“十四五”期间，产值增长5%。", "“十四五”期间", "PLAN_WHOLE"),
            ("今后五年，产值增长5%。", "今后五年", "AHEAD"),
        ],
    )
    def test_a_period_names_the_lines_of_its_words(
        self, text: str, written: str, label: str
    ) -> None:
        doc = govie.parse(text, jurisdiction="株洲市", year=2021)
        found = explain(doc, doc._.govie.numeric_facts[0].start)
        step = step_of(found, "period", written)
        assert [line("periods", source).label for source in step.sources] == [label]

    def test_a_plain_year_has_no_line(self) -> None:
        doc = govie.parse("2021年，产值增长5%。", year=2021)
        assert step_of(at(doc, "5%"), "period", "2021年").sources == ()


@pytest.mark.parametrize("columns", ["60", "80", "100"])
@pytest.mark.parametrize("words", ["清水塘老工业区", "“十四五”规划", "中国百强城市排名"])
def test_files_and_lines_are_whole(root: Path, columns: str, words: str) -> None:
    call = ["explain", str(root / "seeds/zhuzhou-2021.txt"), "--find", words]
    shown = CliRunner().invoke(app, call, env={"COLUMNS": columns}).stdout.splitlines()
    plain = CliRunner().invoke(app, [*call, "--to", "json"])
    sources = {s for step in json.loads(plain.stdout)[0]["steps"] for s in step["sources"]}
    assert sources
    for source in sources:
        assert any(row.rstrip().endswith(f" {source}") for row in shown), source
    assert max(map(cell_len, shown)) <= int(columns)
