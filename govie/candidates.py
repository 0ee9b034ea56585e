"""Numbers in text with the unit behind them: the raw material of quantities.

One pass from left to right. At each character that a number can begin with, the skips come first,
then ranks and the 翻番 family, then numerals with what makes a measure of them: a fraction
(百分之九), a ratio (8.2:46.3:45.5), a unit (亩), a half (两年半). Nothing is read twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import define

from govie.hedges import Hedge
from govie.numerals import ARABIC, HAN_DIGITS, HAN_SCALES, NUMBER, Numeral, divide, parse_numeral
from govie.ranks import RankTable
from govie.skips import SkipTable
from govie.units import Unit, UnitTable

__all__ = ["Candidate", "CandidateFinder"]


@define(kw_only=True)
class Candidate:
    """A number, its unit where one was found, and what neighbours add to it later."""

    start: int
    end: int
    value: Decimal | str
    high: Decimal | None = None
    unit: Unit | None = None
    kind: str = "bare"
    scale: int = 0
    bare: bool = False
    han: bool = False
    vague: str | None = None
    comparator: str | None = None
    damaged: bool = False
    rank_scope: str | None = None
    hedge: Hedge | None = None
    origin: Candidate | None = None
    gone: bool = False


TIMES = Unit(id="倍", dimension="multiple")
PLACE = Unit(id="位", dimension="rank")
PERCENT = Unit(id="%", dimension="percent")
_RATIO = Unit(id="", dimension="ratio")
_SHARE = Unit(id="", dimension="share")

_FOLD = re.compile(
    r"翻(?:了)?(?P<hedge>[近超约])?(?:(?P<n>[一两二三四五六七八九十1-9])番(?P<more>多)?|(?:了)?番|(?:一)?倍)"
)
_PARTS = re.compile(rf"(?P<of>百|千|万)分之(?P<n>{NUMBER})")
_RATIO_TAIL = re.compile(rf"(?:[:∶：]{ARABIC}){{1,5}}(?![0-9])|比{ARABIC}(?![0-9年月])")
_ODD = re.compile(rf"成([{HAN_DIGITS}])(?![{HAN_DIGITS}{HAN_SCALES}个])(?=[，。；、）以左的]|$)")
_HALF = re.compile(r"半数|一半|百分百")
_HALF_UNIT = re.compile(r"半(?=个?(?:小时|钟头|天|月|公斤|斤|公里|吨)(?!圈|经济|达|通|交通|生活))")
_STROKE = re.compile(r"/([1-9][0-9]{0,2})(?![0-9./年月])")
_MORE = re.compile(r"多(?![数样元种次方层极项家地部功边式端]|个)|余(?![额下热缺姚杭庆])")
_HALVED = frozenset({"time", "multiple", "mass", "length"})
_SPELLED = re.compile(r"[一二三四五六七八九两]{2,}")
"""Digits in a row are names (五一, 三一项目) or dates, but for 九五折 and spans like 三五."""
_PARTS_UNITS = {
    "百": PERCENT,
    "千": Unit(id="‰", dimension="permille"),
    "万": Unit(id="‱", dimension="permyriad"),
}
_KINDS = {
    "percent": "percent",
    "permille": "percent",
    "permyriad": "percent",
    "points": "points",
    "multiple": "multiple",
    "time": "duration",
}
_SIGN_CONTEXT = frozenset("长降升减为到至从于约率是达了，。；、：（(\n ")
_LATIN_VALUES = frozenset({"money", "percent"})


class CandidateFinder:
    """Reads candidates off a text, in order and without overlap."""

    def __init__(self, units: UnitTable, skips: SkipTable, ranks: RankTable) -> None:
        self._units = units
        self._skips = skips
        self._ranks = ranks
        starts = set("0123456789" + HAN_DIGITS + HAN_SCALES + "廿卅几数半负翻")
        starts |= skips.starts | ranks.starts
        self._start = re.compile("[" + re.escape("".join(sorted(starts))) + "]")
        self._number = re.compile(NUMBER)

    def find(self, text: str) -> Iterator[Candidate]:
        """All numbers of clean text, with and without units."""
        search = self._start.search
        found = search(text)
        while found:
            start = found.start()
            end, candidate = self._at(text, start)
            if candidate is not None and not candidate.gone:
                yield candidate
            found = search(text, max(end, start + 1))

    def _at(self, text: str, start: int) -> tuple[int, Candidate | None]:
        """Where to go on reading, and the candidate at ``start`` if there is one."""
        skipped = self._skips.end_at(text, start)
        if skipped is not None:
            return skipped, None
        first = text[start]
        candidate: Candidate | None
        if first in self._ranks.starts:
            candidate = self._rank(text, start)
        elif first == "翻":
            candidate = _fold(text, start)
        else:
            candidate = self._parts(text, start) or self._numeral(text, start)
        return (start + 1, None) if candidate is None else (candidate.end, candidate)

    def _rank(self, text: str, start: int) -> Candidate | None:
        rank = self._ranks.match(text, start)
        if rank is None:
            return None
        return Candidate(
            start=start,
            end=rank.end,
            value=rank.value,
            unit=None if rank.ordinal else PLACE,
            kind="ordinal" if rank.ordinal else "rank",
            comparator="le" if rank.within else None,
            rank_scope=rank.scope,
        )

    def _parts(self, text: str, start: int) -> Candidate | None:
        """百分之九点二, 千分之三, 半数."""
        if text[start] not in "百千万半一":
            return None
        if half := _HALF.match(text, start):
            value = Decimal(100) if half[0] == "百分百" else Decimal(50)
            return Candidate(start=start, end=half.end(), value=value, unit=PERCENT, kind="percent")
        found = _PARTS.match(text, start)
        if not found:
            return None
        numeral = parse_numeral(found["n"])
        if numeral is None:
            return None
        below_zero = text[start - 1 : start] == "负"
        return Candidate(
            start=start - below_zero,
            end=found.end(),
            value=-numeral.value if below_zero else numeral.value,
            high=numeral.high,
            unit=_PARTS_UNITS[found["of"]],
            kind="percent",
            vague=numeral.vague,
        )

    def _numeral(self, text: str, start: int) -> Candidate | None:
        if text[start] == "半":
            return self._half(text, start)
        found = self._number.match(text, start)
        numeral = parse_numeral(found[0]) if found else None
        if found is None or numeral is None:
            return None
        end = found.end()
        special = self._fraction(text, start, end, numeral) or _ratio(text, start, end)
        if special is not None:
            return special
        candidate = Candidate(
            start=start,
            end=end,
            value=numeral.value,
            high=numeral.high,
            scale=numeral.scale,
            bare=numeral.bare and numeral.value >= 100,
            han=not found[0][0].isdigit(),
            vague=numeral.vague,
        )
        self._add_unit(text, candidate)
        if _SPELLED.fullmatch(found[0]) and candidate.high is None:
            unit = candidate.unit
            candidate.gone = unit is None or unit.factor is None
        elif not self._in_place(text, candidate):
            candidate.gone = True
        return candidate

    def _half(self, text: str, start: int) -> Candidate | None:
        """半小时, 半个月."""
        found = _HALF_UNIT.match(text, start)
        if not found:
            return None
        candidate = Candidate(start=start, end=found.end(), value=Decimal("0.5"), han=True)
        self._add_unit(text, candidate)
        return candidate if candidate.unit else None

    def _fraction(self, text: str, start: int, end: int, first: Numeral) -> Candidate | None:
        """三分之二, 1/3."""
        value = None
        if text.startswith("分之", end):
            found = self._number.match(text, end + 2)
            above = parse_numeral(found[0]) if found else None
            if found and above and first.value:
                value, end = divide(above.value, first.value), found.end()
        elif text.startswith("/", end) and (found := _STROKE.match(text, end)):
            below = Decimal(found[1])
            if first.value < below:
                value, end = divide(first.value, below), found.end()
        if value is None:
            return None
        return Candidate(start=start, end=end, value=value, unit=_SHARE, kind="percent")

    def _add_unit(self, text: str, candidate: Candidate) -> None:
        """The unit behind the number, the sign in front of it, and what belongs to them."""
        end = candidate.end
        if text.startswith("成", end) and (odd := _ODD.match(text, end)):
            tenths = parse_numeral(odd[1])
            if tenths and isinstance(candidate.value, Decimal) and candidate.value < 10:
                candidate.value = candidate.value * 10 + tenths.value
                candidate.end, candidate.unit, candidate.kind = odd.end(), PERCENT, "percent"
                return
        found = None
        if text.startswith("个多", end):
            found = self._units.match("个" + text[end + 2 : end + 8], 0)
            if found and len(found[0].id) > 1:
                found = found[0], end + 1 + found[1]
                candidate.vague = "多"
            else:
                found = None
        elif text.startswith("个半", end):
            found = self._units.match("个" + text[end + 2 : end + 8], 0)
            if found and found[0].dimension == "time":
                found = found[0], end + 1 + found[1]
                _add_half(candidate)
            else:
                found = None
        found = found or self._units.match(text, end)
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


_COLONS = str.maketrans({"∶": ":", "：": ":", "比": ":"})


def _ratio(text: str, start: int, end: int) -> Candidate | None:
    """8.2:46.3:45.5, 2比1."""
    if not text.startswith((":", "∶", "：", "比"), end) or not text[end - 1].isdigit():
        return None
    found = _RATIO_TAIL.match(text, end)
    if not found:
        return None
    value = text[start : found.end()].translate(_COLONS)
    return Candidate(start=start, end=found.end(), value=value, unit=_RATIO, kind="ratio")


def _latin(char: str) -> bool:
    return char == "_" or (char.isascii() and char.isalpha())


def _add_half(candidate: Candidate) -> None:
    if isinstance(candidate.value, Decimal):
        candidate.value += Decimal("0.5")


def _fold(text: str, start: int) -> Candidate | None:
    """翻番 and 翻一番 are twice as much, 翻两番 is four times, 翻四番 sixteen times."""
    found = _FOLD.match(text, start)
    if not found:
        return None
    times = parse_numeral(found["n"] or "一")
    if times is None:
        return None
    return Candidate(
        start=start,
        end=found.end(),
        value=Decimal(2) ** int(times.value),
        unit=TIMES,
        kind="multiple",
        vague=found["more"] or found["hedge"],
    )
