"""What a cell of Excel holds."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["is_exact"]

_DIGITS = 15
"""Of a number in Excel, which is a float."""


def is_exact(value: Decimal) -> bool:
    """Whether a cell holds a number exactly: the digits beyond those of Excel are zeros."""
    return len("".join(map(str, value.as_tuple().digits)).strip("0")) <= _DIGITS
