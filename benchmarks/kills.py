"""Runs that are killed at random moments and resumed, against an undisturbed one, row for row.

The output is a DuckDB file once and a folder of Parquet files once. Exits with 1 where it differs.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from made_reports import rows, short_reports, write

from govie.corpus import build

__all__ = ["killed"]

RUN = """
import sys
from govie.corpus import build
if __name__ == "__main__":
    build([sys.argv[1]], sys.argv[2], workers=2, batch_seconds=0.5)
"""


def killed(
    folder: Path,
    number: int,
    kills: int,
    seed: int = 2,
    outputs: Sequence[str] = ("killed.duckdb", "killed"),
) -> dict[str, Any]:
    """So many files, and kills of each output; ``kept``: whether all hold the rows they should."""
    inputs = write(folder / "in", short_reports(), number)
    begin = time.monotonic()
    build([inputs], folder / "whole.duckdb", workers=2)
    seconds = time.monotonic() - begin
    whole = rows(folder / "whole.duckdb")
    chance = random.Random(seed)
    found: dict[str, Any] = {"files": number, "kills": 0, "rows": sum(map(len, whole.values()))}
    same = []
    for name in outputs:
        out = folder / name
        for _ in range(kills):
            found["kills"] += _kill(inputs, out, chance.uniform(0, seconds / 2))
        subprocess.run(_words(inputs, out), check=True)
        same.append(rows(out) == whole)
    return {**found, "kept": all(same)}


def _kill(inputs: Path, out: Path, after: float) -> bool:
    """Whether a run was still alive after so many seconds; then it is killed."""
    run = subprocess.Popen(_words(inputs, out))
    try:
        run.wait(after)
    except subprocess.TimeoutExpired:
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        return True
    return False


def _words(inputs: Path, out: Path) -> list[str]:
    return [sys.executable, "-c", RUN, str(inputs), str(out)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=500, metavar="N")
    parser.add_argument("--kills", type=int, default=10, metavar="N")
    parser.add_argument("--seed", type=int, default=2, metavar="N", help="of the random moments")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = killed(Path(folder), options.files, options.kills, options.seed)
    print(*(f"{key}={value}" for key, value in found.items()), sep="  ")
    return 0 if found["kept"] else 1


if __name__ == "__main__":
    sys.exit(main())
