"""Whole collections: how two workers compare with one, how memory grows, what a million costs.

The reports are made of the seeds. Prints a ratio beside each bar, and exits with 1 where one is
missed. Linux. What kills cost is measured by kills.py.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from made_reports import short_reports, whole_reports, write

from govie.corpus import build
from govie.corpus.crew import Heard, Member
from govie.corpus.inputs import Skipped
from govie.corpus.job import Job, Outcome
from govie.corpus.watch import Watch
from govie.corpus.worker import Worker

MILLION = 1_000_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--speed", type=int, default=400, metavar="N", help="files (0: leave out)")
    parser.add_argument("--memory", type=int, default=2000, metavar="N", help="files")
    parser.add_argument("--cost", type=int, default=50, metavar="N", help="whole reports")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the figures as JSON")
    options = parser.parse_args()
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.speed:
            figures["speed"] = speed(folder, options.speed)
        if options.memory:
            figures["memory"] = memory(folder, options.memory)
        if options.cost:
            figures["cost"] = cost(folder, options.cost)
    for about, found in figures.items():
        print(about, *(f"{key}={value}" for key, value in found.items()), sep="  ")
    if options.out:
        options.out.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0 if all(found.get("kept", True) for found in figures.values()) else 1


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
    inputs = write(folder / "speed", short_reports(), number)
    rates = {1: 0.0, 2: 0.0}
    for turn in range(2):
        for workers in rates:
            clock = Clock()
            out = folder / f"speed-{turn}-{workers}.duckdb"
            build([inputs], out, workers=workers, watch=clock)
            rates[workers] = max(rates[workers], clock.rate)
    ratio = rates[2] / rates[1]
    found = {f"files_per_second_{workers}": round(rate, 1) for workers, rate in rates.items()}
    return {**found, "ratio": round(ratio, 2), "bar": 1.7, "kept": ratio >= 1.7}


def memory(folder: Path, number: int) -> dict[str, Any]:
    """The highest memory of all processes together, up to a tenth of the files and to the end."""
    inputs = write(folder / "memory", short_reports(), number)
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
    return {**found, "ratio": round(peak / early, 3), "bar": 1.1, "kept": peak <= 1.1 * early}


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


class Inline:
    """Reads in this thread, each file once for all runs, and notes how long that took."""

    def __init__(self) -> None:
        self._worker = Worker()
        self._worker.parse("2021年，地区生产总值增长8%。")  # loads what the first text loads
        self._jobs: deque[Job] = deque()
        self._answers: dict[str, Outcome] = {}
        self.seconds = 0.0

    def hire(self) -> Member:
        return self

    def give(self, job: Job) -> None:
        self._jobs.append(job)

    def listen(self, members: Sequence[Member]) -> list[Heard]:
        job = self._jobs.popleft()
        if job.name not in self._answers:
            begin = time.thread_time()
            self._answers[job.name] = self._worker.read(job)
            self.seconds += time.thread_time() - begin
        return [Heard(members[0], self._answers[job.name])]

    def dismiss(self) -> None: ...

    def close(self) -> None: ...


def cost(folder: Path, number: int) -> dict[str, Any]:
    """Processor time of whole reports: of the worker that reads, of the process that writes; room.

    The writing one feeds as many workers as it is quicker than they.
    """
    inputs = write(folder / "cost", whole_reports(), number)
    engine = Inline()
    found: dict[str, Any] = {}
    for kind, name in {"parquet": "cost-parquet", "duckdb": "cost.duckdb"}.items():
        out = folder / name
        begin, read = time.process_time(), engine.seconds
        summary = build([inputs], out, engine=engine)
        writing = time.process_time() - begin - (engine.seconds - read)
        files = out.rglob("*.parquet") if out.is_dir() else [out]
        size = sum(path.stat().st_size for path in files)
        found[f"writing_seconds_each_{kind}"] = round(writing / number, 4)
        found[f"gb_a_million_{kind}"] = round(size / number * MILLION / 2**30, 1)
    each = engine.seconds / number
    return {
        "files": number,
        "characters_each": summary.characters // number,
        "records_each": summary.rows // number,
        "reading_seconds_each": round(each, 4),
        "core_hours_a_million": round(each * MILLION / 3600, 1),
        **found,
    }


if __name__ == "__main__":
    sys.exit(main())
