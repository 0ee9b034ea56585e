"""The name scanner: longest match, guards, and what happens where a guard forbids a match."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govie.packs.gazetteer import Gazetteer, Guard

NAMES = ["唐县", "高唐县", "岳塘", "岳塘区", "区域经济", "株洲", "株洲市", "市民"]


def found(text, names=NAMES, guards=None):
    gazetteer = Gazetteer({name: name for name in names}, guards)
    hits = gazetteer.scan(text)
    assert all(gazetteer.values[number] == text[start:end] for number, start, end in hits)
    return [text[start:end] for _, start, end in hits]


def test_the_longest_name_at_the_leftmost_place_wins():
    assert found("高唐县与唐县") == ["高唐县", "唐县"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("岳塘区发展", ["岳塘区"]),
        ("岳塘区域经济", ["岳塘", "区域经济"]),
        ("岳塘区", ["岳塘区"]),
        ("株洲市民", ["株洲", "市民"]),
    ],
)
def test_a_guard_behind_gives_way_to_shorter_and_later_names(text, names):
    guards = {"岳塘区": Guard(before=("域",)), "株洲市": Guard(before=("民",))}
    assert found(text, guards=guards) == names


def test_a_guard_in_front():
    guards = {"唐县": Guard(after=("汉", "南"))}
    assert found("南唐县，大唐县", guards=guards) == ["唐县"]
    assert found("南唐县", guards=guards) == []


def test_a_match_that_reaches_into_a_forbidden_one_is_found_whole():
    guards = {"甲乙丙": Guard(before=("丁",))}
    assert found("甲乙丙丁戊", ["甲乙丙", "丙丁戊", "乙"], guards) == ["乙", "丙丁戊"]
    assert found("甲乙丙戊", ["甲乙丙", "丙丁戊", "乙"], guards) == ["甲乙丙"]


def test_values_by_name():
    gazetteer = Gazetteer({"株洲": 1})
    assert (gazetteer.get("株洲"), gazetteer.get("株"), len(gazetteer)) == (1, None, 1)


ALPHABET = "甲乙丙丁"
WORDS = st.text(ALPHABET, min_size=1, max_size=4)


def naive(text, names):
    """Leftmost, longest, by trying every place."""
    hits, at = [], 0
    while at < len(text):
        lengths = [len(name) for name in names if text.startswith(name, at)]
        if lengths:
            hits.append(text[at : at + max(lengths)])
        at += max(lengths, default=1)
    return hits


@given(st.text(ALPHABET, max_size=40), st.lists(WORDS, min_size=1, max_size=8, unique=True))
def test_without_guards_the_scan_is_leftmost_longest(text, names):
    assert found(text, names) == naive(text, names)


@given(
    st.text(ALPHABET, max_size=40),
    st.lists(WORDS, min_size=1, max_size=8, unique=True),
    st.sampled_from(ALPHABET),
)
def test_guards_hold_everywhere_and_nothing_overlaps(text, names, forbidden):
    guard = Guard(before=(forbidden,))
    gazetteer = Gazetteer({name: name for name in names}, dict.fromkeys(names, guard))
    hits = gazetteer.scan(text)
    assert all(text[end : end + 1] != forbidden for _, _, end in hits)
    assert all(a[2] <= b[1] for a, b in pairwise(hits))


def test_names_with_guards_have_the_lowest_numbers():
    gazetteer = Gazetteer({"株洲": 1, "唐县": 2, "岳塘": 3}, {"岳塘": Guard(before=("区",))})
    assert gazetteer.names == ("岳塘", "株洲", "唐县")
    assert gazetteer.values == (3, 1, 2)
    assert gazetteer.scan("岳塘与唐县") == [(0, 0, 2), (2, 3, 5)]
