"""Which skips are tried at which character."""

from __future__ import annotations

import pytest

from govie.numbers.skips import SkipTable
from govie.packs import Pattern


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
