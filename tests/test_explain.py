"""Explanations: always a reason, and the right one."""

from __future__ import annotations

import random

import pytest
from spacy.tokens import Doc

import govie
from govie.errors import ConfigError, InputError
from govie.explain import Explanation, Step, explain
from govie.explain.find import offset_of, offsets_of_numbers
from govie.explain.model import OUTCOMES
from govie.packs import load_patterns

SEED = 20210118
"""Of the random choice of places; the choice is the same in every run."""
SCREEN = 40
"""Steps that are short enough to read."""


def of(text: str, words: str, **given: object) -> Explanation:
    """The explanation of the first number of some words of a text, or of the words themselves."""
    doc = govie.parse(text, **given)  # type: ignore[arg-type]
    return explain(doc, offset_of(doc, words))


def steps(explanation: Explanation, topic: str, outcome: str = "") -> list[Step]:
    return [
        step
        for step in explanation.steps
        if step.topic == topic and (not outcome or step.outcome == outcome)
    ]


def choose(doc: Doc, seed: int) -> list[int]:
    """Offsets of four facts and numbers, facts and non-facts alike, and one of any place."""
    chance = random.Random(seed)
    facts = [fact.start for fact in doc._.govie.numeric_facts]
    numbers = sorted(set(offsets_of_numbers(doc, 5000)) - set(facts))
    return [
        *chance.sample(facts, 2),
        *chance.sample(numbers, 2),
        *chance.sample(range(len(doc.text)), 1),
    ]


class TestPlacesOfTheSeeds:
    def test_twenty_and_more_places_chosen_at_random_have_a_reason(
        self, seed_docs: dict[str, Doc]
    ) -> None:
        told = 0
        for number, (name, doc) in enumerate(sorted(seed_docs.items())):
            facts = {fact.start: fact.id for fact in doc._.govie.numeric_facts}
            for at in choose(doc, SEED + number):
                found = explain(doc, at)
                where = f"{name} at {at}"
                assert found.start <= at, where
                assert 2 <= len(found.verdict) <= 300, where
                assert 1 <= len(found.steps) <= SCREEN, where
                assert {step.outcome for step in found.steps} <= set(OUTCOMES), where
                if at in facts:
                    assert facts[at] in found.records, where
                    assert found.verdict.startswith(("a numeric fact: ", "numeric facts: ")), where
                    assert steps(found, "status", "found"), where
                    assert steps(found, "subject"), where
                told += 1
        assert told == 25

    def test_no_number_of_a_seed_is_left_without_a_reason_of_its_own(
        self, seed_docs: dict[str, Doc]
    ) -> None:
        doc = seed_docs["hetang-2021"]
        starts = {fact.start for fact in doc._.govie.numeric_facts}
        numbers = sorted(set(offsets_of_numbers(doc, 5000)) - starts)
        for at in random.Random(SEED).sample(numbers, 25):
            verdict = explain(doc, at).verdict
            assert verdict.startswith(("a number, but no fact: ", "a numeric fact: "))
            assert "part of a word" not in verdict
            assert "takes it for no statement" not in verdict

    def test_lines_named_are_lines_of_the_patterns(self, seed_docs: dict[str, Doc]) -> None:
        topics = ("cues", "hedges", "indicators", "skips", "standing", "units", "programs")
        known = {pattern.source for topic in topics for pattern in load_patterns(topic)}
        known |= {
            pattern.source
            for topic in ("divisions", "former", "regions", "damaged", "deixis")
            for pattern in load_patterns(f"places/{topic}")
        }
        doc = seed_docs["zhuzhou-2021"]
        named = {
            source
            for at in choose(doc, 7)
            for step in explain(doc, at).steps
            for source in step.sources
        }
        assert named
        assert named - known == set()


class TestNumbersThatAreNoFacts:
    @pytest.mark.parametrize(
        ("text", "words", "reason"),
        [
            ("2021年，工业增长5%。", "2021年", "a date or a time"),
            ("加快5G基站建设。", "5G", "part of a name"),
            ("拨打12345热线。", "12345", "a number that names or numbers something"),
            ("培育亿元以上企业。", "亿元以上", "a threshold"),
            ("建成标准厂房3000。", "3000", "a number without a unit"),
            ("型号为ABC8的设备。", "8", "part of a Latin name"),
            ("推进“招商引资28条”落地。", "28条", "inside a quoted name"),
        ],
    )
    def test_the_reason_is_told(self, text: str, words: str, reason: str) -> None:
        found = of(text, words)
        assert found.verdict.startswith("a number, but no fact: ")
        assert reason in found.verdict
        assert found.records == () or found.records[0][0] != "t"

    def test_the_line_that_skips_it_is_named(self) -> None:
        (step,) = steps(of("2021年，工业增长5%。", "2021年"), "number", "out")
        (source,) = step.sources
        (line,) = (p for p in load_patterns("skips") if p.source == source)
        assert (line.label, line.id) == ("DATE", "year")

    def test_a_glossary_states_nothing(self, seed_docs: dict[str, Doc]) -> None:
        doc = seed_docs["zhuzhou-2021"]
        found = explain(doc, offset_of(doc, "建设100片优质农副产品供应示范基地"))
        assert found.text == "100片"
        assert "a definition, a glossary" in found.verdict

    def test_the_size_of_a_project_is_told_from_a_result(self) -> None:
        found = of("推进年产50万吨钢渣综合利用项目，50万吨钢渣综合利用项目开工。", "，50万吨")
        assert "the size of a project" in found.verdict
        (step,) = steps(found, "fact", "out")
        assert step.sources


