"""Numerals against values worked out by hand, and against what holds for any number."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govie.numbers.numerals import NUMBER, divide, parse_numeral, whole_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", "1234.5"),
        ("0.50", "0.5"),
        ("10.0", "10"),
        ("1.5万", "15000"),
        ("3千", "3000"),
        ("1.5万亿", "1500000000000"),
        ("67.7万亿", "67700000000000"),
        ("1亿2千万", "120000000"),
        ("3万5千", "35000"),
        ("5百万", "5000000"),
        ("二〇一二", "2012"),
        ("二0一二", "2012"),
        ("廿", "20"),
        ("廿五", "25"),
        ("卅", "30"),
        ("十", "10"),
        ("十五", "15"),
        ("二十", "20"),
        ("一百零五", "105"),
        ("一百〇五", "105"),
        ("一百一十", "110"),
        ("三百五", "350"),
        ("两千三", "2300"),
        ("一万五", "15000"),
        ("一万零五", "10005"),
        ("一万零五十", "10050"),
        ("一千零一十", "1010"),
        ("十万八千", "108000"),
        ("两百点二", "200.2"),
        ("三点一四", "3.14"),
        ("零点五", "0.5"),
        ("二点五亿", "250000000"),
        ("负十二点五", "-12.5"),
        ("一亿零三百万", "103000000"),
        ("一万亿二千亿", "1200000000000"),
        ("九千九百九十九万", "99990000"),
        ("壹佰贰拾叁", "123"),
        ("百", "100"),
        ("千亿", "100000000000"),
        ("万亿", "1000000000000"),
        ("零", "0"),
    ],
)
def test_value(text: str, value: str) -> None:
    numeral = parse_numeral(text)
    assert numeral is not None
    assert str(numeral.value) == value
    assert numeral.high is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("三五百", "300", "500"),
        ("七八十", "70", "80"),
        ("十五六", "15", "16"),
        ("两三", "2", "3"),
        ("二三十", "20", "30"),
        ("三四百万", "3000000", "4000000"),
        ("一百二三十", "120", "130"),
    ],
)
def test_neighbouring_digits_are_a_span(text: str, low: str, high: str) -> None:
    numeral = parse_numeral(text)
    assert numeral is not None
    assert (str(numeral.value), str(numeral.high)) == (low, high)


@pytest.mark.parametrize(
    ("text", "value", "vague"),
    [
        ("5万多", "50000", "多"),
        ("40多亿", "4000000000", "多"),
        ("两万多亿", "2000000000000", "多"),
        ("5千多万", "50000000", "多"),
        ("1700余", "1700", "余"),
        ("千余", "1000", "余"),
        ("十几", "10", "几"),
        ("几十", "10", "几"),
        ("数百", "100", "数"),
        ("二十来", "20", "来"),
    ],
)
def test_vague_words(text: str, value: str, vague: str) -> None:
    numeral = parse_numeral(text)
    assert numeral is not None
    assert (str(numeral.value), numeral.vague) == (value, vague)


@pytest.mark.parametrize(
    "text", ["", "点", "点五", "负", "-", "abc", "五点", "1.2.3", "百分", "三个"]
)
def test_no_numeral(text: str) -> None:
    assert parse_numeral(text) is None


def test_scale_words_alone() -> None:
    alone = {
        text: (parse_numeral(text) or pytest.fail(text)).scale_only for text in ("千亿", "1千亿")
    }
    assert alone == {"千亿": True, "1千亿": False}
    scales = {
        text: (parse_numeral(text) or pytest.fail(text)).scale for text in ("3万亿", "3", "三百")
    }
    assert scales == {"3万亿": 12, "3": 0, "三百": 2}


def test_division_is_rounded_where_it_must_be() -> None:
    assert divide(Decimal(1), Decimal(4)) == Decimal("0.25")
    assert str(divide(Decimal(2), Decimal(3))) == "0.6666666666666666666666666667"


@pytest.mark.parametrize(
    ("text", "numeral"),
    [
        ("500千伏", "500"),
        ("3.7亿千瓦", "3.7亿"),
        ("占百分之五", None),
        ("40多亿元", "40多亿"),
        ("1,234,567人", "1,234,567"),
        ("2020，300", "2020"),
        ("第一万零五十名", "一万零五十"),
        ("数据", None),
        ("20来自", "20"),
    ],
)
def test_number_expression(text: str, numeral: str | None) -> None:
    found = re.search(NUMBER, text)
    if numeral is None:
        assert found is None or found[0] == "五"
    else:
        assert found is not None
        assert found[0] == numeral


DIGITS = "零一二三四五六七八九"


def spoken(number: int) -> str:
    """A number below ten thousand as it is said."""
    text, zero = "", False
    for power, scale in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + scale
            zero = False
        else:
            zero = True
    return text


@given(st.integers(1, 9999), st.integers(0, 9999), st.integers(0, 9999))
def test_spoken_numbers_are_read_back(high: int, middle: int, low: int) -> None:
    text = spoken(high) + "亿"
    for part, scale, above in ((middle, "万", True), (low, "", True)):
        if part:
            text += ("零" if part < 1000 and above else "") + spoken(part) + scale
    numeral = parse_numeral(text)
    assert numeral is not None
    assert numeral.value == high * 10**8 + middle * 10**4 + low


@given(
    st.decimals(0, 10**12, places=4), st.sampled_from([("", 0), ("万", 4), ("亿", 8), ("万亿", 12)])
)
def test_arabic_numbers_are_exact(number: Decimal, scale: tuple[str, int]) -> None:
    word, power = scale
    numeral = parse_numeral(f"{number:f}{word}")
    assert numeral is not None
    assert numeral.value == int(number * 10**4) * 10**power / Decimal(10**4)
    assert "E" not in str(numeral.value)


@given(st.text(alphabet="0123456789.,点〇零一二三五九十百千万亿两廿半几数多余来负-", max_size=30))
def test_never_an_exception(text: str) -> None:
    parse_numeral(text)


def test_whole_numbers_of_years_and_headings() -> None:
    written = {"一": 1, "两": 2, "十": 10, "十五": 15, "二十": 20, "三十二": 32, "12": 12}
    written |= {"二〇一二": 2012, "一九九○": 1990, "二0二1": 2021, "2021": 2021}
    written |= {"①": 1, "⑳": 20, "㉑": 21, "㊿": 50, "叁": 3, "": 0, "注": 0}
    assert {sign: whole_number(sign) for sign in written} == written
