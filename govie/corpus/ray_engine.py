"""Workers as actors of a Ray cluster."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from govie.corpus.crew import Heard, Member
from govie.corpus.job import Job
from govie.errors import ConfigError
from govie.extras import need

__all__ = ["RayEngine"]


class _Actor:
    """An actor and the calls that it has not answered, in their order."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self.ready = handle.__ray_ready__.remote()
        self.calls: deque[Any] = deque()

    def give(self, job: Job) -> None:
        self.calls.append(self.handle.read.remote(job))

    def dismiss(self) -> None:
        ray = need("ray", "ray", "the engine ray")
        with suppress(ray.exceptions.RayError):
            ray.kill(self.handle)


class RayEngine:
    """One pipeline an actor, one actor a core.

    Joins the cluster at ``address``, or one that this process has joined already, or starts one on
    this machine. Raises ConfigError where there is no cluster at the address.
    """

    def __init__(self, patterns: Sequence[str], address: str | None = None) -> None:
        self._ray = need("ray", "ray", "the engine ray")
        self._patterns = tuple(patterns)
        self._is_ours = not self._ray.is_initialized()
        if self._is_ours:
            try:
                self._ray.init(address=address, log_to_driver=False, logging_level="error")
            except (ConnectionError, RuntimeError, ValueError) as error:
                first = str(error).strip().splitlines()[0]
                raise ConfigError(f"no Ray cluster at {address!r} ({first})") from error

    def cores(self) -> int:
        """The cores of the cluster."""
        return max(1, int(self._ray.cluster_resources().get("CPU", 1)))

    def hire(self) -> Member:
        from govie.corpus.worker import Worker

        return _Actor(self._ray.remote(num_cpus=1)(Worker).remote(self._patterns))

    def listen(self, members: Sequence[Any]) -> list[Heard]:
        # The first call of each: an actor answers in order.
        by_call: dict[Any, _Actor] = {member.calls[0]: member for member in members}
        answered, _ = self._ray.wait(list(by_call), num_returns=1)
        return [self._hear(by_call[call]) for call in answered]

    def _hear(self, member: Any) -> Heard:
        call = member.calls.popleft()
        try:
            return Heard(member, self._ray.get(call))
        except self._ray.exceptions.RayTaskError as error:
            raise error.cause or error from error
        except self._ray.exceptions.RayError:
            return Heard(member, None, was_ready=self._was_ready(member))

    def _was_ready(self, member: Any) -> bool:
        """Whether an actor had loaded its pipeline before it died."""
        try:
            self._ray.get(member.ready, timeout=0)
        except self._ray.exceptions.RayError:
            return False
        return True

    def close(self) -> None:
        if self._is_ours:
            self._ray.shutdown()
