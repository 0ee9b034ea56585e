"""Workers as processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import connection
from typing import Any, NamedTuple

from govie.corpus.crew import Heard, Member
from govie.corpus.job import Job, Outcome
from govie.errors import GovieError

__all__ = ["ProcessEngine", "cores"]

_GROWTH = 512 * 2**20
"""Bytes by which a worker may grow over what it held when it was ready."""
_PATIENCE = 5.0
"""Seconds in which a worker that is dismissed must be gone."""


def cores() -> int:
    """The cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _News(NamedTuple):
    """What a worker process sends."""

    outcome: Outcome | GovieError | None
    """Nothing where it is ready, an error where it could not start."""
    spent: bool = False


class _Process:
    """A worker process and the pipe to it."""

    def __init__(self, patterns: Sequence[str], growth: int) -> None:
        context = _context()
        self.is_ready = False
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, tuple(patterns), growth), daemon=True
        )
        self._process.start()
        # The worker's end must be open in the worker alone, for its death to be seen here.
        theirs.close()

    def give(self, job: Job) -> None:
        with suppress(OSError):
            self.pipe.send(job)

    def dismiss(self) -> None:
        self.pipe.close()
        self._process.terminate()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


class ProcessEngine:
    """Processes that each load the packs ``patterns``."""

    def __init__(self, patterns: Sequence[str], growth: int = _GROWTH) -> None:
        self._patterns = patterns
        self._growth = growth

    def hire(self) -> Member:
        return _Process(self._patterns, self._growth)

    def listen(self, members: Sequence[Any]) -> list[Heard]:
        by_pipe: dict[Any, _Process] = {member.pipe: member for member in members}
        heard = []
        for pipe in connection.wait(list(by_pipe)):
            member = by_pipe[pipe]
            try:
                news: _News = member.pipe.recv()
            except (EOFError, OSError):
                heard.append(Heard(member, None, was_ready=member.is_ready))
                continue
            if isinstance(news.outcome, GovieError):
                raise news.outcome
            if news.outcome is None:
                member.is_ready = True
            else:
                heard.append(Heard(member, news.outcome, news.spent))
        return heard

    def close(self) -> None:
        """Nothing is left when the members are gone."""


def _context() -> Any:
    """How processes start: never as a copy of this one, whose threads and files they would hold."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["govie.corpus.worker"])
    return context


def _serve(pipe: Any, patterns: Sequence[str], growth: int) -> None:
    """The life of a worker process: it ends when the pipe does, so it never outlives its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from govie.corpus.worker import Worker, memory_in_use

    def tell(news: _News) -> None:
        with suppress(OSError):  # The parent is gone, and so is the reason to be here.
            pipe.send(news)

    try:
        worker = Worker(patterns)
    except GovieError as error:
        tell(_News(error))
        return
    tell(_News(None))
    jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
    # Jobs are taken from the pipe as they come: else both sides could wait to be listened to.
    threading.Thread(target=_collect, args=(pipe, jobs), daemon=True).start()
    most = memory_in_use() + growth
    while job := jobs.get():
        tell(_News(worker.read(job), memory_in_use() > most))


def _collect(pipe: Any, jobs: queue.SimpleQueue[Job | None]) -> None:
    with suppress(EOFError, OSError):
        while True:
            jobs.put(pipe.recv())
    jobs.put(None)
