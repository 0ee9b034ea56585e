"""What must hold for all components together, on any text and over any tokenizer."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

import govie
from govie import given as given_values
from govie import pipeline
from govie.errors import ConfigError, InputError

SEEDS = ("changsha-web-page", "hetang-2021", "zhuzhou-2020", "zhuzhou-2021", "zhuzhou-2023")

SENTENCE = (
    "2021年全市地区生产总值增长8%左右，新增城镇就业1.5万余人，"
    "完成投资由120亿元增加到130.5亿元，调查失业率控制在5.5%以内。"
)


def plain(doc: Doc) -> list[dict[str, Any]]:
    return [record.to_dict() for record in doc._.govie.records]


def said(doc: Doc) -> list[tuple[Any, ...]]:
    """What the numeric facts say, without where they stand."""
    return [
        (
            "".join((fact.indicator or "").split()),
            fact.value,
            fact.value_high,
            fact.from_value,
            fact.unit,
            fact.comparator,
            fact.measure,
            fact.direction,
            fact.status,
            fact.period_start,
            fact.period_end,
            fact.place,
        )
        for fact in doc._.govie.numeric_facts
    ]


@pytest.mark.parametrize("name", SEEDS)
class TestSeeds:
    def test_the_text_is_the_input(
        self, name: str, seed_docs: dict[str, Doc], seed_texts: dict[str, str]
    ) -> None:
        assert seed_docs[name].text == seed_texts[name]

    def test_every_record_says_where_its_text_stands(
        self, name: str, seed_docs: dict[str, Doc], seed_texts: dict[str, str]
    ) -> None:
        raw = seed_texts[name]
        records = seed_docs[name]._.govie.records
        assert {"document", "section", "place", "program", "numeric"} <= {r.type for r in records}
        assert [r for r in records if raw[r.start : r.end] != r.text or not r.text] == []
        mentions = [mention for term in seed_docs[name]._.govie.terms for mention in term.mentions]
        assert [m for m in mentions if raw[m.start : m.end] != m.text] == []

    def test_ids_are_unique_and_lead_somewhere(self, name: str, seed_docs: dict[str, Doc]) -> None:
        records = seed_docs[name]._.govie.records
        ids = [record.id for record in records]
        assert len(ids) == len(set(ids))
        assert {r.document for r in records} - {None} <= {r.id for r in records}
        assert {r.section for r in records} - {None} <= {r.id for r in records}

    def test_a_second_run_finds_the_same(
        self, name: str, seed_docs: dict[str, Doc], seed_texts: dict[str, str]
    ) -> None:
        assert plain(govie.parse(seed_texts[name])) == plain(seed_docs[name])


class TestTokenizers:
    @pytest.mark.parametrize("segmenter", ["char", "jieba", "pkuseg"])
    def test_facts_are_the_same_over_every_tokenizer(
        self,
        segmenter: str,
        request: pytest.FixtureRequest,
        seed_docs: dict[str, Doc],
        seed_texts: dict[str, str],
    ) -> None:
        if segmenter == "pkuseg":
            nlp = request.getfixturevalue("pkuseg")
        else:
            nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": segmenter}}})
        govie.add_to(nlp)
        if segmenter != "char":
            assert len(nlp.make_doc("地区生产总值")) < 6
        for name in SEEDS:
            doc = nlp(seed_texts[name])
            assert doc.text == seed_texts[name]
            assert plain(doc) == plain(seed_docs[name]), name


class TestDirt:
    def test_the_clean_sentence(self) -> None:
        assert [fact[:6] for fact in said(govie.parse(SENTENCE))] == [
            ("地区生产总值", 8, None, None, "%", "approx"),
            ("新增城镇就业", 15000, None, None, "人", "gt"),
            ("投资", 13050000000, None, 12000000000, "元", "eq"),
            ("调查失业率", Decimal("5.5"), None, None, "%", "le"),
        ]

    @settings(max_examples=150)
    @given(
        st.lists(
            st.tuples(
                st.integers(1, len(SENTENCE) - 1),
                st.sampled_from([" ", "  ", "\u3000", "\xa0", "\t", "\n", "\n\n", "\r\n", " \n "]),
            ),
            max_size=6,
        ),
        st.sets(st.integers(0, len(SENTENCE) - 1), max_size=12),
    )
    def test_white_space_and_full_width_forms_change_nothing(
        self, gaps: list[tuple[int, str]], wide: set[int]
    ) -> None:
        signs = [widened(sign) if at in wide else sign for at, sign in enumerate(SENTENCE)]
        for at, gap in gaps:
            signs[at] = gap + signs[at]
        dirty = "".join(signs)
        doc = govie.parse(dirty)
        assert said(doc) == said(govie.parse(SENTENCE))
        for record in doc._.govie.records:
            assert dirty[record.start : record.end] == record.text

    @settings(max_examples=150)
    @given(
        st.text(
            st.sampled_from("2021年8.5%亿元万人增长至—、，。：（）“”一二\n 株洲市目标分别第"),
            max_size=80,
        )
    )
    def test_any_text_is_read_without_harm(self, text: str) -> None:
        doc = govie.parse(text)
        assert doc.text == text
        for record in doc._.govie.records:
            assert text[record.start : record.end] == record.text != ""


def widened(sign: str) -> str:
    """The full-width form of an ASCII sign."""
    return chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign


class TestHostileTexts:
    @pytest.mark.parametrize("text", ["", " ", "\n", "\u3000\n\t ", "年", "8", "%", "。"])
    def test_next_to_nothing_holds_no_facts(self, text: str) -> None:
        doc = govie.parse(text)
        assert doc.text == text
        assert doc._.govie.numeric_facts == ()

    @pytest.mark.parametrize(
        "text",
        [
            "1" * 100_000,
            "、" * 100_000,
            "第" * 100_000,
            "一" * 100_000,
            "（" * 100_000,
            "“" * 100_000,
            "1." * 50_000,
            "增长" * 50_000,
            "8%、" * 10_000,
            "株洲市" * 10_000,
            "一、" * 20_000,
            "一、\n" * 20_000,
            " \n" * 50_000,
        ],
        ids=lambda text: repr(text[:6]),
    )
    def test_the_time_for_a_monstrous_text_is_linear(self, text: str) -> None:
        half = text[: len(text) // 2]
        assert ratio(text, [half, half], at_most=1.5) <= 1.5

    def test_a_million_digits_are_no_quantity(self) -> None:
        assert govie.parse("1" * 1_000_000)._.govie.numeric_facts == ()

    def test_signs_outside_the_basic_plane(self) -> None:
        text = "😀𠮷林市2021年地区生产总值增长8%左右。"
        (fact,) = govie.parse(text)._.govie.numeric_facts
        assert text[fact.start : fact.end] == fact.text
        assert fact.value == 8

    def test_twenty_copies_take_twenty_times_as_long(self, seed_texts: dict[str, str]) -> None:
        text = seed_texts["zhuzhou-2021"]
        assert ratio(text * 20, [text] * 20, at_most=1.3) <= 1.3


def ratio(long: str, parts: list[str], at_most: float) -> float:
    """Time for a text over that for its parts, measured again where the machine was busy."""
    found = float("inf")
    for _ in range(4):
        found = min(found, seconds([long]) / seconds(parts))
        if found <= at_most:
            break
    return found


def seconds(texts: list[str]) -> float:
    started = time.process_time()
    for text in texts:
        govie.parse(text)
    return time.process_time() - started


class TestFrontDoors:
    def test_what_is_given_overrides_the_text(self) -> None:
        doc = govie.parse("全市地区生产总值增长8%左右。", jurisdiction="株洲市", year=2021)
        report = doc._.govie
        assert (report.jurisdiction, report.year) == ("株洲市", 2021)
        assert [(f.place, f.adcode) for f in report.numeric_facts] == [("株洲市", "430200")]

    def test_pipe_reads_texts_in_order(self) -> None:
        texts = ["工业增长5%。", "", "农业增长3%。"]
        docs = list(govie.pipe(texts, year=2021))
        assert [doc.text for doc in docs] == texts
        assert [len(doc._.govie.numeric_facts) for doc in docs] == [1, 0, 1]

    def test_pipe_looks_at_all_but_the_texts_at_once(self) -> None:
        with pytest.raises(ConfigError, match="year=21 is no year"):
            govie.pipe([], year=21)
        texts = iter(["工业增长5%。", "农业增长3%。"])
        docs = govie.pipe(texts)
        next(docs)
        assert list(texts) == ["农业增长3%。"]

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({"year": "2021"}, "year='2021' is no year"),
            ({"year": True}, "year=True is no year"),
            ({"year": 1948}, "from 1949 to 2100"),
            ({"jurisdiction": 430200}, "jurisdiction=430200 is no string"),
            ({"jurisdiction": "999999"}, "code of no division"),
        ],
    )
    def test_what_cannot_be_is_told(self, given: dict[str, Any], said: str) -> None:
        with pytest.raises(ConfigError, match=said):
            govie.parse("x", **given)

    @pytest.mark.parametrize("text", [None, 5, b"x", ["x"]])
    def test_what_is_no_string_is_told(self, text: Any) -> None:
        with pytest.raises(InputError, match="a text is a string, not"):
            govie.parse(text)

    def test_the_path_of_a_file_is_no_text(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "报告.txt").write_text("工业增长5%。", encoding="utf-8")
        (tmp_path / "folder").mkdir()
        (tmp_path / "folder/株洲市").write_text("工业增长5%。", encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        for path in ("报告.txt", "folder/株洲市", str(tmp_path / "报告.txt")):
            with pytest.raises(InputError, match=r"path of a file.*govie\.read"):
                govie.parse(path)
            (source,) = govie.read(path)
            assert source.parse()._.govie.numeric_facts[0].text == "5%"
        given: Any = tmp_path / "报告.txt"
        with pytest.raises(InputError, match=r"not \w*Path; read its file with govie\.read"):
            govie.parse(given)

    @pytest.mark.parametrize("text", ["没有.txt", "folder", "./folder", ".", "/", "\0.txt", "株洲"])
    def test_what_looks_like_a_path_and_is_none_is_a_text(
        self, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "folder").mkdir()
        (tmp_path / "株洲").write_text("工业增长5%。", encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        assert govie.parse(text).text == text

    def test_no_text_of_several_lines_and_no_sentence_is_looked_for_on_the_disk(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []
        monkeypatch.setattr(given_values.os.path, "isfile", asked.append)
        texts = [
            "工业增长5.5%。",
            "a.txt\nb.txt",
            "株洲市工业增长5%",
            "报告.txt" * 1000,
            "报告.txt",
        ]
        for text in texts:
            given_values.check_text(text)
        assert asked == ["报告.txt"]

    def test_packs_of_ones_own_are_read_once(self, tmp_path: Path) -> None:
        for name in ("杜鹃计划", "青竹计划"):
            (tmp_path / name).mkdir()
            line = f'{{"label": "plan", "pattern": "{name}", "id": "{name}的号"}}'
            (tmp_path / name / "programs.jsonl").write_text(line, encoding="utf-8")
        text = "实施杜鹃计划和青竹计划。"

        def found(*names: str) -> list[str]:
            patterns = ["default", *(str(tmp_path / name) for name in names)]
            (doc,) = govie.pipe([text], patterns=patterns)
            assert [r.id for r in govie.parse(text, patterns=patterns)._.govie.records] == [
                r.id for r in doc._.govie.records
            ]
            return [p.program_id for p in doc._.govie.programs if p.program_id.endswith("的号")]

        assert found() == []
        assert found("杜鹃计划") == ["杜鹃计划的号"]
        assert found("青竹计划") == ["青竹计划的号"]
        assert found("青竹计划", "杜鹃计划") == ["杜鹃计划的号", "青竹计划的号"]
        before = pipeline._remembered.cache_info()
        found("杜鹃计划")
        after = pipeline._remembered.cache_info()
        assert (after.misses, after.hits) == (before.misses, before.hits + 2)
        assert after.maxsize is not None

    def test_an_empty_cell_of_a_table_names_no_jurisdiction(self) -> None:
        doc = govie.parse("株洲市地区生产总值增长8%。", jurisdiction=" ", year=2021)
        assert doc._.govie.jurisdiction == "株洲市"

    def test_add_to_adds_what_is_missing_once(self) -> None:
        nlp = spacy.blank("zh")
        nlp.add_pipe("govie_targets")
        govie.add_to(govie.add_to(nlp))
        assert nlp.pipe_names == govie.load().pipe_names

    @pytest.mark.parametrize(
        ("there", "expected"),
        [
            ("host programs host", "host sections places glossary programs host targets"),
            ("sections host targets", "sections host places glossary programs targets"),
            ("targets sections", "places glossary programs targets sections"),
            ("host", "host sections places glossary programs targets"),
        ],
    )
    def test_add_to_puts_each_in_front_of_those_it_works_for(
        self, there: str, expected: str
    ) -> None:
        nlp = spacy.blank("zh")
        for at, key in enumerate(there.split()):
            if key == "host":
                nlp.add_pipe("sentencizer", name=f"host_{at}")
            else:
                nlp.add_pipe(f"govie_{key}")
        found = govie.add_to(nlp).pipe_names
        shown = ["host" if name.startswith("host") else name[6:] for name in found]
        assert " ".join(shown) == expected

    def test_add_to_knows_components_by_what_they_are_not_by_their_names(self) -> None:
        nlp = spacy.blank("zh")
        nlp.add_pipe("govie_targets", name="figures")
        nlp.disable_pipe("figures")
        govie.add_to(nlp)
        assert nlp.component_names[3:] == ["govie_programs", "figures"]

    def test_facts_have_their_places_whatever_was_there_before(self) -> None:
        nlp = spacy.blank("zh")
        nlp.add_pipe("govie_targets")
        doc = govie.add_to(nlp)("株洲市2021年政府工作报告\n2021年，力争荷塘区工业增长8%。")
        (fact,) = doc._.govie.numeric_facts
        assert (fact.place, fact.period_end, fact.status) == ("株洲市荷塘区", "2021", "target")

    @pytest.mark.parametrize("name", govie.load().pipe_names)
    def test_each_component_works_alone(self, name: str, seed_texts: dict[str, str]) -> None:
        nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "govie_char"}}})
        nlp.add_pipe(name)
        text = seed_texts["hetang-2021"]
        doc = nlp(text)
        assert len(doc.spans[name]) > 0
        assert [r for r in doc._.govie.records if text[r.start : r.end] != r.text] == []
