from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from corpus_help import InlineEngine

from govie.corpus.crew import Crew, Heard, WorkerError
from govie.corpus.job import Failed, Job, Outcome


def job(name: str) -> Job:
    return Job(name=name, data=b"", content="", recipe="")


def answer(job: Job) -> Outcome:
    return Failed(name=job.name, reason="an answer")


def finish(crew: Crew, names: str) -> dict[str, str]:
    """Reasons by names, each outcome once."""
    outcomes: list[Outcome] = []
    for name in names:
        while not crew.has_room:
            outcomes += crew.take()
        crew.give(job(name))
    while crew.is_busy:
        outcomes += crew.take()
    assert max(Counter(outcome.name for outcome in outcomes).values()) == 1
    return {o.name: o.reason for o in outcomes if isinstance(o, Failed)}


def dies(name: str, times: int) -> Callable[[Job], Outcome | None]:
    left = [times]

    def read(job: Job) -> Outcome | None:
        if job.name == name and left[0]:
            left[0] -= 1
            return None
        return answer(job)

    return read


def test_every_job_is_answered_once() -> None:
    engine = InlineEngine(answer)
    assert finish(Crew(engine, 3, print), "abcdefgh").keys() == set("abcdefgh")
    assert len(engine.hired) == 3


def test_workers_are_hired_when_there_is_work() -> None:
    engine = InlineEngine(answer)
    crew = Crew(engine, 4, print)
    assert not engine.hired
    finish(crew, "a")
    assert len(engine.hired) == 1


def test_no_more_jobs_are_out_than_eight_a_worker() -> None:
    crew = Crew(InlineEngine(answer), 2, print)
    for number in range(16):
        assert crew.has_room
        crew.give(job(str(number)))
    assert not crew.has_room


def test_large_files_are_not_piled_up() -> None:
    crew = Crew(InlineEngine(answer), 1, print)
    crew.give(Job(name="large", data=b"x" * 5_000_000, content="", recipe=""))
    assert not crew.has_room


def test_a_job_whose_worker_dies_once_is_done_by_another() -> None:
    engine = InlineEngine(dies("b", 1))
    told: list[str] = []
    reasons = finish(Crew(engine, 1, told.append), "abc")
    assert reasons == dict.fromkeys("abc", "an answer")
    assert engine.seen == ["a", "b", "b", "c"]
    assert told == ["b: its worker died; it is tried once more"]
    assert engine.hired[0].dismissed


def test_a_job_that_kills_two_workers_is_given_up_and_no_other() -> None:
    engine = InlineEngine(dies("b", 9))
    reasons = finish(Crew(engine, 2, print), "abcdef")
    assert "died, twice" in reasons.pop("b")
    assert reasons == dict.fromkeys("acdef", "an answer")


def test_every_job_may_kill_its_workers() -> None:
    reasons = finish(Crew(InlineEngine(lambda _: None), 1, print), "abcdefgh")
    assert all("died, twice" in reason for reason in reasons.values())
    assert len(reasons) == 8


def test_workers_that_die_as_they_start_end_the_run() -> None:
    class Stillborn(InlineEngine):
        def listen(self, members: Sequence[Any]) -> list[Heard]:
            return [Heard(members[0], None, was_ready=False)]

    with pytest.raises(WorkerError, match="die as they start"):
        finish(Crew(Stillborn(), 2, print), "abc")


def test_a_worker_that_has_grown_finishes_what_it_holds_and_is_replaced() -> None:
    class Growing(InlineEngine):
        def listen(self, members: Sequence[Any]) -> list[Heard]:
            return [heard._replace(spent=True) for heard in super().listen(members)]

    engine = Growing(answer)
    names = "abcdefghijkl"  # more than one holds
    assert finish(Crew(engine, 1, print), names).keys() == set(names)
    assert engine.seen == list(names)
    assert len(engine.hired) == 2
    assert all(member.dismissed and not member.jobs for member in engine.hired)


def test_closing_dismisses_all() -> None:
    engine = InlineEngine(answer)
    crew = Crew(engine, 2, print)
    crew.give(job("a"))
    crew.close()
    assert engine.closed
    assert all(member.dismissed for member in engine.hired)
