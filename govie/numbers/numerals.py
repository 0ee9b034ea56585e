"""Arabic and Chinese numerals, alone and mixed, as exact decimals.

``1,234.5`` ``1.5万亿`` ``3千`` ``1亿2千万`` ``一万零五十`` ``两百点二`` ``二〇一二`` ``廿``
``负十二点五`` ``40多亿`` ``十几`` ``三五百``. :data:`NUMBER` finds a numeral in clean text,
:func:`parse_numeral` reads one. Fractions (三分之二, 百分之九) and measures (四成, 八折) are made
of numerals; see :mod:`govie.numbers.forms`.

``千`` before 瓦, 伏, 米 and the like belongs to the unit (500千伏), not to the number.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal, localcontext
from functools import lru_cache
from unicodedata import numeric

from attrs import frozen

__all__ = [
    "ARABIC",
    "HAN_DIGITS",
    "HAN_SCALES",
    "NUMBER",
    "Numeral",
    "divide",
    "parse_numeral",
    "whole_number",
]

_DIGITS = dict(
    zip("〇零○一二三四五六七八九两", (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2), strict=True)
)
_DIGITS |= dict(zip("壹贰叁肆伍陆柒捌玖俩", (1, 2, 3, 4, 5, 6, 7, 8, 9, 2), strict=True))
_SMALL = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3}
_LARGE = {"万": 4, "萬": 4, "亿": 8, "億": 8}
_TENS = {"廿": 20, "卅": 30}
_SCALES = _SMALL | _LARGE

HAN_DIGITS = "".join(_DIGITS)
HAN_SCALES = "".join(_SCALES)
_SCALE = r"(?:[十拾佰仟万萬亿億]|千(?![伏瓦米克卡帕赫焦升安])|百(?!分))"
ARABIC = r"[0-9]{1,20}(?:,[0-9]{3}(?![0-9])){0,5}(?:\.[0-9]{1,12})?"
_ARABIC_NUMBER = (
    rf"{ARABIC}"
    rf"(?:[多余来]?{_SCALE}){{0,4}}"
    rf"(?:(?<=[千万亿])[零〇]?(?:[0-9]{{1,4}}(?:\.[0-9]{{1,4}})?|[一二三四五六七八九]){_SCALE}{{1,2}}){{0,3}}"
    rf"[多余]?"
)
_HAN = rf"(?:[{HAN_DIGITS}廿卅]|{_SCALE})"
_HAN_NUMBER = (
    rf"(?:负(?=[{HAN_DIGITS}十百]))?(?:[几数](?=[十百千万亿]))?{_HAN}{{1,20}}"
    rf"(?:点[{HAN_DIGITS}]{{1,12}}{_SCALE}{{0,3}})?"
    rf"(?:[多余来几]{_SCALE}{{0,2}})?"
)
NUMBER = re.compile(f"{_ARABIC_NUMBER}|{_HAN_NUMBER}")
"""Matches one numeral, vague words (多, 余, 来, 几, 数) included."""

_TOKEN = re.compile(rf"[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?|[{HAN_DIGITS}]+|.", re.DOTALL)
_SIMPLE = re.compile(rf"([0-9]+(?:,[0-9]{{3}})*)(?:\.([0-9]+))?([{HAN_SCALES}]*)")
_DIGIT_STRING = re.compile(rf"[0-9{HAN_DIGITS}]+")
_VAGUE = re.compile(r"[多余来几数]")
_EXACT = Context(prec=120)
_ROUNDED = Context(prec=28)
_LONGEST = 80
_MOST_DIGITS = 26
"""Digits in front of the point; 亿亿亿 has 25, and decimals of 28 leave those who divide room."""


@frozen(kw_only=True)
class Numeral:
    """The value of a numeral.

    ``high`` is the upper end of 三五百 (300 to 500); ``vague`` the word that blurs the number (多,
    余, 来, 几, 数); ``scale`` the power of ten of the 万, 亿 … that ends it, 0 for none;
    ``scale_only`` is true where it is made of such words only (千亿, 百万).
    """

    value: Decimal
    high: Decimal | None = None
    vague: str | None = None
    scale: int = 0
    scale_only: bool = False


def divide(numerator: Decimal, denominator: Decimal) -> Decimal:
    """A fraction, to 28 significant digits where the decimal does not end."""
    return _tidy(_ROUNDED.divide(numerator, denominator))


@lru_cache(maxsize=4096)
def parse_numeral(text: str) -> Numeral | None:
    """Read a numeral; None where the text is none, or means more than anybody counts.

    The numerals of a text are few and recur: the last ones read are remembered.
    """
    if simple := _SIMPLE.fullmatch(text):
        whole, fraction, scales = simple.groups()
        power = sum(_SCALES[c] for c in scales)
        if len(whole) + power > _MOST_DIGITS:
            return None
        return Numeral(value=_shifted(whole.replace(",", ""), fraction or "", power), scale=power)
    if len(text) > _LONGEST:
        return None
    vague = _VAGUE.search(text)
    sharp = _VAGUE.sub("", text) if vague else text
    with localcontext(_EXACT):
        ends = _ends(sharp)
    if ends is None or ends[0].adjusted() >= _MOST_DIGITS:
        return None
    tail = len(sharp)
    while tail and sharp[tail - 1] in _SCALES:
        tail -= 1
    return Numeral(
        value=ends[0],
        high=ends[1],
        vague=vague[0] if vague else None,
        scale=sum(_SCALES[c] for c in sharp[tail:]),
        scale_only=tail == 0,
    )


def whole_number(written: str) -> int:
    """The number of a year or heading: 12, 十二, 二〇一二, 贰, circled ⑫; 0 where there is none."""
    if read := parse_numeral(written):
        return int(read.value)
    return int(numeric(written, 0)) if len(written) == 1 else 0


def _shifted(whole: str, fraction: str, power: int) -> Decimal:
    """``whole.fraction`` times ten to the ``power``, without an exponent or idle zeros."""
    fraction = fraction.rstrip("0")
    places = len(fraction) - power
    if places <= 0:
        return Decimal(int(whole + fraction) * 10**-places)
    digits = (whole + fraction).rjust(places + 1, "0")
    return Decimal(f"{digits[:-places]}.{digits[-places:]}")


def _ends(text: str) -> tuple[Decimal, Decimal | None] | None:
    """The value, and for neighbouring digits (七八十, 三五百, 十五六) the other end."""
    pair = _pair_at(text)
    if pair is None:
        value = _value(text)
        return None if value is None else (value, None)
    low = _value(text[: pair + 1] + text[pair + 2 :])
    high = _value(text[:pair] + text[pair + 1 :])
    return None if low is None or high is None or low >= high else (low, high)


def _pair_at(text: str) -> int | None:
    """Where two digits stand for a span: the only two in a row, rising by one, or 三五."""
    for i in range(len(text) - 1):
        first, second = text[i], text[i + 1]
        if first in _DIGITS and second in _DIGITS:
            around = text[i - 1 : i] + text[i + 2 : i + 3]
            if any(c in _DIGITS or c == "点" or c.isdigit() for c in around):
                return None
            rising = _DIGITS[second] - _DIGITS[first] == 1 or first + second == "三五"
            return i if rising and _DIGITS[first] else None
    return None


def _value(text: str) -> Decimal | None:
    """The value of a numeral without vague words."""
    negative = text[:1] in ("-", "负")
    number = text[negative:]
    if _DIGIT_STRING.fullmatch(number):
        value: Decimal | None = Decimal("".join(str(_DIGITS.get(c, c)) for c in number))
    else:
        value = _sum(_TOKEN.findall(number))
    if value is None:
        return None
    return _tidy(-value if negative else value)


def _sum(tokens: list[str]) -> Decimal | None:
    """Add up a numeral: what stands above 亿, between 万 and 亿, below 万, and the open digit."""
    if not tokens:
        return None
    above = middle = below = Decimal(0)
    digit: Decimal | None = None
    last = 0  # the power of the scale word just read, behind which 五 may mean 五十: 三百五
    rest = iter(tokens)
    for token in rest:
        head = token[0]
        if token == "点":
            fraction = next(rest, "点")
            if fraction[0] not in _DIGITS or not (above or middle or below or digit is not None):
                return None
            digits = "".join(str(_DIGITS[c]) for c in fraction)
            digit, last = (digit or 0) + Decimal(f"0.{digits}"), 0
        elif head in "0123456789" or head in _DIGITS:
            if digit is not None:
                return None
            digit, last = _open_digit(token, last)
        elif head in _TENS:
            below, digit, last = below + _TENS[head], None, 1
        elif head in _SMALL:
            power = _SMALL[head]
            if last and power >= last and digit is None:
                return None
            below += (digit or 1) * 10**power
            digit, last = None, power
        elif head in _LARGE:
            part = below + (digit or 0) if below or digit is not None else None
            if _LARGE[head] == 4:
                middle += (1 if part is None else part) * 10**4
            elif part is not None or middle:
                above += ((part or 0) + middle) * 10**8
                middle = Decimal(0)
            else:
                above = (above or 1) * Decimal(10**8)
            below, digit, last = Decimal(0), None, _LARGE[head]
        else:
            return None
    if digit is not None and last >= 2 and len(tokens[-1]) == 1 and tokens[-1] in _DIGITS:
        digit *= 10 ** (last - 1)
    return above + middle + below + (digit or 0)


def _open_digit(token: str, last: int) -> tuple[Decimal, int]:
    """The number of a run of digits, and ``last`` or 0 where a 零 ends the colloquial reading."""
    if token[0] in "0123456789":
        return Decimal(token.replace(",", "")), 0
    digits = "".join(str(_DIGITS[c]) for c in token)
    return Decimal(digits), 0 if digits[0] == "0" else last


def _tidy(value: Decimal) -> Decimal:
    """The same number without an exponent and without zeros behind the point."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    return Decimal(format(value, "f").rstrip("0"))
