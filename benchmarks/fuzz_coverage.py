"""Breaks texts where that leads into code not yet reached, and asks what fuzz.py asks.

atheris (``pip install atheris``) notes which branches of govie a text takes, and changes further
those that take new ones. A text is made of clauses of the seeds, of marks that soil them and of
any characters. The first that breaks a promise ends the run with an exit code that is not 0; it is
printed and, with ``--findings FILE``, added to a file of JSON Lines.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["govie"]):
    from fuzz import report
    from fuzz_texts import DIRT, SEEDS, clauses
    from promises import breaches

    # What govie imports only when it is needed is to be instrumented too.
    breaches(SEEDS[0].read_text("utf-8"))

__all__ = ["PIECES", "text_of"]

PIECES = [*DIRT, *clauses()]
BYTES = 120
"""Of what a text is made at most; a piece takes three."""


def text_of(data: bytes) -> str:
    """The text that some bytes stand for."""
    source = atheris.FuzzedDataProvider(data)
    parts = []
    while source.remaining_bytes():
        known = source.ConsumeIntInRange(0, 7)
        parts.append(source.PickValueInList(PIECES) if known else source.ConsumeUnicode(2))
    return "".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("-n", "--count", type=int, default=10_000, help="how many texts")
    parser.add_argument("--findings", type=Path, help="file to add what was found to")
    options = parser.parse_args()

    def one(data: bytes) -> None:
        text = text_of(data)
        if report([(text, wrong)] if (wrong := breaches(text)) else [], options.findings):
            raise AssertionError(text)

    runs = f"-runs={options.count}"
    atheris.Setup([sys.argv[0], runs, f"-max_len={BYTES}", "-len_control=0"], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
