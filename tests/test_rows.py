"""Chinese text in the columns of a terminal."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from govie.rows.lines import line_breaks, shared_out


def lines(text: str, width: int) -> list[str]:
    at = [0, *line_breaks(text, width), len(text)]
    return [text[a:b] for a, b in pairwise(at)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("地区生产总值增长8.5%左右", 17, ["地区生产总值增长", "8.5%左右"]),
        ("突破3000亿元", 8, ["突破", "3000亿元"]),
        ("轨道交通、航空航天；汽车", 8, ["轨道交", "通、航空", "航天；汽", "车"]),
        ("完成“双控”目标", 6, ["完成", "“双控”", "目标"]),
        ("123456789", 4, ["1234", "5678", "9"]),
        ("", 4, [""]),
    ],
)
def test_a_line_breaks_where_a_reader_would(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


@given(st.text("8.%亿、；“”（）增长ab \n", max_size=40), st.integers(2, 12))
def test_lines_are_no_wider_than_their_column(text: str, width: int) -> None:
    assert "".join(lines(text, width)) == text
    assert max(map(cell_len, lines(text, width))) <= width


def test_columns_share_the_room() -> None:
    assert shared_out([["ab"], ["地区"]], 20) == [2, 4]
    narrow = shared_out([["headline", "no"], ["x" * 3 + "字" * 40], ["年份", "2021"]], 40)
    assert narrow == [8, 28, 4]
    assert sum(shared_out([["headline"], ["indicator"], ["commitment"]], 20)) <= 20


@given(st.lists(st.lists(st.text("年a8 ", max_size=90), min_size=1), min_size=1), st.integers(8))
def test_columns_keep_to_the_room(columns: list[list[str]], room: int) -> None:
    widths = shared_out(columns, room)
    assert len(widths) == len(columns)
    least = 2 * len(columns)
    assert sum(widths) <= room + least
