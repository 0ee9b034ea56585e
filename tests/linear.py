"""Whether time grows with the text only, whatever the machine."""

from __future__ import annotations

import time
from collections.abc import Callable

__all__ = ["is_linear"]

_PARTS = 8
_LEAST = 0.002
"""Seconds below which nothing is told."""


def is_linear(action: Callable[[str], object], text: str) -> bool:
    """Whether a text takes about eight times as long as an eighth of it, and not 64 times."""

    def seconds(part: str) -> float:
        times = []
        for _ in range(3):
            begin = time.process_time()
            action(part)
            times.append(time.process_time() - begin)
        return min(times)

    return seconds(text) < 3 * _PARTS * max(seconds(text[: len(text) // _PARTS]), _LEAST)
