"""How long regular expressions take on hostile texts, tried in a process of its own.

``re`` cannot be stopped, and some expressions need not just long but forever. So a child process
runs them, on texts made of their own parts (:mod:`govie.lint.hostile`), and ends itself where one
does not come back. It measures the time of its thread: other work on the machine does not count.
The child compiles and searches, nothing else.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import re
import subprocess
import sys
import time
import warnings
from collections.abc import Sequence

import regex

from govie.errors import PatternError
from govie.lint.hostile import hostile_texts

__all__ = ["slow_texts"]

_BUDGET = 0.008
"""Seconds for a text, below which nobody minds. Of 6,000 characters plain expressions need less
than a thousandth."""
_HEAVY = 40e-6
"""Seconds a character that are too many, though the time grows with the length only."""
_GROWTH = 3.2
"""How much more time twice the text may take: linear time gives 2, quadratic 4."""
_HOPELESS = 0.5
"""Seconds for a text that need no second look."""
_FOREVER = 2
"""Seconds of processor time for one text after which an expression counts as hanging."""
_PATIENCE = 120
"""Seconds of the clock for one expression, where processor time cannot be limited."""
_READY = "ready"
_MEMORY = 2 << 30
"""Bytes."""
_TRIES = 5
"""More tries where one takes long: the least time counts."""


def slow_texts(expressions: Sequence[str]) -> dict[str, str | None]:
    """For each expression the start of a text that takes too long; "" where it hangs, else null.

    The expressions must compile. Raises PatternError where no process can be started.
    """
    found: dict[str, str | None] = {}
    rest = list(expressions)
    while rest:
        answers = _ask(rest)
        found.update(zip(rest, answers, strict=False))
        rest = rest[len(answers) :]
        if rest:
            # The child gave up at this one.
            found[rest.pop(0)] = ""
    return found


def _ask(expressions: list[str]) -> list[str | None]:
    """The answers of a child process: fewer than expressions where one of them hangs."""
    child = subprocess.run(
        [sys.executable, "-m", "govie.lint.trial"],
        input=json.dumps(expressions),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    ready, *answers = child.stdout.splitlines() or [""]
    if ready != _READY:
        said = (child.stderr.splitlines() or ["no answer"])[-1]
        raise PatternError([f"regexes cannot be tried: {sys.executable} does not run ({said})"])
    return [json.loads(line) for line in answers]


def _answer() -> None:
    """What the child does: one line of JSON for each expression, as it goes."""
    warnings.simplefilter("ignore")
    print(_READY, flush=True)
    with open(os.devnull, "w") as silent:
        for expression in json.load(sys.stdin):
            faulthandler.dump_traceback_later(_PATIENCE, exit=True, file=silent)
            print(json.dumps(_slow_on(expression)), flush=True)


def _limit() -> None:
    """Let the process end when the next text takes too much time or memory."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + _FOREVER + 1, hard))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _slow_on(expression: str) -> str | None:
    own = regex.compile(expression)
    try:
        plain = re.compile(expression)
    except re.error:
        plain = None
    for shown, texts in hostile_texts(expression):
        for text, half in texts:
            _limit()
            if _too_slow(own, plain, text, half):
                return shown
    return None


def _too_slow(own: regex.Pattern[str], plain: re.Pattern[str] | None, text: str, half: str) -> bool:
    spent = _seconds(own, plain, text)
    if spent < _BUDGET:
        return False
    if spent > _HOPELESS:
        return True
    # In turn, so that a machine that slows down or speeds up does so for both.
    times = [(_seconds(own, plain, text), _seconds(own, plain, half)) for _ in range(_TRIES)]
    spent, shorter = min(whole for whole, _ in times), min(part for _, part in times)
    return spent > _BUDGET and (spent > _HEAVY * len(text) or spent > _GROWTH * shorter)


def _seconds(own: regex.Pattern[str], plain: re.Pattern[str] | None, text: str) -> float:
    begin = time.thread_time()
    try:
        own.search(text, timeout=2 * _HOPELESS)
    except TimeoutError:
        return 2 * _HOPELESS
    if plain is not None:
        plain.search(text)
    return time.thread_time() - begin


if __name__ == "__main__":
    _answer()
