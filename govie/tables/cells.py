"""Cells of a CSV table: which no spreadsheet takes for a formula, and the way back."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from govie.json_forms import decimal_string

__all__ = ["as_json", "cell", "marked", "original"]

_RISKY = re.compile(r"['=+\-@\t\r\n＝＋－＠]|\Z")
"""What makes a cell a formula at its start. The mark itself and the empty text get a mark too, so
that every cell leads back to one text, and an empty cell to none."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MARK = "'"


def cell(value: Any) -> str:
    """A value as the text of a cell; null is empty, a list is JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return decimal_string(value)
    if isinstance(value, list):
        return as_json(value)
    return marked(value) if isinstance(value, str) else str(value)


def as_json(value: list[Any]) -> str:
    """A list as a cell has it."""
    return json.dumps(value, ensure_ascii=False)


def marked(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet might run it; numbers stay."""
    return _MARK + text if _RISKY.match(text) and not _NUMBER.fullmatch(text) else text


def original(cell: str) -> str | None:
    """The text that a cell stands for, None for an empty one."""
    return cell.removeprefix(_MARK) if cell else None
