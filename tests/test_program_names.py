"""Forms of one programme are brought together, forms of different ones kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govie.programs.names import Form, canonical, stem


def together(*forms):
    names = canonical(forms)
    return len({names[form] for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Form("“清风”行动", "清风"), Form("“清风”", "清风")),
        (Form("温暖万家行动"), Form("温暖万家活动")),
        (Form("温暖万家行动"), Form("“温暖万家”", "温暖万家")),
        (Form("全国文物安全专项行动"), Form("文物安全专项行动")),
        (Form("村庄清洁美化行动"), Form("村庄美化清洁行动")),
        (Form("院院前三小"), Form("院前三小")),
        (Form("湘江渌口区域联动发展机制"), Form("湘江绿口区域联动发展机制")),
    ],
)
def test_variants(one, other):
    assert together(one, other)
    assert together(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Form("“清风”行动", "清风"), Form("“清源”行动", "清源")),
        (Form("春雨行动"), Form("秋雨行动")),
        (Form("农村公路提升行动"), Form("农村公厕提升行动")),
        (Form("第一批产业链试点"), Form("第二批产业链试点")),
        (Form("脱贫质量“回头看”", "回头看"), Form("环保督察“回头看”", "回头看")),
        (Form("“十大”行动", "十大"), Form("“八大”行动", "八大")),
    ],
)
def test_others(one, other):
    assert not together(one, other)


def test_the_fullest_first_form_stands_for_all():
    short, full, late = (
        Form("“清风”", "清风"),
        Form("“清风”行动", "清风"),
        Form("“清风”专项行动", "清风"),
    )
    assert canonical([short, full, late]) == dict.fromkeys([short, full, late], "“清风”行动")


def test_stem():
    assert stem(Form("全国“清风送暖”行动升级版", "清风送暖")) == "清风送暖"
    assert stem(Form("温暖企业行动")) == "温暖企业"
    assert stem(Form("环保督察“回头看”", "回头看")) == "环保督察回头看"


@given(st.lists(st.builds(Form, st.text("甲乙丙丁一二“”工程行动", max_size=12)), max_size=12))
def test_any_forms(forms):
    names = canonical(forms)
    assert names.keys() == set(forms)
    assert set(names.values()) <= {form.text for form in forms}
