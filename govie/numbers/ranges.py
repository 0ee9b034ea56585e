"""Quantities that make one together: ranges, lists with one unit or hedge, 由A提高到B.

Each function walks over neighbouring candidates once. A candidate that another one has taken in is
marked ``gone``.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from govie.numbers.counting import WAN
from govie.numbers.forms import Candidate
from govie.numbers.hedges import HedgeTable

__all__ = ["join_ranges", "link_changes", "share_hedges", "share_units"]

_REACH = 34
"""Characters that may stand between A and B of 由A提高到B."""
_GLUE = 2
"""Characters that may stand between the items of a list, or the ends of a range."""
_SHARED_DIMENSIONS = frozenset({"points", "percent", "permille", "money"})


def join_ranges(text: str, found: Sequence[Candidate], words: HedgeTable) -> list[Candidate]:
    """Make one of two numbers with a dash, 至 or 到 between them: 4.5-5%, 160—200公里."""
    joined: list[Candidate] = []
    for right in found:
        left = joined[-1] if joined else None
        if left is None or right.start - left.end > _GLUE or not _range(text, left, right, words):
            joined.append(right)
        else:
            joined[-1] = right
    return joined


def _range(text: str, left: Candidate, right: Candidate, words: HedgeTable) -> bool:
    """Make ``right`` the range from ``left`` to ``right`` if that is what the text says."""
    gap = text[left.end : right.start]
    if gap not in words.ranges or left.high is not None or right.high is not None:
        return False
    if {left.kind, right.kind} & {"ordinal", "rank", "ratio"}:
        return False
    if left.unit is not None and right.unit is not None and left.unit.id != right.unit.id:
        return False
    floor = max(0, left.start - 4)
    if left.unit is not None and gap in "到至" and words.from_before(text, floor, left.start):
        return False
    ends = _ends(left, right)
    if ends is None:
        return False
    right.start, right.value, right.high = left.start, *ends
    if right.unit is None:
        right.unit, right.kind = left.unit, left.kind
    right.han = right.han and left.han
    right.scale_only = False
    right.damaged = right.damaged or left.damaged
    return True


def _ends(left: Candidate, right: Candidate) -> tuple[Decimal, Decimal] | None:
    """The rising ends of a range; the first takes 万, 亿 or 成 from the second: 100-200亿元."""
    low, high = left.value, right.value
    if not isinstance(low, Decimal) or not isinstance(high, Decimal):
        return None
    if left.unit is None and right.unit is not None and right.unit.factor and low <= 10:
        low *= right.unit.factor
    elif left.unit is None and not left.scale and low * 10**right.scale < high:
        low *= 10**right.scale
    return (low, high) if low < high else None


def share_units(text: str, found: Sequence[Candidate], words: HedgeTable) -> None:
    """Give 22.7 its unit in 22.7和28.8个百分点, also where the text has 22.7个和28.8个百分点."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if left.unit is not None and left.unit.id == "个" and right.kind == "points":
            if _joined(text, left, right, words):
                left.unit, left.kind = right.unit, right.kind
        elif (
            left.kind == "bare"
            and left.unit is None
            and right.unit is not None
            and right.kind not in ("ratio", "rank")
            and not left.han
            and not right.han
            and (
                right.unit.dimension in _SHARED_DIMENSIONS
                or "." in str(left.value)
                or left.scale == right.scale > 0
            )
            and _joined(text, left, right, words)
        ):
            left.unit, left.kind = right.unit, right.kind


def share_hedges(text: str, found: Sequence[Candidate], words: HedgeTable) -> None:
    """Spread a hedge behind the last item of a list, and one before its first item after 分别."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        hedge = right.hedge
        if (
            hedge is not None
            and hedge.start >= right.end
            and left.hedge is None
            and left.comparator is None
            and _listed(text, left, right, words)
        ):
            left.hedge = hedge
    for left, right in pairwise(found):
        hedge = left.hedge
        if (
            hedge is not None
            and hedge.end <= left.start
            and right.hedge is None
            and right.comparator is None
            and _listed(text, left, right, words)
            and words.shared_before(text, hedge.start)
        ):
            right.hedge = hedge


def _joined(text: str, left: Candidate, right: Candidate, words: HedgeTable) -> bool:
    gap = right.start - left.end
    return gap <= _GLUE and text[left.end : right.start] in words.lists


def _listed(text: str, left: Candidate, right: Candidate, words: HedgeTable) -> bool:
    """Whether two quantities are neighbours of one list, in one unit."""
    return (
        left.unit is not None
        and right.unit is not None
        and left.unit.id == right.unit.id
        and _joined(text, left, right, words)
    )


def link_changes(text: str, found: Sequence[Candidate], words: HedgeTable) -> None:
    """Take A of 由A提高到B into B; of two lists of one length, item by item."""
    runs = _runs(text, found, words)
    floor = 0
    for left, right in pairwise(runs):
        last = left[-1]
        if len(left) in (1, len(right)):
            gap = _gap(text, last, right[0])
            if gap is not None and words.ends_in_to(gap):
                marked = words.from_before(text, floor, left[0].start)
                pairs = list(zip(left, right, strict=False))
                if all(_agree(a, b, marked) for a, b in pairs) and words.changes(gap, marked):
                    for a, b in pairs:
                        _take_in(a, b)
        floor = last.end


def _gap(text: str, left: Candidate, right: Candidate) -> str | None:
    """What stands between two candidates, less the hedge of the second; None where it is long."""
    if right.start - left.end > _REACH:
        return None
    hedge = right.hedge
    hedged = hedge is not None and left.end <= hedge.start < right.start
    return text[left.end : hedge.start if hedge and hedged else right.start]


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
        spoken = bare.han and bare.value != 0
        return "ratio" not in kinds and not spoken and (marked or bare.scale >= WAN)
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
        and isinstance(left.value, Decimal)
        and left.value < 10_000
    ):
        left.value *= 10**right.scale
    if "rank" in (left.kind, right.kind):
        right.kind = "rank"
        right.rank_scope = right.rank_scope or left.rank_scope
    right.origin = left
    left.gone = True
