"""Breaks texts in every way and asks whether govie still keeps its promises.

Three engines make the texts: ``mutate`` splices, cuts, repeats, swaps and soils paragraphs of the
seeds; ``weave`` puts words of the packs, clauses of the test cases and made-up terms in a row;
``hypothesis`` builds texts of words and marks, and shrinks what it finds. What breaks a promise is
printed and, with ``--findings FILE``, added to a file of JSON Lines. Exit code 1 says that
something did. A fourth engine, which follows the coverage of the code, is fuzz_coverage.py.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from fuzz_texts import DIRT, fragments, mutated
from fuzz_weaving import woven
from promises import breaches

from govie.context import Given

__all__ = ["report"]

BATCH = 500
MAKERS: dict[str, Callable[[random.Random], str]] = {"mutate": mutated, "weave": woven}
"""What makes a text of a number alone, so that several processes can share the numbers."""


def given_by(chance: random.Random) -> Given | None:
    """What a caller may say of a text, or nothing."""
    return Given(jurisdiction="430200", year=2021) if chance.random() < 0.5 else None


def batch(engine: str, first: int) -> list[tuple[str, list[str]]]:
    """The texts number ``first`` and following that break a promise."""
    found = []
    for number in range(first, first + BATCH):
        chance = random.Random(number)
        text = MAKERS[engine](chance)
        if wrong := breaches(text, given_by(chance)):
            found.append((text, wrong))
    return found


def numbered(engine: str, count: int, first: int, jobs: int) -> Iterator[tuple[str, list[str]]]:
    starts = range(first, first + count, BATCH)
    with ProcessPoolExecutor(jobs) as pool:
        for found in pool.map(partial(batch, engine), starts):
            yield from found


def hypothesize(count: int) -> Iterator[tuple[str, list[str]]]:
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st

    worst: dict[str, list[str]] = {}
    words = st.one_of(st.sampled_from(DIRT), st.sampled_from(fragments()), st.characters())

    @seed(0)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(words, max_size=30).map("".join))
    def holds(text: str) -> None:
        wrong = breaches(text)
        if wrong:
            worst.clear()
            worst[text] = wrong
        assert not wrong

    try:
        holds()
    except AssertionError:
        # The last failure is the smallest.
        yield from worst.items()


def report(found: Iterable[tuple[str, list[str]]], findings: Path | None) -> int:
    """Print what was found, keep it in a file, and count it."""
    number = 0
    for text, wrong in found:
        number += 1
        line = json.dumps({"text": text, "broken": wrong})
        print(line, flush=True)
        if findings:
            with findings.open("a", encoding="utf-8") as file:
                file.write(line + "\n")
    return number


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("-n", "--count", type=int, default=10_000, help="how many texts")
    parser.add_argument("--first", type=int, default=0, help="number of the first text")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--engine", choices=(*MAKERS, "hypothesis"), default="mutate")
    parser.add_argument("--findings", type=Path, help="file to add what was found to")
    options = parser.parse_args()
    started = time.perf_counter()
    made = (
        hypothesize(options.count)
        if options.engine == "hypothesis"
        else numbered(options.engine, options.count, options.first, options.jobs)
    )
    broken = report(made, options.findings)
    seconds = time.perf_counter() - started
    print(f"{options.count} texts, {broken} break a promise, {seconds:.0f} s")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
