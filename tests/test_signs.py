"""Where the characters of a set stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govie.text.signs import Signs

TEXTS = st.text("ab年”\ud800\ufffe\n", max_size=12)


@given(TEXTS, st.integers(0, 12), st.integers(0, 12))
def test_every_member_is_found(text: str, start: int, end: int) -> None:
    places = [at for at in range(start, min(end, len(text))) if text[at] in "年”\ufffe"]
    assert Signs("年”\ufffe").places(text, start, end) == places


def test_what_lies_beyond_the_table_may_be_a_member() -> None:
    assert Signs("年").places("𠮷a\uffff年") == [0, 2, 3]
    assert Signs("𠮷").places("𠮷a") == [0]
