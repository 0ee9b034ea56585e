"""The search for garbage is off while govie works, and afterwards as it was before."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from spacy.tokens import Doc

import govie
from govie.context import Context
from govie.garbage import no_collection
from govie.records import Record
from govie.text.view import TextView


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    was_enabled = gc.isenabled()
    yield
    (gc.enable if was_enabled else gc.disable)()


@pytest.mark.parametrize("enabled", [True, False])
def test_afterwards_it_is_as_it_was(enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    with no_collection():
        assert not gc.isenabled()
        with no_collection():
            pass
        assert not gc.isenabled()
    assert gc.isenabled() is enabled


def test_an_error_within_brings_it_back() -> None:
    gc.enable()
    with pytest.raises(ValueError, match="within"), no_collection():
        raise ValueError("within")
    assert gc.isenabled()


def test_a_component_looks_for_no_garbage_while_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def extract(view: TextView, context: Context) -> list[Record]:
        seen.append(gc.isenabled())
        return []

    nlp = govie.load()
    sections = nlp.get_pipe("govie_sections")
    monkeypatch.setattr(sections, "extract", extract)
    gc.enable()
    assert isinstance(nlp("工业增长5%。"), Doc)
    assert seen == [False]
    assert gc.isenabled()
