"""Exceptions that nobody meant to raise."""

from __future__ import annotations

import os
import traceback

__all__ = ["said_of_fault"]


def said_of_fault(error: Exception) -> str:
    """What to say of a fault of govie's own, which must not cost the results of other files."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    said = " ".join(f"{type(error).__name__}: {error}".split())
    line = f"{os.path.basename(where.filename)}:{where.lineno}"
    return f"a fault of govie, please report it ({line}: {said})"
