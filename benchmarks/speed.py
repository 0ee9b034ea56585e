"""Characters a second over the seeds: govie, its parts, spaCy's bare tokenisation, jieba.

All contestants read all seeds in turn in each round; the best round of each counts, so that a busy
moment of the machine harms nobody. Ratios are to spaCy's bare character tokenisation.
"""

from __future__ import annotations

import argparse
import logging
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import jieba
import spacy
from rich.console import Console
from rich.table import Table
from spacy.tokens import Doc

import govie
from govie.reading import read_text
from govie.text.view import TextView

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
COPIES = 20


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def over(texts: Iterable[str], work: Callable[[str], object]) -> Callable[[], None]:
    def run() -> None:
        for text in texts:
            work(text)

    return run


def contestants(texts: list[str]) -> dict[str, Callable[[], None]]:
    """What is compared, by name; each reads all texts once."""
    segmented = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
    return {
        "spaCy, bare character tokenisation": over(texts, spacy.blank("zh").make_doc),
        "jieba, through spaCy": over(texts, segmented.make_doc),
        "govie.parse": over(texts, govie.parse),
        "  character tokenizer with the text view": over(texts, govie.load().make_doc),
        "  the text view alone": over(texts, TextView),
    }


def component_seconds(texts: list[str]) -> dict[str, float]:
    """Seconds that each component takes over all texts."""
    nlp = govie.load()
    docs: list[Doc] = [nlp.make_doc(text) for text in texts]
    return {
        f"  {name}": sum(seconds(lambda doc=doc, pipe=pipe: pipe(doc)) for doc in docs)
        for name, pipe in nlp.pipeline
    }


def growth(text: str) -> float:
    """Time for a text of many copies over that for as many texts of one."""
    singly = over([text] * COPIES, govie.parse)
    together = over([text * COPIES], govie.parse)
    return min(seconds(together) / seconds(singly) for _ in range(3))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    rounds = parser.parse_args().rounds
    jieba.setLogLevel(logging.WARNING)

    texts = [read_text(path) for path in SEEDS]
    characters = sum(map(len, texts))
    work = contestants(texts)
    for run in work.values():
        run()  # loads what is loaded once
    best: dict[str, float] = {}
    for _ in range(rounds):
        measured = {name: seconds(run) for name, run in work.items()}
        measured |= component_seconds(texts)
        for name, taken in measured.items():
            best[name] = min(taken, best.get(name, taken))

    bare = next(iter(best.values()))
    table = Table("", "characters a second", "ratio", title=f"{characters:,} characters")
    for name, taken in best.items():
        table.add_row(name, f"{characters / taken:,.0f}", f"{bare / taken:.2f}")
    console = Console(width=100)
    console.print(table)
    for path, text in zip(SEEDS, texts, strict=True):
        console.print(f"{path.stem}, {COPIES} copies at once over one by one: {growth(text):.2f}")


if __name__ == "__main__":
    main()
