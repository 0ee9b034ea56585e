"""One row of a comparison: a series, and what each of two reports promises of it."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

__all__ = ["CompareRow"]


@frozen(kw_only=True)
class CompareRow:
    """``a`` is the first report and ``b`` the second.

    >>> import govie
    >>> before = govie.parse("预期目标：地区生产总值增长8%。", jurisdiction="株洲市", year=2021)
    >>> (row,) = govie.compare(before, before)
    >>> row.change, row.wording, row.a_text
    ('unchanged', 'same', '8%')
    """

    a_place: str
    a_year: int
    b_place: str
    b_year: int
    indicator_id: str | None = None
    indicator: str
    scope: str | None = None
    measure: str | None = None
    unit: str | None = None
    headline: bool = False
    """Whether the targets paragraph of either report states it."""
    change: str
    """raised or lowered, by the number as written (of 下降3%: 3); unchanged; reworded, where the
    number is the same or one of the two has none; dropped, where only ``a`` states it; new, where
    only ``b`` does; other, where units differ or an interval became wider or narrower."""
    difference: Decimal | None = None
    """The number of ``b`` less that of ``a``, of intervals between their lower ends."""
    wording: str | None = None
    """same, hardened, softened, or changed; null where only one states it."""
    commitment: str | None = None
    """What it was and what it became where that differs: striving → binding, none → expected;
    else, and where only one states the series, null."""
    a_text: str | None = None
    a_low: Decimal | None = None
    a_high: Decimal | None = None
    a_comparator: str | None = None
    a_commitment: str | None = None
    a_strictness: str | None = None
    b_text: str | None = None
    b_low: Decimal | None = None
    b_high: Decimal | None = None
    b_comparator: str | None = None
    b_commitment: str | None = None
    b_strictness: str | None = None
    a_doc: str | None = None
    a_start: int | None = None
    """Raw offsets of the fact in the text of the file."""
    a_end: int | None = None
    a_sentence: str | None = None
    b_doc: str | None = None
    b_start: int | None = None
    b_end: int | None = None
    b_sentence: str | None = None
