"""Periods as records give them: years in strings, the same few for whole sections."""

from __future__ import annotations

from functools import lru_cache

from govie.dates.periods import Period

__all__ = ["stated", "written"]


@lru_cache(maxsize=512)
def stated(first: str | None, last: str | None) -> Period | None:
    """The years that a record gives as ``period_start`` and ``period_end``, None without any."""
    if not (first or last):
        return None
    return Period(int(first) if first else None, int(last) if last else None)


@lru_cache(maxsize=512)
def written(period: Period | None) -> tuple[str | None, str | None]:
    """The years of a period as records give them."""
    if period is None:
        return None, None
    return str(period.start) if period.start else None, str(period.end) if period.end else None
