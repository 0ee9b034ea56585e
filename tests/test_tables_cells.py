from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govie.tables.cells import cell, marked, original


@pytest.mark.parametrize("start", list("=+-@\t\r\n＝＋－＠"))
def test_nothing_that_a_spreadsheet_runs_begins_a_cell(start: str) -> None:
    assert marked(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize("text", ["-2.3", "8%", "2021年", "1-2", "—这一年"])
def test_what_is_harmless_stays(text: str) -> None:
    assert marked(text) == text


@given(st.text())
def test_every_cell_leads_back_to_its_text(text: str) -> None:
    assert original(marked(text)) == text
    assert marked(text)[:1] not in set("=+@\t\r\n＝＋－＠") | {""}


def test_values() -> None:
    assert [cell(v) for v in (None, True, 7, Decimal("1E+2"), ["甲", "乙"])] == [
        *("", "true", "7", "100", '["甲", "乙"]')
    ]
    assert original("") is None
