"""What the tests of corpora share: small inputs, workers in this process, reading corpora back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from govie.corpus.batch import schemas
from govie.corpus.crew import Heard, Member
from govie.corpus.job import Job, Outcome
from govie.corpus.worker import Worker


def write_reports(folder: Path, number: int, *, text: str = "") -> list[Path]:
    """Short reports that differ in their figures; two facts each."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for i in range(number):
        body = text or f"2021年，地区生产总值增长{i + 1}%，新增城镇就业{i + 2}万人以上。"
        path = folder / f"r{i:03}.txt"
        path.write_text(f"株洲市2021年政府工作报告\n\n{body}\n", "utf-8")
        paths.append(path)
    return paths


@cache
def worker(patterns: tuple[str, ...] = ("default",)) -> Worker:
    """A worker of this process."""
    return Worker(patterns)


class InlineMember:
    """A worker that answers with ``read``."""

    def __init__(self, read: Callable[[Job], Outcome | None]) -> None:
        self.read = read
        self.jobs: deque[Job] = deque()
        self.dismissed = False

    def give(self, job: Job) -> None:
        self.jobs.append(job)

    def dismiss(self) -> None:
        self.dismissed = True


class InlineEngine:
    """Workers without processes; ``read`` returns None where the worker is to die."""

    def __init__(self, read: Callable[[Job], Outcome | None] | None = None) -> None:
        self.read = read or worker().read
        self.seen: list[str] = []
        self.hired: list[InlineMember] = []
        self.closed = False

    def hire(self) -> Member:
        self.hired.append(InlineMember(self.read))
        return self.hired[-1]

    def listen(self, members: Sequence[Any]) -> list[Heard]:
        member = members[0]
        job = member.jobs.popleft()
        self.seen.append(job.name)
        return [Heard(member, member.read(job))]

    def close(self) -> None:
        self.closed = True


def rows_of(out: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables of a corpus, sorted."""
    if out.is_dir():
        with duckdb.connect() as base:
            return {
                name: base.execute(
                    f"FROM read_parquet('{out}/{name}/*.parquet') ORDER BY ALL"
                ).fetchall()
                if list((out / name).glob("*.parquet"))
                else []
                for name in schemas()
            }
    with duckdb.connect(str(out), read_only=True) as base:
        return {name: base.execute(f"FROM {name} ORDER BY ALL").fetchall() for name in schemas()}


def failures_of(out: Path) -> list[tuple[str, str]]:
    """Files and reasons in a DuckDB corpus."""
    with duckdb.connect(str(out), read_only=True) as base:
        return base.execute("FROM failures ORDER BY doc").fetchall()
