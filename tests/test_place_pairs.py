"""Names that contain each other and names that several places bear: never a wrong code.

The pairs come out of the gazetteer itself: 唐县 in 高唐县, 易县 in 米易县, 朝阳区 in Beijing and
Changchun. A data set on sale files reports of 高唐县 under 唐县, by substring.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from govie.places.divisions import known_divisions
from govie.places.extraction import Setting, find_places

SENTENCE = "会议指出，{}经济稳步增长。"


def divisions_by_name():
    names = defaultdict(list)
    for code in all_codes():
        division = known_divisions().by_code(code)
        names[division.name].append(division)
    return names


def all_codes():
    from govie.packs import load_patterns

    return list(dict.fromkeys(pattern.id for pattern in load_patterns("places/divisions")))


NAMES = divisions_by_name()
UNIQUE = {
    name: found[0] for name, found in NAMES.items() if known_divisions().lookup(name).division
}
CONTAINED = sorted(
    (inner, outer)
    for outer in NAMES
    for start in range(len(outer))
    for end in range(start + 2, len(outer) + 1)
    if (inner := outer[start:end]) in NAMES and inner != outer
)
SHARED = sorted(name for name, found in NAMES.items() if len(found) > 1)
ELSEWHERE = "820000"
"""A province without any division whose name others bear."""


def codes(text, jurisdiction=None):
    setting = Setting(start=0, end=len(text), jurisdiction=jurisdiction)
    return [place for place in find_places(text, [setting]) if place.rule != "part"]


def test_there_are_many_pairs():
    assert len(CONTAINED) + sum(len(NAMES[name]) for name in SHARED) >= 300
    assert ("唐县", "高唐县") in CONTAINED
    assert ("易县", "米易县") in CONTAINED
    assert "鼓楼区" in SHARED


@pytest.mark.parametrize("context", ["none", "inner", "outer"])
def test_a_name_inside_another_is_not_read(context):
    wrong = []
    for inner, outer in CONTAINED:
        for division in NAMES[outer]:
            within = {"none": None, "inner": NAMES[inner][0].code, "outer": division.code}[context]
            for place in codes(SENTENCE.format(outer), within):
                right = {division.code for division in NAMES[outer]}
                if place.form != outer or not {place.adcode} - {None} <= right:
                    wrong.append((inner, outer, within, place.form, place.adcode))
    assert not wrong


@pytest.mark.parametrize("side", ["before", "after"])
def test_both_names_of_a_pair_are_told_apart(side):
    wrong = []
    for inner, outer in CONTAINED:
        if inner not in UNIQUE or outer not in UNIQUE:
            continue
        order = (inner, outer) if side == "before" else (outer, inner)
        for place in codes(f"会议指出，{order[0]}、{order[1]}经济稳步增长。"):
            if place.adcode != UNIQUE[place.form].code:
                wrong.append((order, place.form, place.adcode))
    assert not wrong


def test_a_shared_name_stays_open_without_context():
    wrong = []
    for name in SHARED:
        for within in (None, ELSEWHERE):
            for place in codes(SENTENCE.format(name), within):
                every = {division.code for division in NAMES[name]}
                if place.adcode is not None or not every <= set(place.candidates):
                    wrong.append((name, within, place.adcode, place.candidates))
    assert not wrong


def test_a_shared_name_is_settled_by_the_jurisdiction():
    wrong = []
    for name in SHARED:
        for division in NAMES[name]:
            for within in (division.code, division.parent):
                inside = [d for d in NAMES[name] if known_divisions().contains(within, d.code)]
                if len(inside) != 1:
                    continue
                found = codes(SENTENCE.format(name), within)
                if any(place.adcode != division.code for place in found):
                    wrong.append((name, within, [place.adcode for place in found]))
    assert not wrong


def test_a_shared_name_is_settled_by_the_name_in_front():
    wrong = []
    for name in SHARED:
        for division in NAMES[name]:
            found = codes(SENTENCE.format(division.full_name), ELSEWHERE)
            if [(p.adcode, p.form) for p in found] != [(division.code, division.full_name)]:
                wrong.append((division.full_name, [(p.form, p.adcode) for p in found]))
    assert not wrong
