"""An expression with a glance in front matches what the expression matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govie.packs import load_patterns
from govie.text.glance import Seeker, glancing

SIGNS = "ab年1 \n"
PIECES = [
    "a",
    "b",
    "年",
    ".",
    "[ab]",
    "[^a]",
    "[a-c]",
    r"\s",
    r"\d",
    "^",
    "(?<!a)",
    "(?=b)",
    r"[\s1]",
    r"[^\S\n]",
    r"[^a\s]",
]


def rows() -> st.SearchStrategy[str]:
    pieces = st.sampled_from(PIECES) | st.sampled_from(["a?", "b*", "1{2}", "(?:a|)", "a+?"])
    return st.recursive(
        st.lists(pieces, min_size=1, max_size=3).map("".join),
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3).map(lambda rows: f"(?:{'|'.join(rows)})")
            | inner.map(lambda row: f"({row})?")
        ),
        max_leaves=4,
    )


@given(rows(), st.text(SIGNS, max_size=12), st.sampled_from([0, re.MULTILINE, re.IGNORECASE]))
def test_it_matches_what_the_expression_matches(expression: str, text: str, flags: int) -> None:
    plain = [match.span() for match in re.finditer(expression, text, flags)]
    assert [match.span() for match in glancing(expression, flags).finditer(text)] == plain
    assert [match.span() for match in Seeker(expression, flags).finditer(text)] == plain


@given(rows(), st.text(SIGNS, max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_a_seeker_keeps_to_a_stretch(expression: str, text: str, start: int, end: int) -> None:
    plain = [match.span() for match in re.compile(expression).finditer(text, start, end)]
    assert [match.span() for match in Seeker(expression).finditer(text, start, end)] == plain


@pytest.mark.parametrize(
    ("expression", "glances"),
    [
        ("(?:今|本)年(?:末)?|(?<!说)明年", True),
        ("(?:现在|下面)我|我", True),
        ("(?<!说)明年", True),
        (r"\s+|第[0-9]页", True),
        (r"^[^\S\n]?第|[?？]{3}", True),
        ("“?十五”?", True),
        # Here re looks for the first character by itself.
        ("今年|去年", False),
        ("(?P<year>[12][0-9]{3})年", False),
        ("第[0-9]页", False),
        ("[^。]{2,5}任务", False),
        (".{2}任务", False),
        ("年?", False),
        ("(?i:a)b", False),
        ("", False),
    ],
)
def test_where_the_first_character_can_be_told(expression: str, glances: bool) -> None:
    assert (glancing(expression).pattern != expression) is glances


@pytest.mark.parametrize("topic", ["sections", "documents", "periods", "furniture"])
def test_the_patterns_find_the_same(topic: str, seed_texts: dict[str, str]) -> None:
    for pattern in load_patterns(topic):
        if pattern.regex:
            plain = re.compile(pattern.regex, re.MULTILINE)
            quick = glancing(pattern.regex, re.MULTILINE)
            for text in seed_texts.values():
                found = [match.span() for match in quick.finditer(text)]
                assert found == [match.span() for match in plain.finditer(text)]


def test_a_wrong_expression_is_an_error() -> None:
    with pytest.raises(re.error):
        glancing("(a")
