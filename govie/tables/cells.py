"""Cells of a CSV table that no spreadsheet takes for a formula, and the way back."""

from __future__ import annotations

import re

__all__ = ["harmless", "original"]

_RISKY = re.compile(r"['=+\-@\t\r\n＝＋－＠]")
"""What makes a cell a formula at its start, and the mark itself, so that the way back is one."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MARK = "'"


def harmless(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet might run it; numbers stay."""
    return _MARK + text if _RISKY.match(text) and not _NUMBER.fullmatch(text) else text


def original(cell: str) -> str:
    """The text that :func:`harmless` was given."""
    return cell.removeprefix(_MARK)
