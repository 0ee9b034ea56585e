"""How fast govie is beside others that read the same texts in the same run, and how time grows.

Prints tables, each bar beside its measured ratio; ``--json FILE`` keeps all figures. Peers that are
not installed are left out: ``pip install -r benchmarks/peers.txt``, in an environment of their own.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from contest import Figures, compare
from contestants import CONTESTANTS, MODEL
from peers import JIONLP, RECOGNIZERS
from rich.console import Console
from rich.table import Table

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
SEGMENTED = SEEDS[0].parent.parent / "tests/cases/segmented.txt"
REPORT = SEEDS[0].parent / "zhuzhou-2021.txt"
"""20,000 characters."""
TRAIN = "import sys; from govie.training import train; train(*sys.argv[1:], iterations=3)"
BARE, GOVIE = "spaCy, bare characters", "govie.parse"

AT_LEAST = {BARE: 0.5, "jieba": 1.0, RECOGNIZERS: 60.0, JIONLP: 2.0}
"""What govie's speed is to be over that of others."""
FEW_NAMES = 3_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--copies", type=int, default=100, metavar="N")
    parser.add_argument("--names", type=int, default=45_000, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    options = parser.parse_args()
    found = measured(options.rounds, options.copies, options.names)
    show(found)
    if options.json:
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


def measured(rounds: int, copies: int, names: int) -> dict[str, Any]:
    """All figures, as JSON has them. The contest comes first: govie is not in this process yet."""
    texts = [path.read_text("utf-8") for path in SEEDS]
    with tempfile.TemporaryDirectory() as name:
        os.environ[MODEL] = str(Path(name) / "model")
        subprocess.run([sys.executable, "-c", TRAIN, SEGMENTED, os.environ[MODEL]], check=True)
        figures, absent = compare(CONTESTANTS, texts, rounds)

        import growth

        parts = growth.components(texts, rounds)
        shortest = min(texts, key=len)
        growths = [
            _at_most(
                f"time of {copies} copies over one",
                growth.copies(shortest, copies, rounds),
                1.1 * copies,
            ),
            _at_most(
                f"time with {names:,} names over {FEW_NAMES:,}",
                growth.names(texts, Path(name), FEW_NAMES, names, rounds),
                1.1,
            ),
            _at_most(
                "process of govie parse over spacy.blank", growth.process(REPORT, rounds), 2.0
            ),
        ]
    return {
        "characters": sum(map(len, texts)),
        "contestants": {name: found.as_json() for name, found in figures.items()},
        "absent": absent,
        "component_seconds": {name: round(taken, 4) for name, taken in parts.items()},
        "bars": speeds(figures) + growths,
    }


def speeds(figures: dict[str, Figures]) -> list[dict[str, Any]]:
    """The bars of speed; the ratio is None where there was nobody to compare with."""
    found = []
    for name, least in AT_LEAST.items():
        ratio = figures[name].seconds / figures[GOVIE].seconds if name in figures else None
        kept = None if ratio is None else ratio >= least
        found.append(_bar(f"speed over that of {name}", ratio, f"≥ {least:g}", kept))
    return found


def _at_most(what: str, ratio: float, most: float) -> dict[str, Any]:
    return _bar(what, ratio, f"≤ {most:g}", ratio <= most)


def _bar(what: str, ratio: float | None, bar: str, kept: bool | None) -> dict[str, Any]:
    rounded = None if ratio is None else round(ratio, 3)
    return {"what": what, "ratio": rounded, "bar": bar, "kept": kept}


def show(found: dict[str, Any]) -> None:
    """Print the tables."""
    console = Console(width=None if sys.stdout.isatty() else 100)
    characters = found["characters"]
    table = _table(f"{characters:,} characters", "characters/s", "ratio", "load s", "MB", "facts")
    bare = found["contestants"][BARE]["seconds"]
    for name, one in found["contestants"].items():
        told = "" if one["facts"] is None else f"{one['facts']:,}"
        ratio, load = bare / one["seconds"], one["load_seconds"]
        peak = one["peak_mb"] or 0
        cells = f"{one['characters_per_second']:,}", f"{ratio:.3f}", f"{load:.2f}", f"{peak:,.0f}"
        table.add_row(name, *cells, told)
    console.print(table)
    for name, reason in found["absent"].items():
        console.print(f"{name} is left out: {reason}")
    table = _table("components of govie", "characters/s")
    for name, taken in found["component_seconds"].items():
        table.add_row(name, f"{characters / taken:,.0f}")
    console.print(table)
    table = _table("bars", "measured", "bar", "")
    said = {True: "kept", False: "missed", None: "not measured"}
    for one in found["bars"]:
        ratio = "" if one["ratio"] is None else f"{one['ratio']:.2f}"
        table.add_row(one["what"], ratio, one["bar"], said[one["kept"]])
    console.print(table)


def _table(title: str, *columns: str) -> Table:
    table = Table("", title=title)
    for column in columns:
        table.add_column(column, justify="right")
    return table


if __name__ == "__main__":
    main()
