"""Quantities in Chinese text: numbers with their units, hedges, ranges and changes. No spaCy.

:func:`quantities` reads any text and reports offsets of it. :func:`scan` does the same over clean
text (see :mod:`govie.text.view`), in time linear in its length. Both leave out what is no quantity:
dates and years, ordinals, headings, names and slogans with numbers in them, thresholds such as
500万元以上项目.
"""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve, frozen

from govie.numbers.candidates import CandidateFinder
from govie.numbers.counting import WAN, fault_of
from govie.numbers.forms import Candidate
from govie.numbers.hedges import Hedge, HedgeTable
from govie.numbers.ranges import join_ranges, link_changes, share_hedges, share_units
from govie.numbers.ranks import RankTable
from govie.numbers.skips import SkipTable
from govie.numbers.units import UnitTable
from govie.packs import Pattern, load_patterns, per_packs
from govie.text.view import TextView

__all__ = ["Quantity", "QuantityScanner", "quantities", "quantity_scanner", "scan"]

_VAGUE = {"多": "gt", "余": "gt", "超": "gt", "近": "lt"}
"""Comparators of hedges inside a number; the others (来, 几, 数) make it approximate."""


@frozen(kw_only=True)
class Quantity:
    """One quantity. Offsets are those of the text that was scanned.

    ``start:end`` holds number and unit with the hedge inside them (1700余亩); ``value`` and the
    other amounts are in the base unit, 万 and 亿 folded in, and the value of a ratio is a string
    like ``"8.2:46.3:45.5"``. ``value_high`` is the upper end of a range, ``from_value`` the A of
    由A提高到B. A fraction (三分之二) without a unit is its quotient; 百分之, 成, 折 are per cent.

    >>> import govie
    >>> (quantity,) = govie.quantities("新建5G基站1700余个")
    >>> quantity.text, quantity.unit, quantity.comparator, quantity.hedge
    ('1700余个', '个', 'gt', '余')
    """

    start: int
    end: int
    text: str
    value: Decimal | str
    value_high: Decimal | None = None
    from_value: Decimal | str | None = None
    from_start: int | None = None
    from_end: int | None = None
    unit: str | None = None
    dimension: str = "none"
    """money, percent, permille, points, people, count, area, length, volume, mass, energy, time,
    age, rank, ratio, share, multiple, speed, concentration, rate, none …"""
    kind: str = "amount"
    """amount, percent, points, rank, ratio, multiple, duration, bare or ordinal."""
    comparator: str = "eq"
    """eq, approx, gt, ge, lt, le or range."""
    hedge: str | None = None
    hedge_start: int | None = None
    hedge_end: int | None = None
    """Offsets of a hedge outside ``start:end``."""
    rank_scope: str | None = None
    damaged: bool = False


class QuantityScanner:
    """Finds quantities by the given unit, hedge, skip and rank patterns."""

    def __init__(
        self,
        units: tuple[Pattern, ...],
        hedges: tuple[Pattern, ...],
        skips: tuple[Pattern, ...],
        ranks: tuple[Pattern, ...],
    ) -> None:
        self._words = HedgeTable(hedges)
        self._ranks = RankTable(ranks)
        self.finder = CandidateFinder(UnitTable(units), SkipTable(skips), self._ranks)

    def scan(self, text: str, *, bare: bool = False) -> list[Quantity]:
        """The quantities of clean text in order; with ``bare`` lone numbers and ordinals too."""
        return [
            _quantity(text, candidate)
            for candidate in self.read(text)
            if not candidate.gone and (bare or self.fault_of(text, candidate) is None)
        ]

    def read(self, text: str) -> list[Candidate]:
        """The numbers of clean text in order, whether they are quantities or not.

        Those that another one has taken in are marked ``gone``.
        """
        words = self._words
        found = join_ranges(text, list(self.finder.find(text)), words)
        share_units(text, found, words)
        for candidate in found:
            self._add_hedge(text, candidate)
        share_hedges(text, found, words)
        link_changes(text, found, words)
        return found

    def fault_of(self, text: str, candidate: Candidate) -> str | None:
        """What keeps a number from being a quantity, see :mod:`govie.numbers.counting`."""
        return fault_of(text, candidate, self._words)

    def _add_hedge(self, text: str, candidate: Candidate) -> None:
        before = self._words.before(text, candidate.start, scale_only=candidate.scale_only)
        after = self._words.after(text, candidate.end)
        candidate.hedge = after or before


def _quantity(text: str, candidate: Candidate) -> Quantity:
    unit, hedge, origin = candidate.unit, candidate.hedge, candidate.origin
    large = candidate.scale >= WAN
    comparator = candidate.comparator or "eq"
    if candidate.high is not None:
        comparator = "range"
    elif hedge is not None:
        comparator = hedge.comparator
    elif candidate.vague:
        comparator = _VAGUE.get(candidate.vague, "approx")
    return Quantity(
        start=candidate.start,
        end=candidate.end,
        text=text[candidate.start : candidate.end],
        value=candidate.value,
        value_high=candidate.high,
        from_value=origin.value if origin else None,
        from_start=origin.start if origin else None,
        from_end=origin.end if origin else None,
        unit=(unit.id or None) if unit else None,
        dimension=unit.dimension if unit else "none",
        kind="amount" if candidate.kind == "bare" and (origin or large) else candidate.kind,
        comparator=comparator,
        hedge=_written(text, hedge) if hedge else candidate.vague,
        hedge_start=hedge.start if hedge else None,
        hedge_end=hedge.end if hedge else None,
        rank_scope=candidate.rank_scope,
        damaged=candidate.damaged,
    )


def _written(text: str, hedge: Hedge) -> str:
    return text[hedge.start : hedge.end]


@per_packs
def quantity_scanner() -> QuantityScanner:
    """The scanner of the packs in force."""
    return QuantityScanner(*(load_patterns(t) for t in ("units", "hedges", "skips", "ranks")))


def scan(text: str, *, bare: bool = False) -> list[Quantity]:
    """Quantities of clean text by the packs in force."""
    return quantity_scanner().scan(text, bare=bare)


def quantities(raw: str, *, bare: bool = False) -> list[Quantity]:
    """Every quantity of a Chinese text, in order, with offsets of that text.

    The text may be dirty: line breaks inside numbers and full-width digits are read as meant. With
    ``bare`` numbers without a unit and ordinals are reported too; dates and years never are.

    >>> import govie
    >>> [str(found.value) for found in govie.quantities("2021年投资 1.2 亿元，增长5%")]
    ['120000000', '5']
    """
    view = TextView(raw)
    return [_to_raw(quantity, view) for quantity in scan(view.text, bare=bare)]


def _to_raw(quantity: Quantity, view: TextView) -> Quantity:
    def raw(start: int | None, end: int | None) -> tuple[int, int] | tuple[None, None]:
        return (None, None) if start is None or end is None else view.raw_span(start, end)

    start, end = view.raw_span(quantity.start, quantity.end)
    from_start, from_end = raw(quantity.from_start, quantity.from_end)
    hedge_start, hedge_end = raw(quantity.hedge_start, quantity.hedge_end)
    return evolve(
        quantity,
        start=start,
        end=end,
        text=view.raw[start:end],
        from_start=from_start,
        from_end=from_end,
        hedge_start=hedge_start,
        hedge_end=hedge_end,
    )
