"""Docs put together and cut out: every record goes along, with offsets that are right."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin, Span

import govie
from govie.errors import ConfigError
from govie.records import Record, Term

FIRST = (
    "株洲市2021年政府工作报告\n\n一、2021年主要预期目标\n\n"
    "大力实施“三高四新”战略，落实“六稳”。地区生产总值增长8%左右，荷塘区新增城镇就业1.5万人。\n\n"
    "名词解释\n\n1.“六稳”：指稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期。\n"
)
SECOND = (
    "攸县2020年政府工作报告\n\n一、2019年工作回顾\n\n"
    "工业、农业投资均增长5%，居民收入与经济增长同步。"
)
PARTS = ["", "工业增长5%。", "荷塘区实施“三高四新”战略", FIRST, SECOND, " ", "\n攸县就业3万人 "]


def read(*texts: str) -> list[Doc]:
    return list(govie.pipe(texts))


def said(record: Record, shift: int = 0) -> dict[str, object]:
    """What a record says, with offsets from a shift and without ids."""
    plain = record.to_dict()
    for name, value in plain.items():
        if name.endswith(("start", "end")) and isinstance(value, int):
            plain[name] = value - shift
    if "mentions" in plain:
        plain["mentions"] = [
            {**m, "start": m["start"] - shift, "end": m["end"] - shift} for m in plain["mentions"]
        ]
    return {k: v for k, v in plain.items() if k not in ("id", "section", "document", "parent")}


def check(doc: Doc) -> None:
    """What holds of any Doc: texts stand where they should, ids are unique and lead somewhere."""
    records = doc._.govie.records
    assert [r for r in records if doc.text[r.start : r.end] != r.text] == []
    ids = [record.id for record in records]
    assert len(ids) == len(set(ids))
    assert {r.section for r in records} | {r.document for r in records} <= {*ids, None}
    for span in (span for group in doc.spans.values() for span in group):
        assert span._.govie.id == span.id_
        assert span.start_char <= span._.govie.start
        assert span._.govie.end <= span.end_char


class TestConcat:
    def test_records_of_both_in_order(self) -> None:
        docs = read(FIRST, SECOND)
        doc = govie.concat(docs)
        check(doc)
        shift = doc.text.index(SECOND)
        expected = [[said(r) for r in each._.govie.records] for each in docs]
        found = doc._.govie.records
        assert [said(r) for r in found if r.end <= len(FIRST)] == expected[0]
        assert [said(r, shift) for r in found if r.start >= shift] == expected[1]

    def test_each_fact_keeps_its_report(self) -> None:
        doc = govie.concat(read(FIRST, SECOND))
        reports = {document.id: document.place for document in doc._.govie.documents}
        assert list(reports) == ["d0001", "d0002"]
        found = [(f.text, reports[f.document or ""]) for f in doc._.govie.numeric_facts]
        assert found == [
            ("8%", "株洲市"),
            ("1.5万人", "株洲市"),
            ("5%", "攸县"),
            ("5%", "攸县"),
        ]

    def test_terms_and_targets_without_a_number(self) -> None:
        doc = govie.concat(read(SECOND, FIRST))
        term = doc._.govie.terms["六稳"]
        assert [doc.text[m.start : m.end] for m in term.mentions] == [m.text for m in term.mentions]
        assert doc.text[term.definition_start : term.definition_end] == term.definition
        (relative,) = doc._.govie.relative_targets
        assert doc.text[relative.indicator_start : relative.indicator_end] == relative.indicator

    def test_packs_and_host_spans_stay(self) -> None:
        docs = read("工业增长5%。", "农业增长3%。")
        for each in docs:
            each.spans["mine"] = [each[0:2]]
        doc = govie.concat(docs)
        assert [span.text for span in doc.spans["mine"]] == ["工业", "农业"]
        assert doc._.govie.packs == docs[0]._.govie.packs != {}

    def test_it_survives_what_a_doc_survives(self) -> None:
        doc = govie.concat(read(FIRST, SECOND))
        data = DocBin(docs=[doc]).to_bytes()
        (again,) = DocBin().from_bytes(data).get_docs(spacy.blank("zh").vocab)
        assert again._.govie.to_dict() == doc._.govie.to_dict()

    def test_the_docs_themselves_stay_as_they_are(self) -> None:
        docs = read(FIRST, SECOND)
        before = [each._.govie.to_dict() for each in docs]
        govie.concat(docs)
        assert [each._.govie.to_dict() for each in docs] == before

    def test_docs_of_a_pipeline_with_one_component(self) -> None:
        nlp = spacy.blank("zh")
        nlp.add_pipe("govie_places")
        doc = govie.concat([nlp("株洲市"), nlp("长沙市")])
        assert list(doc.spans) == ["govie_places"]
        assert [place.id for place in doc._.govie.places] == ["p0001", "p0002"]

    @settings(max_examples=25)
    @given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).filter(any))
    def test_any_texts(self, texts: list[str]) -> None:
        docs = read(*texts)
        doc = govie.concat(docs)
        check(doc)
        assert len(doc._.govie.records) == sum(len(each._.govie.records) for each in docs)

    def test_nothing_to_put_together(self) -> None:
        with pytest.raises(ConfigError, match="docs holds no Doc with a text"):
            govie.concat(read(""))

    def test_docs_of_different_pipelines(self) -> None:
        docs = [spacy.blank("zh")("工业"), spacy.blank("zh")("农业")]
        with pytest.raises(ConfigError, match="read them with the same one"):
            govie.concat(docs)


@pytest.fixture(scope="module")
def doc() -> Doc:
    return govie.parse(FIRST)


class TestExcerpt:
    def test_a_sentence_with_its_facts(self, doc: Doc) -> None:
        sentence = "地区生产总值增长8%左右，荷塘区新增城镇就业1.5万人。"
        part = govie.excerpt(cut(doc, sentence))
        check(part)
        assert part.text == sentence
        facts = part._.govie.numeric_facts
        assert [(f.id, f.text, f.indicator, f.status) for f in facts] == [
            ("t0001", "8%", "地区生产总值", "target"),
            ("t0002", "1.5万人", "新增城镇就业", "target"),
        ]
        assert part.text[facts[0].indicator_start : facts[0].indicator_end] == "地区生产总值"
        assert [place.text for place in part._.govie.places] == ["荷塘区"]

    def test_report_and_section_are_kept_as_far_as_they_reach(self, doc: Doc) -> None:
        part = govie.excerpt(cut(doc, "大力实施“三高四新”战略"))
        report = part._.govie
        assert (report.jurisdiction, report.year) == ("株洲市", 2021)
        assert [(s.title, s.text) for s in report.sections] == [
            ("一、2021年主要预期目标", part.text)
        ]
        assert report.programs[0].section == report.sections[0].id

    def test_what_is_cut_in_two_is_left_out(self, doc: Doc) -> None:
        report = govie.excerpt(cut(doc, "增长8%左右，荷塘区新增城镇就业1.5"))._.govie
        (fact,) = report.numeric_facts
        assert (fact.text, fact.indicator) == ("8%", "地区生产总值")
        assert (fact.indicator_start, fact.indicator_end) == (None, None)

    def test_a_term_keeps_the_mentions_inside(self, doc: Doc) -> None:
        assert len(doc._.govie.terms["六稳"].mentions) == 1
        part = govie.excerpt(cut(doc, FIRST[FIRST.index("名词解释") :].strip()))
        (term,) = part._.govie.terms
        assert isinstance(term, Term)
        assert term.mentions == ()
        assert part.text[term.definition_start : term.definition_end] == term.definition

    def test_the_whole_is_the_whole(self, doc: Doc) -> None:
        assert govie.excerpt(doc[:])._.govie.to_dict() == doc._.govie.to_dict()

    @settings(max_examples=40)
    @given(st.integers(0, 120), st.integers(1, 60))
    def test_any_stretch(self, start: int, length: int) -> None:
        doc = read(FIRST)[0]
        span = doc[start : start + length]
        if len(span):
            check(govie.excerpt(span))


def cut(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words))
    assert span is not None
    return span
