from __future__ import annotations

import sys

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear

import govie
from govie.tokenizer import WHITE, CharTokenizer

TOKENIZER = CharTokenizer(spacy.blank("zh").vocab)


@given(st.text(alphabet=st.sampled_from(" \n\t\u3000增长8.5%a𠮷") | st.characters(codec="utf-8")))
def test_the_doc_has_the_text_it_was_made_of(text: str) -> None:
    assert TOKENIZER(text).text == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("增长 8%", ["增", "长", "8", "%"]),
        ("增  长", ["增", " ", "长"]),
        (" 增", [" ", "增"]),
        ("增\n 长", ["增", "\n", " ", "长"]),
        ("增 ", ["增"]),
        ("", []),
    ],
)
def test_each_character_is_a_token_and_a_space_belongs_to_the_one_before(
    text: str, words: list[str]
) -> None:
    assert [token.text for token in TOKENIZER(text)] == words


def test_white_space_is_what_python_calls_so() -> None:
    assert [code for code in range(sys.maxunicode + 1) if chr(code).isspace()] == WHITE.tolist()


def test_the_tokenizer_of_a_loaded_pipeline() -> None:
    assert isinstance(govie.load().tokenizer, CharTokenizer)


def test_it_can_be_named_in_a_config() -> None:
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "govie_char"}}})
    again = spacy.blank("zh", config=nlp.config).from_bytes(nlp.to_bytes())
    assert [token.text for token in again("增长 8%")] == ["增", "长", "8", "%"]


def test_time_grows_with_the_text_and_no_faster() -> None:
    assert is_linear(TOKENIZER, "全市地区生产总值 增长8.5%左右。\n" * 20_000)
