"""Collections of reports for benchmarks, made of the seeds, and what a corpus of them holds."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import duckdb

from govie.corpus.batch import schemas
from govie.reading import read_text

__all__ = ["rows", "short_reports", "whole_reports", "write"]

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
PARAGRAPHS = 3


def short_reports() -> Iterator[str]:
    """Reports of a few paragraphs, no two the same, for ever."""
    found: list[str] = []
    for path in SEEDS:
        found += [line for line in read_text(path).split("\n") if 60 < len(line) < 400]
    chance = random.Random(1)
    while True:
        yield "株洲市2021年政府工作报告\n\n" + "\n".join(chance.sample(found, PARAGRAPHS)) + "\n"


def whole_reports() -> Iterator[str]:
    """The seeds in turn, each time with another last line, for ever."""
    texts = [read_text(path) for path in SEEDS]
    for number in count():
        yield f"{texts[number % len(texts)]}\n第{number}份\n"


def write(folder: Path, texts: Iterable[str], number: int) -> Path:
    """A new folder of so many of the texts."""
    folder.mkdir()
    for i, text in enumerate(islice(texts, number)):
        (folder / f"{i:05}.txt").write_text(text, "utf-8")
    return folder


def rows(out: Path) -> dict[str, list[Any]]:
    """All rows of a corpus, sorted, by table."""
    with duckdb.connect() if out.is_dir() else duckdb.connect(str(out), read_only=True) as base:
        found: dict[str, list[Any]] = {}
        for name in schemas():
            if out.is_dir() and not list((out / name).glob("*.parquet")):
                found[name] = []
                continue
            source = f"read_parquet('{out}/{name}/*.parquet')" if out.is_dir() else name
            found[name] = base.execute(f"FROM {source} ORDER BY ALL").fetchall()
        return found
