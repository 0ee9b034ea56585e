"""Contestants side by side: each in a process of its own, all in turn within each round.

Measured is processor time, which a busy machine disturbs less; the best round of each counts.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from attrs import asdict, define

__all__ = ["Figures", "compare"]

FIRST = "2021年，株洲市地区生产总值增长8%。"
"""Read before all others: what is loaded at the first text belongs to the loading."""
SLOW = 5.0
"""Seconds from which on one round is enough."""


@define
class Figures:
    """Of one contestant."""

    load_seconds: float
    seconds: float = float("inf")
    """For all texts."""
    facts: int | None = None
    peak_mb: float | None = None
    characters_per_second: int = 0

    def as_json(self) -> dict[str, Any]:
        """Rounded to what was measured."""
        found = asdict(self)
        return {k: round(v, 3) if isinstance(v, float) else v for k, v in found.items()}


def compare(
    names: Iterable[str], texts: Sequence[str], rounds: int
) -> tuple[dict[str, Figures], dict[str, str]]:
    """The figures of those that can be loaded, and why the others cannot."""
    context = multiprocessing.get_context("spawn")
    pipes: dict[str, Any] = {}
    figures: dict[str, Figures] = {}
    absent: dict[str, str] = {}
    for name in names:
        ours, theirs = context.Pipe()
        context.Process(target=_serve, args=(theirs, name, texts), daemon=True).start()
        theirs.close()
        news = ours.recv()
        if isinstance(news, str):
            absent[name] = news
        else:
            pipes[name], figures[name] = ours, Figures(news)
    for number in range(rounds):
        for name, pipe in pipes.items():
            found = figures[name]
            if number and found.seconds > SLOW:
                continue
            pipe.send(True)
            seconds, found.facts = pipe.recv()
            found.seconds = min(found.seconds, seconds)
    for name, pipe in pipes.items():
        pipe.send(False)
        figures[name].peak_mb = pipe.recv()
        figures[name].characters_per_second = round(sum(map(len, texts)) / figures[name].seconds)
    return figures, absent


def _serve(pipe: Any, name: str, texts: Sequence[str]) -> None:
    """The life of a contestant's process."""
    from contestants import CONTESTANTS

    begin = time.process_time()
    try:
        read = CONTESTANTS[name]()
        read(FIRST)
    except ImportError as error:
        pipe.send(f"it cannot be loaded ({error})")
        return
    pipe.send(time.process_time() - begin)
    while pipe.recv():
        begin = time.process_time()
        facts = [read(text) for text in texts]
        seconds = time.process_time() - begin
        pipe.send((seconds, None if None in facts else sum(n for n in facts if n)))
    pipe.send(_peak_mb())


def _peak_mb() -> float | None:
    """The most memory that this process has held; None where the system does not tell."""
    if sys.platform != "linux":
        return None
    status = Path("/proc/self/status").read_text("ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return round(int(line.split()[1]) / 1024, 1)
