"""Workers as real processes: what they do when they die, and when the whole run is killed."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from corpus_help import InlineEngine, rows_of, write_reports

from govie.corpus import build
from govie.corpus.crew import Crew, Member
from govie.corpus.inputs import Skipped
from govie.corpus.job import Done, Failed, Job, Outcome
from govie.corpus.processes import ProcessEngine
from govie.corpus.watch import Watch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")


class Killer(Watch):
    """Kills a worker when the first file is read."""

    def __init__(self) -> None:
        self.killed = False
        self.lines: list[str] = []

    def see(self, outcome: Outcome | Skipped) -> None:
        children = multiprocessing.active_children()
        if not self.killed and children and children[0].pid:
            self.killed = True
            os.kill(children[0].pid, signal.SIGKILL)

    def tell(self, line: str) -> None:
        self.lines.append(line)


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 12)
    killer = Killer()
    summary = build([tmp_path / "in"], tmp_path / "killed.duckdb", workers=2, watch=killer)
    assert killer.killed
    assert (summary.done, summary.failed) == (12, 0)
    assert not multiprocessing.active_children()
    build([tmp_path / "in"], tmp_path / "whole.duckdb", engine=InlineEngine())
    assert rows_of(tmp_path / "killed.duckdb") == rows_of(tmp_path / "whole.duckdb")


class Roll(ProcessEngine):
    """Remembers the last worker."""

    last: Any = None

    def hire(self) -> Member:
        self.last = super().hire()
        return self.last  # type: ignore[no-any-return]


def test_a_document_that_kills_its_workers_is_given_up_and_the_next_is_read() -> None:
    engine = Roll(["default"])
    crew = Crew(engine, 1, print)
    crew.give(job("deadly", "2021年，地区生产总值增长8%。\n" * 5000))
    for _ in range(2):
        assert engine.last.pipe.poll(60), "it says when it is ready"
        (child,) = multiprocessing.active_children()
        os.kill(child.pid or 0, signal.SIGKILL)
        outcomes: list[Outcome] = []
        while crew.is_busy and child is not None:
            outcomes += crew.take()
            child = None if child not in multiprocessing.active_children() else child
    crew.give(job("harmless", "2021年，地区生产总值增长8%。"))
    while crew.is_busy:
        outcomes += crew.take()
    crew.close()
    first, second = outcomes
    assert isinstance(first, Failed)
    assert first.name == "deadly"
    assert "died, twice" in first.reason
    assert isinstance(second, Done)


def job(name: str, text: str) -> Job:
    return Job(name=name, data=text.encode(), content="", recipe="")


def test_a_worker_that_has_grown_is_replaced() -> None:
    crew = Crew(ProcessEngine(["default"], growth=-(2**40)), 1, print)
    pids = set()
    for name in "abc":
        crew.give(job(name, "2021年，地区生产总值增长8%。"))
        pids |= {child.pid for child in multiprocessing.active_children()}
        while crew.is_busy:
            crew.take()
    crew.close()
    assert len(pids) == 3


RUN = """
import sys
from govie.corpus import build
from govie.corpus.watch import Watch
class Told(Watch):
    def see(self, outcome):
        print(outcome.name, flush=True)
if __name__ == "__main__":
    build([sys.argv[1]], sys.argv[2], workers=2, batch_seconds=0.05, watch=Told())
"""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder of reports and the corpus of it."""
    folder = tmp_path_factory.mktemp("killed")
    write_reports(folder / "in", 60)
    build([folder / "in"], folder / "whole.duckdb", engine=InlineEngine())
    return folder / "in", folder / "whole.duckdb"


@pytest.mark.parametrize("name", ["corpus.duckdb", "folder"])
def test_killed_and_resumed_the_output_is_that_of_an_undisturbed_run(
    name: str, undisturbed: tuple[Path, Path], tmp_path: Path
) -> None:
    reports, whole = undisturbed
    out = tmp_path / name
    chance = random.Random(name)
    kept = [0]
    for _ in range(2):
        kill_after(chance.randint(8, 20), reports, out)
        # It can be read, and holds more each time.
        kept.append(len(rows_of(out)["corpus"]))
    assert sorted(set(kept)) == kept
    words = [sys.executable, "-c", RUN, str(reports), str(out)]
    assert subprocess.run(words, capture_output=True, text=True).stderr == ""
    assert rows_of(out) == rows_of(whole)


def kill_after(files: int, reports: Path, out: Path) -> int:
    """Kill a run that has read some files; the group that its processes are of."""
    words = [sys.executable, "-c", RUN, str(reports), str(out)]
    run = subprocess.Popen(words, start_new_session=True, stdout=subprocess.PIPE)
    assert run.stdout is not None
    known = len(rows_of(out)["corpus"]) if out.exists() else 0
    for _ in range(known + files):
        assert run.stdout.readline()
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    run.stdout.close()
    return run.pid


def test_workers_end_with_the_run_that_is_killed(
    undisturbed: tuple[Path, Path], tmp_path: Path
) -> None:
    group = kill_after(1, undisturbed[0], tmp_path / "out")
    for _ in range(1000):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    pytest.fail("a worker is still there")
