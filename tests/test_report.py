"""``doc._.govie``: what it gives by name, and what belongs together."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

import govie

TEXT = (
    "一、2020年工作回顾\n全面完成“民生100”工程61项指标。新增城镇就业1万人。"
    "民生支出占比达到81.6%，“民生100”工程投入20亿元。\n"
    "名词解释\n1.“民生100”工程：涵盖100项民生指标。\n2.“六稳”：稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期。"
)


@pytest.fixture(scope="module")
def doc() -> Doc:
    return govie.parse(TEXT, jurisdiction="株洲市", year=2021)


class TestTerms:
    def test_a_term_is_found_by_its_name_with_or_without_quotes(self, doc: Doc) -> None:
        terms = doc._.govie.terms
        assert terms["六稳"] is terms["“六稳”"]
        assert terms["六稳"].components[0] == "稳就业"
        assert terms["六稳"].complete is True

    def test_a_name_that_nothing_explains_is_a_key_error(self, doc: Doc) -> None:
        with pytest.raises(KeyError, match="七稳"):
            doc._.govie.terms["七稳"]

    def test_a_mention_expands_to_its_term_and_other_text_to_none(self, doc: Doc) -> None:
        at = TEXT.index("民生100")
        assert doc._.govie.expand(doc.char_span(at, at + 5)).term == "“民生100”工程"
        at = TEXT.index("新增城镇就业")
        assert doc._.govie.expand(doc.char_span(at, at + 2)) is None

    def test_its_facts_stand_in_a_sentence_with_a_mention(self, doc: Doc) -> None:
        report = doc._.govie
        facts = report.facts_of(report.terms["“民生100”工程"])
        assert [fact.text for fact in facts] == ["61项", "81.6%", "20亿元"]

    def test_a_term_that_is_not_mentioned_has_none(self, doc: Doc) -> None:
        report = doc._.govie
        assert report.facts_of(report.terms["六稳"]) == ()


def test_a_span_gives_its_record(doc: Doc) -> None:
    for span in doc.spans["govie_targets"]:
        assert span._.govie.id == span.id_
        assert TEXT[span._.govie.start : span._.govie.end] == span._.govie.text


def test_a_span_of_nothing_gives_none(doc: Doc) -> None:
    assert doc[0:2]._.govie is None
