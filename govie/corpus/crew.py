"""Hands jobs to workers and takes back outcomes, whatever becomes of the workers.

A job whose worker dies is given to another once; if that dies too, the job is to blame and is
listed as failed. A worker takes its jobs in order, so that of several jobs that it held only the
first can have killed it.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, Protocol

from govie.corpus.job import Failed, Job, Outcome
from govie.errors import GovieError

__all__ = ["Crew", "Engine", "Heard", "Member", "WorkerError"]

_AHEAD = 8
"""Jobs that a worker holds: one in its hands, the others beside it, so that it never waits."""
_AHEAD_BYTES = 2**19
"""Bytes from which on it holds enough, however few they are: large files are shared out evenly."""
_TRIES = 2
_STILLBORN = 3
"""Workers that may die before they are ready, until one gets so far."""


class WorkerError(GovieError, RuntimeError):
    """Workers cannot be started."""


class Member(Protocol):
    """A worker as its employer sees it."""

    def give(self, job: Job) -> None:
        """Send a job; one that died says so when it is heard."""

    def dismiss(self) -> None:
        """End it; what it holds is lost."""


class Heard(NamedTuple):
    """News of a member: the outcome of its first job, or None where it died."""

    member: Member
    outcome: Outcome | None
    spent: bool = False
    """Whether it has grown and should be replaced."""
    was_ready: bool = True
    """Of one that died: whether it had come so far as to touch its job."""


class Engine(Protocol):
    """Where workers come from."""

    def hire(self) -> Member: ...

    def listen(self, members: Sequence[Member]) -> list[Heard]:
        """Wait until there is news of some members."""

    def close(self) -> None: ...


class Crew:
    """``size`` workers at the most, hired when there is work for them.

    Each holds a few jobs. ``told`` is called with a line about a worker that died.
    """

    def __init__(self, engine: Engine, size: int, told: Callable[[str], None]) -> None:
        self._engine = engine
        self._size = size
        self._told = told
        self._held: dict[Member, deque[Job]] = {}
        self._leaving: set[Member] = set()
        self._waiting: deque[Job] = deque()
        self._deaths: Counter[str] = Counter()
        self._stillborn = 0

    @property
    def is_busy(self) -> bool:
        """Whether outcomes are outstanding."""
        return bool(self._waiting) or any(self._held.values())

    @property
    def has_room(self) -> bool:
        """Whether a job would find a worker at once."""
        return not self._waiting and (self._can_hire or self._freest() is not None)

    def give(self, job: Job) -> None:
        """Have a job done."""
        self._waiting.append(job)
        self._deal()

    def take(self) -> list[Outcome]:
        """Wait for outcomes; may return none, where a worker died and its job is tried again.

        Raises WorkerError where workers die one after the other before they are ready.
        """
        members = [member for member, jobs in self._held.items() if jobs]
        outcomes: list[Outcome] = []
        for heard in self._engine.listen(members):
            jobs = self._held[heard.member]
            if heard.outcome is None:
                outcomes += self._bury(heard.member, heard.was_ready)
            else:
                self._stillborn = 0
                self._deaths.pop(jobs.popleft().name, None)
                outcomes.append(heard.outcome)
                if heard.spent:
                    self._leaving.add(heard.member)
                if heard.member in self._leaving and not jobs:
                    self._part_with(heard.member)
        self._deal()
        return outcomes

    def close(self) -> None:
        """End all workers."""
        for member in self._held:
            member.dismiss()
        self._held.clear()
        self._engine.close()

    @property
    def _can_hire(self) -> bool:
        return len(self._held) < self._size

    def _freest(self) -> Member | None:
        """A worker that can take a job, the one that holds fewest."""
        free = [m for m, jobs in self._held.items() if not _is_full(jobs)]
        free = [m for m in free if m not in self._leaving]
        return min(free, key=lambda member: len(self._held[member]), default=None)

    def _deal(self) -> None:
        """Give waiting jobs out: to the idle, to newcomers, then to those who hold one."""
        while self._waiting:
            member = self._freest()
            if self._can_hire and (member is None or self._held[member]):
                member = self._engine.hire()
                self._held[member] = deque()
            if member is None:
                return
            job = self._waiting.popleft()
            self._held[member].append(job)
            member.give(job)

    def _bury(self, member: Member, was_ready: bool) -> list[Failed]:
        """Forget a worker that died; the jobs it held are given to others."""
        jobs = self._held[member]
        self._part_with(member)
        self._waiting.extendleft(reversed(jobs))
        if not was_ready:
            self._stillborn += 1
            if self._stillborn >= _STILLBORN:
                raise WorkerError("workers die as they start; is there memory left for them?")
            return []
        first = self._waiting[0].name
        self._deaths[first] += 1
        if self._deaths[first] < _TRIES:
            self._told(f"{first}: its worker died; it is tried once more")
            return []
        self._waiting.popleft()
        return [Failed(name=first, reason="its worker died, twice (out of memory?)")]

    def _part_with(self, member: Member) -> None:
        member.dismiss()
        del self._held[member]
        self._leaving.discard(member)


def _is_full(jobs: Collection[Job]) -> bool:
    return len(jobs) >= _AHEAD or sum(len(job.data) for job in jobs) >= _AHEAD_BYTES
