"""How the time of govie grows: with the length of the text, the size of a pack, and a process."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import govie

__all__ = ["components", "copies", "made_up", "names", "process"]

HERE = Path(__file__).resolve().parent
TOWNSHIPS = HERE.parent / "patterns/townships"
BLANK = "import spacy; spacy.blank('zh')"


def components(texts: Iterable[str], rounds: int) -> dict[str, float]:
    """Seconds that each component takes over all texts."""
    nlp = govie.load()
    best = dict.fromkeys(nlp.pipe_names, float("inf"))
    texts = list(texts)
    for _ in range(rounds):
        taken = dict.fromkeys(best, 0.0)
        for text in texts:
            doc = nlp.make_doc(text)
            for name, pipe in nlp.pipeline:
                taken[name] += _seconds(lambda doc=doc, pipe=pipe: pipe(doc))  # type: ignore[misc]
        best = {name: min(taken[name], best[name]) for name in best}
    return best


def copies(text: str, number: int, rounds: int) -> float:
    """The time of so many copies in one text, over that of one.

    The one is parsed as often as there are copies: both take as long to measure, and meet the
    machine in the same moods.
    """

    def one_by_one() -> None:
        for _ in range(number):
            govie.parse(text)

    govie.parse(text)
    apart = together = float("inf")
    for _ in range(min(2, rounds)):
        apart = min(apart, _seconds(one_by_one))
        together = min(together, _seconds(lambda: govie.parse(text * number)))
    return number * together / apart


def names(texts: Iterable[str], folder: Path, few: int, many: int, rounds: int) -> float:
    """The time with a pack of many names, over that with one of few.

    The names are those of townships, made into names of programmes, which no text has.
    """
    texts = list(texts)
    pipelines = {n: govie.load(patterns=["default", str(_pack(folder, n))]) for n in (few, many)}
    best = dict.fromkeys(pipelines, float("inf"))
    for nlp in pipelines.values():
        nlp(texts[0])
    for _ in range(rounds):
        for number, nlp in pipelines.items():
            taken = sum(_seconds(lambda text=text, nlp=nlp: nlp(text)) for text in texts)  # type: ignore[misc]
            best[number] = min(best[number], taken)
    return best[many] / best[few]


def process(path: Path, rounds: int) -> float:
    """``govie parse`` from the start of its process to its end, over a blank pipeline of spaCy."""
    ours = [sys.executable, "-c", "from govie.cli import main; main()", "parse", str(path)]
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        for i, words in enumerate((ours, [sys.executable, "-c", BLANK])):
            begin = time.perf_counter()
            # Not from the checkout: its govie/ would hide the one that is installed.
            subprocess.run(words, cwd=HERE, check=True, stdout=subprocess.DEVNULL)
            best[i] = min(best[i], time.perf_counter() - begin)
    return best[0] / best[1]


def _pack(folder: Path, number: int) -> Path:
    pack = folder / f"names-{number}"
    pack.mkdir()
    lines = []
    for name in islice(made_up(), number):
        line = {"label": "program", "pattern": name, "meta": {"kind": "plan"}}
        lines.append(json.dumps(line, ensure_ascii=False) + "\n")
    (pack / "programs.jsonl").write_text("".join(lines), "utf-8")
    return pack


def made_up() -> Iterator[str]:
    """Names that differ, as many as there are townships and as many again."""
    towns = {
        json.loads(line)["pattern"]: None
        for path in sorted(TOWNSHIPS.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    }
    for ending in ("振兴方略", "兴旺方略"):
        yield from (name + ending for name in towns)


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin
