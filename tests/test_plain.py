"""Plain text: quotes and note marks gone, with the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govie.text.plain import Plain, plain


def test_marks_are_gone():
    assert plain("“三高四新”战略[12]和‘两山’〔3〕理念^[4]") == "三高四新战略和两山理念"
    assert Plain("“三高四新”战略[12]").text == "三高四新战略"


@pytest.mark.parametrize(
    ("clean", "name", "expected"),
    [
        ("实施“三高四新”战略。", "三高四新战略", "“三高四新”战略"),
        ("实施“三高四新”战略。", "三高四新", "“三高四新”"),
        ("实施“三高四新战略”。", "三高四新战略", "“三高四新战略”"),
        ("实施“三高四新战略”。", "三高四新", "三高四新"),
        ("园区“135”工程。", "园区135", "园区“135”"),
        ("“六稳”“六保”。", "六保", "“六保”"),
        ("“一区三边”[37]治理。", "一区三边治理", "“一区三边”[37]治理"),
    ],
)
def test_spans_take_the_quotes_that_belong_to_them(clean, name, expected):
    text = Plain(clean)
    start = text.text.index(name)
    left, right = text.span(start, start + len(name))
    assert clean[left:right] == expected


@given(st.text("“”‘’甲乙[]123〔〕^", max_size=40))
def test_any_text(clean):
    text = Plain(clean)
    assert text.text == plain(clean)
    for start in range(len(text.text)):
        left, right = text.span(start, start + 1)
        assert 0 <= left < right <= len(clean)
        assert text.text[start] in clean[left:right]
