"""One row of a panel: a government, a year and a series, what was promised and what came."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

__all__ = ["PanelRow"]


@frozen(kw_only=True)
class PanelRow:
    """Amounts are in the base unit and exact; what goes down is negative (下降3%: -3).

    >>> import govie
    >>> before = govie.parse("预期目标：地区生产总值增长8%。", jurisdiction="株洲市", year=2021)
    >>> (row,) = govie.panel([before])
    >>> row.place, row.year, row.indicator_id, row.target_text, row.actual_state
    ('株洲市', 2021, 'gdp', '8%', 'not_found')
    """

    place: str
    """Full name of the government."""
    adcode: str | None = None
    level: str | None = None
    year: int
    indicator_id: str | None = None
    indicator: str
    """Customary name of a known indicator, else the phrase of the text."""
    scope: str | None = None
    """The part of the indicator that is meant: contracted, policy, …"""
    measure: str | None = None
    """growth, level, delta, ratio or multiple."""
    unit: str | None = None
    headline: bool = False
    """Whether the targets paragraph states the target."""

    target_state: str
    """stated; not_stated: the report was read and does not state it; not_found: no such report in
    the set."""
    target_text: str | None = None
    """The target as the text has it, with its hedge, and with its verb where it goes down: 8%以上,
    下降3%, 高于经济增长."""
    target_low: Decimal | None = None
    """The least value that the wording allows, null for 3.5%以内."""
    target_high: Decimal | None = None
    """The greatest, null for 8%以上."""
    comparator: str | None = None
    """As in the fact; null for a target without a number."""
    hedge: str | None = None
    commitment: str | None = None
    strictness: str | None = None
    """hard or soft by the table of wordings, null where it names neither."""
    relation: str | None = None
    """Of a target without a number: above, in_step, delegated, …"""
    relative_to: str | None = None
    reference: Decimal | None = None
    """The number that relation and relative_to stand for, from the results in the set."""

    actual_state: str
    """As for the target."""
    actual: Decimal | None = None
    """What was reached, of an interval the lower end."""
    actual_text: str | None = None
    actual_comparator: str | None = None
    estimated: bool | None = None

    gap: Decimal | None = None
    """The result less the target or the reference."""
    met: bool | None = None

    target_above_place: str | None = None
    """The nearest government above whose report for the year is in the set and states a target."""
    target_above_low: Decimal | None = None
    target_above_high: Decimal | None = None
    target_above_comparator: str | None = None

    target_doc: str | None = None
    """File of the report that the target would stand in; null where it is not in the set."""
    target_start: int | None = None
    """Raw offsets of the fact in the text of that file."""
    target_end: int | None = None
    target_sentence: str | None = None
    actual_doc: str | None = None
    actual_start: int | None = None
    actual_end: int | None = None
    actual_sentence: str | None = None
