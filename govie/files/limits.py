"""How much is read: far above any report, and below what would hurt."""

from __future__ import annotations

__all__ = ["MOST_BYTES", "MOST_FILES", "MOST_IN_ALL", "human"]

MOST_BYTES = 100 * 2**20
"""Of one file, unpacked."""
MOST_FILES = 20_000
"""In one archive or folder."""
MOST_IN_ALL = 2**30
"""Of one archive, unpacked."""


def human(size: int) -> str:
    """A number of bytes for people."""
    return f"{size / 2**20:,.0f} MB" if size >= 2**20 else f"{size:,} bytes"