class TestFacts:
    TEXT = "2021年，全市地区生产总值力争增长8%左右。"

    @pytest.fixture
    def found(self) -> Explanation:
        return of(self.TEXT, "8%", jurisdiction="株洲市", year=2021)

    def test_the_verdict_names_the_record(self, found: Explanation) -> None:
        assert found.verdict == "a numeric fact: t0001"
        assert found.records == ("t0001",)
        assert (found.text, self.TEXT[found.start : found.end]) == ("8%", "8%")
        at = found.sentence_at
        assert found.sentence[at : at + 2] == "8%"

    def test_what_was_cut_off_either_end_with_its_lines(self, found: Explanation) -> None:
        cut = {step.text: step for step in steps(found, "subject", "cut")}
        assert set(cut) == {"全市", "力争", "增长"}
        lines = {pattern.source: pattern.pattern for pattern in load_patterns("cues")}
        for word in ("力争", "增长"):
            assert [lines[source] for source in cut[word].sources] == [word]
        (subject,) = steps(found, "subject", "found")
        assert subject.text == "地区生产总值"

    def test_series_measure_status_period_area(self, found: Explanation) -> None:
        says = {topic: steps(found, topic)[0].says for topic in ("indicator", "measure", "period")}
        assert "gdp" in says["indicator"]
        assert says["measure"].startswith("growth ↑: ")
        assert says["period"].startswith("2021: the last expression of time in front")
        assert steps(found, "period")[0].text == "2021年"
        status = steps(found, "status")
        assert status[0].says.endswith("striving")
        assert [step.text for step in status[1:]] == ["力争"]
        assert steps(found, "area")[0].says == "株洲市 430200: the jurisdiction of the report"
        assert "左右" in [step.text for step in steps(found, "number")]

    def test_a_guard_that_held_a_word_back(self) -> None:
        found = of("全市新增就业5万人。", "5万人")
        (step,) = steps(found, "subject", "guarded")
        assert (step.text, step.says) == ("新增", "not cut off: begins the name 新增就业")

    def test_every_fact_of_a_number_is_told(self) -> None:
        found = of("工业投资、农业投资均增长5%。", "5%")
        assert found.verdict == "numeric facts: t0001, t0002"
        assert [step.text for step in steps(found, "subject", "found")] == ["工业投资", "农业投资"]

    def test_the_value_it_rose_from_leads_to_the_fact(self) -> None:
        found = of("城镇化率由62.1%提升到67.9%。", "62.1%")
        assert (found.text, found.verdict) == ("67.9%", "a numeric fact: t0001")


class TestNames:
    def test_a_place_and_the_longer_one_that_beat_it(self) -> None:
        found = of("湖南省株洲市天元区建设加快。", "天元区", year=2021)
        assert found.verdict.startswith("no number; place ")
        lost = steps(found, "place", "lost")
        assert [step.text for step in lost] == ["天元"]

    def test_a_place_that_its_guard_held_back(self) -> None:
        held = steps(of("岳塘区域经济发展。", "岳塘"), "place", "guarded")
        assert ("岳塘区", "no place next to 域") in [(step.text, step.says) for step in held]

    def test_a_programme(self) -> None:
        found = of("大力实施“三高四新”战略。", "战略")
        (step,) = steps(found, "programme", "found")
        assert "三高四新" in step.text
        assert found.records == ("g0001",)

    def test_the_subject_of_a_fact_leads_to_it(self) -> None:
        found = of("地区生产总值增长8%。", "生产总值")
        (step,) = steps(found, "subject", "found")
        assert "t0001 (8%)" in step.says

    def test_a_word_that_says_nothing(self) -> None:
        found = of("加快推进各项工作。", "工作")
        assert found.verdict == "no number, name or term stands here"
        assert found.records == ()


class TestPlacesToExplain:
    def test_words_are_found_in_a_dirty_text(self) -> None:
        doc = govie.parse("全市新增就\n业 5 万人。")
        at = offset_of(doc, "新增就业5万人")
        assert doc.text[at] == "5"
        assert explain(doc, at).text == "5万人"

    def test_words_that_stand_nowhere(self) -> None:
        with pytest.raises(InputError, match="nowhere says '八达岭'"):
            offset_of(govie.parse("工业增长5%。"), "八达岭")

    @pytest.mark.parametrize("at", [-1, 7, 1000])
    def test_an_offset_outside_the_text(self, at: int) -> None:
        with pytest.raises(ConfigError, match=f"at={at} lies outside the text, which has 7"):
            explain(govie.parse("工业增长5%。"), at)

    @pytest.mark.parametrize(
        "text", [" ", "\n\n", "年", "。", "5", "“", "第", "5%、6%", "\u3000八"]
    )
    def test_any_text_has_an_explanation_or_a_clear_error(self, text: str) -> None:
        doc = govie.parse(text)
        for at in range(len(text)):
            if text.strip():
                assert explain(doc, at).verdict
            else:
                with pytest.raises(ConfigError, match="empty but for white space"):
                    explain(doc, at)


def test_it_is_plain_data() -> None:
    def kinds(value: object) -> set[type]:
        if isinstance(value, dict):
            return set().union(*map(kinds, value.values()))
        if isinstance(value, list):
            return set().union(set(), *map(kinds, value))
        return {type(value)}

    assert kinds(of("工业增长5%。", "5%").to_dict()) <= {str, int}


def test_the_word_that_held_a_cue_back_is_named() -> None:
    """Of guards only the one that stands there is told; see the cues that have any."""
    guarded = next(p for p in load_patterns("cues") if p.label == "OPENER" and p.not_before)
    guard = guarded.not_before[0]
    held = steps(of(f"{guarded.pattern}{guard}产值增长5%。", "5%"), "subject", "guarded")
    assert f"not cut off next to {guard}" in [step.says for step in held]
