"""Which skips are tried at which character."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from govie.numbers.numerals import HAN_DIGITS, HAN_SCALES
from govie.numbers.quantity import quantity_scanner
from govie.numbers.skips import SkipTable
from govie.packs import Pattern, load_patterns


def line(regex: str, starts: str) -> Pattern:
    return Pattern(label="SKIP", regex=regex, meta={"starts": starts})


SKIPS = SkipTable([line("百姓", "百"), line("[0-9一-十百千]{2}", "0一"), line(".{3}", "千“")])


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("百姓家", 2),  # a rule for one numeral
        ("千一百", 2),  # the first line that matches wins
        ("千家万", 3),  # and a later one where the first does not
        ("万家千", None),  # which is for that numeral only
        ("3百姓", 2),
        ("3姓家", None),
        ("“千家", 3),
        ("家百姓", None),
    ],
)
def test_a_rule_is_tried_where_it_says_and_the_first_wins(text: str, end: int | None) -> None:
    assert SKIPS.end_at(text, 0) == end


PIECES = [*"02159.一二十百年月日号个届级家、：（）“”-第前每%章𠮷", "2020年", "十四五", "12月3日"]
STARTS = {"0": "0123456789", "一": HAN_DIGITS + HAN_SCALES + "廿卅几数半"}


@settings(deadline=None)  # what is tried first is compiled there
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join))
def test_the_table_finds_what_its_lines_find_one_after_the_other(text: str) -> None:
    found = _longest_word(text) or _first_expression(text)
    assert quantity_scanner().finder.skips.end_at(text, 0) == (found or None)


def _longest_word(text: str) -> int:
    words = [line.pattern for line in load_patterns("skips") if line.pattern]
    return max((len(word) for word in words if text.startswith(word)), default=0)


def _first_expression(text: str) -> int:
    for line in load_patterns("skips"):
        starts = "".join(STARTS.get(char, char) for char in line.meta.get("starts", "0一"))
        if line.regex and text[0] in starts and (found := regex.match(line.regex, text)):
            return found.end()
    return 0
