from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govie.corpus import index as module
from govie.corpus.index import Index, hash_of

NOTES = st.lists(
    st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 2**64 - 1)), max_size=6),
    max_size=8,
)


@given(NOTES, st.integers(0, 5))
def test_it_knows_what_a_dictionary_would_know(
    notes: list[list[tuple[str, int]]], recent: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_RECENT", recent)
        index = Index()
        expected: dict[str, tuple[int, int]] = {}
        for batch, documents in enumerate(notes):
            index.add(documents, batch)
            expected.update((name, (key, batch)) for name, key in documents)
    for name in "abcdefghi":
        assert index.find(name) == expected.get(name)


def test_what_is_being_read_is_taken() -> None:
    index = Index()
    index.add([("a", 1)], 7)
    index.take("b", 2)
    before, now = index.find("a"), index.find("b")
    assert before is not None
    assert now is not None
    assert not index.is_taken(before)
    assert index.is_taken(now)


def test_parts_of_a_key_do_not_run_together() -> None:
    assert hash_of("ab", "c") != hash_of("a", "bc")
