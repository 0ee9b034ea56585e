"""Numbers in text with the unit behind them: the raw material of quantities.

One pass from left to right. At each character that a number can begin with, the skips come first,
then ranks and the 翻番 family, then numerals with what makes a measure of them: a fraction
(百分之九), a ratio (8.2:46.3:45.5), a unit (亩), a half (两年半). Nothing is read twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govie.numbers.forms import FORM_SIGNS, PERCENT, Candidate, fold, fraction, parts, ratio
from govie.numbers.numerals import HAN_DIGITS, HAN_SCALES, NUMBER, parse_numeral
from govie.numbers.ranks import RankTable
from govie.numbers.skips import SkipTable
from govie.numbers.units import Unit, UnitTable
from govie.text.signs import Signs

__all__ = ["CandidateFinder"]


_PLACE = Unit(id="位", dimension="rank")
_ODD = re.compile(rf"成([{HAN_DIGITS}])(?![{HAN_DIGITS}{HAN_SCALES}个])(?=[，。；、）以左的]|$)")
_HALF = re.compile(r"半(?=个?(?:小时|钟头|天|月|公斤|斤|公里|吨)(?!圈|经济|达|通|交通|生活))")
_HALVED = frozenset({"time", "multiple", "mass", "length"})
_SPLIT = frozenset({"time", "points"})
_MORE = re.compile(r"多(?![数样元种次方层极项家地部功边式端]|个)|余(?![额下热缺姚杭庆])")
_SPELLED = re.compile(r"[一二三四五六七八九两]{2,}")
"""Digits in a row are names (五一, 三一项目) or dates, but for 九五折 and spans like 三五."""
_KINDS = {
    "percent": "percent",
    "permille": "percent",
    "permyriad": "percent",
    "points": "points",
    "multiple": "multiple",
    "time": "duration",
}
_PARTS_STARTS = frozenset("百千万半一")
_SIGN_CONTEXT = frozenset("长降升减为到至从于约率是达了，。；、：（(\n ")
_LATIN_VALUES = frozenset({"money", "percent"})
"""Dimensions in which a number may follow a Latin name: GDP12万亿元, but not G356."""


class CandidateFinder:
    """Reads candidates off a text, in order and without overlap."""

    def __init__(self, units: UnitTable, skips: SkipTable, ranks: RankTable) -> None:
        self._units = units
        self.skips = skips
        self._ranks = ranks
        starts = set("0123456789" + HAN_DIGITS + HAN_SCALES + "廿卅几数半负翻")
        starts |= skips.starts | ranks.starts
        self._starts = Signs(starts)

    def find(self, text: str) -> Iterator[Candidate]:
        """All numbers of clean text, with and without units."""
        for _, _, candidate in self.readings(text):
            if candidate is not None and not candidate.gone:
                yield candidate

    def readings(self, text: str) -> Iterator[tuple[int, int, Candidate | None]]:
        """What begins as a number or a skip can: its start, where to read on, the candidate."""
        end = 0
        for start in self._starts.places(text):
            if start >= end:
                end, candidate = self._read(text, start)
                yield start, end, candidate

    def _read(self, text: str, start: int) -> tuple[int, Candidate | None]:
        skipped = self.skips.end_at(text, start)
        if skipped is not None:
            return skipped, None
        first = text[start]
        candidate: Candidate | None
        if first in self._ranks.starts:
            candidate = self._rank(text, start)
        elif first == "翻":
            candidate = fold(text, start)
        else:
            special = parts(text, start) if first in _PARTS_STARTS else None
            candidate = special or self._numeral(text, start)
        return (start + 1, None) if candidate is None else (candidate.end, candidate)

    def _rank(self, text: str, start: int) -> Candidate | None:
        rank = self._ranks.match(text, start)
        if rank is None:
            return None
        return Candidate(
            start=start,
            end=rank.end,
            value=rank.value,
            unit=None if rank.ordinal else _PLACE,
            kind="ordinal" if rank.ordinal else "rank",
            comparator="le" if rank.within else None,
            rank_scope=rank.scope,
        )

    def _numeral(self, text: str, start: int) -> Candidate | None:
        if text[start] == "半":
            return self._half(text, start)
        found = NUMBER.match(text, start)
        numeral = parse_numeral(found[0]) if found else None
        if found is None or numeral is None:
            return None
        end = found.end()
        if text[end : end + 1] in FORM_SIGNS:
            special = fraction(text, start, end, numeral) or ratio(text, start, end)
            if special is not None:
                return special
        candidate = Candidate(
            start=start,
            end=end,
            value=numeral.value,
            high=numeral.high,
            scale=numeral.scale,
            scale_only=numeral.scale_only and numeral.value >= 100,
            han=not found[0][0].isdigit(),
            vague=numeral.vague,
        )
        self._add_unit(text, candidate)
        if candidate.han and candidate.high is None and _SPELLED.fullmatch(found[0]):
            unit = candidate.unit
            candidate.gone = unit is None or unit.factor is None
        elif not self._in_place(text, candidate):
            candidate.gone = True
        return candidate

    def _half(self, text: str, start: int) -> Candidate | None:
        """半小时, 半个月."""
        found = _HALF.match(text, start)
        if not found:
            return None
        candidate = Candidate(start=start, end=found.end(), value=Decimal("0.5"), han=True)
        self._add_unit(text, candidate)
        return candidate if candidate.unit else None

    def _add_unit(self, text: str, candidate: Candidate) -> None:
        """The unit behind the number, the sign in front of it, and what belongs to them."""
        end = candidate.end
        if text.startswith("成", end) and (odd := _ODD.match(text, end)):
            tenths = parse_numeral(odd[1])
            if tenths and isinstance(candidate.value, Decimal) and candidate.value < 10:
                candidate.value = candidate.value * 10 + tenths.value
                candidate.end, candidate.unit, candidate.kind = odd.end(), PERCENT, "percent"
                return
        found = self._split_unit(text, candidate) or self._units.match(text, end)
        if found is None:
            if sign := self._units.sign_before(text, candidate.start):
                candidate.unit, candidate.start = sign
                candidate.kind = "amount"
            return
        unit, end = found
        if unit.dimension in _HALVED and text.startswith("半", end):
            _add_half(candidate)
            end += 1
        if (
            not candidate.vague
            and text[end : end + 1] in ("多", "余")
            and (more := _MORE.match(text, end))
        ):
            candidate.vague = more[0]
            end = more.end()
        value = candidate.value
        if unit.factor is not None and isinstance(value, Decimal) and value <= 10:
            candidate.value = value * unit.factor
            candidate.high = candidate.high and candidate.high * unit.factor
        candidate.unit, candidate.end = unit, end
        candidate.kind = _KINDS.get(unit.dimension, "amount")
        candidate.damaged = unit.damaged

    def _split_unit(self, text: str, candidate: Candidate) -> tuple[Unit, int] | None:
        """个月 in 3个多月, 个小时 in 一个半小时."""
        end = candidate.end
        if not text.startswith(("个多", "个半"), end):
            return None
        found = self._units.match("个" + text[end + 2 : end + 8], 0)
        if found is None or found[0].dimension not in _SPLIT:
            return None
        if text[end + 1] == "半":
            _add_half(candidate)
        else:
            candidate.vague = "多"
        return found[0], end + 1 + found[1]

    def _in_place(self, text: str, candidate: Candidate) -> bool:
        """Whether the number stands by itself, and not inside a Latin name; takes in a minus."""
        start = candidate.start
        before = text[start - 1 : start]
        if text.endswith("零下", 0, start):
            if isinstance(candidate.value, Decimal):
                candidate.value = -candidate.value
            candidate.start = start - 2
        if before == "-" and not candidate.han:
            if start == 1 or text[start - 2] in _SIGN_CONTEXT:
                if isinstance(candidate.value, Decimal):
                    candidate.value = -candidate.value
                candidate.start = start - 1
            elif _latin(text[start - 2]):
                return False
        elif _latin(before) and (
            candidate.unit is None or candidate.unit.dimension not in _LATIN_VALUES
        ):
            return False
        return candidate.unit is not None or not _latin(text[candidate.end : candidate.end + 1])


def _latin(char: str) -> bool:
    return char == "_" or (char.isascii() and char.isalpha())


def _add_half(candidate: Candidate) -> None:
    if isinstance(candidate.value, Decimal):
        candidate.value += Decimal("0.5")
