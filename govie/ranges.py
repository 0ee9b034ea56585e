"""Quantities that make one together: ranges, lists with one unit or hedge, 由A提高到B.

Each function walks over neighbouring candidates once and marks those that another one has taken in
as ``gone``.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from govie.candidates import Candidate
from govie.hedges import HedgeTable

__all__ = ["join_ranges", "link_changes", "share_hedges", "share_units"]

_REACH = 34


def join_ranges(text: str, found: Sequence[Candidate], words: HedgeTable) -> list[Candidate]:
    """Make one of two numbers with a dash, 至 or 到 between them: 4.5-5%, 160—200公里."""
    joined: list[Candidate] = []
    for right in found:
        left = joined[-1] if joined else None
        if left is not None and _is_range(text, left, right, words):
            joined[-1] = _range(left, right)
        else:
            joined.append(right)
    return joined


def _is_range(text: str, left: Candidate, right: Candidate, words: HedgeTable) -> bool:
    gap = text[left.end : right.start]
    if right.start > left.end + 2 or left.high is not None or right.high is not None:
        return False
    if right.value.__class__ is not Decimal or left.value.__class__ is not Decimal:
        return False
    if gap not in words.ranges:
        return False
    if gap in ("到", "至") and words.from_before(text, max(0, left.start - 4), left.start):
        if left.unit is not None:
            return False
    if left.unit is not None and right.unit is not None and left.unit.id != right.unit.id:
        return False
    if "ordinal" in (left.kind, right.kind) or "rank" in (left.kind, right.kind):
        return False
    low, high = _scaled(left, right)
    return low < high


def _scaled(left: Candidate, right: Candidate) -> tuple[Decimal, Decimal]:
    """The two ends; the first takes the 万 or 亿 of the second where it has neither: 100-200亿元."""
    assert isinstance(left.value, Decimal) and isinstance(right.value, Decimal)
    low = left.value
    if not left.scale and left.unit is None and right.scale:
        raised = low * 10**right.scale
        low = raised if raised < right.value else low
    return low, right.value


def _range(left: Candidate, right: Candidate) -> Candidate:
    low, high = _scaled(left, right)
    right.start, right.value, right.high = left.start, low, high
    if right.unit is None:
        right.unit, right.kind = left.unit, left.kind
    elif left.unit is None and right.unit.factor is not None and low <= 10:
        right.value = low * right.unit.factor
    right.han = right.han and left.han
    right.bare = False
    right.damaged = right.damaged or left.damaged
    return right


def share_units(text: str, found: Sequence[Candidate], words: HedgeTable) -> None:
    """Give 22.7 its unit in 22.7和28.8个百分点."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if left.unit is None and right.unit is not None and left.kind == "bare":
            dimension = right.unit.dimension
            if (
                right.start - left.end <= 2
                and text[left.end : right.start] in words.lists
                and not left.han
                and not right.han
                and (dimension in ("points", "percent", "money") or "." in str(left.value))
                and dimension not in ("ratio", "rank")
            ):
                left.unit, left.kind = right.unit, right.kind


def share_hedges(text: str, found: Sequence[Candidate], words: HedgeTable) -> None:
    """A hedge behind the last item of a list covers all; so does one before the first after 分别."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if _listed(text, left, right, words) and left.hedge is None and right.hedge is not None:
            if right.hedge.start >= right.end and left.comparator is None:
                left.hedge = right.hedge
    for left, right in zip(found[:-1], found[1:], strict=True):
        if _listed(text, left, right, words) and right.hedge is None and left.hedge is not None:
            if left.hedge.end <= left.start and right.comparator is None:
                if words.shared_before(text, left.hedge.start):
                    right.hedge = left.hedge


def _listed(text: str, left: Candidate, right: Candidate, words: HedgeTable) -> bool:
    return (
        right.start - left.end <= 2
        and left.unit is not None
        and right.unit is not None
        and left.unit.id == right.unit.id
        and text[left.end : right.start] in words.lists
    )


def link_changes(text: str, found: Sequence[Candidate], words: HedgeTable) -> None:
    """Take A of 由A提高到B into B; of two lists of one length, item by item."""
    runs = _runs(text, found, words)
    floor = 0
    for left, right in zip(runs[:-1], runs[1:], strict=True):
        first, last, target = left[0], left[-1], right[0]
        if target.start - last.end <= _REACH and len(left) in (1, len(right)):
            end = target.start
            if target.hedge is not None and last.end <= target.hedge.start < end:
                end = target.hedge.start
            gap = text[last.end : end]
            marked = words.from_before(text, floor, first.start)
            if all(_agree(a, b, marked) for a, b in zip(left, right)) and words.changes(
                gap, marked
            ):
                for a, b in zip(left, right):
                    _take_in(a, b)
        floor = last.end


def _runs(text: str, found: Sequence[Candidate], words: HedgeTable) -> list[list[Candidate]]:
    """The candidates, those of one list together."""
    runs: list[list[Candidate]] = []
    for candidate in found:
        if runs and _listed(text, runs[-1][-1], candidate, words):
            runs[-1].append(candidate)
        else:
            runs.append([candidate])
    return runs


def _agree(left: Candidate, right: Candidate, marked: bool) -> bool:
    """Whether one can have become the other: kind and unit are the same, or one has no unit."""
    kinds = {left.kind, right.kind}
    if left.gone or "ordinal" in kinds:
        return False
    if "bare" in kinds:
        bare = left if left.kind == "bare" else right
        return "ratio" not in kinds and not bare.han and (marked or bare.scale >= 4)
    if left.kind != right.kind and kinds != {"rank", "amount"}:
        return False
    if left.unit is None or right.unit is None:
        return False
    return right.unit.id.startswith(left.unit.id)


def _take_in(left: Candidate, right: Candidate) -> None:
    if right.unit is None:
        right.unit, right.kind = left.unit, left.kind
    elif (
        left.unit is None
        and not left.scale
        and right.scale
        and isinstance(left.value, Decimal)
        and left.value < 10000
    ):
        left.value *= 10**right.scale
    if "rank" in (left.kind, right.kind):
        right.kind = "rank"
        right.rank_scope = right.rank_scope or left.rank_scope
    right.origin = left
    left.gone = True
