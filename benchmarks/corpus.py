"""Whole collections: how two workers compare with one, how memory grows, what a kill costs.

Reads short reports that are put together from paragraphs of the seeds. Prints a ratio for each bar,
and exits with 1 where one is missed. Linux.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb

from govie.corpus import build
from govie.corpus.batch import schemas
from govie.corpus.inputs import Skipped
from govie.corpus.job import Outcome
from govie.corpus.watch import Watch

SEEDS = Path(__file__).parent.parent / "seeds"
PARAGRAPHS = 3
KILLED = """
import sys
from govie.corpus import build
if __name__ == "__main__":
    build([sys.argv[1]], sys.argv[2], workers=2, batch_seconds=0.5)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--speed", type=int, default=400, metavar="N", help="files (0: leave out)")
    parser.add_argument("--memory", type=int, default=2000, metavar="N", help="files")
    parser.add_argument("--killed", type=int, default=500, metavar="N", help="files")
    parser.add_argument("--kills", type=int, default=10, metavar="N")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the figures as JSON")
    options = parser.parse_args()
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.speed:
            figures["speed"] = speed(folder, options.speed)
        if options.memory:
            figures["memory"] = memory(folder, options.memory)
        if options.killed:
            figures["killed"] = killed(folder, options.killed, options.kills)
    for about, found in figures.items():
        print(about, *(f"{key}={value}" for key, value in found.items()), sep="  ")
    if options.out:
        options.out.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0 if all(found["kept"] for found in figures.values()) else 1


def texts() -> Iterator[str]:
    """Reports of a few paragraphs, no two the same, for ever."""
    found: list[str] = []
    for path in sorted(SEEDS.glob("*.txt")):
        found += [line for line in path.read_text("utf-8").split("\n") if 60 < len(line) < 400]
    chance = random.Random(1)
    while True:
        yield "株洲市2021年政府工作报告\n\n" + "\n".join(chance.sample(found, PARAGRAPHS)) + "\n"


def write(folder: Path, number: int) -> Path:
    """A folder of so many reports."""
    inputs = folder / f"in-{number}"
    inputs.mkdir(exist_ok=True)
    for i, text in enumerate(islice(texts(), number)):
        (inputs / f"{i:05}.txt").write_text(text, "utf-8")
    return inputs


class Clock(Watch):
    """When the first file and the last one were read, and what is done at each."""

    def __init__(self, at: Callable[[int], None] = lambda _: None) -> None:
        self.times: list[float] = []
        self.at = at

    def see(self, outcome: Outcome | Skipped) -> None:
        self.times.append(time.perf_counter())
        self.at(len(self.times))

    @property
    def rate(self) -> float:
        """Files a second, from the first one on: the loading of workers is left out."""
        return (len(self.times) - 1) / (self.times[-1] - self.times[0])


def speed(folder: Path, number: int) -> dict[str, Any]:
    """Two workers against one, in turn, the best of two rounds each."""
    inputs = write(folder, number)
    rates = {1: 0.0, 2: 0.0}
    for turn in range(2):
        for workers in rates:
            clock = Clock()
            out = folder / f"speed-{turn}-{workers}.duckdb"
            build([inputs], out, workers=workers, watch=clock)
            rates[workers] = max(rates[workers], clock.rate)
    ratio = rates[2] / rates[1]
    found = {f"files_per_second_{workers}": round(rate, 1) for workers, rate in rates.items()}
    return {**found, "ratio": round(ratio, 2), "kept": ratio >= 1.7}


def memory(folder: Path, number: int) -> dict[str, Any]:
    """The highest memory of all processes together, up to a tenth of the files and to the end."""
    inputs = write(folder, number)
    peak = 0
    ended = threading.Event()

    def sample() -> None:
        nonlocal peak
        while not ended.wait(0.1):
            peak = max(peak, sum(map(resident, processes())))

    peaks: dict[int, int] = {}

    def note(done: int) -> None:
        if done == number // 10:
            peaks[done] = peak

    sampler = threading.Thread(target=sample)
    sampler.start()
    try:
        build([inputs], folder / "memory.duckdb", workers=2, watch=Clock(note))
    finally:
        ended.set()
        sampler.join()
    early = peaks[number // 10]
    found = {f"mb_after_{number // 10}": early >> 20, f"mb_after_{number}": peak >> 20}
    return {**found, "ratio": round(peak / early, 3), "kept": peak <= 1.1 * early}


def processes() -> list[int]:
    children = multiprocessing.active_children()
    return [os.getpid(), *(child.pid for child in children if child.pid)]


def resident(process: int) -> int:
    """Bytes of memory that a process holds."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def killed(folder: Path, number: int, kills: int) -> dict[str, Any]:
    """Killed at random moments and resumed each time, against an undisturbed run, row for row."""
    inputs = write(folder, number)
    begin = time.monotonic()
    build([inputs], folder / "whole.duckdb", workers=2)
    whole = time.monotonic() - begin
    chance = random.Random(2)
    same = []
    for name in ("killed.duckdb", "killed"):
        out = folder / name
        words = [sys.executable, "-c", KILLED, str(inputs), str(out)]
        for _ in range(kills):
            run = subprocess.Popen(words)
            try:
                run.wait(chance.uniform(0, whole / 2))
            except subprocess.TimeoutExpired:
                os.kill(run.pid, signal.SIGKILL)
                run.wait()
        subprocess.run(words, check=True)
        same.append(rows(out) == rows(folder / "whole.duckdb"))
    counted = {"rows": sum(map(len, rows(folder / "whole.duckdb").values()))}
    return {"files": number, "kills": 2 * kills, **counted, "kept": all(same)}


def rows(out: Path) -> dict[str, list[Any]]:
    """All rows of a corpus, sorted."""
    with duckdb.connect() if out.is_dir() else duckdb.connect(str(out), read_only=True) as base:
        found = {}
        for name in schemas():
            source = f"read_parquet('{out}/{name}/*.parquet')" if out.is_dir() else name
            found[name] = base.execute(f"FROM {source} ORDER BY ALL").fetchall()
        return found


if __name__ == "__main__":
    sys.exit(main())
