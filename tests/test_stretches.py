"""Stretches of a text, asked for single offsets."""

from __future__ import annotations

import pytest

from govie.text.stretches import Stretches


class TestStretches:
    @pytest.mark.parametrize(
        ("offset", "held"), [(0, False), (3, True), (9, True), (10, True), (14, True), (15, False)]
    )
    def test_touching_and_nested_spans_are_one(self, offset: int, held: bool) -> None:
        assert Stretches([(10, 15), (3, 10), (4, 6)]).holds(offset) is held

    def test_no_span_holds_nothing(self) -> None:
        assert not Stretches([]).holds(0)
