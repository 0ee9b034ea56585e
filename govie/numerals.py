"""Arabic and Chinese numerals, alone and mixed, as exact decimals.

``1,234.5`` ``1.5万亿`` ``3千`` ``1亿2千万`` ``一万零五十`` ``两百点二`` ``二〇一二`` ``廿`` ``负十二点五``
``40多亿`` ``十几`` ``三五百``. :data:`NUMBER` finds a numeral in clean text, :func:`parse_numeral`
reads one. Fractions (三分之二, 百分之九) and measures (四成, 八折) are made of numerals and belong to
:mod:`govie.forms`.

``千`` before 瓦, 伏, 米 and the like belongs to the unit (500千伏), not to the number.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal

from attrs import frozen

__all__ = ["ARABIC", "HAN_DIGITS", "HAN_SCALES", "NUMBER", "Numeral", "divide", "parse_numeral"]

_DIGITS = dict(zip("〇零○一二三四五六七八九两", (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2), strict=True))
_DIGITS |= dict(zip("壹贰叁肆伍陆柒捌玖俩", (1, 2, 3, 4, 5, 6, 7, 8, 9, 2), strict=True))
_SMALL = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3}
_LARGE = {"万": 4, "萬": 4, "亿": 8, "億": 8}
_TENS = {"廿": 2, "卅": 3}
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
NUMBER = rf"(?:{_ARABIC_NUMBER}|{_HAN_NUMBER})"
"""A regular expression for one numeral, vague words (多, 余, 来, 几, 数) included."""

_TOKEN = re.compile(rf"[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?|[{HAN_DIGITS}]+|点|.", re.DOTALL)
_VAGUE = re.compile(r"[多余来几数]")
_EXACT = Context(prec=80)
_ROUNDED = Context(prec=28)


@frozen(kw_only=True)
class Numeral:
    """The value of a numeral.

    ``high`` is the upper end of 三五百 (300 to 500); ``vague`` the word that blurs the number (多, 余,
    来, 几, 数); ``scale`` the power of ten of the 万, 亿 … that ends it, 0 for none; ``bare`` is true
    where it is made of such words only (千亿, 百万).
    """

    value: Decimal
    high: Decimal | None = None
    vague: str | None = None
    scale: int = 0
    bare: bool = False


def divide(numerator: Decimal, denominator: Decimal) -> Decimal:
    """A fraction, to 28 significant digits where the decimal does not end."""
    return _tidy(_ROUNDED.divide(numerator, denominator))


def parse_numeral(text: str) -> Numeral | None:
    """Read a numeral; None where the text is none."""
    vague = _VAGUE.search(text)
    sharp = _VAGUE.sub("", text) if vague else text
    ends = _ends(sharp)
    if ends is None:
        return None
    low, high = ends
    tail = len(sharp)
    while tail and sharp[tail - 1] in _SCALES:
        tail -= 1
    return Numeral(
        value=low,
        high=high,
        vague=vague[0] if vague else None,
        scale=sum(_SCALES[c] for c in sharp[tail:]),
        bare=sharp[:tail] in ("", "负"),
    )


def _ends(text: str) -> tuple[Decimal, Decimal | None] | None:
    """The value, and for neighbouring digits (七八十, 三五百, 十五六) the other end."""
    pair = _pair_at(text)
    if pair is None:
        value = _exact(text)
        return None if value is None else (value, None)
    low = _exact(text[: pair + 1] + text[pair + 2 :])
    high = _exact(text[:pair] + text[pair + 1 :])
    return None if low is None or high is None else (low, high)


def _pair_at(text: str) -> int | None:
    """Where two digits stand for a span: the only two in a row, rising by one, or by two (三五)."""
    for i in range(len(text) - 1):
        a, b = text[i], text[i + 1]
        if a in _DIGITS and b in _DIGITS:
            around = text[i - 1 : i] + text[i + 2 : i + 3]
            step = _DIGITS[b] - _DIGITS[a]
            alone = not any(c in _DIGITS or c == "点" or c.isdigit() for c in around)
            if alone and (step == 1 or (step == 2 and a == "三")) and _DIGITS[a]:
                return i
            return None
    return None


def _exact(text: str) -> Decimal | None:
    """The value of a numeral without vague words."""
    negative = text[:1] in "-负" and text != ""
    tokens = _TOKEN.findall(text[1:] if negative else text)
    if not tokens or len(tokens) > 40:
        return None
    if len(tokens) == 1 and tokens[0][0] in "0123456789":
        value = Decimal(tokens[0].replace(",", ""))
    else:
        read = _sum(tokens)
        if read is None:
            return None
        value = read
    return _tidy(-value if negative else value)


def _sum(tokens: list[str]) -> Decimal | None:
    """Add up the parts of a numeral: above 亿, between 万 and 亿, below 万, and the open digit."""
    above = middle = below = Decimal(0)
    digit: Decimal | None = None
    last = 0  # power of the scale word just read, if a digit may follow it colloquially: 三百五
    for place, token in enumerate(tokens):
        head = token[0]
        if head in "0123456789":
            if digit is not None:
                return None
            digit = Decimal(token.replace(",", ""))
        elif token == "点":
            fraction = tokens[place + 1] if place + 1 < len(tokens) else ""
            if fraction[:1] not in _DIGITS or not (digit is not None or below or middle or above):
                return None
            digits = "".join(str(_DIGITS[c]) for c in fraction)
            digit = _EXACT.add(digit or Decimal(0), Decimal(f"0.{digits}"))
            tokens[place + 1] = "点了"
        elif token == "点了":
            continue
        elif head in _DIGITS:
            if digit is not None:
                return None
            whole = token.lstrip("零〇○") if len(token) == 2 and last else token
            if whole != token:
                last = 0
            digit = Decimal("".join(str(_DIGITS[c]) for c in whole or "零"))
            if last >= 2 and place + 1 == len(tokens) and len(whole) == 1 and digit:
                digit = digit.scaleb(last - 1)
        elif head in _TENS:
            below, digit, last = below + 10 * _TENS[head], None, 1
        elif head in _SMALL:
            if last and _SMALL[head] >= last and digit is None:
                return None
            one = digit if digit else Decimal(1)
            below, digit, last = below + one.scaleb(_SMALL[head], _EXACT), None, _SMALL[head]
        elif head in _LARGE:
            part = below + (digit or 0)
            if _LARGE[head] == 4:
                middle += (part or Decimal(1)).scaleb(4, _EXACT)
            elif part or middle:
                above += (part + middle).scaleb(8, _EXACT)
                middle = Decimal(0)
            else:
                above = (above or Decimal(1)).scaleb(8, _EXACT)
            below, digit, last = Decimal(0), None, _LARGE[head]
        else:
            return None
    return above + middle + below + (digit or Decimal(0))


def _tidy(value: Decimal) -> Decimal:
    """The same number without an exponent and without zeros behind the point."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    text = format(value, "f")
    return Decimal(text.rstrip("0"))
